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
scenario-likelier = Likelier than the base plan, points
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
scenario-word = Scenario
scenario-unnamed = Scenario without a name
scenario-menu = Scenario: { $name }
scenario-hint = Budgets that you change here are this scenario's; everything else is the plan's
scenario-base-hint = The plan itself; scenarios are other ways to spend, kept beside it
scenario-new = New from the present…
scenario-new-title = New scenario
scenario-new-text = It begins with the budgets that you see now. From then on, budgets that you change while you look at it are its own; everything else is the plan's.
scenario-name = Name
scenario-numbered = Scenario { $number }
scenario-create = Create
scenario-rename = Rename…
scenario-rename-title = Rename scenario
scenario-rename-done = Rename
scenario-adopt = Adopt: the plan gets these budgets
scenario-delete = Delete
scenario-compare = Compare…
scenario-compare-title = Scenarios side by side
scenario-choose = Up to { $most } have room beside the base plan
scenario-calculating = Calculating…
scenario-step-new = New scenario { $name }
scenario-step-rename = Rename scenario to { $name }
scenario-step-adopt = Adopt { $name }
scenario-step-delete = Delete scenario { $name }
