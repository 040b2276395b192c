# 团队页的用语。

team-tab = 团队

# 标题句与添加按钮。
team-sentence = { $first }；{ $second }
team-sentence-owner = { $owner }对目标负责
team-sentence-no-owner = { $nobody }对目标负责
team-nobody-answers = 尚无人
team-sentence-gap = { $function }无人执行
team-sentence-gaps = { $count } 项职能无人执行
team-sentence-complete = 各项职能都有人执行
team-sentence-no-functions = 规划里还没有职能
team-sentence-empty = 团队还没有成员
team-add-person = 成员
team-add-kpi = KPI 指标
team-add-kpi-to = 为{ $function }添加 KPI
team-add-function = 职能
team-person-unnamed = 新成员
team-kpi-unnamed = 新 KPI

# 目标负责人卡片。
team-accountable-for = 目标负责人
team-accountable = 负责
team-accountable-and = 负责，{ $role }
team-choose-owner = 请选定一位对目标负责的人
team-no-statement = 目标还没有写成一句话
team-goal-figures = { $customers } 位客户，{ $revenue }
team-goal-customers = { $customers } 位客户

# 工作量。
team-load = 工作量
team-load-unit = 每周小时，投入 / 可用
team-load-unit-short = 每周小时
team-load-of = { $person }：占可用时间 { $percent }
team-load-all = { $n ->
    [one] 一人
   *[other] 全部{ $shown }人
  }
team-count-2 = 两
team-count-3 = 三
team-count-4 = 四
team-count-5 = 五
team-count-6 = 六
team-count-7 = 七
team-count-8 = 八
team-count-9 = 九
team-count-10 = 十
team-owns = 负责 { $list }
team-owns-goal = 负责目标
team-owns-nothing = 没有负责的事项
team-owns-channels = { $n } 个渠道
team-owns-events = { $n } 场活动
team-owns-topics = { $n } 个话题
team-owns-criteria = { $n } 项标准
team-list-comma = 、

# 成员与职能的各个字段。
team-back = 关闭，回到全体工作量
team-title = 职务
team-capacity = 每周可用小时
team-other-hours = 其他小时
team-hours = 每周小时
team-hours-of = { $person }在{ $function }的小时
team-parts = 承担的职能
team-no-functions-yet = 规划里还没有职能；可在右上角添加
team-no-parts = 还没有承担职能；点表中的格子即可指定
team-function = 职能
team-who = 谁参与
team-role = { $letter }  { $role }
team-no-part = –  不参与
team-kpi = KPI 指标
team-target = 目标值
team-effect = 对目标的作用
team-effect-of = { $kpi }对目标的作用
team-because = 原因
team-remedy = 改法
team-field-of = { $item }的{ $field }
team-move-up = 上移{ $item }
team-move-down = 下移{ $item }
team-remove = 删除{ $item }

# 职能表。
team-cell = { $person }在{ $function }
team-cell-hint = { $role }，每周 { $hours } 小时
team-nobody = 无人
team-choose-responsible = 谁来执行{ $function }？
team-kpi-hint = 填写 KPI 名称
team-target-hint = 要达到的值
team-serves = 服务目标
team-pulls-away = 背离
team-not-linked = 未关联
team-pulls-against = 与{ $function }相背离
team-goal-reached = 已达成
team-goal-unknown = 还没有目标值
team-goal-share = 占收入 { $percent }

# 目标冲突。
team-apart = 目标冲突
team-apart-pulls = { $function }与{ $other }相背离
team-apart-unlinked = { $function }尚未服务于目标
team-apart-none = 各项 KPI 都服务于目标
team-apart-no-kpi = 各项职能还没有 KPI
team-because-hint = 为什么？
team-remedy-hint = 怎样改？

# 还没有成员时。
team-empty-question = 谁对目标负责？
team-empty-lines = 只有一个人对目标负责；做得好的企业往往由首席执行官担任。其他人各自参与八项职能，任何一项 KPI 都不应与别人的工作相背离。
team-empty-begin = 填写负责人
team-functions-question = 谁负责什么？
team-functions-lines = 八项职能各有一名执行人和一项服务于目标的 KPI；用不到的可以再删除。
team-functions-begin = 添加八项职能
team-step-1 = 成员
team-step-1-words = 写下参与规划的每个人，以及每周可用的小时。
team-step-2 = 谁做什么
team-step-2-words = 每项职能定一位执行人，并说明事前征询谁、事后知会谁。
team-step-3 = KPI 指标
team-step-3-words = 说明每项职能用什么衡量，以及它是否服务于目标。

# 步骤名称，显示在“撤销”之后。
team-step-owner = 选定目标负责人
team-step-add-person = 添加成员
team-step-add-function = 添加职能
team-step-add-functions = 添加八项职能
team-step-add-kpi = 为{ $function }添加 KPI
team-step-change-person = 修改{ $person }
team-step-change-function = 修改职能{ $function }
team-step-change-kpi = 修改 KPI { $kpi }
team-step-role = 修改{ $person }在{ $function }的角色
team-step-hours = 修改{ $person }在{ $function }的小时
team-people-shown = 第 { $from }–{ $to } 人，共 { $all } 人
