# Words of the Allocation tab: channels.

allocation-tab = Allocation
allocation-channels = Channels
