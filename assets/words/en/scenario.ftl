# Scenarios: other ways to spend beside the base plan.

scenario-called = Scenario: { $name }
