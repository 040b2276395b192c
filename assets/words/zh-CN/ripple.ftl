# 波纹页的用语。

ripple-tab = 波纹
ripple-which = 选择波纹
ripple-unnamed = 未命名
ripple-new-name = 新波纹
ripple-numbers = 数值
ripple-details = 详情

# 顶部的一句话。
ripple-sentence-same = 投入产出比仍为 { $roi }：漏斗之后的步骤还没有带来更多客户
ripple-sentence-share = 分享使投入产出比从 { $from } 提高到 { $to }，多带来 { $more } 个客户
ripple-sentence-follow = 关注使投入产出比从 { $from } 提高到 { $to }，多带来 { $more } 个客户
ripple-sentence-funnel = 仅靠漏斗，投入产出比为 { $roi }
ripple-sentence-lowers = 漏斗之后的步骤使投入产出比从 { $from } 降到 { $to }
ripple-sentence-no-cost = 填写活动成本，即可看到产出

# 数值。
ripple-input = 输入
ripple-likely = 最可能值
ripple-range-of = { $what }的 90% 区间
ripple-write-a-range = 写一个区间，例如 7..14，或留空
ripple-likely-middle = 由区间推出：百分比取优势比的中点，其他数取等比的中点；抽取时一半低于此值。更清楚时请直接填写。
ripple-range-hint = 90% 区间：写 7..14，或留空
ripple-cost = 成本
ripple-audience = 现场人数
ripple-lead-rate = 线索率 %
ripple-sign-rate = 签约率 %
ripple-value = 单客价值
ripple-conversion = 长期转化率 %
ripple-follow-cost = 追加成本
ripple-vouchers = 奖励券数
ripple-unit-cost = 每张券成本
ripple-sharers = 分享人数
ripple-contacts = 每人好友数
ripple-offsite-lead-rate = 场外线索率 %
ripple-offsite-sign-rate = 场外签约率 %
ripple-reshare-rate = 再次转发率 %
ripple-audience-limit = 受众上限
ripple-no-limit = 无
ripple-generations = 计入轮数
ripple-onsite = 现场转化同

# 详情。
ripple-date = 开始日期
ripple-event = 所属活动
ripple-event-counted = 该活动自付的 { $share } 已计入资源分配；这里的成本只有超出部分另外计入。
ripple-no-event = 不属于规划中的活动
ripple-timing = 各月收入的占比
ripple-all-at-once = 全部计入开始的当月
ripple-more-months = 加一个月
ripple-fewer-months = 减一个月
ripple-part-of = { $month }的占比
ripple-stages = 客户循环的阶段

# 从漏斗到波纹。
ripple-steps = 从漏斗到波纹
ripple-steps-subtitle = 柱为收入，{ $unit }；柱顶为投入产出比
ripple-on-site = 现场
ripple-added = 波纹带来
ripple-people = 触达人数

# 分享带来什么。
ripple-adds = 分享带来什么
ripple-adds-subtitle = 与仅现场相比
ripple-without = 仅现场
ripple-with = 加上分享
ripple-added-short = 增加
ripple-per-customer = 每个客户
ripple-no-share = 一部分受众为了奖励而告诉好友。添加分享这一步，看看能带来什么。
ripple-dearest = 每份最多 { $most }，现为 { $now }；再多，分享的投入产出比就低于漏斗的 { $roi }。
ripple-too-dear = 每份现为 { $now }。超过 { $most }，分享的投入产出比就低于漏斗的 { $roi }。
ripple-reward-bar = 每份奖励的成本与可花上限

# 如果好友继续转发。
ripple-spread = 如果好友继续转发
ripple-spread-subtitle = 各轮累计触达人数
ripple-rate = 再生数 { $rate }
ripple-rate-of = { $rate }，上限 { $limit }
ripple-rate-own = { $rate }，本规划
ripple-no-rounds = 没有分享这一步，场外无人触达。
ripple-rounds = 逐轮情况
ripple-round = 轮次
ripple-newly = 新触达
ripple-so-far = 累计触达
ripple-nobody-passes-on = 好友不再转发：只有一轮，随即结束。
ripple-fades = 每触达 { $people } 人再带来 { $more } 人：逐渐消退，{ $n ->
   *[other] { $rounds } 轮
  }后已触达九成。
ripple-ends = 每触达 { $people } 人再带来 { $more } 人：触达约 { $reached } 人后停止（上限 { $limit } 人）。
ripple-ends-with-all = 每触达 { $people } 人再带来 { $more } 人：{ $limit } 人全部触达后停止。
ripple-stays = 每触达 { $people } 人再带来 { $more } 人：平均每一轮都与上一轮一样多。
ripple-grows = 每触达 { $people } 人再带来 { $more } 人：无止境地扩大。
ripple-lasts = 每触达 { $people } 人再带来 { $more } 人：会持续 { $rounds } 轮以上。
ripple-reward = 奖励
ripple-offsite-people = 触达的场外好友
ripple-r = 再生数 R，转发率 × 好友数
ripple-dies-out = 传播自行终止
ripple-certain = 必然
ripple-hardly-ever = 几乎不会

# 撤销步骤。
ripple-step-change = 修改{ $item }的{ $what }
ripple-step-rename = 重命名波纹
ripple-step-add = 添加波纹
ripple-step-add-follow = 添加关注这一步
ripple-step-add-share = 添加分享这一步
ripple-step-remove-follow = 删除关注这一步
ripple-step-remove-share = 删除分享这一步

# 还没有波纹时。
ripple-empty-title = 还没有波纹
ripple-empty-question = 如果到场的人把活动告诉好友，会怎样？
ripple-empty-lines = 为线索办的活动是漏斗：来的人少，签约的更少。留住他们成为关注者，奖励愿意告诉别人的人，同一场活动就能触达更多人。填几个数，看看能增加多少。
ripple-empty-begin = 添加第一个波纹
ripple-empty-about-1 = 活动花多少、来多少人、多少成为线索并签约
ripple-empty-about-2 = 到场的人中，长期有多少签约
ripple-empty-about-3 = 谁为奖励告诉好友，其中多少签约
ripple-example = 方法中的例子
ripple-example-subtitle = 一场为线索赞助的活动，元
ripple-example-funnel = 漏斗：现场 200 人，10% 成为线索，其中 10% 签约
ripple-example-follow = 关注：长期有 2% 签约
ripple-example-share = 分享：100 人各告诉 50 位好友，每张券 500
ripple-roi = 投入产出比
ripple-reward-limit = 一份奖励可以花多少
