# Words used everywhere.

common-program = Ripple Planner
common-close = Close
common-cancel = Cancel
common-done = Done
common-add = Add
common-remove = Remove
common-undo = Undo
common-redo = Redo
common-total = Total
common-name = Name
common-owner = Owner
common-note = Note
common-date = Date
common-budget = Budget
common-registrations = Registrations
common-leads = Leads
common-customers = Customers
common-revenue = Revenue
common-range = 90 % range
common-error = error
common-warning = warning
common-advice = advice
common-nobody = Nobody
common-copied = Copied
common-further-events = { $n ->
    [one] and one more event
   *[other] and { $n } more events
  }

# A block of cells out of a spreadsheet.
common-block-too-wide = Nothing was taken: the block has { $columns ->
    [one] 1 column
   *[other] { $columns } columns
  }, and from this column on there { $room ->
    [one] is 1
   *[other] are { $room }
  }. Begin further left, or copy fewer columns
common-block-too-tall = Nothing was taken: the block has { $rows ->
    [one] 1 row
   *[other] { $rows } rows
  }, and from this row on there { $room ->
    [one] is 1
   *[other] are { $room }
  }. Begin higher up, or copy fewer rows
common-block-unreadable = Nothing was taken. Row { $row }, column { $column } of the block: { $why }
common-block-unreadable-more = { $n ->
    [one] Nothing was taken. Row { $row }, column { $column } of the block: { $why } (and 1 more)
   *[other] Nothing was taken. Row { $row }, column { $column } of the block: { $why } (and { $n } more)
  }
common-block-needed = Nothing was cleared: row { $row }, column { $column } of the selection cannot be empty. Select cells that can, such as amounts
common-sorted-ascending = { $column }, sorted ascending
common-sorted-descending = { $column }, sorted descending
common-step-fill = { $n ->
    [one] Fill 1 cell
   *[other] Fill { $n } cells
  }
common-step-clear = { $n ->
    [one] Clear 1 cell
   *[other] Clear { $n } cells
  }
