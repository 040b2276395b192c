# 情景：基准规划之外的其他花法。

scenario-called = 情景：{ $name }
scenario-base = 基准规划
scenario-heading = 情景对比
scenario-title = 情景对比：{ $name }
scenario-none = 规划还没有情景：情景是保存在规划旁的其他花法。
scenario-same-draws = 所有情景用同一组抽取来评判：彼此的差别并非偶然。
scenario-nothing-varies = 没有带范围的估计值：结果就是这些数。
scenario-figure = 指标
scenario-allocated = 已分配
scenario-attainment = 目标达成
scenario-bad-year = 坏年份（一成低于）：{ $measure }
scenario-all-others = 其余各项，各情景相同
scenario-same = 与基准规划没有差别
scenario-says = { $name }：{ $said }
scenario-with-note = { $said }{ $note }
scenario-comma = 、
scenario-left-out = 还有 { $n } 个情景未列出：{ $ids }。
