# Words of the Team tab.

team-tab = Team

# The sentence and what is added.
team-sentence = { $first }; { $second }
team-sentence-owner = { $owner } answers for the goal
team-sentence-no-owner = { $nobody } answers for the goal
team-nobody-answers = Nobody
team-sentence-gap = { $function } has nobody responsible
team-sentence-gaps = { $count } functions have nobody responsible
team-sentence-complete = every function has somebody responsible
team-sentence-no-functions = no function is in the plan yet
team-sentence-empty = Nobody is in the team yet
team-add-person = Person
team-add-kpi = KPI
team-add-kpi-to = Add a KPI to { $function }
team-add-function = Function
team-person-unnamed = New person
team-kpi-unnamed = New KPI

# The owner's card.
team-accountable-for = Accountable for the goal
team-accountable = Accountable
team-accountable-and = Accountable, { $role }
team-choose-owner = Choose the one person who answers for the goal
team-no-statement = The goal is not stated in a sentence yet
team-goal-figures = { $customers } customers, { $revenue }
team-goal-customers = { $customers } customers

# Load.
team-load = Load
team-load-unit = hours a week, effort / capacity
team-load-unit-short = hours a week
team-load-of = { $person }: { $percent } of capacity
team-load-all = { $n ->
    [one] One person
    [2] Both people
   *[other] All { $shown }
  }
team-count-2 = two
team-count-3 = three
team-count-4 = four
team-count-5 = five
team-count-6 = six
team-count-7 = seven
team-count-8 = eight
team-count-9 = nine
team-count-10 = ten
team-owns = owns { $list }
team-owns-goal = owns the goal
team-owns-nothing = owns nothing
team-owns-channels = { $n ->
    [one] 1 channel
   *[other] { $n } channels
  }
team-owns-events = { $n ->
    [one] 1 event
   *[other] { $n } events
  }
team-owns-topics = { $n ->
    [one] 1 topic
   *[other] { $n } topics
  }
team-owns-criteria = { $n ->
    [one] 1 criterion
   *[other] { $n } criteria
  }
team-list-comma = { ", " }

# Fields of a person and of a function.
team-back = Close and show everyone's load
team-title = Position
team-capacity = Capacity a week
team-other-hours = Other hours a week
team-hours = Hours a week
team-hours-of = Hours of { $person } in { $function }
team-parts = Parts taken
team-no-functions-yet = No function is in the plan yet; add one at the top right
team-no-parts = No part in any function; click a cell of the grid
team-function = Function
team-who = Who takes part
team-role = { $letter }  { $role }
team-no-part = –  No part
team-kpi = KPI
team-target = Target
team-effect = What it does to the goal
team-effect-of = What { $kpi } does to the goal
team-because = Because
team-remedy = Remedy
team-field-of = { $field } of { $item }
team-move-up = Move { $item } up
team-move-down = Move { $item } down
team-remove = Remove { $item }

# The grid.
team-cell = { $person } in { $function }
team-cell-hint = { $role }, { $hours } h a week
team-nobody = nobody
team-choose-responsible = Who is responsible for { $function }?
team-kpi-hint = Name the KPI
team-target-hint = value to reach
team-serves = serves
team-pulls-away = pulls away
team-not-linked = not linked
team-pulls-against = pulls against { $function }
team-goal-reached = reached
team-goal-unknown = no target yet
team-goal-share = { $percent } of revenue

# What pulls apart.
team-apart = What pulls apart
team-apart-pulls = { $function } pulls against { $other }
team-apart-unlinked = { $function } serves nothing yet
team-apart-none = Every KPI serves the goal
team-apart-no-kpi = No function has a KPI yet
team-because-hint = Why?
team-remedy-hint = What would mend it?

# Before anyone is there.
team-empty-question = Who answers for the goal?
team-empty-lines = One person is accountable; where it works, this is often the chief executive. Everyone else takes part in one of the eight functions, and nobody's KPI may pull another's work apart.
team-empty-begin = Name the accountable person
team-functions-question = Who does what?
team-functions-lines = Each of the eight functions has one person responsible, and a KPI that serves the goal. Those you do not need can go again.
team-functions-begin = Add the eight functions
team-step-1 = People
team-step-1-words = Name everyone who works on the plan and how many hours a week they have for it.
team-step-2 = Who does what
team-step-2-words = Give each function one who is responsible, and say who is asked and who is told.
team-step-3 = KPIs
team-step-3-words = Say for each function what it is measured by, and whether that serves the goal.

# Names of steps, as they stand behind "Undo".
team-step-owner = Choose who answers for the goal
team-step-add-person = Add a person
team-step-add-function = Add a function
team-step-add-functions = Add the eight functions
team-step-add-kpi = Add a KPI to { $function }
team-step-change-person = Change { $person }
team-step-change-function = Change function { $function }
team-step-change-kpi = Change KPI { $kpi }
team-step-role = Change the part of { $person } in { $function }
team-step-hours = Change the hours of { $person } in { $function }
team-people-shown = { $from } to { $to } of { $all }
