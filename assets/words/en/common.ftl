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
