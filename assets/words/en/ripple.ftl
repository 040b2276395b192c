# Words of the Ripple tab.

ripple-tab = Ripple
ripple-write-a-range = Write a range such as 7..14, or leave it empty
ripple-range-hint = 90 % range: write 7..14, or nothing
