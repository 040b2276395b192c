# 话题页的用语。

topics-tab = 话题

# 日历的结论
topics-none = 还没有安排话题
topics-flat = 还没有话题有高峰
topics-no-events = 还没有活动定下日期
topics-carried = 话题托得住{ $event }
topics-all-carried = { $ripples ->
    [0] { $events } 个活动都有话题承托
   *[other] { $events ->
        [0] { $ripples } 个波纹都有话题承托
       *[other] { $events } 个活动和 { $ripples } 个波纹都有话题承托
    }
}
topics-too-weak = { $event }只得到最高关注度的 { $share }
topics-peaks = { $topic }的高峰比{ $event }{ $span }
topics-after = 晚 { $n } 天
topics-before = 早 { $n } 天

# 空白
topics-begin = 哪些话题承托您的活动？
topics-begin-lines = 关注度围绕某一天起落。话题是为支持活动而设：它的曲线应当托住活动当天。
topics-begin-add = 添加第一个话题
topics-step-1 = 话题
topics-step-1-words = 写明关注度何时达到高峰、有多高、铺得多宽
topics-step-2 = 活动
topics-step-2-words = 定下日期的活动和波纹都在同一张日历上
topics-step-3 = 移动
topics-step-3-words = 活动得到的关注太少时，可以看到应移动几天

# 全年
topics-year = 全年
topics-period = 规划期
topics-year-words = 各话题每天的浏览量
topics-key-selected = 已选
topics-key-others = 其他
topics-key-sum = 合计
topics-half = 最高值的一半，{ $value }
topics-level = 最高值的 { $share }，{ $value }
topics-day-and-owner = { $day }，{ $owner }
topics-select = 选择{ $topic }
topics-add = 话题
topics-new = 新话题
topics-unnamed = 未命名的话题
topics-previous = 上一个话题
topics-next = 下一个话题

# 近看
topics-close-up = 高峰 { $peak }，展宽 { $days } 天
topics-not-drawn = 填写高峰的日期、高度与展宽，就会画在这里。
topics-edit = 编辑
topics-edit-named = 编辑{ $topic }
topics-phase = { $phase }：{ $from }至{ $to }
topics-now = 现在 { $value }
topics-then = 之后 { $value }
topics-earlier = 提前 { $n } 天
topics-later = 推后 { $n } 天
topics-move-earlier = 提前 { $n } 天
topics-move-later = 推后 { $n } 天
topics-gets = { $event }得到 { $share }，需要 { $need }
topics-gets-but = { $event }只得到 { $share }，需要 { $need }
topics-carried-words = 托得住
topics-then-gets = { $span }可得到 { $share }，其他不变
topics-then-too-little = { $span }可得到 { $share }，仍然太少
topics-raise = 高峰已在当天：请提高峰值，或加大展宽
topics-carries-nothing = 这个话题不针对某个活动，只维持关注度

# 话题详情
topics-details = 话题
topics-field-of = { $topic }的{ $field }
topics-peak-day = 高峰日
topics-peak = 峰值（每天浏览量）
topics-spread = 展宽（天）
topics-spread-positive = 展宽必须大于 0 天
topics-carries = 针对的活动
topics-nothing = 不针对活动
topics-up = 上移
topics-down = 下移
topics-named = { $action }：{ $topic }

# 各期
topics-rules = 分期
topics-carries-from = 达到最高关注度的这个比例，即算托得住活动
topics-phases-words = 各期从何时开始：高峰之前（−）或之后几个展宽
topics-phases-end = 结束
topics-phases-in-order = 每一期都在前一期之后开始
topics-phase-begins = { $phase }的开始
topics-restore = 恢复方法的取值

# 7S
topics-seven-s = 内容营销 7S
topics-seven-s-words = 状态、下一步、负责人
topics-seven-s-sum = { $sum }，满分 7
topics-state = 状态
topics-state-now = { $name }：{ $state }
topics-next-step = 下一步

# 媒体整合
topics-media = 媒体整合
topics-media-words = 按媒体类型
topics-media-money = 资金（{ $unit }）
topics-media-empty = 还没有安排资金。每个渠道都要说明是付费、自有还是赢得。
topics-media-costs = 每个注册的成本（{ $unit }）
topics-media-costs-with-events = 每个注册的成本（{ $unit }），含活动
topics-to-channels = 前往渠道

# 客户循环
topics-loop = 客户循环
topics-loop-words = 各阶段由什么服务
topics-loop-served = { $served } 个
topics-loop-stages = 七阶段中有渠道
topics-online = 线上
topics-both = 两者
topics-offline = 线下
topics-stage-search = 搜索涉入
topics-stage-loyalty = 忠诚分享
topics-no-channel = 没有渠道服务
topics-no-channels = 规划里还没有渠道
topics-more = 另有 { $n } 个
topics-choose = 选择渠道…
topics-choose-for = 为{ $stage }选择渠道
topics-stage-words = 由哪些渠道服务
topics-stage-also = 另有{ $names }；活动和波纹在各自的页面填写阶段
topics-ratio = 只看两者之比

# 六个圈层
topics-circles = 六个圈层
topics-circles-words = 从外到内，各有多少人
topics-prospects = 潜客
topics-close-customers = 紧密联系的客户
topics-people-in = { $circle }的人数

# 撤销的步骤
topics-change-add = 添加话题
topics-change-remove = 删除{ $topic }
topics-change-order = 调整{ $topic }的次序
topics-change-move = 移动{ $topic }
topics-change-field = 修改{ $topic }的{ $field }
topics-change-carries-from = 修改承托的比例
topics-change-phase = 修改{ $phase }的开始
topics-change-restore = 恢复分期
topics-change-stage = 修改服务{ $stage }的渠道
topics-change-weights = 修改{ $stage }发生在何处
topics-change-circle = 修改{ $circle }的人数
