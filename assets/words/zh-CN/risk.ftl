# 同一笔钱的三种分法：看愿意冒多大的险。

risk-title = 敢冒多大的险：{ $name }
risk-drawn = { $n ->
    [0] 没有任何数字会变动，因此三种都是已证明的最优
   *[other] 每种分法都用同样的 { $draws } 次抽取评判，共有 { $ranges } 项带 90% 区间的估计
}
risk-average = 平均最多
risk-chance = 最可能达成
risk-bad-year = 坏年份最好
risk-row-average = 平均
risk-channels = 各渠道所得
risk-months = 各月金额：{ $name }
risk-all-the-same = 同一种分法在三个方面都最好
risk-proven = { $name }：已证明，没有更好的分法
risk-found = { $best ->
    [chance] { $name }：目前找到的最好分法；在这些抽取中，任何分法达成目标的比例都不超过 { $bound }
    [bad_year] { $name }：目前找到的最好分法；任何分法十次中有九次所达到的都不超过 { $bound }
   *[other] { $name }：目前找到的最好分法；任何分法平均都不超过 { $bound }
}
risk-nothing-to-win = 目前注册还不产生价值：请填写线索率、签约率和单客价值
risk-column-way = 分法
risk-column-chance = 达成可能
risk-column-bad-year = 坏年份
risk-column-moved = 调整金额
risk-now = 现在
risk-instead = { $name }：{ $then }，现在 { $now }
risk-hover = { $name }：平均 { $average }；十次中有九次超过 { $bad }
risk-common-draws = 都用同样的 { $draws } 次抽取评判
risk-no-better = { $name }：{ $then }，与现在相同
risk-nothing-to-move = 各渠道的金额都已锁定或固定：没有可以重新分配的钱
risk-stopped = 在求出三种分法之前搜索已结束
