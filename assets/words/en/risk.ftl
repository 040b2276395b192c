# Three ways to split the same money, by how much one dares.

risk-title = How much to dare: { $name }
risk-drawn = { $n ->
    [0] Nothing varies, so that all three are the proven best
    [one] Each split is judged by the same { $draws } draws of { $ranges } estimate with a 90 % range
   *[other] Each split is judged by the same { $draws } draws of { $ranges } estimates with a 90 % range
}
risk-average = Most on average
risk-chance = Most likely
risk-bad-year = Best bad year
risk-row-average = On average
risk-channels = What each channel gets
risk-months = Money by month: { $name }
risk-all-the-same = One split is best in all three ways
risk-proven = { $name }: proven, nothing has more
risk-found = { $best ->
    [chance] { $name }: the best found; no split reaches the goal in more than { $bound } of these draws
    [bad_year] { $name }: the best found; no split has more than { $bound } in nine of ten draws
   *[other] { $name }: the best found; no split has more than { $bound } on average
}
risk-nothing-to-win = No registration is worth anything yet: state lead rates, close rates and values per customer
risk-column-way = Way to split
risk-column-chance = Likely
risk-column-bad-year = Bad year
risk-column-moved = Moved
risk-now = As it is now
risk-instead = { $name }: { $then } instead of { $now }
risk-hover = { $name }: { $average } on average; nine draws in ten exceed { $bad }
risk-common-draws = judged by the same { $draws } draws
risk-no-better = { $name }: { $then }, as it is now
risk-nothing-to-move = The money of every channel is locked or fixed: there is nothing to split another way
risk-stopped = The search was ended before all three were found
