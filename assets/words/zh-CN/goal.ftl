# 目标页的用语。

goal-tab = 目标
