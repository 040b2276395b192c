# 打印机、打印任务及其结果。

printing-done = 已在 { $printer } 上打印
printing-waiting = 任务 { $job } 仍在 { $printer } 的队列中等待
printing-held = 任务 { $job } 在 { $printer } 的队列中暂挂，等待有人放行
printing-stopped = 打印机 { $printer } 已停止，任务 { $job } 等待它恢复
printing-cancelled = { $printer } 上的任务 { $job } 已取消
printing-failed = { $printer } 未能打印任务 { $job }
printing-left = 任务 { $job } 已离开 { $printer } 的队列，但队列没有说明结果
printing-opened = 已用 PDF 阅读器打开，请在其中打印
printing-reason = { $sentence }：{ $why }
printing-no-program = 无法打印：没有安装程序 { $program }（软件包 cups-client）；可以改为生成 PDF
printing-not-running = 无法打印：打印系统 CUPS 没有运行；请启动它，或改为生成 PDF
printing-no-printer = 没有打印机；请在系统设置中添加，或改为生成 PDF
printing-no-default = 没有默认打印机；请指定其中一台：{ $printers }
printing-unknown = 没有打印机“{ $name }”；现有：{ $printers }
printing-unknown-of-none = 没有打印机“{ $name }”，也没有其他打印机；请在系统设置中添加，或改为生成 PDF
printing-refused = 没有打印：{ $why }
printing-silent = 打印系统没有响应（{ $program }）；请稍后再试，或改为生成 PDF
printing-between-names = 、
printing-no-pages = 没有第 { $pages } 页；规划共 { $all } 页
printing-pages-wrong = “{ $text }”不是页码范围；请写成例如 1-2,4
printing-default = 默认
