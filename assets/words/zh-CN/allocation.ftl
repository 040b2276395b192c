# 资源分配页：渠道的用语。

allocation-tab = 资源分配
allocation-channels = 渠道
