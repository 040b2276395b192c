# 摘要页的用语。

summary-tab = 摘要
