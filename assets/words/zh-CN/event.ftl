# 资源分配页：共享活动的用语。

event-tab = 共享活动
event-shared-events = 共享活动
event-unit-comma = {" "}
event-colon = {"："}
event-unnamed = 未命名
event-of = { $item }的{ $what }

# 页首与数字。
event-which = 选择活动
event-event = 活动
event-party = 参与方
event-total = 总费用
event-surplus = 盈余
event-our-share = 我方分摊
event-our-gain = 我方净得
event-alone = 单独举办
event-we-save = 我方节省
event-contacts = 现场接触人数
event-cost-per-lead = 每条线索成本
event-items-and-parties = { $items } 项收支，{ $parties } 方参与
event-less-income = 费用 { $cost } 减收入 { $income }
event-of-the-total = 占总费用 { $share }
event-alone-remark = 我方单独办的费用
event-leads-of-class = { $leads } 条 { $class }线索
event-instead-of = 单独举办时为 { $alone }

# 费用项。
event-items = 收支明细
event-item = 收支项
event-amount = 金额
event-cost = 费用
event-income = 收入
event-kind = 类型
event-paid-by = 付款方
event-received-by = 收款方
event-paid-or-received-by = 付款/收款方
event-shared-by = 分摊方
event-nobody-yet = 尚未付款
event-nobody-received = 尚未到账
event-paid-part = 已付 { $paid }
event-received-part = 已收 { $received }
event-several-parties = { $count } 方
event-some-of = { $some }/{ $all } 方
event-party-shares = { $party }分摊{ $item }
event-party-shares-it = { $party }分摊这一项
event-count-items = { $count } 项
event-shared-by-all = 均由各方分摊
event-shared-partly = { $count } 项非全体分摊

# 规则。
event-rules = 规则比较
event-rules-subtitle = 各方分摊，{ $unit }；每行合计 { $total }
event-rule = 规则
event-over = 多付 { $over }
event-fair = 公平
event-cost-alone = 单独成本
event-below-zero = 小于 0 即净得
event-own-rules = { $count } 项另有规则，右侧的分摊按其计算
event-why-item = “{ $item }”
event-why-more = { $more ->
   *[other] { $items }等 { $all } 项
  }
event-why-items = { $items }：{ $why }
event-why = { $why ->
    [too-many] 参与方、项目和付款太多
    [no-parties] 没有参与方
    [no-weight] 所有权重都是 0
    [no-benefit] 所有收益都是 0
    [no-cost-alone] 所有单独成本都是 0
   *[lacks] { $party }缺少此规则所需的数
    [missing] 还差 { $amount }
    [surplus] 多出 { $amount }
  }

# 谁付多少。
event-who-pays = 谁付多少 { $unit }
event-not-split = 费用无法分摊：{ $why }
event-share = 分摊
event-alone-short = 单独
event-saving = 节省
event-our-mark = 我方分摊
event-others-mark = 其他方
event-cost-alone-mark = 单独成本
event-paid-mark = 已付
event-spent-mark = 净付

event-shares = 分摊
event-transfers = 转账
event-transfers-in = 转账 { $unit }
event-way = 结算方式
event-fewest = 笔数最少
event-direct = 直接付给付款方
event-share-paid = 分摊 { $share }，{ $paid }
event-gain-paid = 净得 { $gain }，{ $paid }
event-due-paid = 目前应付 { $due }，{ $paid }
event-due-gain-paid = 目前应得 { $gain }，{ $paid }
event-pays-to = { $from }付给{ $to }
event-direct-head = 付款
event-direct-sum = 共付
event-direct-gets = 共收
event-copy = 复制给合作方的文字
event-copy-in = 复制给合作方的文字：{ $language }
event-several-payers = 多方付款…
event-several-receivers = 多方收款…

# 详情。
event-details = 详情
event-parties = 参与方
event-us = 我方
event-is-us = { $party }是我方
event-weight = 权重
event-percent = 百分比
event-benefit = 收益
event-parties-help = 规则所依据的数在选用该规则或添加该列后出现；单独成本用来衡量节省。
event-no-items = 添加费用和收入，写明金额和付款方、收款方。
event-split-by = 分摊规则
event-rule-of-event = 同活动：{ $rule }
event-who-paid = 各方已付 { $unit }
event-who-received = 各方已收 { $unit }
event-payment-of = { $party }为{ $item }付的款
event-receipt-of = { $party }从{ $item }收的款
event-paid-in-full = 已付清
event-no-amount-yet = 还没有金额
event-not-paid-yet = 还有 { $left } 未付
event-paid-too-much = 比费用多付 { $surplus }
event-received-in-full = 已到账
event-not-received-yet = 还有 { $left } 未到账
event-received-too-much = 比收入多收 { $surplus }
event-task = 任务
event-media = 媒体
event-class = 线索类别
event-lead-rate = 线索率 %
event-stages = 客户循环的阶段

# 菜单与撤销步骤。
event-more-for = { $item }的更多操作
event-move-up = 上移
event-move-down = 下移
event-step-change = 修改{ $item }的{ $what }
event-step-rename = 重命名{ $what }
event-step-move = 移动{ $item }
event-step-remove = 删除{ $item }
event-step-add-event = 添加活动
event-step-add-party = 添加参与方
event-step-add-item = 添加费用
event-step-add-income = 添加收入
event-step-us = 把{ $party }设为我方
event-step-payer = 修改{ $item }的付款
event-step-receiver = 修改{ $item }的收款
event-step-sharers = 修改{ $item }的分摊方
event-step-rule = { $item }的分摊规则：{ $rule }

# 还没有活动时。
event-new-name = 新活动
event-empty-question = 您与谁共办活动？
event-empty-lines = 单独举办一场大型活动花费不菲。与上下游伙伴“搭公车”，费用就能摊开：列出费用和参与方，看看各方付多少、是否公平。
event-empty-begin = 添加第一个活动
event-ways = 分摊费用的办法
event-way-equal = 各方相同
event-way-benefit = 按各方所得，例如线索或到场人数
event-way-alone = 按各方单独举办的成本
event-way-equal-savings = 使各方比单独举办节省的金额相同
event-way-airport = 规模的每一级由需要它的各方分摊（沙普利值）
event-empty-step-1 = 列出费用与收入
event-empty-about-1 = 费用与收入，以及谁已付款、谁已收款
event-empty-step-2 = 写明参与方
event-empty-about-2 = 以及各方单独举办的成本
event-empty-step-3 = 比较规则
event-empty-about-3 = 各方付多少、省多少，谁会多付

# 从电子表格粘贴。
event-step-paste = 粘贴 { $n } 个单元格
