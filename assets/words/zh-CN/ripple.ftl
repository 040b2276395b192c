# 波纹页的用语。

ripple-tab = 波纹
ripple-write-a-range = 写一个区间，例如 7..14，或留空
ripple-range-hint = 90% 区间：写 7..14，或留空
