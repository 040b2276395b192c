# Words of the start page.

start-claim = From every yuan of budget to the goal
start-circles = Figure and area: revenue ÷ cost of the same event, with 50,000 more for sharing
start-funnel = Funnel
start-follow = Follow
start-share = Share
start-customers = { $n ->
    [one] { $shown } customer
   *[other] { $shown } customers
}
start-begin = Begin
start-worked-case = Open the worked case
start-worked-case-words = Learn by looking: 12 channels, 1 shared event, 1 ripple
start-blank = New blank plan
start-blank-words = Begin with one goal, then answer eight questions
start-open = Open a file…
start-open-words = You can also drop a plan file here
start-recent = Recent
start-plan = Plan
start-opened = Last opened
start-open-recent = Open { $file }
start-today = Today { $time }
start-yesterday = Yesterday { $time }
start-files = Plan files stay on your computer: plain text, easy to compare and to merge
start-new-plan-title = New plan
