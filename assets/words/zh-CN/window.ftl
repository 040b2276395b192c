# 窗口框架的词句：顶栏、侧栏、问题栏、询问。

window-untitled = 未命名规划
window-plan-menu = 规划：{ $title }
window-unsaved = 未保存
window-unsaved-hint = 把改动存入文件
window-saved = 已保存
window-saving = 正在保存…
window-writing = 正在写入 { $file }…
window-writing-hint = 磁盘还没有应答。您可以继续编辑；此刻之后的改动不在这次写入之内。
window-still-writing = 仍在写入
window-still-writing-text = { $path }：磁盘还没有应答，写完后窗口会自动继续。在此之前，原有的文件保持不变。
window-opening = 正在打开…
window-opening-text = { $path }：磁盘还没有应答，读完后窗口会自动继续。
window-do-not-wait = 不再等待
window-not-saved-yet = 尚未保存
window-not-taken = 未采用 { $text }：{ $field }
window-typed-and-why = { $said }。{ $why }
window-saved-without = 已保存，未含 { $text }：{ $field }
window-step = { $command }：{ $step }
window-reached = 目标达成比例
window-not-compared = 还不能与目标比较
window-no-goal = 还没有目标
window-reaches-likely = 可达成{ $goal }的 { $percent }，达成的可能性{ $chance }
window-reaches = 可达成{ $goal }的 { $percent }
window-goal-of-customers = 客户数目标
window-goal-of-revenue = 收入目标
window-goal-of-share = 占比目标
window-tab-with-findings = { $tab }，{ $findings }
window-all-findings = 全部问题
window-errors = { $n ->
   *[other] 个错误
}
window-warnings = { $n ->
   *[other] 个警告
}
window-advice = { $n ->
   *[other] 条建议
}
window-finding-alike = { $finding }，另有 { $n } 处同样
window-findings-unfold = 展开全部 { $n } 处
window-findings-fold = 收起 { $n } 处
window-findings-of-kind = { $words }：{ $finding }
window-own-all = 全部交给{ $person }
window-step-own-all = 无人负责的项全部交给目标负责人
window-mend = 处理
window-mend-named = 处理：{ $finding }
window-step-title = 以文件名命名规划
window-step-lead-path = 让里程碑止于目标
window-step-own-ids = 为各项分配不同编号
window-compare-title = 与其他文件比较
window-compare = 当前规划与 { $name }
window-this-plan = 当前规划
window-take-over = 采用另一份规划
window-step-take-over = 采用 { $name }
window-open-title = 打开规划
window-save-title = 保存规划
window-no-native-dialog = 系统没有文件对话框。请输入路径，或在下方逐级选择；回车确认，Esc 取消。
window-folder-up = 上一级：{ $folder }
window-folder-home = 主文件夹
window-folder-looking = 正在查看…
window-folder-empty = 这里没有文件夹，也没有这类文件。
window-folder-unreadable = 无法读取这个文件夹。
window-path = 路径
window-unsaved-title = 要保存对“{ $plan }”的修改吗？
window-unsaved-text = 不保存的话，上次保存以后的修改会丢失。
window-discard = 不保存
window-changed-outside = 文件已被他人修改
window-changed-outside-text = { $path } 与在此打开或保存时不同。覆盖会替换对方写入的内容。
window-both-changed-text = { $path } 在外部被修改，而您在此也有尚未保存的修改。合并会保留双方的修改。
window-theirs-not-known = 尚未读到文件现在的内容。
window-their-changes = 文件中的修改
window-our-changes = 此处的修改
window-merge = 合并
window-merging = 正在合并…
window-merging-text = 规划较大，需要稍等。合并完成后窗口会自动继续。
window-merging-broke-down = 未合并：程序自身出错，请保留两个版本并反馈此问题
window-take-theirs = 采用对方的
window-keep-copy = 将我的另存为副本…
window-later = 稍后
window-clashes = { $n ->
    [1] 双方改动了同一处
   *[other] 双方改动了同样的 { $shown } 处
}
window-clashes-text = 双方的其余修改均已合并。请选择以哪个值为准。
window-clashes-left = { $n ->
   *[other] 还有 { $shown } 处待选
}
window-ours = 此处
window-theirs = 文件中
window-all-ours = 全部以此处为准
window-all-theirs = 全部以文件为准
window-taken-in = 文件中的修改
window-step-take-in = 载入 { $name } 的修改
window-step-merge = 与 { $name } 合并
window-elsewhere = 已在另一窗口打开
window-elsewhere-hint = 另一个窗口也打开了这份规划。一方保存后另一方会收到提示，不会未经询问就覆盖。
window-outside-theirs = 文件已被他人修改
window-outside-theirs-hint = 他人修改了文件。保存前会先询问，不会直接替换。
window-outside-taken-in = 已载入他人的修改
window-outside-taken-in-hint = 他人修改了文件。撤销可恢复此处原来的内容。
window-outside-gone = 文件已不存在
window-outside-gone-hint = 文件已被删除或改名。保存会重新写入。
window-outside-folder-gone = 文件夹已不存在
window-outside-folder-gone-hint = 文件所在的文件夹已被删除或改名。请另存到别处，或恢复该文件夹。
window-outside-unreadable = 文件无法读取
window-overwrite = 覆盖
window-replace = 已有同名文件
window-replace-text = { $path }：覆盖后，其中原有的内容将丢失。
window-other-name = 换一个名称…
window-saved-but = 已保存，请注意
window-trouble = 没有成功
window-understood = 知道了
window-not-durable = 文件已写入，但磁盘没有确认。请稍候再关机。
window-export-title = 写入文件
window-open = 打开
