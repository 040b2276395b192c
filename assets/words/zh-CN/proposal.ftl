# 建议的分配：前后对比、证明、预算前沿。

proposal-suggest = 建议最优分配…
proposal-title = 建议
proposal-best-months = 最优月份
proposal-close = 关闭建议
proposal-same-money = 钱不变，{ $more }
proposal-buys = { $spend }可得 { $won }
proposal-costs = { $won }只需 { $spend }
proposal-nothing-better = 同样的钱，这样分已是最优
proposal-nothing-better-unproven = 没有找到更好的分法
proposal-buys-nothing = 这笔钱怎么分都还没有产出
proposal-infeasible = 没有分法能满足所有限制
proposal-working = 正在寻找最优分配…
proposal-broken = 计算中断，改动任意内容可重试

# 问题

proposal-given = 给定
proposal-given-budget = 预算
proposal-given-result = 结果
proposal-given-ways = 三种分法
proposal-budget = 建议的预算
proposal-result = 建议要达到的{ $objective }
proposal-as-now = 按现状

# 前后对比

proposal-column = { $objective ->
    [leads] 线索 条
    [customers] 客户 位
    [revenue] 收入
   *[registrations] 注册 个
  }
proposal-unit = { $objective ->
    [leads] 线索 条
    [customers] 客户 位
    [revenue] 收入 { $unit }
   *[registrations] 注册 个
  }
proposal-now = 现在 { $unit }
proposal-proposed = 建议
proposal-row-hover = { $name }：现在{ $before }；建议后{ $after }
proposal-row-buys = { $won }，平均 { $average } { $unit }，再花 { $amount } 得 { $next }
proposal-row-buys-nothing = 尚无，再花 { $amount } 得 { $next }
proposal-unmoved = 不变的部分
proposal-nothing-moves = 各渠道都不变

# 证明

proposal-proven = 已证明最优：任何分法都不超过 { $bound }，与上界差 { $gap }
proposal-proven-least = 已证明最优：{ $won }至少要花 { $bound }，与下界差 { $gap }
proposal-unproven = 尚未证明：搜索提前结束，最多还可多得 { $gap }，不会超过 { $bound }
proposal-unproven-least = 尚未证明：搜索提前结束，最多还可少花 { $gap }，不会低于 { $bound }
proposal-binds = 受限于：{ $limits }
proposal-binds-more = { $limits }等另 { $n } 项
proposal-and = 、
proposal-semicolon = ；
proposal-locked = 锁定项不动
proposal-kept = { $n ->
   *[other] { $names }的曲线无法使用，钱不动，所得按 0 计算
  }
proposal-kept-name = “{ $name }”
proposal-less-revenue = 收入比现在少 { $amount }
proposal-unspent = { $budget }中有 { $left }用不出去：{ $why ->
    [maximum] 各项上限合计只容得下这些
   *[nothing] 在现有限制内，再投也不会多得
}
proposal-leads = 线索 { $before } → { $after }
proposal-limit-budget = 总预算
proposal-limit-cost = 成本目标
proposal-limit-cash = { $month }资金上限
proposal-limit-group-min = { $name } 类下限
proposal-limit-group-max = { $name } 类上限
proposal-next = 再花 { $amount }{ $more }，投给“{ $name }”最合算
proposal-explained = 各项限制的代价
proposal-explained-says = 钱不变，取消后可多得
proposal-explained-says-least = 结果不变，取消后可少花
proposal-no-limit-costs = 没有哪项限制有代价，受限的只有钱
proposal-adopt = 采用
proposal-keep = 存为情景
proposal-is-kept = 已存为情景
proposal-keep-hint = 与规划并存的情景，可与其他情景对比：见顶栏
proposal-named-most = { $spend }的最优分配
proposal-named-months = { $spend }的最优月份
proposal-named-least = 最少资金：{ $spend }
proposal-limits = 限制条件…
proposal-discard = 不采用
proposal-step-adopt = 采用建议
proposal-use-budget = 改用 { $budget }
proposal-use-result = 改用 { $result }
proposal-mend-limits = 调整限制…

# 预算前沿

proposal-frontier = 预算前沿
proposal-frontier-says = 每种预算最多能得多少{ $objective ->
    [leads] 线索，条
    [customers] 客户，位
    [revenue] 收入，{ $unit }
   *[registrations] 注册，个
  }
proposal-frontier-name = 前沿上的预算
proposal-frontier-hint = { $budget }：{ $won }；点击查看分法
proposal-frontier-none = 没有预算能满足所有限制
proposal-frontier-too-long = 按月搜索其他预算耗时过长
proposal-over-months = 在各渠道和各月之间寻找最优安排；平均投放指每个渠道在可投放的月份里金额相同
proposal-pulses-more = 另有 { $n } 个渠道只在部分月份投放
proposal-frontier-best = 建议 { $value }
proposal-frontier-now = 现在 { $value }
proposal-frontier-less = { $objective ->
   *[registrations] 结果不变，少花 { $amount }
  }
proposal-best = 最优 { $value }
proposal-response = 响应曲线
