# 文本报告的用语。

report-with-unit = { $name }（{ $unit }）
report-amounts-in = 金额单位：{ $unit }
report-headline-customers = 整个规划可达成消费者目标的 { $percent }：{ $expected } 位移动社交消费者，目标 { $target } 位。
report-headline-revenue = 整个规划可达成收入目标的 { $percent }：{ $expected }，目标 { $target }。
report-headline-share = 整个规划可达成贡献占比目标的 { $percent }：占总收入的 { $expected }，目标 { $target }。
report-not-compared = 目前无法说明能达成目标的多少；检查结果说明了要改什么。
report-no-goal = 还没有设定目标，无法说明能达成多少。
report-leads-a = A 类线索
report-leads-b = B 类线索
report-average-cost = 平均成本
report-per-registration = 每个注册
report-per-registration-with-events = 每个注册，含活动分摊
report-no-budget = 已分配；未填预算
report-all-allocated = 全部已分配
report-none-allocated = 还没有分配
report-too-large = 太大，无法计算
report-over-budget = 超支 { $amount }
report-left = 尚有 { $amount } 未分配
report-what-is-left = 截至{ $month }底已花费{ $spent }，不再变动；其余金额分给{ $n ->
    [1] 最后一个月
   *[other] 剩下的 { $left } 个月
  }
report-proposal-goal = 按此分配，计划可达成目标的{ $then }，原为{ $now }
report-proposal-goal-likely = 按此分配，计划可达成目标的{ $then }，原为{ $now }；可能性{ $chance }，原{ $before }
report-happened-counts = 截至{ $month }底的月份按已知的实际结果计入，其余按计划。
report-allocation = { $money }带来 { $registrations } 个注册。
report-allocation-happened = 按计划{ $money }带来 { $registrations } 个注册，计入已发生的实际为 { $expected } 个。
report-allocation-happened-better = 按计划{ $money }带来 { $registrations } 个注册，计入已发生的实际为 { $expected } 个；剩余金额换一种分法可达 { $better } 个。
report-allocation-too-large = 分配的金额过大，无法计算；可带来 { $registrations } 个注册。
report-allocation-better = { $money }带来 { $registrations } 个注册；换一种分法，同样的钱可带来 { $better } 个。
report-better-heading = 更好的分法
report-better-title = 建议：钱不变，{ $more }
report-better-total = 合计，其中 { $rest } 不变
report-better-none = 已证明：同样 { $spend }，没有明显更好的分法。
report-better-none-found = 同样 { $spend }，没有找到明显更好的分法；搜索提前结束。
report-better-buys-nothing = { $spend }怎么分都还没有产出：渠道的曲线、比率或价值尚未填写。
report-sentence = { $words }。
report-channels = 各任务的渠道
report-channel = 渠道
report-media = 媒体
report-share = 占比
report-next = 下 { $amount } { $unit }可得
report-remark = 说明
report-own-share = { $name }（自付份额）
report-own-gain = { $name }（我方净得）
report-event-brings = 接触 { $contacts } 人，线索 { $leads } 条
report-goal-heading = 目标
report-measure = 衡量
report-baseline = 基准
report-expected = 预期
report-goal = 目标
report-reached = 达成
report-value = 单客价值
report-total-revenue = 总收入
report-event = 共享活动：{ $name }
report-not-shared = 费用尚未分摊，见检查结果。
report-party = 参与方
report-party-share = 份额
report-paid = 已付
report-received = 已收
report-event-total = { $sums }，总费用 { $amount }。
report-event-too-large = 费用或收入太大，无法计算，因此不知道各方的份额。
report-event-gain = { $sums }，净得 { $amount }。
report-balance = 应收（+）应付（−）
report-alone = 单独办
report-saving = 节省
report-transfer-from = 付款方
report-transfer-to = 收款方
report-transfer-amount = 金额
report-transfer-why = 原因
report-ripple = 波纹：{ $name }
report-dated = { $name }，{ $date }
report-step = 步骤
report-cost = 费用
report-people = 触达人数
report-roi = 投入产出比（ROI）
report-pyramid-heading = 金字塔
report-pyramid-level = 金字塔层级
report-pyramid-of = 共 { $count } 层
report-pyramid-open = 已答 { $answered } 项标准，共 { $count } 项；一层的标准全部作答后才可能站稳，平均分不含未答的标准。
report-pyramid = 已达到第 { $level } 层（共 5 层）；各层平均 { $mean }，{ $threshold } 起算达到。
report-blocker = 阻碍下一层的是：{ $name }
report-next-step = 最省钱的下一步：{ $name }，花费 { $cost }
report-level = 层级
report-score = 得分
report-holds = 达到
report-yes = 是
report-no = 否
report-team-heading = 团队
report-accountable = { $name }对目标负责。
report-function = 职能
report-kpi = KPI 指标
report-serves = 服务于目标
report-nobody = 无人
report-topics-heading = 话题
report-topic = 话题
report-peak-day = 高峰日
report-peak = 日浏览量
report-carries = 针对的活动
report-attention = 当天关注度
report-findings-heading = 检查结果
report-no-findings = 没有需要改进之处。
report-finding = { $severity }：{ $message }。{ $remedy }。
report-assumptions-heading = 假设
report-likely-values = 所有数值均按每项估计的最可能值计算。
report-comma = 、
report-space = {""}
report-findings-counts = { $errors } 个错误，{ $warnings } 个警告，{ $advice } 条建议。
report-proposal-title = 最优分配：{ $name }
report-months-title = 各月最优分配：{ $name }
report-months-evenly = 平均投放为 { $value }
report-months-wins = 按月安排比最优的平均投放{ $more }
report-months-as-even = 没有渠道只在部分月份投放更好：平均投放可得到同样的结果
report-months-pulse = “{ $name }”在 { $months } 个月中的 { $n } 个月投放
report-months-pulse-wins = “{ $name }”在 { $months } 个月中的 { $n } 个月投放，比平均投放多得 { $more } 个注册
report-months-pulse-list = { $words }：{ $list }
report-months-table = 各月金额
report-months-before = 此前
report-money-by-month = 资金按月安排：{ $all } 个渠道中有 { $own } 个各月投入不同，或投入的效果延续到以后各月。由此可得 { $won } 个注册；同样的钱平均投放可得 { $even } 个。
report-money-evenly = 各渠道按月平均投放，可得 { $won } 个注册。
report-month-over-cash = { $month }超出 { $amount }
report-months-over-cash = 花费超过当月可用资金：{ $list }。
report-months-later = “{ $name }”的投入中有 { $amount } 在最后一个月之后才起作用，此处不计其注册。
report-months-cash = 可用资金
report-months-whole = 全期合计
report-months-drawn = 各月注册：柱为按计划，线为同样的钱平均投放
report-months-planned = 注册
report-months-if-even = 注册（平均投放）
report-thousand = 千{ $unit }
report-alt-by-month = 各月注册，以及同样的钱平均投放时的注册。{ $month }最多：{ $most } 个。
report-proposal-now = 现为 { $value }
report-proposal-spend = 花费
report-proposal-bound = 任何分配都不会超过
report-proposal-bound-spend = 达到同样结果的花费不会低于
report-proposal-bound-last = 以此边际成本，任何分配都不会超过
report-proposal-cost-average = { $objective ->
    [leads] 每条线索平均成本（{ $unit }）
    [customers] 每位客户平均成本（{ $unit }）
    [revenue] 每 1 元收入平均成本（{ $unit }）
   *[registrations] 每个注册平均成本（{ $unit }）
  }
report-proposal-cost-next = { $objective ->
    [leads] 再多一条线索的成本（{ $unit }）
    [customers] 再多一位客户的成本（{ $unit }）
    [revenue] 再多 1 元收入的成本（{ $unit }）
   *[registrations] 再多一个注册的成本（{ $unit }）
  }
report-proposal-cost-asked = 要求不超过 { $cost }
report-proposal-proven = 已证明：没有更好的分配
report-proposal-unproven = 未证明：搜索提前结束；更好的分配至多相差 { $gap }
report-proposal-next-on = 用于“{ $name }”最合算
report-proposal-cut = 时间已到，还有预算没有算完。
report-proposal-same-unproven = 未证明：搜索提前结束
report-proposal-same = 现有结果至少需要
report-proposal-present = 现有
report-proposal-proposed = 建议
report-proposal-change = 变化
report-proposal-won = { $objective ->
    [leads] { $name }线索（条）
    [customers] { $name }客户（位）
    [revenue] { $name }收入（{ $unit }）
   *[registrations] { $name }注册（个）
  }
report-proposal-limits = 受限之处及其代价
report-proposal-each = 各渠道的钱能得多少
report-proposal-average = { $name }平均成本
report-proposal-next = { $name }{ $next }
report-proposal-frontier = 其他预算最多能得多少
report-proposal-budget = 预算
report-proposal-limit-gain = { $limit }：取消后{ $more }
report-proposal-limit-saving = { $limit }：取消后可少 { $gain }
report-won = { $objective ->
    [leads] { $value } 条线索
    [customers] { $value } 位客户
    [revenue] { $value } { $unit }收入
   *[registrations] { $value } 个注册
  }
report-won-unit = { $objective ->
    [leads] 线索（条）
    [customers] 客户（位）
    [revenue] 收入（{ $unit }）
   *[registrations] 注册（个）
  }
report-won-more = { $objective ->
    [leads] 可多得 { $value } 条线索
    [customers] 可多得 { $value } 位客户
    [revenue] 收入可多 { $value } { $unit }
   *[registrations] 可多得 { $value } 个注册
  }
report-limit-budget = 预算
report-limit-cost = 成本目标
report-limit-min = “{ $name }”的下限
report-limit-max = “{ $name }”的上限
report-clash-channel = { $name }：下限 { $min } 比上限 { $max } 高 { $by }
report-clash-no-step = { $name }：{ $min } 与 { $max } 之间没有步长的整数倍
report-clash-step = 对这样的金额来说，步长 { $step } 太细：请用 { $least } 或更大的步长
report-clash-group-max = { $name }：至少需要 { $least }，比上限 { $max } 多 { $by }
report-clash-group-min = { $name }：至多可用 { $most }，比下限 { $min } 少 { $by }
report-clash-budget = 所有下限合计 { $least }，比预算 { $budget } 多 { $by }
report-clash-periods = 至少要投入 { $least }，比各期上限合计 { $most } 多 { $by }
report-clash-target = 至多可达 { $most }，比目标 { $target } 少 { $by }
report-clash-cost = 平均成本最低只能降到 { $least }，比要求的 { $cost } 高 { $by }
report-clash-cost-nothing = 必须投入的花费没有任何产出，无法满足成本目标
report-clash-last = 有延续效应，或各期、各渠道与各组的限制相互交叉时，不能按边际成本提问：请改用平均成本
report-clash-group-choice = { $name }：有渠道只能不投或至少投到下限，合计要么不超过 { $below }，要么不少于 { $above }，无法落在 { $min } 与 { $max } 之间
report-clash-no-choice = 各项限制单独可以满足，但没有任何取舍能同时满足
report-clash-not-found = 在找到任何分配之前搜索已结束；可能存在可行的分配

# 纸面。

report-to = 呈送：{ $name }
report-decide-by = 请于{ $day }前作出决定
report-page = 第 { $number } 页，共 { $all } 页
report-printed = { $date }打印
report-decision = 决定
report-decide-scenario = 照情景 ____________
report-decide-planned = 照现方案
report-decide-proposed = 照建议
report-decide-return = 退回
report-signature = 签字
report-locked = 锁定
report-with-space = { $value }{ $unit }
report-frontier = 预算前沿：{ $says }
report-goal-of = 目标：{ $measure }
report-of-goal = 目标的 { $percent }
report-likely = 达成概率
report-estimate = 估计值
report-unit = 单位
report-of-curve = 曲线 %
report-likely-value = 最可能
report-range-low = 90% 区间下限
report-range-high = 上限
report-alt-months = 逐月累计贡献收入，期末为：{ $ends }。
report-alt-odds = 各结果在模拟中出现次数的柱形图：{ $measure }。{ $facts }。
report-alt-frontier = 一条上升的曲线，表示各种预算最多能得多少：从 { $first }得 { $low }，到 { $last }得 { $high }。现方案用 { $spend }得 { $now }；同样的钱换成最优分法，可得 { $best }。
report-alt-pyramid = 五层金字塔，已达到第 { $level } 层。自下而上各层得分：{ $scores }。
report-alt-ripple = 逐步升高的收入柱：{ $steps }。
report-alt-step = { $name } { $revenue }，投入产出比 { $roi }
report-alt-topics = 规划期内各话题的关注度曲线：{ $topics }。
report-alt-events = 活动当天的关注度占最高值的比例：{ $events }。

# 实际情况。

report-track-heading = 实际情况
report-track-month = 月份
report-track-planned-money = 计划资金
report-track-real-money = 实际花费
report-track-planned-registrations = 计划注册
report-track-real-registrations = 实际注册
report-track-leads = 实际线索
report-track-planned-each = 计划单个成本
report-track-real-each = 实际单个成本
report-track-unknown = 尚无数据
report-track-by-then = 届时计划
report-track-in-the-end = 期末目标
report-track-figure = 累计注册
report-track-figure-drawn = 累计注册；浅色：今后的 80%
report-track-over = 已过 { $over } 个月，共 { $months } 个月
report-alt-track = 逐月累计的注册，计划与实际；{ $over }。各线终点：{ $ends }。
report-frontier-by-month = 资金按月安排：其他预算的结果取决于投放的月份，因此不画预算曲线。
