# Words of the Topics tab.

topics-tab = Topics
