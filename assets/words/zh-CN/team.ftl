# 团队页的用语。

team-tab = 团队
