# Words of the Team tab.

team-tab = Team
