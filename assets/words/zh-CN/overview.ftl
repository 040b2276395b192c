# 总览页的用语。

overview-tab = 总览
