# 资源分配页：共享活动的用语。

event-tab = 共享活动
event-shared-events = 共享活动
