# 资源分配页：渠道。

allocation-tab = 资源分配
allocation-channels = 渠道
allocation-channel = 渠道
allocation-objective = 优化指标
allocation-objective-known = 随目标而定（比率齐备后）
allocation-step = 步长
allocation-step-hint = 值得调动的最小金额
allocation-of = { $item }的{ $what }
allocation-name-cell = 表格中“{ $item }”的名称
allocation-task-a = 线上获取 A 类客户
allocation-task-b = 线上线下共同获取 B 类客户
allocation-task-w = 线上维护用户口碑

# 指标

allocation-figure-budget = 预算 { $unit }
allocation-figure-registrations = 注册 个
allocation-figure-leads-a = A 类线索 条
allocation-figure-leads-b = B 类线索 条
allocation-figure-average = 平均成本 { $unit }/个
allocation-each-registration = 每个注册
allocation-each-registration-with-events = 每个注册，含活动分摊
allocation-of-registrations-a = A 类注册的 { $share }
allocation-of-registrations-a-w = A、W 类注册的 { $share }
allocation-from-events = 其中活动 { $leads } 条
allocation-budget-hint = 填写预算
allocation-all-allocated = 全部已分配
allocation-too-large = 合计过大
allocation-none-allocated = 还没有分配
allocation-left = { $amount } 未分配
allocation-over = 超出 { $amount }

# 表格

allocation-column-channel = 渠道
allocation-column-budget = 预算 { $unit }
allocation-column-budget-plain = 预算 { $unit }
allocation-column-share = 占比 %
allocation-column-registrations = 注册 个
allocation-column-average = 平均成本
    { $unit }/个
allocation-column-next = 再花 { $amount }
    可得 个
allocation-event-brings = 自付份额；接触 { $contacts } 人，线索 { $leads } 条
allocation-event-gains = 我方净得；接触 { $contacts } 人，线索 { $leads } 条
allocation-event-hover = 查看费用如何分摊
allocation-row-left = 未分配
allocation-row-over = 超出预算
allocation-drag-budget = 左右拖动可改预算
allocation-lock = 锁定{ $item }
allocation-unlock = 解锁{ $item }
allocation-below-min = 低于下限 { $min }
allocation-above-max = 高于上限 { $max }
allocation-add-channel-to = 为“{ $task }”添加渠道

# 右栏

allocation-part-curve = 曲线
allocation-part-channel = 渠道详情
allocation-part-group = 分组
allocation-part-task = 任务
allocation-part-leads = 线索转化
allocation-remove = 删除{ $item }
allocation-copy = 复制{ $item }
allocation-copy-of = { $item }（副本）
allocation-down = 下移{ $item }
allocation-up = 上移{ $item }
allocation-sums = 花费与所得
allocation-contacts = 活动接触人数
allocation-revenue = 收入 { $unit }
allocation-plot = 花多少钱（{ $unit }）得多少注册（个）
allocation-plot-range = 花多少钱（{ $unit }）得多少注册（个）；浅色为 90% 区间
allocation-plot-months = 按各月投入，花多少钱（{ $unit }）得多少注册（个）
allocation-plot-range-months = 按各月投入，花多少钱（{ $unit }）得多少注册（个）；浅色为 90% 区间
allocation-now = 现在 { $registrations }
allocation-inflection = { $amount } 前
    越花越划算
allocation-ceiling-at = 上限 { $registrations }
allocation-no-curve = 这条曲线还不能用
allocation-read-spend = 花 { $unit }
allocation-read-registrations = 得注册 个
allocation-read-average = 平均成本 { $unit }/个
allocation-read-next = 再花 { $amount } 可得

# 曲线

allocation-way-fixed = 固定
allocation-way-linear = 线性
allocation-way-two-points = 两个记得的点
allocation-way-saturating = 首个成本和上限
allocation-way-s-shaped = S 形
allocation-way-fitted = 拟合
allocation-remember = 还记得哪些数字？
allocation-way-fixed-remembers = 一笔投入，以及带来多少注册
allocation-way-linear-remembers = 每个注册的成本，以及最多能有多少
allocation-way-two-points-remembers = 两笔投入，各带来多少注册
allocation-way-saturating-remembers = 最初的注册成本，以及最多能有多少
allocation-way-s-shaped-remembers = 最多能有多少，以及达到一半要投多少
allocation-way-fitted-remembers = 已发生的实际数据（填写或导入）
allocation-curve-registrations = 注册
allocation-cost-each = 单个成本
allocation-first-cost = 首个成本
allocation-ceiling = 上限
allocation-base = 起点
allocation-half-spend = 半程花费
allocation-shape = 形状
allocation-shape-limits = 0.2 到 10
allocation-shape-outside = 形状请填 0.2 到 10；大于 1 为 S 形
allocation-first-spend = 第一点投入
allocation-second-spend = 第二点投入
allocation-bought = 得注册
allocation-unit-registrations = 个
allocation-unit-times = 倍
allocation-points-not-in-order = 应大于第一个点的花费
allocation-points-not-rising = 第二个点得到的不比第一个多；请改用“固定”或更正
allocation-points-not-saturating = 第二个点的单个成本不比第一个高；请改用“线性”或“S 形”
allocation-curve-held = { $problem }；改好前曲线不变
allocation-use-way = 改用“{ $way }”
allocation-range-at = 投入 { $spend } 时为 { $range } 个注册
allocation-range-outside = { $range } 不包含曲线给出的结果；请写成它的倍数，例如 0.7..1.4{ $likely ->
    [none] {""}
   *[other] ，或写包含 { $likely } 的注册数
  }
allocation-meanwhile = { $problem }（改好前仍按 { $value } 计算）
allocation-fitted = 由 { $n } 行实绩拟合，平均相差 { $residual } 个注册

# 渠道的各项

allocation-channel-name = 渠道名称
allocation-media = 媒体
allocation-min = 下限
allocation-max = 上限
allocation-max-hint = 全部预算
allocation-off-or-min = 不投，或不低于下限
allocation-locked = 锁定
allocation-locked-here = 锁定预算
allocation-lead-rate = 线索率
allocation-from-group = 沿用分组 { $rate }
allocation-rate-hint = 如 5% 或 4%..7%
allocation-kpi = KPI 指标
allocation-stages = 服务的客户循环阶段
allocation-stage-named = 阶段：{ $stage }
allocation-no-stage = 尚未服务任何阶段
allocation-no-group = 无
allocation-new-group-choice = 新建分组…
allocation-new-group = 新分组
allocation-new-channel = 新渠道

# 分组与任务

allocation-group-name = 分组名称
allocation-group-rate-says = 用于没有单独线索率的渠道
allocation-limits = 限额
allocation-limits-says = 整个任务的金额
allocation-task-has = 现在为 { $spend }
allocation-quantitative = 定量指标
allocation-quantitative-says = 从多少到多少
allocation-add-quantitative = 添加定量指标
allocation-new-kpi = 新指标
allocation-kpi-name = 指标名称
allocation-kpi-text = 定性指标
allocation-kpi-from = 起点
allocation-kpi-to = 目标值
allocation-qualitative = 定性指标
allocation-qualitative-says = 要做到什么
allocation-add-qualitative = 添加定性指标

# 线索转化

allocation-class-a-says = 仅靠线上获得
allocation-class-b-says = 线上线下共同获得
allocation-close-rate = 签约率
allocation-value = 单客价值
allocation-value-in = 单客价值 { $unit }

# 撤销记录中的步骤

allocation-step-change = 修改{ $item }的{ $what }
allocation-step-add-channel = 添加渠道
allocation-step-rename-channel = 重命名渠道
allocation-step-add-group = 添加分组
allocation-step-rename-group = 重命名分组
allocation-step-move = 移动{ $item }
allocation-step-copy = 复制{ $item }
allocation-step-remove = 删除{ $item }
allocation-step-budget = 修改预算
allocation-step-objective = 修改优化指标
allocation-step-step = 修改步长
allocation-step-add-kpi = 添加指标
allocation-step-rename-kpi = 修改指标
allocation-step-move-kpi = 移动指标
allocation-step-remove-kpi = 删除指标

# 尚无渠道时

allocation-question = 每个渠道的钱能买到什么？
allocation-question-says = 渠道沿一条曲线把钱变成注册：起初少量投入就有不少注册，投入越多，新增越少。按任务列出渠道，看看每个渠道再花一笔能得多少。
allocation-first-channel = 添加第一个渠道
allocation-three-tasks = 三项任务
allocation-example-money = 范例 { $unit }
allocation-example-registrations = 注册 个
allocation-task-a-says = 只靠线上渠道，如搜索、网站、文章、社区
allocation-task-b-says = 活动带动线上，线上带动活动，如论坛、定制活动
allocation-task-w-says = 在现有用户中维护口碑
allocation-step-1 = 写下渠道
allocation-step-1-says = 负责人、任务、能花多少
allocation-step-2 = 说明投入能换来什么
allocation-step-2-says = 两个记得的金额就能画出曲线
allocation-step-3 = 比较
allocation-step-3-says = 看看每个渠道再花一笔能得多少
allocation-from-example = 出自范例
allocation-how-to-read = 怎么看
allocation-read-now = 现在花 { $spend }，得 { $registrations } 个
allocation-read-curve = 花别的数目能得多少
allocation-read-range = 有九成把握的区间
allocation-open-example = 打开范例
allocation-open-example-says = 12 个渠道、1 场共享活动、1 次波纹，每个数字都有说明

# 多个渠道，以及从表格粘贴的渠道。
allocation-several = 已选 { $n } 个渠道
allocation-several-total = 合计 { $amount }
allocation-several-differ = 各不相同
allocation-several-of = { $n } 个渠道的{ $what }
allocation-several-remove = 删除 { $n } 个渠道
allocation-several-help = 按住 Ctrl 点击可加选或取消一个渠道，按住 Shift 点击可选到该渠道为止。规划其他部分引用的渠道，删除前会先询问。
allocation-step-several = 修改 { $n } 个渠道的{ $what }
allocation-step-paste-budgets = 粘贴 { $n } 个预算
allocation-step-paste-names = 粘贴 { $n } 个名称
allocation-step-paste-channels = 粘贴 { $n } 个渠道
allocation-paste-no-name = 未采用任何数据：这块数据第 { $row } 行没有名称。渠道数据的列依次为名称、预算、注册数

# 显示哪些渠道。
allocation-search = 查找渠道
allocation-show = 显示
allocation-show-all = 全部渠道
allocation-show-locked = 已锁定
allocation-show-ownerless = 无负责人
allocation-show-findings = 有问题
allocation-show-spent = 再花钱无增量
allocation-show-all-again = 全部显示
allocation-order = 排序
allocation-order-plan = 按规划顺序
allocation-order-name = 按名称
allocation-order-owner = 按负责人
allocation-order-budget = 按预算
allocation-order-registrations = 按注册数
allocation-order-cost = 按平均成本
allocation-order-leads = 按线索
allocation-order-customers = 按客户
allocation-order-revenue = 按收入
allocation-order-next = 按再花的收效
allocation-shown = { $n ->
   *[other] 显示 { $of } 个渠道中的 { $shown } 个
}
allocation-shown-hint = 合计始终是全部渠道的。
allocation-fold = 收起{ $item }
allocation-unfold = 展开{ $item }
