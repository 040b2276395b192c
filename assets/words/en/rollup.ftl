# Many plans added up.

rollup-title = { $n ->
    [one] Roll-up of { $n } plan
   *[other] Roll-up of { $n } plans
  }
rollup-reaches = Together they reach { $percent } of the revenue goals: { $expected } of { $target }.
rollup-likely = Likely to reach the sum of them: { $likely }.
rollup-no-goal = No plan has a goal for revenue.
rollup-without-goal = { $n ->
    [one] { $n } plan has no goal for revenue: it counts everywhere but in what is reached.
   *[other] { $n } plans have no goal for revenue: they count everywhere but in what is reached.
  }
rollup-periods = The plans are not about the same time: { $all }.
rollup-period = { $n ->
    [one] { $n } plan { $period }
   *[other] { $n } plans { $period }
  }
rollup-shared = { $n ->
    [0] The plans share no estimate: each has its own luck.
    [one] The plans share { $n } estimate of the same name, drawn for all of them at once; otherwise each has its own luck.
   *[other] The plans share { $n } estimates of the same name, drawn for all of them at once; otherwise each has its own luck.
  }
rollup-plan = Plan
rollup-money = Money
rollup-share = Share
rollup-goal = Goal
rollup-no-company = Without a company
rollup-odds = Odds of the sum
rollup-of = { $unit }: { $plan }
rollup-other-currency = { $path } is in { $other }, { $source } in { $first }: without a rate between them they cannot be added up
rollup-digits = { $code } with { $n ->
    [one] { $n } digit
   *[other] { $n } digits
  }
rollup-window-title = Several plans added up
rollup-window-files = Other plans…
rollup-window-files-title = Plans to add up
rollup-window-none = Choose the plans to be added up: goals, money and results by business unit, and how likely the sum is.
rollup-window-adding = Adding up…
rollup-window-copy = Copy as text
rollup-window-copied = Copied
