# 金字塔页的用语。

pyramid-tab = 金字塔
