# Scenarios: other ways to spend beside the base plan.

scenario-called = Scenario: { $name }
scenario-base = Base plan
scenario-heading = Scenarios
scenario-title = Scenarios: { $name }
scenario-none = The plan has no scenarios yet: other ways to spend, kept beside it.
scenario-same-draws = All are judged by the same draws: what differs between them is no chance.
scenario-nothing-varies = No estimate has a range: all of it comes exactly so.
scenario-figure = Figure
scenario-allocated = Allocated
scenario-attainment = Goal reached
scenario-bad-year = In a bad year (1 in 10 is below): { $measure }
scenario-all-others = All others, the same everywhere
scenario-same = Nothing differs from the base plan
scenario-says = { $name }: { $said }
scenario-with-note = { $said } { $note }
scenario-comma = {", "}
scenario-left-out = { $n ->
    [one] One more scenario does not stand here: { $ids }.
   *[other] { $n } more scenarios do not stand here: { $ids }.
  }
