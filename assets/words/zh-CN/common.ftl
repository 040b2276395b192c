# 各处通用的用语。

common-program = 波纹规划
common-close = 关闭
common-cancel = 取消
common-done = 完成
common-add = 添加
common-remove = 删除
common-undo = 撤销
common-redo = 重做
common-total = 合计
common-name = 名称
common-owner = 负责人
common-note = 备注
common-date = 日期
common-budget = 预算
common-registrations = 注册
common-leads = 线索
common-customers = 客户
common-revenue = 收入
common-range = 90% 区间
common-error = 错误
common-warning = 警告
common-advice = 建议
common-nobody = 无人
common-copied = 已复制
common-further-events = { $n ->
   *[other] 另有 { $n } 场活动
  }

# 从电子表格粘贴的一片单元格。
common-block-too-wide = 未采用任何数据：这块数据有 { $columns } 列，而从这一列起只有 { $room } 列。请从更靠左的位置开始，或少复制几列
common-block-too-tall = 未采用任何数据：这块数据有 { $rows } 行，而从这一行起只有 { $room } 行。请从更靠上的位置开始，或少复制几行
common-block-unreadable = 未采用任何数据。这块数据第 { $row } 行第 { $column } 列：{ $why }
common-block-unreadable-more = 未采用任何数据。这块数据第 { $row } 行第 { $column } 列：{ $why }（另有 { $n } 处）
common-block-needed = 未清除任何内容：所选区域第 { $row } 行第 { $column } 列不能为空。请只选中可以为空的单元格，例如金额
common-sorted-ascending = { $column }，升序
common-sorted-descending = { $column }，降序
common-step-fill = 填充 { $n } 个单元格
common-step-clear = 清除 { $n } 个单元格
