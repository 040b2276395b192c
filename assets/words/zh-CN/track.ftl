# 跟踪页的用语。

track-tab = 跟踪

# 页首。
track-nothing-yet = 实际与计划
track-sentence = 到{ $month }底，{ $spend } 的资金带来了 { $registrations } 的注册
track-sentence-goal = { $so_far }；照此进度，目标可达成 { $reached }
track-sentence-likely = { $so_far }；照此进度，目标可达成 { $reached }，可能性{ $chance }
track-shows = 显示
track-so-far = 进度
track-replan = 重新规划其余月份…
track-by-month = 按月

# 尚无实际数据。
track-empty-question = 到目前为止发生了什么？
track-empty-lines = 填写各渠道在已过月份里的花费和注册，从电子表格粘贴一块数据，或导入广告平台的报表，计划便与实际对照。
track-empty-no-channels = 实际数据按渠道填写，而计划里还没有渠道。
track-empty-begin = 填写月份
track-empty-add-channels = 前往渠道
track-empty-example = 打开五个月之后的范例
track-step-1 = 填写月份
track-step-1-words = 各渠道的资金和注册；知道的话，还有线索、客户和收入。
track-step-2 = 对照
track-step-2-words = 各渠道与其计划、曲线对照。差异超出偶然，才说是差异。
track-step-3 = 学习
track-step-3-words = 过去的月份说明曲线究竟如何；点一下即可采用。

# 已过的月份。
track-through = 已过的月份
track-through-month = 到{ $month }底
track-through-none = 尚无
track-through-known = 按已知：{ $month }
track-step-through = 修改已过的月份

# 图。
track-figure = 计划与实际
track-figure-money = { $unit }，累计
track-figure-counted-fan = 累计；浅色：今后的 80%
track-figure-counted = 全部渠道，累计
track-figure-contributed = 贡献收入，{ $unit }，累计
track-figure-fan = 贡献收入；浅色：今后的 50% 与 90%
track-followed = 对照项
track-spend = 资金
track-end-plan = 计划 { $amount }
track-end-path = 目标路径 { $amount }
track-end-real = 实际 { $amount }
track-end-expected = 预期 { $amount }
track-over = 已过 { $over } 个月，共 { $months } 个月
track-nothing-known = 尚无数据：{ $what }
track-month-real = 到{ $month }底：计划 { $planned }，实际 { $real }
track-month-to-come = 到{ $month }底：计划 { $planned }，预期 { $real }

# 过去的月份说明曲线如何。
track-curve = { $channel }：曲线学到了什么
track-curve-subtitle = 每月；{ $unit }与注册
track-curve-learning = 曲线正在学习…
track-curve-none = 它还没有可以学习的曲线。
track-curve-state = 填写曲线…
track-curve-no-months = 没有一个月同时知道资金和注册，曲线无从学起。
track-curve-learned = 曲线已学到{ $month }底。此后补录的这些月份，曲线不再学习。
track-as-guessed = 原估计
track-as-learned = 学到的
track-as-stated = 现曲线
track-ceiling = 上限，全期
track-half = 半量花费，全期
track-shape = 陡度
track-cost = 单个注册
track-at-present = 按计划资金
track-was = 原 { $was }
track-range = 90%：{ $range }
track-learned-before = 此前已学 { $n } 个月
track-take-over = 采用
track-take-over-all = 全部采用（{ $n }）
track-step-take-over = 采用{ $channel }学到的曲线
track-step-take-over-all = 采用 { $n } 条学到的曲线

# 渠道表。
track-channels = 到{ $month }底的渠道
track-channels-none = 渠道
track-channels-subtitle = 计划、实际及占计划的百分比；金额单位：{ $unit }
track-head-channel = 渠道
track-head-spend =
  资金
  计划
track-head-registrations =
  注册
  计划
track-head-each =
  单个成本
  计划
track-head-real = 实际
track-head-says = 差异说明什么
track-more = 比曲线多 { $percent }
track-times = 曲线的 { $times } 倍
track-less = 比曲线少 { $percent }
track-within-chance = 与曲线之差在偶然范围内
track-too-little = 数据太少，还说不准
track-known = { $over } 个月中已知 { $known } 个
track-says-and = { $says }；{ $known }
track-incomplete = { $n } 个渠道数据不全
track-kpi = { $day }为 { $value }，届时计划 { $planned }，最终 { $target }
track-kpi-read = { $day }为 { $value }
track-kpi-unread = 尚未读数；最终 { $target }

# 按月的表格。
track-grid-money = { $unit }；电子表格的一块数据粘贴到其第一格
track-grid-counted = 电子表格的一块数据粘贴到其第一格
track-typed = 填写项
track-stray = 有 { $n } 个渠道已不在规划中，其数据不计入
track-remove-stray = 去掉这些数据
track-cell = { $channel }的{ $what }，{ $month }
track-earlier-months = 更早的月份
track-later-months = 更晚的月份
track-step-type = 填写{ $figure }
track-step-paste = 粘贴 { $n } 个数：{ $what }

# 读数。
track-readings = 读数
track-readings-subtitle = 最后添加的在前
track-readings-none = 还没有读数。右侧列出可读的指标；也可以添加一项并取名。
track-add-reading = 读数
track-reading-day = 日期
track-reading-name = 读数项
track-reading-value = 值
track-reading-hint = 名称与单位
track-reading-of = { $name }的{ $what }，{ $day }
track-remove-reading = 删除{ $name }（{ $day }）
track-step-reading = 修改{ $name }的读数
track-step-add-reading = 添加{ $name }的读数
track-offered = 可读的指标
track-offered-subtitle = 任务、口碑与团队的 KPI
track-offered-read = 最近读数
track-offered-planned = 届时计划
track-offered-target = 最终
track-read = 添加{ $name }的读数
track-step-paste-readings = 粘贴 { $n } 个读数单元格
