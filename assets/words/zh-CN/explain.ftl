# 数字的算法说明。

explain-formula = 算式
explain-filled = 代入
explain-sources = 来源
explain-where = { $formula }，其中 { $function }
explain-where-word = 其中
explain-letter = { $letter } { $name }
explain-source = { $name } { $value }（{ $kind }）
explain-comma = ；
explain-spoken = { $what }：{ $value }。算式：{ $formula }。代入：{ $filled }。来源：{ $sources }。
explain-keep = 点击可固定
explain-pinned = { $what }是怎么算的
explain-go = 看填写处
explain-go-to = 看{ $what }的填写处
explain-how = 看算法
explain-how-of = 看{ $what }的算法
explain-back = 返回{ $what }

# 数字从哪来

explain-typed = 填写
explain-calculated = 计算
explain-fixed = 固定
explain-assumed = 假定
explain-happened = 实际

# 算出来的数字

explain-with-happened = { $what }（计入实际）
explain-costs = 费用
explain-money = 资金
explain-range-low = 90% 区间下限
explain-range-high = 90% 区间上限
explain-share = 占全部资金
explain-next = 再花 { $amount } 可得
explain-all = 全部渠道和活动
explain-all-ripples = 全部波纹
explain-plan = 整个规划
explain-unallocated = 未分配预算
explain-in-month = { $month }注册
explain-money-in-month = { $month }的资金
explain-works-in-month = { $month }起作用的资金
explain-event-total = 费用减收入
explain-cost-per-lead = 我方每条线索成本
explain-alone-all = 各方单独举办合计
explain-saving-all = 各方节省合计
explain-party-share = 活动分摊额
explain-party-saving = 比单独举办节省
explain-party-balance = 多付金额
explain-pool = 按“{ $rule }”分摊的部分
explain-of-step = { $step }阶段的{ $what }
explain-round = 第 { $round } 轮触达人数
explain-reproduction = 再生数 R
explain-off-site = 场外触达人数
explain-added-customers = 场外新增客户
explain-added-revenue = 场外新增收入
explain-baseline = { $what }（基准）
explain-expected = { $what }（预期）
explain-target = { $what }（目标）
explain-reached-of = { $what }的目标完成率
explain-missing = { $what }距目标的缺口
explain-rate-reach = 每触达一人的成本
explain-rate-leads = 每触达一人的线索
explain-rate-close = 每条线索的客户
explain-rate-value = 每位客户的收入
explain-score = 得分
explain-mean-score = 金字塔平均分
explain-effort = 每周工时
explain-load = 负荷
explain-attention = 当天关注度
explain-carried = 当天关注度占最高值
explain-chance = { $what }达标的可能性
explain-chance-all = 各项目标同时达标的可能性
explain-track-spent = 已花
explain-track-won = 已得注册
explain-track-spent-of-plan = 已花占同期计划
explain-track-won-of-plan = 已得注册占同期计划
explain-track-of-curve = 已得注册占曲线应得
explain-track-planned-cost = 计划的每个注册成本
explain-track-real-cost = 实际的每个注册成本

# 算式里的数字

explain-others = 其余 { $n } 项
explain-hours = 小时
explain-next-amount = 再花
explain-with-next = 再花一步后的注册
explain-range-factor = 区间倍数
explain-month-money = 当月资金
explain-before-period = 期初仍起作用的资金
explain-counted-registrations = 实际注册
explain-by-curve = 已花资金按曲线应得的注册
explain-to-come = 其余月份的注册
explain-unknown-months = 没有实际数据的月份占计划
explain-spent = 实际已花
explain-spent-by-plan = 花费未知月份的计划资金
explain-left = 留给其余月份的资金
explain-counted-leads = 实际线索
explain-counted-customers = 实际客户
explain-counted-revenue = 实际收入
explain-registrations-of-counted = 已有实际线索的月份的注册
explain-leads-of-counted = 已有实际客户的月份的线索
explain-customers-of-counted = 已有实际收入的月份的客户
explain-reached = 触达人数
explain-all-money = 全部资金
explain-beyond-event = 活动已计之外的花费
explain-parties = 参与方数
explain-parties-sharing = 分摊方数
explain-reached-before = 此前触达人数
explain-room = 尚可触达人数
explain-cost-before = 奖励之前的费用
explain-answers = 已答题数
explain-levels = 有得分的层数
explain-days-apart = 距高峰日天数
explain-e = 自然常数
explain-highest = 本期最高关注度
explain-planned = 同期计划
explain-planned-registrations = 同期计划注册
explain-draws-that-reach = 达标的抽样次数
explain-draws = 抽样次数

# 补充说明

explain-note-happened = 已过去的月份凡有实际数据的，按实际计入。
explain-note-shares = 按分取整，各方之和与总额分毫不差。
explain-note-range = 下限算法相同，乘下限倍数。
explain-note-chance = 每次从各估计值的区间里抽取一组数，代入规划重算；随机种子固定，结果可重现。
explain-note-highest = 最高关注度逐日比较得出。

# 纸面

explain-appendix = 数字是怎么算出来的
explain-paper-says = { $heading }：{ $formula } = { $filled }。来源：{ $sources }。
