# 话题页的用语。

topics-tab = 话题
