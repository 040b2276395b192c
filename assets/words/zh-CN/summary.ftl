# “摘要”页的用语。

summary-tab = 摘要
summary-title = 资源分配摘要
summary-ready = 可以提交
summary-ready-warned = { $n ->
   *[other] 可以提交，还有 { $shown } 个警告
}
summary-mend-first = { $n ->
   *[other] 提交前请先处理 { $shown } 个错误
}
summary-include = 包含内容
summary-part-goal = 目标
summary-part-allocation = 按任务列出渠道
summary-part-proposal = 更好的分法
summary-part-odds = 可能性
summary-part-events = 共享活动
summary-part-ripples = 从漏斗到波纹
summary-part-pyramid = 金字塔
summary-part-team = 团队
summary-part-topics = 话题
summary-part-findings = 待处理的问题
summary-part-assumptions = 说明与假设
summary-language = 语言
summary-paper = 纸张
summary-hand-over = 交付
summary-copy = 复制为文本
summary-copy-hint = 可贴进消息或文档；也可存成文件：
summary-write = 把 { $kind } 写入文件
summary-same-numbers = 数字与屏幕上一致
summary-see-overview = 查看全部八个问题
