# 设置的用语。

settings-tab = 设置
