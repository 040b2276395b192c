# Words of the Allocation tab: shared events.

event-tab = Shared events
event-shared-events = Shared events
