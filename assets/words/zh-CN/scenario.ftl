# 情景：基准规划之外的其他花法。

scenario-called = 情景：{ $name }
