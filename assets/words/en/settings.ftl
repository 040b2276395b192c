# Words of the settings.

settings-tab = Settings
