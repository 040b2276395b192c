# Words of the Overview tab.

overview-tab = Overview
