# 新规划的下一步。

next-title = 下一步：{ $step }
next-later = 暂不填写
next-later-event = 没有活动

next-goal = 规划要达到什么目标？
next-goal-says = 其他一切都以这一个目标为准：移动社交消费者的数量和他们贡献的收入。请填写规划期内要达到的数字。
next-goal-go = 设定目标

next-owner = 谁对目标负责？
next-owner-says = 目标由一个人负责，其他人配合。请填写姓名；还没有别人，就先填自己。
next-owner-go = 填写姓名

next-channel = 资金先投到哪里？
next-channel-says = 凡是花钱触达客户的地方都是渠道：搜索投放、信息流、展会等。从最熟悉的一个开始。
next-channel-go = 添加渠道

next-money = { $item }投入多少？
next-money-says = 填写整个规划期的金额。先填个整数即可，之后可以再找更好的分配。
next-money-go = 填写金额

next-brings = { $item }的投入带来什么？
next-brings-says = 凭记忆填写：花了多少钱，来了多少注册；去年或任何一年的都可以。
next-brings-go = 填写产出

next-lead-rate = 注册的人有多少成为线索？
next-lead-rate-says = 每 100 个注册的人里，有多少销售可以跟进？按百分比填写。
next-lead-rate-go = 填写比例

next-close-rate = 线索有多少签约？
next-close-rate-says = 每 100 条线索里，有多少签约成为客户？按百分比填写。
next-close-rate-go = 填写比例

next-value = 一个客户值多少？
next-value-says = 一个客户在规划期内带来的收入。
next-value-go = 填写金额

next-event = 有没有与伙伴分摊费用的活动？
next-event-says = 合作伙伴可以分摊活动费用。请添加活动、参与各方和费用。
next-event-go = 添加活动

next-assessment = 金字塔走到了哪一层？
next-assessment-says = 从有价值的服务到消费者成为核心资产，共五层。请从最底层开始逐条评估。
next-assessment-go = 评估金字塔

next-topics = 人们会在什么时候谈论什么？
next-topics-says = 关注度有起有落。请添加承托规划的话题，以及各自高峰的日期。
next-topics-go = 添加话题

next-hand-over = 规划交给谁看？
next-hand-over-says = 没有待处理的问题了。填写交给谁看，看看各页，然后打印。
next-hand-over-go = 交付规划
