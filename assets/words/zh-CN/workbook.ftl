# 工作簿的用语。

workbook-sheet-goal = 目标
workbook-sheet-channels = 渠道
workbook-sheet-assumptions = 假设
workbook-sheet-happened = 实际
workbook-sheet-events = 共享活动
workbook-sheet-ripples = 波纹
workbook-sheet-months = 月度
workbook-sheet-pyramid = 金字塔
workbook-sheet-team = 团队
workbook-sheet-topics = 话题
workbook-sheet-outlook = 建议与可能性
workbook-sheet-notes = 说明

workbook-legend = 有底色的数字可以修改，其余由公式算出。工作表受保护，未设密码。
workbook-outlook-title = 更好的分法、其他预算与可能性
workbook-outlook-say = 以下数值以导出时的方案为准：它们要靠搜索或多次抽取得出，不随本工作簿中的改动而变。
workbook-outlook-seed = 可能性由 { $draws } 次抽取得出，种子为 { $seed }；种子相同，数值相同。
workbook-mistyped = 请填写数字：比率填 0 到 1（5% 即 0.05），其余填 0 或以上的数。
workbook-live = 本工作簿的算法与程序一致，但不做搜索：更好的分法、可能性、伙伴之间的转账和检查结果，都是写出时规划里的结果。

# 假设
workbook-assumptions-title = 假设：比率与曲线
workbook-leads-become = 线索的去向
workbook-class = 类别
workbook-close-rate = 签约率
workbook-lead-rate = 线索率
workbook-group-rates = 各组的线索率
workbook-group = 组
workbook-curves = 钱能买到什么：各渠道的曲线
workbook-curves-say = 花费 x 时的注册数：零花费 + 上限 × xᵃ ÷（xᵃ + 半程花费ᵃ），a 为陡度；线性曲线为零花费 + x ÷ 单价，不超过上限。
workbook-curves-by-month = 花费 x 时的注册数：零花费 + 上限 × xᵃ ÷（xᵃ + 半程花费ᵃ），a 为陡度；线性曲线为零花费 + x ÷ 单价，不超过上限。各月投入不同的渠道，此处为平均投放的结果；按月的结果见“每月资金”。
workbook-curve = 曲线
workbook-curve-base = 零花费
workbook-curve-ceiling = 上限
workbook-curve-cost = 首个注册的成本
workbook-curve-half = 半程花费
workbook-curve-shape = 陡度
workbook-curve-first-spend = 第一次花费
workbook-curve-second-spend = 第二次花费
workbook-curve-bought = 买到的注册
workbook-curves-drawn = 花费与注册（投入最多的渠道）
workbook-spend = 花费

# 渠道
workbook-owner = 负责人
workbook-budget = 预算
workbook-allocated = 已分配
workbook-left = 未分配
workbook-registrations = 注册
workbook-contacts = 接触人数
workbook-leads = 线索
workbook-customers = 客户
workbook-revenue = 收入
workbook-total = 合计

# 实际
workbook-happened-title = 实际代替计划
workbook-happened-say = 每个渠道的第一行扣除其计划；下面各行计入已统计的实际结果，今后各月则计入剩余金额按曲线带来的注册。各行之和就是目标的变化。
workbook-happened-what = 计入
workbook-happened-plan = 扣除计划
workbook-happened-counted = 已统计
workbook-happened-rest = 今后
workbook-task = 任务
workbook-months-count = 月数
workbook-spent = 已花费
workbook-to-spend = 剩余
workbook-counted = 已统计
workbook-by-plan = 按计划的份额
workbook-counted-of = { $name }，已统计

# 每月资金
workbook-sheet-money = 每月资金
workbook-money-title = 每月资金
workbook-money-say = 每月注册数 = 当月权重 × 曲线在“当月起作用的花费 × 月数”处的值 ÷ 月数。花费中有一部分在以后各月才起作用，其比例即延续比例。
workbook-money-spent = 各月花费
workbook-money-cash = 当月可花上限
workbook-money-cash-left = 还可花
workbook-money-seasons = 各月权重（只看比例）
workbook-money-works = 各月起作用的花费
workbook-money-carried = 延续比例
workbook-money-still-works = 期初延续
workbook-money-before = 期前各月花费（最后一列为最近一个月）
workbook-money-revenue-each = 每个注册的收入
workbook-money-next-works = 再投 { $amount } { $unit }：其中各月起作用的部分
workbook-money-next-won = 再投 { $amount } { $unit }：加上之后的注册
workbook-money-real = 按实际：已花费与剩余
workbook-money-real-works = 按实际：各月起作用的花费
workbook-money-real-won = 按实际：曲线带来的注册
workbook-money-drawn = 各月{ $name }

# 目标
workbook-chain = 从投入到收入
workbook-source = 来源
workbook-money = 投入
workbook-people = 接触与触达人数
workbook-classes = 各类线索
workbook-sub-goals = 子目标
workbook-sub-goal = 子目标
workbook-due = 截止

# 共享活动
workbook-events-title = 共享活动
workbook-item = 项目
workbook-amount = 金额
workbook-item-kind = 性质
workbook-cost = 费用
workbook-income = 收入
workbook-counts = 计入
workbook-split-number = 分摊序号
workbook-rule = 规则
workbook-shared-by = 分摊方
workbook-everyone = 全体
workbook-weight = 权重
workbook-percent = 百分比
workbook-benefit = 受益
workbook-balance = 已付减已收减份额
workbook-split-check = 未被份额覆盖
workbook-settled = 谁付给谁由程序按规划中的金额和已付款项结算；在这里改动后，请回到程序重新结算。
workbook-split = 分摊 { $number }：{ $rule }
workbook-split-settled = 这些数的位数超出电子表格的精度，份额为程序算出的结果。
workbook-split-amount = 金额
workbook-split-minor = 最小单位数
workbook-split-weights = 权重合计
workbook-split-each = 每份权重得
workbook-split-rest = 余额
workbook-split-left = 剩余单位
workbook-split-first = 起始序位
workbook-split-divisor = 公约数
workbook-split-counted = 计数
workbook-split-weight = 权重
workbook-split-whole = 整数单位
workbook-split-remainder = 余数
workbook-split-order = 序位
workbook-split-alone = 单独办
workbook-split-taking = 参与者数
workbook-split-step = 费用台阶

# 波纹
workbook-ripples-title = 从漏斗到波纹
workbook-onsite = 现场转化同
workbook-covered = 已含在活动自付份额中
workbook-beyond = 另外的费用
workbook-rounds = 逐轮转发
workbook-round = 轮次
workbook-new-people = 新触达
workbook-reached-so-far = 累计触达

# 月度
workbook-months-title = 累计贡献收入
workbook-months-say = 份数表示一笔收入怎样分布到各月，只看比例。
workbook-month = 月份
workbook-in-month = 当月
workbook-so-far = 累计预期
workbook-path = 目标路径
workbook-gap = 路径减预期
workbook-per-part = 每一份

# 金字塔
workbook-pyramid-title = 客户关系金字塔
workbook-assessed = { $date }的回答。把回答改成 0、0.25、0.5 或 1，即可看到哪一层达到；“–”表示不适用，空白为未答：一层全部答完才算达到。
workbook-not-assessed = 还没有回答。请填 0、0.25、0.5 或 1；不适用填“–”。
workbook-threshold = 达到一层的门槛
workbook-reached-level = 已达到的层级
workbook-mean = 各层平均
workbook-open = 未答
workbook-criterion = 标准
workbook-answer = 回答
workbook-answer-words = 含义
workbook-evidence = 依据
workbook-cost-to-full = 做到所需费用

# 团队
workbook-team-title = 团队
workbook-nobody-accountable = 还没有人对目标负责。
workbook-raci = A 最终负责，R 执行，C 事前咨询，I 事后告知。
workbook-load = 负荷
workbook-person = 成员
workbook-position = 职位
workbook-hours = 每周投入小时
workbook-capacity = 每周可用小时
workbook-load-share = 负荷

# 话题
workbook-topics-say = 话题请在程序里调整：最高关注度要在所有日期中搜索。
workbook-spread-days = 展宽（天）
workbook-carried-events = 日历上的活动
workbook-highest = 规划期内的最高关注度（由程序找出）
workbook-event = 活动
workbook-day = 日期
workbook-of-highest = 占最高值
workbook-carried = 被带动

# 说明
workbook-notes-title = 检查结果与假设
workbook-severity = 程度
workbook-finding = 问题
workbook-remedy = 怎么改
