# Words of the Summary tab.

summary-tab = Summary
