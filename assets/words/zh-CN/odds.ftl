# 可能性的用语：按区间抽取、概率、影响最大的因素。

odds-chance-is = 为 { $percent }
odds-chance-below = 低于 { $percent }
odds-chance-above = 高于 { $percent }

# 各项估计的名称，用在旁边没有输入框的地方。
odds-input-registrations = 注册数
odds-input-lead-rate = 线索率
odds-input-close-a = A 类签约率
odds-input-value-a = A 类单客价值
odds-input-close-b = B 类签约率
odds-input-value-b = B 类单客价值
odds-input-contacts = 接触人数
odds-input-audience = 现场人数
odds-input-onsite-lead-rate = 现场线索率
odds-input-onsite-sign-rate = 现场签约率
odds-input-value = 单客价值
odds-input-conversion = 长期转化率
odds-input-sharers = 分享人数
odds-input-friends = 每人好友数
odds-input-offsite-lead-rate = 场外线索率
odds-input-offsite-sign-rate = 场外签约率
odds-input-reshare-rate = 再次转发率
odds-input-of = { $item }：{ $what }

# 纸面上的用语。
odds-heading = 可能性
odds-draws = { $n ->
   *[other] 按 { $ranges } 项带 90% 区间的估计抽取 { $draws } 次，其余各项取最可能值。
}
odds-no-ranges = 还没有估计带 90% 区间，因此算不出可能性。请在输入框中填写区间，例如 2%..5%。
odds-likely = 达成的可能性{ $chance }。
odds-result = 结果
odds-p10 = 一成低于
odds-p50 = 一半低于
odds-p90 = 九成低于
odds-chance = 达成目标
odds-roi = 全部投入的投入产出比（ROI）
odds-all-targets = 所有目标同时达成：{ $percent }。
odds-chance-of = { $percent } ± { $error }
odds-movers = 什么影响最大：{ $measure }
odds-explains = 解释
odds-low-result = 取下限时
odds-high-result = 取上限时
odds-paper-ripple-sure = { $name }：投入产出比为 { $low }。
odds-paper-ripple = { $name }：十次中有八次，投入产出比在 { $low } 与 { $high } 之间。
odds-paper-mover = 影响最大的是{ $input }（占波动的 { $percent }）。
odds-paper-reward = 每份奖励最多可花 { $most }，再多，分享的回报就低于漏斗。
odds-paper-dies-out = 传播自行终止的可能性：{ $percent }。

# 窗口中的用语。
odds-of-plan = 整个规划的可能性
odds-subtitle = { $unit }；{ $drawn }，{ $sure }
odds-subtitle-sure = ±{ $error } 个百分点
odds-subtitle-drawn = 抽取 { $draws } 次
odds-subtitle-no-goal = { $unit }；{ $drawn }
odds-write-a-range = 在数值旁写出可能的下限与上限，例如 7..14，这里就会给出可能性。
odds-drawing = 正在计算可能性
odds-goal = 目标 { $amount }
odds-goal-short = 目标
odds-fall-short = 达不到：{ $percent }
odds-reach = 能达到
odds-in-words = 一成情况低于 { $low }，一半低于 { $middle }，九成低于 { $high }；{ $beyond } 超过 { $end }
odds-beyond = 另有 { $percent } 更高
odds-what-moves = 什么影响最大
odds-what-moves-subtitle = 取区间两端时的结果
odds-nothing-moves = 还没有数值带区间
odds-share = 占比 %
odds-mover = { $name }：占波动的 { $percent }%，结果从 { $low } 到 { $high }
odds-sharing-explains = { $n } 项分享输入解释了 { $percent } 的波动
odds-moves-roi = 对投入产出比影响最大
odds-unit-customers = 位客户
