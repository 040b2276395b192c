# 跟踪页的用语。

track-tab = 跟踪
