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
summary-form-pages = 页面
summary-form-text = 文本
summary-pages = { $n ->
   *[other] 共 { $shown } 页
}
summary-on-page = 第 { $page } 页
summary-show-part = 查看{ $part }
summary-nothing-to-say = 暂无内容
summary-page = 页面设置
summary-pages-seen = 第 { $pages } 页，共 { $all } 页
summary-as-printed = 与打印效果一致，{ $paper }，{ $percent }
summary-one-page = 单页
summary-two-pages = 双页
summary-page-back = 前几页
summary-page-on = 后几页
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
summary-hand-over = 导出
summary-copy = 复制为文本
summary-copy-hint = 可贴进消息或文档
summary-write = 把 { $kind } 写入文件
summary-same-numbers = 数字与屏幕上一致
summary-see-overview = 查看全部八个问题
