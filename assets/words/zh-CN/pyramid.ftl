# 金字塔页的用语。

pyramid-tab = 金字塔

# 标题句。
pyramid-sentence = { $first }，{ $second }
pyramid-sentence-none = 还没有一层站稳
pyramid-sentence-holds = 第 { $level } 层已站稳
pyramid-sentence-all = 五层都已站稳
pyramid-sentence-cost = 再花 { $amount } { $currency }可到第 { $level } 层
pyramid-sentence-short = 第 { $level } 层还差 { $short } 分
pyramid-sentence-open = 第 { $level } 层还没有作答
pyramid-sentence-partly = 第 { $level } 层已答 { $answered } 项，共 { $count } 项
pyramid-sentence-empty = 金字塔还没有评估

# 评估。
pyramid-new-assessment = 新评估
pyramid-assessment = 所示评估
pyramid-remove-assessment = 删除 { $day } 的评估
pyramid-day = 评估日期
pyramid-day-taken = 这一天已有评估；请在上方选择它，或写另一个日期
pyramid-place = 第 { $place } 次，共 { $count } 次
pyramid-no-assessment = 还没有
pyramid-older = 这里是 { $day } 的答案。标题句、各项数字和最省的一步说的是最近一次评估：{ $latest }。
pyramid-show-latest = 显示最近一次

# 各项数字。
pyramid-reached = 已达层级
pyramid-reached-short = 已达层级
pyramid-of-levels = 共 { $count } 层
pyramid-score-of = 第 { $level } 层得分
pyramid-short-of-threshold = 距阈值差 { $short }
pyramid-holds = 达标
pyramid-not-answered = 还没有作答
pyramid-mean = 各层平均
pyramid-mean-remark = 只作参考，不代替层级
pyramid-mean-open = 已答 { $answered } 项，共 { $count } 项
pyramid-least-cost = 到第 { $level } 层最少，{ $currency }
pyramid-steps = { $n } 步
pyramid-cost-unknown = 缺少成本
pyramid-cost-open = 尚未答完
pyramid-threshold = 阈值
pyramid-threshold-remark = 达到此分即为站稳
pyramid-threshold-at = 阈值 { $threshold }
pyramid-threshold-wrong = 阈值应大于 0、不超过 1；可写 0.75

# 金字塔图与历次得分。
pyramid-level = 第 { $level } 层
pyramid-level-holds = 达标
pyramid-level-short = 差 { $short } 分
pyramid-level-locked = 未解锁，先达到第 { $level } 层
pyramid-history = 历次评估的各层得分

# 标准。
pyramid-level-title = 第 { $level } 层 · { $name }
pyramid-criteria = { $n ->
    [0] 没有标准
   *[other] { $n } 项标准，取平均
  }
pyramid-criteria-open = 已答 { $answered } 项，共 { $count } 项
pyramid-no-criteria = 这一层还没有提出标准；有四项以上，得分才有意义。
pyramid-add-criterion = 标准
pyramid-criterion = 标准
pyramid-criterion-unnamed = 新标准
pyramid-criterion-hint = 满足什么，这一层才算站稳？
pyramid-not-applicable = 不计
pyramid-cheapest = 最省的一步
pyramid-blocker = 阻碍
pyramid-no-owner = 无人负责
pyramid-no-evidence = 还没有依据
pyramid-no-reason = 还没有理由
pyramid-evidence-is = 依据：{ $text }
pyramid-reason-is = 不计：{ $text }
pyramid-no-cost = 到 1 的成本未知
pyramid-to-full = 到 1 需 { $cost }
pyramid-to-full-gain = 到 1 需 { $cost }，本层 { $gain }
pyramid-evidence = 依据
pyramid-evidence-hint = 凭什么这样说？
pyramid-evidence-so-far = 目前的依据
pyramid-reason = 理由
pyramid-reason-hint = 为什么不计？
pyramid-cost = 到 1 的成本
pyramid-cost-hint = 未知
pyramid-level-field = 层级
pyramid-clear-answer = 清除答案
pyramid-move-up = 上移{ $item }
pyramid-move-down = 下移{ $item }
pyramid-remove = 删除{ $item }
pyramid-stray = 对{ $criterion }的答案

# 最省的一步。
pyramid-cheapest-title = 最省的一步
pyramid-change = { $from } → { $to }
pyramid-reaches-threshold = 达到阈值
pyramid-no-steps = 这一层未满分的标准都还没有填写成本；填写后可看到最省的一步。
pyramid-whole-way = 到第 { $level } 层要走几步：{ $list }；合计 { $cost }。
pyramid-answers-first = 第 { $level } 层的标准全部作答后才可能站稳；现已答 { $answered } 项，共 { $count } 项。
pyramid-beyond-steps = 已知成本的各步还不能使第 { $level } 层达到阈值。
pyramid-worth = 每 { $unit } { $gain } 分
pyramid-worth-other = { $criterion } { $gain }
pyramid-free = 无需花费
pyramid-list-comma = 、
pyramid-list-semicolon = ；

# 还没有提出标准时。
pyramid-empty-question = 与客户的关系站在哪一层？
pyramid-empty-lines = 每一层提出几项标准，用 0、¼、½、1 作答。下面各层都站稳，上面一层才算数，所以第一个不达标的层级就是下一步。
pyramid-empty-suggested = 从每层四项标准开始
pyramid-empty-own = 自己写第一项标准
pyramid-suggested-1-a = 客户在手机上用我们的服务，因为它有用
pyramid-suggested-1-b = 服务就在客户已有的社交环境里
pyramid-suggested-1-c = 客户在哪里提问，就在哪里得到回答
pyramid-suggested-1-d = 客户不经提醒也会再来
pyramid-suggested-2-a = 一半客户已建立连接
pyramid-suggested-2-b = 新关注者多数来自购买过程
pyramid-suggested-2-c = 已连接的客户半数每月至少互动一次
pyramid-suggested-2-d = 定期清理僵尸粉
pyramid-suggested-3-a = 社交身份与客户档案打通
pyramid-suggested-3-b = 用标签与画像区分客户
pyramid-suggested-3-c = 消息因群体或个人而不同
pyramid-suggested-3-d = 客户同意使用其数据
pyramid-suggested-4-a = 核心客户有名单、有人维护
pyramid-suggested-4-b = 客户参与创新
pyramid-suggested-4-c = 客户在产品上互相帮助
pyramid-suggested-4-d = 客户向别人推荐或代为销售
pyramid-suggested-5-a = 有业务建立在关系本身之上
pyramid-suggested-5-b = 产品以外的推荐，客户也信任
pyramid-suggested-5-c = 口碑带来固定比例的新客户
pyramid-suggested-5-d = 客户关系作为资产衡量和报告

# 步骤名称，显示在“撤销”之后。
pyramid-step-suggested = 从建议的标准开始
pyramid-step-add-criterion = 添加标准
pyramid-step-change = 修改{ $criterion }
pyramid-step-answer = 作答：{ $criterion }
pyramid-step-evidence = 修改{ $criterion }的依据
pyramid-step-threshold = 修改阈值
pyramid-step-day = 修改评估日期
