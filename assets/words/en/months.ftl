# Words of the Allocation tab: money by month.

months-page = Months
months-suggest = Suggest best months…
