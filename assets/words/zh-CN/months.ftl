# 资源分配页：各月资金。

months-page = 各月
months-suggest = 建议最优月份…
