# 目标页的用语。

goal-tab = 目标

# 页首。句子里的数就地填写，各语言自有语序。
goal-sentence = 到 { $end }，{ $customers } 位移动社交消费者，每位 { $value } { $unit }，贡献收入 { $revenue } { $unit }，占总收入 { $share }
goal-in-sentence = { $figure }（句中）
goal-copy = 复制句子
goal-add-sub-goal = 子目标
goal-statement = 用自己的话写下的目标
goal-statement-hint = 用一句人人都能复述的话写下目标
goal-headline = 标题指标
goal-headline-hint = 顶栏和打印摘要所说的指标
goal-note = 目标的备注
goal-note-title = 目标的来源与假设

# 两个算式。
goal-products = 两个算式要相等
goal-products-subtitle = 框内为填写，无框为推算；金额单位：{ $unit }
goal-customers = 客户数
goal-value = 单客价值
goal-revenue = 贡献收入
goal-share = 占比
goal-total = 总收入
goal-derived = 推算
goal-target-customers = 目标客户数
goal-target-value = 目标单客价值
goal-target-revenue = 目标贡献收入
goal-target-share = 目标占比
goal-target-total = 目标总收入
goal-goal = 目标
goal-expected = 预期
goal-baseline = 基准
goal-difference = 差 { $amount }
goal-agrees =
  面积相等
  两边都是贡献收入
goal-incomplete = 还不能比较
goal-incomplete-lines = 填写客户数与单客价值，或占比与总收入
goal-too-large = 数太大
goal-clash = 两边不相等
goal-clash-lines =
  按客户 { $customers }
  贡献收入 { $revenue }
  按占比 { $share }
goal-unit-customers = 位
goal-unit-registrations = 个
goal-unit-leads = 条
goal-unit-people = 人

# 走到哪里。
goal-progress = 走到哪里
goal-progress-subtitle = 预期按各项的可能值算出
goal-mobile-social = 移动社交
goal-year = 年份
goal-baseline-year = 基准的年份
goal-expected-year = 预期 { $year }
goal-goal-year = 目标 { $year }
goal-reached = 达成 %
goal-missing = 还差
goal-baseline-customers = 基准客户数
goal-baseline-revenue = 基准贡献收入
goal-baseline-total = 基准总收入

# 子目标。
goal-sub-goals = 子目标
goal-sub-goals-subtitle = 各有负责人和日期
goal-sub-goals-none = 把目标拆成一个人能负责的部分：注册、线索、触达的人
goal-first-sub-goal = 添加第一个子目标
goal-sub-goal = 子目标
goal-name-hint = 要达到什么
goal-sub-goal-field = { $name }的{ $what }
goal-details = { $name }的详情
goal-measure = 衡量
goal-measure-all = 注册，所有任务
goal-measure-task = 注册，任务 { $task }
goal-measure-group = 注册，{ $name }
goal-measure-leads = 线索，{ $class }
goal-measure-customers = 客户，{ $class }
goal-measure-people = 场外触达，{ $name }
goal-measure-level = 第 { $level } 层得分，{ $name }
goal-measure-estimated = 人工估计的数
goal-remove = 删除{ $name }
goal-move-up = 上移{ $name }
goal-move-down = 下移{ $name }

# 逐月走势。
goal-months = 逐月走势
goal-months-subtitle = 累计贡献收入，{ $unit }
goal-right-side = 右栏
goal-mark-event = { $day }
goal-mark-ripple = { $day }，波纹开始
goal-end-goal = 目标 { $amount }
goal-end-path = 路径 { $amount }
goal-end-expected = 预期 { $amount }
goal-gap = { $month }底差 { $amount }

# 比重与里程碑。
goal-path-open = 比重与路径
goal-path = 比重与路径
goal-path-subtitle = {"  "}比重之和不限；波纹自有比重
goal-path-close = 关闭比重与路径
goal-month = 月份
goal-weight-of = { $series }在{ $month }的比重
goal-evenly = 平均
goal-evenly-named = 平均分布{ $series }
goal-milestone-day = 到这一天
goal-milestone-revenue = 累计收入 { $unit }
goal-milestone-day-named = 第 { $n } 个里程碑的日期
goal-milestone-revenue-named = 第 { $n } 个里程碑的收入
goal-milestones-none = 还没有里程碑：目标没有路径
goal-add-milestone = 里程碑
goal-remove-milestone = 删除 { $day } 的里程碑
goal-sort-milestones = 按日期排列

# 反推。
goal-backwards = 反推
goal-backwards-subtitle = 从目标倒着算，要做到什么；假设取自资源分配和波纹
goal-backwards-nothing = 填写收入目标，即可看到要做到什么
goal-on-site = 现场
goal-off-site = 场外分享
goal-needed = 要做到
goal-now = 现在
goal-new-revenue = 新收入
goal-new-customers = 新客户
goal-leads = 线索
goal-people = 注册与接触
goal-money = 投入
goal-by-value = 单客价值
goal-by-close-rate = 签约率
goal-by-lead-rate = 线索率
goal-no-gap = 规划可以达到收入目标
goal-no-way = 还差 { $gap }，而规划里没有任何途径能补上：资金、比率或价值还没有通到收入
goal-gap-to-path = { $month }底低于路径 { $amount }
goal-gap-title = 缺口 { $gap }怎么补
goal-gap-subtitle = 其余不变，每种补法要做到的数；投入合计含 W { $amount }
goal-gap-subtitle-alone = 其余不变，每种补法要做到的数
goal-way-sharers = 多请分享者
goal-way-lead-rates = 提高各处线索率
goal-way-registrations = 多得 { $class }注册
goal-way-sharers-change = { $now } → { $needed } 位，多花 { $cost }
goal-way-change = { $now } → { $needed }
goal-way-now = 现为 { $now }
goal-possible-range = 可行，在区间 { $range } 内
goal-impossible-range = 不可行，区间 { $range }
goal-possible-no-range = 没有填写区间
goal-possible-ranges = 可行，在已填的区间内
goal-impossible-rate = 不可行，超过 100%
goal-impossible-ranges = 超出已填的区间
goal-possible-ceiling = 可行，曲线上限 { $ceiling }
goal-impossible-ceiling = 不可行，曲线上限 { $ceiling }

# 还没有目标时。
goal-empty-question = 唯一的目标是什么？
goal-empty-lines = 不是粉丝数，也不是阅读数，而是移动社交消费者的人数和他们贡献的收入。规划里的一切都以它为准。
goal-empty-begin = 写下目标
goal-empty-steps = 三步
goal-empty-step-1 = 填写已知的数
goal-empty-step-1-words = 五个数填三个，其余推算
goal-empty-step-2 = 说明现状
goal-empty-step-2-words = 上一年的客户数与收入
goal-empty-step-3 = 分头负责
goal-empty-step-3-words = 子目标，各有负责人和日期

# 撤销的步骤。
goal-step-customers = 修改目标客户数
goal-step-value = 修改目标单客价值
goal-step-revenue = 修改目标贡献收入
goal-step-share = 修改目标占比
goal-step-total = 修改目标总收入
goal-step-statement = 修改目标的表述
goal-step-headline = 修改标题指标
goal-step-note = 修改目标的备注
goal-step-baseline-year = 修改基准的年份
goal-step-change = 修改{ $what }
goal-step-add-sub-goal = 添加子目标
goal-step-sub-goal = 修改{ $name }的{ $what }
goal-step-timing = 修改{ $series }的比重
goal-step-milestone = 修改里程碑
goal-step-add-milestone = 添加里程碑

# Odds
goal-months-ranges = 累计贡献收入，{ $unit }；浅色为 50% 和 90% 区间
goal-likely = 达成的可能性：{ $parts }
goal-likely-customers = 客户数 { $chance }
goal-likely-revenue = 贡献收入 { $chance }
goal-likely-share = 占比 { $chance }
goal-likely-all = 全部 { $chance }
goal-likely-comma = ，
