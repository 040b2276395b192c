# Words of the start page.
