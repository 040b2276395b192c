# Words of the window's frame: top bar, rail, menus, commands.
