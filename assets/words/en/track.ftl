# Words of the Track tab.

track-tab = Track
