# 查找面板：按名称找到一切。

find-title = 查找与执行
find-hint = 查找命令、字段、渠道、人员……支持拼音
find-nothing = 没有这样的名称
find-of = { $item }：{ $field }
find-unnamed = 未命名
find-scenarios = 情景
find-findings = 问题
find-months = 各月金额

# 命令为什么不能执行。
find-needs-plan = 需要先打开规划
find-nothing-next = 没有下一步，也没有待处理的问题
find-nothing-to-undo = 没有可撤销的操作
find-nothing-to-redo = 没有可重做的操作
find-nothing-outside = 文件未被他人修改
find-first-bought = 第一点得注册
find-second-bought = 第二点得注册
find-curve-ceiling = 曲线上限
