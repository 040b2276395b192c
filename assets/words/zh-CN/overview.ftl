# 总览页的用语。

overview-tab = 总览
overview-reaches-likely = 本规划可达成{ $goal }的 { $percent }，达成的可能性{ $chance }
overview-reaches = 本规划可达成{ $goal }的 { $percent }

# 从资金到目标的链条
overview-step-money = 资金（{ $unit }）
overview-step-reached = 注册与接触
overview-step-leads = 线索
overview-step-customers = 新客户
overview-step-revenue = 新增收入（{ $unit }）
overview-step-contributed = 贡献收入（{ $unit }）
overview-ripple-source = 波纹
overview-missing = 缺口
overview-this-plan = 本规划
overview-baseline = 基准
overview-each = { $unit }/个
overview-become-leads = 成为线索
overview-sign = 签约
overview-narrowest = 最窄处
overview-would-reach = 此处达到 { $value } 即可完成目标
overview-most-to-win = 此处可争取的最多

# 目标的衡量
overview-goal = 目标
overview-measure = 移动社交
overview-share = 占比
overview-expected = 预期
overview-goal-short = 目标值
overview-reached = 达成（%）
overview-drawn = 预期按最可能值计算；可能性来自 { $draws } 次抽取
overview-spread = { $measure }分布：P10 { $p10 }，P50 { $p50 }，P90 { $p90 }
overview-revenue-in = 贡献收入（{ $unit }）
overview-likely = 预期按最可能值计算

# 八个问题
overview-questions = 八个问题
overview-link = { $tab }：{ $question }
overview-events = 活动

overview-ask-goal = 目标对得上吗？
overview-goal-open = 还没有设定目标
overview-goal-incomplete = 填写得太少，两边无法核对
overview-goal-ties = 对得上：{ $customers } × { $value } = { $share } × { $total }
overview-goal-clashes = 对不上：按客户 { $customers }，按占比 { $share }

overview-ask-team = 谁对目标负责？
overview-team-open = 团队里还没有人
overview-team-nobody = 尚无负责人
overview-team-complete = 各项职能都有人执行
overview-team-no-functions = 规划里还没有职能
overview-team-gap = { $function }尚无人执行
overview-team-gaps = { $n } 项职能尚无人执行
overview-team = { $owner }；{ $gap }
overview-team-pulling = { $owner }；{ $gap }，{ $n } 个指标与目标背离

overview-ask-pyramid = 站在哪一层？
overview-pyramid-open = 还没有评估
overview-pyramid-level = 五层中的第 { $level } 层
overview-pyramid-steps = { $n } 条标准
overview-pyramid-cheapest = { $level }；在“{ $on }”上花 { $cost }，可达第 { $next } 层
overview-pyramid-next = { $level }；下一步是第 { $next } 层

overview-ask-money = 有更好的分法吗？
overview-money-open = 规划里还没有渠道
overview-money-too-large = 资金合计大得无法计算
overview-money-none = 还没有给任何渠道分配资金
overview-money = { $spend }带来 { $registrations } 个注册，每个 { $cost }
overview-money-with-events = { $spend }带来 { $registrations } 个注册，含活动分摊每个 { $cost }
overview-money-better = 有：同样 { $spend }{ $more }
overview-money-better-less-revenue = 换一种分法{ $more }，但收入减少 { $lost }
overview-money-best = 没有：{ $spend }已分到最好
overview-money-best-found = 没有找到明显更好的分法
overview-money-no-registrations = 已安排 { $spend }，尚无注册

overview-ask-events = 分摊公平吗？
overview-events-open = 规划里还没有合办活动
overview-events-no-cost = 还没有要分摊的费用
overview-events-unsplit = { $n } 个活动的费用还无法分摊
overview-events-pay = { $n } 方合办；我方付 { $own }，而不是 { $alone }
overview-events-pay-only = { $n } 方合办；我方付 { $own }
overview-events-gain = { $n } 方合办；我方净得 { $own }
overview-events-fair = { $pay }，对各方都公平
overview-events-unfair = { $pay }，{ $n } 方付得比单独办还多

overview-ask-ripple = 分享增加多少？
overview-ripple-open = 规划里还没有波纹
overview-ripple-nothing = 还没有带来收入
overview-ripple-odds = ROI { $from } → { $to }；十次中有八次在 { $low } 与 { $high } 之间
overview-ripple = ROI { $from } → { $to }，多触达 { $reached } 人
overview-ripples = { $n } 个波纹带来 { $customers } 个客户

overview-ask-topics = 话题托得住活动吗？
overview-topics-open = 规划里还没有话题

overview-ask-summary = 可以交付了吗？
overview-summary-open = 还不行：先回答前四个问题
overview-summary-ready = 可以：没有要改的地方
overview-summary-warnings = 可以；还有 { $n } 个警告
overview-summary-errors = 还不行：先改 { $n } 个错误
