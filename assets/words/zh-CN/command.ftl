# 命令的名称。

command-new = 新建空白规划
command-new-from-worked-case = 从范例新建
command-new-from-tracked-case = 从五个月之后的范例新建
command-open = 打开…
command-save = 保存
command-save-as = 另存为…
command-compare = 与其他文件比较…
command-versions = 历史版本…
command-show-outside = 查看改动
command-close = 关闭规划
command-quit = 退出
command-undo = 撤销
command-redo = 重做
command-switch-language = 切换到英文
command-switch-theme = 切换明暗
command-print = 打印…
