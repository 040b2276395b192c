# 多份规划相加。

rollup-title = { $n } 份规划汇总
rollup-reaches = 合计达成收入目标的 { $percent }：{ $expected }，目标 { $target }。
rollup-likely = 达成目标总和的可能性：{ $likely }。
rollup-no-goal = 没有一份规划有收入目标。
rollup-without-goal = { $n } 份规划没有收入目标：只是不计入达成情况。
rollup-periods = 各规划的时间不同：{ $all }。
rollup-period = { $n } 份为{ $period }
rollup-shared = { $n ->
    [0] 各规划没有共用的估计值：好坏各不相干。
   *[other] 各规划共用 { $n } 个同名的估计值，对所有规划同时抽取；其余各不相干。
  }
rollup-plan = 规划
rollup-money = 金额
rollup-share = 占比
rollup-goal = 目标
rollup-no-company = 未写公司
rollup-odds = 总和的可能性
rollup-of = { $unit }：{ $plan }
rollup-other-currency = { $path } 的货币是 { $other }，{ $source } 是 { $first }：两者之间没有汇率，无法相加
rollup-digits = { $n } 位小数的 { $code }
rollup-window-title = 汇总多份规划
rollup-window-files = 其他规划…
rollup-window-files-title = 要汇总的规划
rollup-window-none = 选择要汇总的规划：按业务单元汇总目标、资金和结果，并给出总体的可能性。
rollup-window-adding = 正在汇总…
rollup-window-copy = 复制为文本
rollup-window-copied = 已复制
