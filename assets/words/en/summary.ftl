# Words of the Summary tab.

summary-tab = Summary
summary-title = Allocation summary
summary-ready = Ready to hand over
summary-ready-warned = { $n ->
    [one] Can be handed over; { $shown } warning stays open
   *[other] Can be handed over; { $shown } warnings stay open
}
summary-mend-first = { $n ->
    [one] Mend { $shown } error before you hand it over
   *[other] Mend { $shown } errors before you hand it over
}
summary-form-pages = Pages
summary-form-text = Text
summary-pages = { $n ->
    [one] { $shown } page
   *[other] { $shown } pages
}
summary-on-page = page { $page }
summary-show-part = Show { $part }
summary-nothing-to-say = nothing to say
summary-cover = Cover note
summary-cover-write = Write…
summary-cover-change = Change…
summary-cover-done = Done
summary-cover-hint = To whom, by when to decide, a remark: on the first page
summary-to = To
summary-to-hint = who decides
summary-decide-by = Decide by
summary-remark = Remark
summary-remark-hint = What to know before reading
summary-step-to = Change addressee
summary-step-decide-by = Change day of decision
summary-step-remark = Change remark of the cover note
summary-page = Page
summary-pages-seen = { $pages } of { $all }
summary-laying-out = Laying out the pages…
summary-as-printed = Exactly as it prints, { $paper } at { $percent }
summary-one-page = One page
summary-two-pages = Two pages
summary-page-back = Pages before
summary-page-on = Pages after
summary-include = Include
summary-part-goal = Goal
summary-part-allocation = Channels by task
summary-part-months = Money by month
summary-part-proposal = Better split
summary-part-scenarios = Scenarios
summary-part-track = What happened
summary-part-odds = Odds
summary-part-events = Shared events
summary-part-ripples = From funnel to ripple
summary-part-pyramid = Pyramid
summary-part-team = Team
summary-part-topics = Topics
summary-part-findings = Findings
summary-part-assumptions = Note and assumptions
summary-language = Language
summary-paper = Paper
summary-ink = Ink
summary-in-colour = Colour
summary-in-grey = Grey
summary-hand-over = Export
summary-making = Making the { $kind } file…
summary-making-broke-down = The { $kind } file was not made, by a fault of this program; choose another kind
summary-copy = Copy as text
summary-copy-hint = For a message or a document
summary-write = Write { $kind } to a file
summary-written = Written: { $path }
summary-written-open = Open the file
summary-written-folder = Open the folder
summary-same-numbers = Same numbers as on screen
summary-see-overview = See all eight questions
summary-print = Print
summary-printer = Printer
summary-copies = Copies
summary-two-sided = two-sided
summary-which-pages = Pages
summary-all-pages = all
summary-print-now = Print
