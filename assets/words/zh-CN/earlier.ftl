# 规划的历史版本。

earlier-title = 历史版本
earlier-text = 每次保存都会留下之前的内容。恢复某一版本只是一步操作，可以撤销；再次保存前，文件不会改变。
earlier-none = 还没有历史版本：每次保存都会留下之前的内容。
earlier-looking = 正在查找历史版本…
earlier-reading = 正在读取…
earlier-saved = 保存时间
earlier-then = 当时
earlier-now = 当前规划
earlier-restore = 恢复
earlier-copy = 另存副本…
earlier-step = 恢复历史版本：{ $when }
earlier-remove-title = 删除所有历史版本？
earlier-remove-text = 所有规划的历史版本都会删除，不只是这一份。规划本身保持不变。此操作无法撤销。
earlier-remove = 删除
