# 未保存的内容：程序意外退出时留存的改动。

recovery-title = 未保存的内容
recovery-lead = 上次程序退出时尚未保存，点开查看并恢复
recovery-row = { $when }，{ $where }
recovery-row-name = 恢复{ $plan }…
recovery-row-no-file = 尚未存成文件
recovery-more = 另有 { $n ->
   *[other] { $shown }
} 项
recovery-title-of = 未保存的内容：{ $plan }
recovery-text = 程序退出时，这些改动尚未保存。最后一次留存：{ $when }。
recovery-in-no-file = 这份规划尚未存成文件。
recovery-file-gone = 此文件已不存在或无法读取。改动仍然完整，保存时会重新写入文件。
recovery-file-changed = 在这些改动之后，文件又被修改过。恢复后以这些改动为准；撤销即可回到文件现在的内容。
recovery-file-changed-merge = 在这些改动之后，文件又被修改过。合并会保留双方的改动；恢复则以这些改动为准。撤销即可回到文件现在的内容。
recovery-all-work = 全部按未保存的内容
recovery-in-file = 文件中
recovery-work = 未保存的内容
recovery-recover = 恢复
recovery-later = 稍后
recovery-discard = 丢弃
recovery-step = 恢复未保存的内容
recovery-unreadable = 有一份留存的内容无法读取，原样保留：{ $why }
recovery-not-kept = 未保存的内容无法留存，意外退出时将会丢失：{ $why }
