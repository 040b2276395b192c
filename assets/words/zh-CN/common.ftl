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
