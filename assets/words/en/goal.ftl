# Words of the Goal tab.

goal-tab = Goal
