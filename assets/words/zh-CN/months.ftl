# 资源分配页：各月资金。

months-page = 各月
months-suggest = 建议最优月份…
months-timing = 季节与资金…
months-spread = 按月分配
months-unit = { $size ->
    [ten-thousand] 万{ $unit }
    [hundred-million] 亿{ $unit }
   *[one] { $unit }
  }
months-unit-hint = 选中单元格后显示并填写精确金额
months-question = 钱在哪几个月花？
months-question-says = 先有渠道，然后每个渠道可以各有自己的月份。
months-first-channel = 前往渠道

# 表格

months-over-the-period = 期内分布
months-all = 各月合计
months-cash = 资金上限
months-cash-cell = { $month }资金上限
months-no-cash = 不限
months-own-share = { $event }（我方分摊）
months-cell = { $channel }，{ $month }
months-sum = { $channel }，各月合计
months-wins = 带来 { $registrations } 个注册
months-over-cash = { $month }超出资金上限 { $over }
months-shown = { $from }至{ $to }，共 { $all } 个月
months-mark-locked = 已锁定
months-mark-off = 停 { $n } 个月
months-mark-pulses = 集中投放
months-lock = 锁定此月
months-unlock = 解锁此月
months-off = 此月不能投放
months-on = 此月可以投放
months-runs = 此月可以投放
months-held-channel = 此渠道已锁定，请先在“渠道”页解锁
months-held-month = 此月已锁定，请先解锁（Ctrl+L）
months-held-off = 此渠道在这个月不能投放
months-too-large = 这样渠道的金额过大，无法计算
months-sum-locked = 已锁定的月份占 { $amount }，请先解锁其中一个月

# 按月分配

months-spread-one = 选中的渠道
months-spread-all = 全部渠道
months-spread-all-says = 所有未锁定的渠道
months-spread-evenly = 平均
months-spread-season = 按季节权重
months-spread-season-first = 按季节权重…
months-spread-no-season = 需先填写
months-spread-forget = 平均，并解锁全部月份
months-spread-like = 参照以下渠道的比例

# 步骤，显示在“撤销”之后

months-step-type = 修改{ $item }
months-step-sum = 修改{ $item }的预算
months-step-lock = 锁定{ $item }
months-step-unlock = 解锁{ $item }
months-step-off = 停投{ $item }
months-step-on = 恢复{ $item }
months-step-cash = 修改{ $month }资金上限
months-step-cash-all = 修改各月资金上限
months-step-spread = 重新分配{ $item }的各月金额
months-step-spread-all = 重新分配全部渠道的各月金额
months-step-season = 修改{ $item }的季节权重
months-step-carry-over = 修改{ $item }的留存比例
months-step-before = 修改{ $item }的期前花费
months-step-paste = 粘贴 { $n } 个数据

# 粘贴的数据

months-paste-one-row = 未采用任何数据：各月资金上限只有一行，而这块数据有多行
months-paste-sums = 未采用任何数据：合计需逐个填写，成块的数据只能填入各月
months-paste-held = 未采用任何数据。{ $cell }：{ $why }
months-paste-too-large = 未采用任何数据：{ $item }的金额会过大，无法计算

# 图

months-plot = 现有月份与平均投放
months-plot-even = 各月注册
months-plot-says = 每月注册 个
months-these = 现有月份
months-evenly = 平均投放
months-plot-tip = { $month }：{ $these } 个注册；平均投放为 { $even } 个
months-plot-tip-even = { $month }：{ $these } 个注册
months-gain-even = 每个渠道各月平均投放，共 { $sum } 个注册。在某个月填写金额，即可在该月多投。
months-gain-none = 与同样金额平均投放的注册一样多，共 { $sum } 个。
months-gain-more = 比同样金额平均投放多 { $n } 个注册，共 { $sum } 个。
months-gain-less = 比同样金额平均投放少 { $n } 个注册，共 { $sum } 个。

# 季节与资金

months-timing-title = 季节与资金
months-timing-shows = 显示
months-season = 季节权重
months-effect = 持续效果
months-off-months = 停投月份
months-season-says = 每个月有多重要，总和不限：权重 2 的效果是 1 的两倍。渠道没有自己的权重时，采用所属任务的权重。
months-season-cell = { $item }的季节权重，{ $month }
months-season-clear = 清除{ $item }的季节权重
months-effect-says = 留存比例：一个月后效果还剩多少。期前的花费因此在期内继续起作用。
months-carry-over-head = 留存比例 %
months-half-life-head = 减半所需
months-carry-over = { $item }的留存比例
months-carry-over-most = 一个月后最多留存 { $most }%
months-at-once = 当月见效
months-half-life = { $months } 个月
months-before-head = { $month }
    { $unit }
months-before = { $item }的期前花费，{ $month }
months-off-says = 打叉表示渠道在该月不能投放，金额转到它的其他月份。
months-off-cell = 不能投放：{ $cell }
months-cash-says = 所有渠道与活动分摊在一个月内最多可用的资金。
months-cash-all = 每月上限
months-cash-differ = 各月不同
