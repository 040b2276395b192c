# 检查结果：问题（…）与改法（…-mend），按代码排列。

findings-section-plan = 规划
findings-goal-not-stated = 还没有设定目标
findings-goal-not-stated-mend = 填写要达到的目标：客户数、收入或占比
findings-goal-without-sentence = 目标还没有写成一句话
findings-goal-without-sentence-mend = 用一句人人都能复述的话写下目标
findings-goal-incomplete = 目标填写得太少，无法核对是否一致
findings-goal-incomplete-mend = 填写客户数与单客价值，或占比与总收入
findings-goal-does-not-tie-out = 目标对不上：客户数 × 单客价值为 { $customers }，贡献收入为 { $revenue }，占比 × 总收入为 { $share }
findings-goal-does-not-tie-out-mend = 修改其中一个数，或清空它，由其他数推算
findings-milestone-outside-period = 目标的一个里程碑不在规划期内
findings-milestone-outside-period-mend = 把它的日期移到规划期内
findings-milestones-not-in-order = 目标的里程碑没有逐日上升
findings-milestones-not-in-order-mend = 按日期排列，收入依次增加
findings-path-misses-goal = 里程碑止于 { $end }，而目标是 { $goal }
findings-path-misses-goal-mend = 修改里程碑，或在窗口中点“处理”，让里程碑止于目标
findings-nothing-to-measure = “{ $item }”衡量的东西不在规划里
findings-nothing-to-measure-mend = 为这个子目标另选一个衡量对象
findings-no-owner = “{ $item }”没有负责人
findings-no-owner-mend = 指定一位负责人
findings-no-team = 团队里还没有人
findings-no-team-mend = 添加参与规划的人
findings-team-not-begun = 还没有人对目标负责，也没有人参与任何职能
findings-team-not-begun-mend = 先指定谁对目标负责，再分配各项职能
findings-no-accountable = 没有人对目标负责
findings-no-accountable-mend = 指定一个人；做得好的企业往往是一把手
findings-open-functions = { $functions ->
    [one] { $item }还没有人参与
   *[other] 还有 { $functions } 项职能没有人参与
  }
findings-open-functions-mend = 为每项职能指定执行人，或删去不需要的职能
findings-nobody-responsible = { $item }没有人执行
findings-nobody-responsible-mend = 为这项职能指定执行人
findings-kpi-pulls-away = { $item }：“{ $kpi }”与{ $against }相背离
findings-kpi-pulls-away-mend = 商定一个让双方都服务于目标的指标
findings-kpi-unlinked = { $item }：还没有说明“{ $kpi }”是否服务于目标
findings-kpi-unlinked-mend = 说明它服务于目标还是与之背离
findings-overloaded = { $item }每周有 { $effort } 小时的工作，只有 { $capacity } 小时可用
findings-overloaded-mend = 把一部分工作交给别人，或安排更多时间
findings-no-assessment = 金字塔还没有评估
findings-no-assessment-mend = 从最底层开始逐条评估
findings-few-criteria = 第 { $level } 层“{ $name }”只有 { $criteria } 条标准
findings-few-criteria-mend = 每一层至少设四条标准
findings-no-evidence = “{ $item }”评为 1，但没有依据
findings-no-evidence-mend = 写明依据，或改评 ½
findings-no-reason = “{ $item }”评为不适用，但没有理由
findings-no-reason-mend = 写明为什么不适用
findings-level-open = 第 { $level } 层“{ $name }”已答 { $answered } 项标准，共 { $criteria } 项
findings-level-open-mend = 请答完其余标准；全部作答后，这一层才可能站稳
findings-level-short = 第 { $level } 层“{ $name }”还差 { $by } 才算达到
findings-level-short-mend = { $step ->
    [known] 最省钱的一步：{ $criterion }，花费 { $cost }
   *[none] 先提高这一层得分最低的标准
  }
findings-no-channels = 规划里还没有渠道
findings-no-channels-mend = 添加可以投入资金的渠道
findings-no-budget = 没有填写预算
findings-no-budget-mend = 填写可分配的金额
findings-over-budget = 分配超出预算 { $by }
findings-over-budget-mend = 减少一些投入，或提高预算
findings-unallocated = 预算中还有 { $left } 没有分配
findings-unallocated-mend = 分给某个渠道，或由最优分配来安排
findings-buys-nothing = { $item }投入 { $spend }，没有带来注册
findings-buys-nothing-mend = 说明这笔钱能买到什么：选择曲线并填写
findings-better-split = 同样 { $spend }，换一种分法{ $more }
findings-better-split-less-revenue = 同样 { $spend }，换一种分法{ $more }，但收入减少 { $lost }
findings-better-split-less-revenue-mend = 采用前先把优化指标改为收入再比较
findings-better-split-mend = 看看建议的分配，认可就采用
findings-task-below-min = { $task }只分到 { $spend }，低于下限 { $limit }
findings-task-below-min-mend = 增加投入，或降低下限
findings-channel-below-min = { $item }只分到 { $spend }，低于下限 { $limit }
findings-channel-below-min-mend = 增加投入，或降低下限
findings-task-above-max = { $task }分到 { $spend }，高于上限 { $limit }
findings-task-above-max-mend = 减少投入，或提高上限
findings-channel-above-max = { $item }分到 { $spend }，高于上限 { $limit }
findings-channel-above-max-mend = 减少投入，或提高上限
findings-months-differ = { $item }各月合计 { $months }，而它分到 { $spend }；各月按比例计算
findings-months-differ-mend = 重新填写各月，或按各月合计分配
findings-months-count = { $item }填了 { $stated } 个月的投入，而计划期有 { $months } 个月
findings-months-count-mend = 把它的投入重新分到计划期各月
findings-season-count = { $item }的季节权重填了 { $stated } 个月，而计划期有 { $months } 个月；没有权重的月份不计
findings-season-count-mend = 填写每个月的权重，或全部留空
findings-season-empty = { $item }的季节权重没有一个大于 0，各月按相同权重计算
findings-season-empty-mend = 给某个月大于 0 的权重，或全部留空
findings-carry-over-too-long = { $item }的延续比例超过 99%，效果几乎永远不会到来
findings-carry-over-too-long-mend = 填写一个月后还剩下的效果比例，最多 99%
findings-no-such-month = { $item }锁定或停投了第 { $number } 个月，而计划期只有第 1 至 { $months } 个月
findings-no-such-month-mend = 月份从 1 开始编号，1 是计划期的第一个月
findings-off-month-spends = { $item }在{ $month }投入 { $amount }，而该月不能投放
findings-off-month-spends-mend = 把钱移到其他月份，或允许该月投放
findings-no-open-month = { $item }获得 { $amount }，但所有月份都不能投放；现按平均投入计算
findings-no-open-month-mend = 允许某个月投放，或不给它资金
findings-over-cash = { $months ->
    [1] { $month }的支出超过资金上限 { $amount }
   *[other] 有 { $months } 个月的支出超过资金上限，最多的是{ $month }：超过 { $amount }
  }
findings-over-cash-mend = 把钱移到其他月份，或提高该月的资金上限
findings-scenario-over-budget = 情景“{ $item }”分配的钱比预算多 { $by }
findings-scenario-over-budget-mend = 减少该情景的部分投入，或提高其预算
findings-scenario-below-min = 情景“{ $item }”中{ $channel }分到 { $spend }，低于下限 { $limit }
findings-scenario-below-min-mend = 在该情景中增加投入，或降低下限
findings-scenario-above-max = 情景“{ $item }”中{ $channel }分到 { $spend }，高于上限 { $limit }
findings-scenario-above-max-mend = 在该情景中减少投入，或提高上限
findings-scenario-same-name = 有两个情景都叫“{ $item }”
findings-scenario-same-name-mend = 给其中一个改名
findings-no-lead-rate = { $item }的注册没有转为线索
findings-no-lead-rate-mend = 填写该渠道或其分组的线索率
findings-no-close-rate = { $class }的 { $leads } 条线索没有转为客户：签约率未填或为 0
findings-no-close-rate-mend = 在“资源分配”的渠道表下方填写该类的签约率
findings-no-value = { $class }的 { $leads } 条线索没有带来收入：单客价值未填或为 0
findings-no-value-mend = 在“资源分配”的渠道表下方填写该类的单客价值
findings-bad-curve = { $item }没有产出：{ $why ->
    [negative] 曲线中有小于 0 的数
   *[not-positive] 曲线的成本、半数投入或上限不大于 0
    [shape] 曲线的陡度不在 0.2 至 10 之间
    [not-in-order] 曲线第二点的投入不大于第一点
    [not-rising] 曲线第二点带来的注册不多于第一点
    [not-saturating] 曲线后来的注册不比先前的贵
  }
findings-bad-curve-mend = { $why ->
    [negative] 填写 0 或更大的数
   *[not-positive] 填写大于 0 的数
    [shape] 填写 0.2 至 10 之间的陡度；1 为饱和，2 为 S 形
    [not-in-order] 把投入较小的点放在前面
    [not-rising] 改用固定曲线，或更正两点
    [not-saturating] 改用线性或 S 形曲线
  }
findings-event-without-us = { $item }没有指明哪一方是我方
findings-event-without-us-mend = 选择哪一方是我方
findings-event-without-cost = { $item }还没有任何费用
findings-event-without-cost-mend = 填写费用项目，才有可分摊的金额
findings-event-brings-nothing = { $item }花费我方 { $cost }，没有带来线索：{ $field }为 0
findings-event-brings-nothing-mend = 填写接触人数与线索率
findings-event-not-split = { $part ->
    [items] { event-of }
   *[all] { $item }
  }的费用无法分摊：{ event-why }
findings-event-not-split-mend = { $why ->
    [too-many] 拆成几场活动
    [no-parties] 添加分摊活动的各方
    [missing] 调整金额或百分比，使合计相符
    [surplus] 调整金额或百分比，使合计相符
   *[lacks] 填写此规则所需的数，或另选规则
  }
findings-unfair-share = { $item }：{ $party }比单独办多付 { $by }
findings-unfair-share-mend = 改用按单独办的成本或节省相等的规则
findings-paid-too-much = “{ $what }”已付 { $paid }，而费用为 { $amount }
findings-paid-too-much-mend = 更正付款或金额
findings-received-too-much = “{ $what }”已收 { $received }，而收入为 { $amount }
findings-received-too-much-mend = 更正收款或金额
findings-ripple-without-follow = { $item }计入了关注者，但没有关注这一步
findings-ripple-without-follow-mend = 添加关注这一步，或让现场按漏斗转化
findings-ripple-counts-contacts-twice = { $item }与所属的{ $event }都计入了同样的 { $people } 人：线索和客户被重复计算
findings-ripple-counts-contacts-twice-mend = 只在一处计入：把活动的线索率设为 0，或从现场人数中去掉活动的现场接触人数
findings-ripple-brings-nothing = { $item }花费 { $cost }，没有带来收入：{ $field }为 0
findings-ripple-brings-nothing-mend = 填写现场人数、线索率、签约率与单客价值
findings-ripple-without-limit = { $item }：每个触达的人再带来 { $number } 人，没有止境
findings-ripple-without-limit-mend = 填写最多能触达多少人
findings-not-carried = { $event }只得到最高关注度的 { $share }，不足以承托
findings-not-carried-mend = { $move ->
    [earlier] 把“{ $topic }”提前 { $days } 天：{ $then }
    [later] 把“{ $topic }”推后 { $days } 天：{ $then }
   *[none] 策划一个在当天前后达到高潮的话题
  }
findings-topic-without-day = { $item }有高峰，但没有日期
findings-topic-without-day-mend = 填写关注度最高的那一天
findings-outside-period = { $item }的日期不在规划期内
findings-outside-period-mend = 移到规划期内，或修改规划期
findings-on-holiday = { $what ->
    [decision] 要求在{ $day }前决定，正逢{ $occasion }假期
    [seven-s] { $step }的截止日{ $day }正逢{ $occasion }假期
   *[item] { $item }：{ $day }正逢{ $occasion }假期
}
findings-on-holiday-mend = { $found ->
    [none] 换一个正常上班的日子
   *[there] 避开假期和大促，最近的工作日是{ $then }
}
findings-in-rush = { $what ->
    [decision] 要求在{ $day }前决定，正值{ $occasion }大促
    [seven-s] { $step }的截止日{ $day }正值{ $occasion }大促
   *[item] { $item }：{ $day }正值{ $occasion }大促，流量昂贵
}
findings-in-rush-mend = { $found ->
    [none] 可能的话，避开大促期
   *[there] 避开假期和大促，最近的工作日是{ $then }
}
findings-holidays-not-known = { $known ->
    [by-law] { $year }年的放假调休安排尚未公布，这里只知道法定节假日
   *[nothing] 本程序没有{ $year }年的节假日
}
findings-holidays-not-known-mend = 请对照官方日历核对{ $year }年的日期
findings-bad-calendar = 规划的日历里有颠倒或不存在的日期
findings-bad-calendar-mend = 修正日历文件，再到设置里重新选择
findings-money-too-large = 金额合计太大，无法计算
findings-money-too-large-mend = 检查是否多写了零
findings-not-positive = { $item }：{ $field }必须大于 0
findings-not-positive-mend = 填写大于 0 的数
findings-negative = { $item }：{ $field }不能小于 0
findings-negative-mend = 填写 0 或更大的数
findings-rate-out-of-range = { $item }：{ $field }必须在 0 至 100% 之间
findings-rate-out-of-range-mend = 填写 0 至 100% 之间的比率
findings-range-upside-down = { $item }：{ $field }的区间上下颠倒
findings-range-upside-down-mend = 把较小的一端写在前面
findings-likely-outside-range = { $item }：{ $field }的最可能值不在区间内
findings-likely-outside-range-mend = 放宽区间，或修改最可能值
findings-bad-period = 规划期必须为 1 至 120 个月
findings-bad-period-mend = 填写规划的月数
findings-currency-digits = 货币的小数位为 { $digits } 位，金额最多按 4 位计算
findings-currency-digits-mend = 在“设置”中选择货币，或在规划文件中写 0 至 4 位
findings-duplicate-id = { $item }与另一项的编号相同
findings-duplicate-id-mend = 在规划文件中改掉其中一个编号，或在窗口中点“处理”
findings-below-curve = { $item }比曲线少 { $percent }，超出偶然
findings-below-curve-mend = 查明发生了什么变化，或采用曲线学到的结果
findings-above-curve = { $item }比曲线多 { $percent }，超出偶然
findings-above-curve-mend = 采用曲线学到的结果，再看是否该多投入资金
findings-unknown-id = { $kind ->
    [person] { $item }中有一位已不在规划中的成员
    [function] { $item }有一项 KPI 所背离的职能已不在规划中
    [criterion] { $item }所属的标准已不在规划中
    [group] { $item }所属的分组已不在规划中
    [channel] { $item }中有已不在规划中的渠道的数据
    [party] { $item }中有已不在活动中的参与方
   *[event] { $item }所属的活动已不在规划中
  }
findings-unknown-id-mend = 另选一项，或留空
findings-field-class_a = A 类签约率
findings-field-class_b = B 类签约率
findings-field-value_a = A 类单客价值
findings-field-value_b = B 类单客价值
findings-field-lead_rate = 线索率
findings-field-sign_rate = 签约率
findings-field-offsite_lead_rate = 场外线索率
findings-field-offsite_sign_rate = 场外签约率
findings-field-reshare_rate = 再分享率
findings-field-conversion = 长期转化率
findings-field-registrations_range = 注册区间
findings-field-spend = 投入
findings-field-months = 某月投入
findings-field-season = 月份权重
findings-field-carry_over = 延续比例
findings-field-cash = 某月资金上限
findings-field-budget = 预算
findings-field-step = 步长
findings-field-scenarios = 金额
findings-field-min = 下限
findings-field-max = 上限
findings-field-cost_to_full = 达到满分的花费
findings-field-contacts = 接触人数
findings-field-audience = 现场人数
findings-field-sharers = 分享人数
findings-field-value = 单客价值
findings-field-cost = 费用
findings-field-spread_days = 展宽
