# Words of settling up: why each party pays, whether it could be fewer transfers, a text for partners.

settlement-share-of = { $ours ->
    [yes] Our share
    [ends-in-s] { $party }' share
   *[no] { $party }'s share
  } { $share }
settlement-gain-of = { $ours ->
    [yes] Our gain
    [ends-in-s] { $party }' gain
   *[no] { $party }'s gain
  } { $gain }
settlement-share-with = { $share } ({ $parts })
settlement-part-unpaid = { $unpaid } still due to the suppliers
settlement-part-unreceived = { $unreceived } of income still to come
settlement-paid = paid { $paid }
settlement-received = received { $received }
settlement-paid-and-received = paid { $paid } and received { $received }
settlement-owes = { $share }, { $paid }, owes { $open }
settlement-gets = { $share }, { $paid }, gets { $open }
settlement-even = { $share }, { $paid }, even
settlement-we-owe = { $share }, { $paid }, we owe { $open }
settlement-we-get = { $share }, { $paid }, we get { $open }
settlement-party-gains = { $party } gains { $amount }
settlement-we-gain = We gain { $amount }
settlement-many-gain = { $count } parties gain { $amount } in all
settlement-clause-comma = {", "}
settlement-less-income = Cost { $cost } less income { $income }
settlement-pays = { $from } pays { $to } { $amount }
settlement-count = { $count ->
    [one] One transfer
    [2] Two transfers
    [3] Three transfers
    [4] Four transfers
    [5] Five transfers
   *[other] { $count } transfers
  }
settlement-proven = { $transfers }, proven fewest; paying every payer directly would take { $direct }
settlement-proven-same = { $transfers }, proven fewest; paying every payer directly takes as many
settlement-not-proven = { $transfers }, the fewest found, at least { $least } proven necessary; paying every payer directly would take { $direct }
settlement-direct = { $transfers }, each straight to whoever paid; set off against one another, { $fewest ->
    [one] one would do
   *[other] { $fewest } would do
  }
settlement-nothing-paid = Nothing is paid yet, so nobody owes anybody
settlement-all-even = Everybody has paid exactly their share
settlement-all-even-with-income = Everybody is even: paid less received is exactly their share
settlement-unpaid = { $amount } is not paid yet: owed to the suppliers, in no transfer
settlement-unreceived = { $amount } of income is not received yet: in no transfer
settlement-not-split = Nothing is settled until the cost can be shared
settlement-paid-too-much = "{ $item }" is paid above what it costs; nothing is settled until its amount or payments are corrected
settlement-received-too-much = More is received of "{ $item }" than it brings in; nothing is settled until its amount or what was received is corrected
settlement-negative = "{ $item }" has an amount below 0; nothing is settled until it is corrected

# The text for partners.
settlement-partners-title = { $event }: how we share the cost
settlement-partners-title-dated = { $event }, { $date }: how we share the cost
settlement-partners-total = Total { $amount }, shared { $rule }.
settlement-partners-total-left = { $sums }: total { $amount }, shared { $rule }.
settlement-partners-total-gain = { $sums }: a gain of { $amount }, shared { $rule }.
settlement-partners-items = What it costs ({ $unit })
settlement-partners-income = What it brings in ({ $unit })
settlement-partners-item = - { $item }: { $amount }
settlement-partners-paid-by = paid by { $names }
settlement-partners-part = { $party } ({ $amount })
settlement-partners-nobody = not paid yet
settlement-partners-received-by = received by { $names }
settlement-partners-nobody-received = not received yet
settlement-partners-only = only for { $names }
settlement-partners-own-rule = shared { $rule }
settlement-partners-shares = What each pays ({ $unit })
settlement-partners-shares-and-gains = What each pays or gains ({ $unit })
settlement-partners-share = - { $sentence }
settlement-partners-transfers = Who pays whom ({ $unit })
settlement-partners-fewest = { $transfers }; it cannot be done with fewer.
settlement-sentence = { $sentence }.
settlement-rule-equal = in equal parts
settlement-rule-weights = by agreed weights
settlement-rule-percent = by agreed percentages
settlement-rule-amounts = by agreed amounts
settlement-rule-benefit = by what each gains
settlement-rule-alone = in proportion to what the event would cost each alone
settlement-rule-equal-savings = so that each saves the same against going alone
settlement-rule-airport = so that each step of size is shared by those who need it
settlement-comma = {", "}
settlement-semicolon = {"; "}
settlement-between-sentences = {" "}
