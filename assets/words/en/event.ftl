# Words of the Allocation tab: shared events.

event-tab = Shared events
event-shared-events = Shared events
event-unit-comma = {", "}
event-colon = {": "}
event-unnamed = Unnamed
event-of = { $what } of { $item }

# Head and figures.
event-which = Which event
event-event = Event
event-party = Party
event-total = Total
event-surplus = Surplus
event-our-share = Our share
event-our-gain = Our gain
event-alone = Alone
event-we-save = We save
event-contacts = Contacts
event-cost-per-lead = Cost per lead
event-items-and-parties = { $items ->
    [one] one item
   *[other] { $items } items
  }, { $parties ->
    [one] one party
   *[other] { $parties } parties
  }
event-less-income = { $cost } less { $income } income
event-of-the-total = { $share } of the total
event-alone-remark = what it would cost us
event-leads-of-class = { $leads } leads, { $class }
event-instead-of = instead of { $alone }

# Items.
event-items = Items
event-item = Item
event-amount = Amount
event-cost = Cost
event-income = Income
event-kind = Kind
event-paid-by = Paid by
event-received-by = Received by
event-paid-or-received-by = Paid, received by
event-shared-by = Shared by
event-nobody-yet = nobody yet
event-nobody-received = nobody yet
event-paid-part = { $paid } so far
event-received-part = { $received } so far
event-several-parties = { $count } parties
event-some-of = { $some } of { $all }
event-party-shares = { $party } shares { $item }
event-party-shares-it = { $party } shares this item
event-count-items = { $count ->
    [one] One item
   *[other] { $count } items
  }
event-shared-by-all = shared by all
event-shared-partly = { $count ->
    [one] one not by all
   *[other] { $count } not by all
  }

# Rules.
event-rules = Rules compared
event-rules-subtitle = share of each party, { $unit }; every row adds up to { $total }
event-rule = Rule
event-over = { $over } over
event-fair = fair
event-cost-alone = Cost alone
event-below-zero = Below 0: a gain
event-own-rules = { $count ->
    [one] One item has a rule of its own, which the shares at the right follow
   *[other] { $count } items have a rule of their own, which the shares at the right follow
  }
event-why-item = "{ $item }"
event-why-more = { $all ->
   *[other] { $items } and { $more } more
  }
event-why-items = { $items }: { $why }
event-why = { $why ->
    [too-many] it has too many parties, items and payments
    [no-parties] nobody shares it
    [no-weight] all weights are 0
    [no-benefit] all benefits are 0
    [no-cost-alone] all costs alone are 0
   *[lacks] the number this rule needs is missing for { $party }
    [missing] { $amount } is missing
    [surplus] { $amount } is too much
  }

# Who pays what.
event-who-pays = Who pays what, { $unit }
event-not-split = The cost cannot be shared: { $why }
event-share = share
event-alone-short = alone
event-saving = saving
event-our-mark = our share
event-others-mark = others
event-cost-alone-mark = cost alone
event-paid-mark = already paid
event-spent-mark = net paid

event-shares = Shares
event-transfers = Transfers
event-transfers-in = Transfers, { $unit }
event-way = How debts are paid
event-fewest = Fewest
event-direct = Pay the payer directly
event-share-paid = share { $share }, { $paid }
event-gain-paid = gain { $gain }, { $paid }
event-due-paid = due so far { $due }, { $paid }
event-due-gain-paid = gain so far { $gain }, { $paid }
event-pays-to = { $from } pays { $to }
event-direct-head = Pays
event-direct-sum = in all
event-direct-gets = Gets
event-copy = Copy text for partners
event-copy-in = Copy text for partners: { $language }
event-several-payers = Several parties…
event-several-receivers = Several parties…

# The panel of details.
event-details = Details
event-parties = Parties
event-us = Us
event-is-us = { $party } is us
event-weight = Weight
event-percent = Percent
event-benefit = Benefit
event-parties-help = What a rule goes by has its column once the rule is chosen or the column is added; by cost alone savings are measured.
event-no-items = Add what it costs and who paid it, and what it brings in and who received it.
event-split-by = Split by
event-rule-of-event = as the event: { $rule }
event-who-paid = Paid so far, { $unit }
event-who-received = Received so far, { $unit }
event-payment-of = { $party } paid for { $item }
event-receipt-of = { $party } received of { $item }
event-paid-in-full = paid in full
event-no-amount-yet = no amount yet
event-not-paid-yet = { $left } not paid yet
event-paid-too-much = { $surplus } more than it costs
event-received-in-full = received in full
event-not-received-yet = { $left } not received yet
event-received-too-much = { $surplus } more than it brings in
event-task = Task
event-media = Media
event-class = Class of leads
event-lead-rate = Lead rate, %
event-stages = Stages of the customer loop

# Menus and undo steps.
event-more-for = More for { $item }
event-move-up = Move up
event-move-down = Move down
event-step-change = Change { $what } of { $item }
event-step-rename = Rename { $what }
event-step-move = Move { $item }
event-step-remove = Remove { $item }
event-step-add-event = Add event
event-step-add-party = Add party
event-step-add-item = Add cost
event-step-add-income = Add income
event-step-us = Make { $party } us
event-step-payer = Change who paid for { $item }
event-step-receiver = Change who received { $item }
event-step-sharers = Change who shares { $item }
event-step-rule = Share { $item }: { $rule }

# Before there is an event.
event-new-name = New event
event-empty-question = With whom do you share an event?
event-empty-lines = Alone, a large event costs a lot. With partners up and down the supply chain the cost is spread: list what it costs and who takes part, and see what each pays and whether that is fair.
event-empty-begin = Add the first event
event-ways = Ways to share its cost
event-way-equal = the same for everyone
event-way-benefit = by what each gains, such as leads or visitors
event-way-alone = by what the event would cost each alone
event-way-equal-savings = so that each saves the same against going alone
event-way-airport = each step of size is shared by those who need it (Shapley value)
event-empty-step-1 = List what it costs and brings in
event-empty-about-1 = costs and income, and who paid or received them so far
event-empty-step-2 = Name who takes part
event-empty-about-2 = and what the event would cost each alone
event-empty-step-3 = Compare the rules
event-empty-about-3 = what each pays, what it saves, who would pay too much

# Blocks out of a spreadsheet.
event-step-paste = { $n ->
    [one] Paste 1 cell
   *[other] Paste { $n } cells
  }
