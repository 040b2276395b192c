# Words of the Pyramid tab.

pyramid-tab = Pyramid
