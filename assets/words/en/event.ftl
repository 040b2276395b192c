# Words of the Allocation tab: shared events.

event-tab = Shared events
