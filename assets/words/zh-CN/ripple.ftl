# 波纹页的用语。

ripple-tab = 波纹
