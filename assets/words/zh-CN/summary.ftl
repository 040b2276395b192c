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
summary-cover = 附言
summary-cover-write = 填写…
summary-cover-change = 修改…
summary-cover-done = 完成
summary-cover-hint = 呈送对象、决定期限和说明，印在首页
summary-to = 呈送
summary-to-hint = 由谁决定
summary-decide-by = 决定期限
summary-remark = 说明
summary-remark-hint = 阅读前需要了解的情况
summary-step-to = 修改呈送对象
summary-step-decide-by = 修改决定期限
summary-step-remark = 修改附言说明
summary-page = 页面设置
summary-pages-seen = 第 { $pages } 页，共 { $all } 页
summary-laying-out = 正在排版…
summary-as-printed = 与打印效果一致，{ $paper }，{ $percent }
summary-one-page = 单页
summary-two-pages = 双页
summary-page-back = 前几页
summary-page-on = 后几页
summary-include = 包含内容
summary-part-goal = 目标
summary-part-allocation = 按任务列出渠道
summary-part-months = 各月金额
summary-part-proposal = 更好的分法
summary-part-scenarios = 情景对比
summary-part-track = 实际情况
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
summary-ink = 颜色
summary-in-colour = 彩色
summary-in-grey = 灰度
summary-hand-over = 导出
summary-making = 正在生成 { $kind } 文件…
summary-making-broke-down = 本程序出错，未能生成 { $kind } 文件，请换一种格式
summary-copy = 复制为文本
summary-copy-hint = 可贴进消息或文档
summary-write = 把 { $kind } 写入文件
summary-written = 已写入 { $path }
summary-written-open = 打开文件
summary-written-folder = 打开所在文件夹
summary-same-numbers = 数字与屏幕上一致
summary-see-overview = 查看全部八个问题
summary-print = 打印
summary-printer = 打印机
summary-copies = 份数
summary-two-sided = 双面
summary-which-pages = 页码
summary-all-pages = 全部
summary-print-now = 打印
