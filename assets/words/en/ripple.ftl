# Words of the Ripple tab.

ripple-tab = Ripple
