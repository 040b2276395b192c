//! Items that share an id, as copying lines in a plan file leaves them, get ids of their own.

use std::collections::HashSet;
use std::sync::Arc;

use super::{Id, Plan};

impl Plan {
    /// Gives every item whose id an earlier item of its kind has an id of its own: the second `sem` becomes `sem-2`.
    /// What refers to the id goes on meaning the first item. Sections without such items stay as they are.
    pub fn give_own_ids(&mut self) {
        let mut goal = (*self.goal).clone();
        separate(goal.sub_goals.iter_mut().map(|item| &mut item.id));
        let mut team = (*self.team).clone();
        separate(team.people.iter_mut().map(|item| &mut item.id));
        separate(team.functions.iter_mut().map(|item| &mut item.id));
        separate(team.functions.iter_mut().flat_map(|function| &mut function.kpis).map(|item| &mut item.id));
        let mut pyramid = (*self.pyramid).clone();
        separate(pyramid.criteria.iter_mut().map(|item| &mut item.id));
        let mut allocation = (*self.allocation).clone();
        separate(allocation.groups.iter_mut().map(|item| &mut item.id));
        separate(allocation.channels.iter_mut().map(|item| &mut item.id));
        let (mut events, mut ripples) = ((*self.events).clone(), (*self.ripples).clone());
        // A topic names an event or a ripple by its id, so the two may not share one.
        let dated = events.iter_mut().map(|item| &mut item.id).chain(ripples.iter_mut().map(|item| &mut item.id));
        separate(dated);
        for event in &mut events {
            separate(event.parties.iter_mut().map(|item| &mut item.id));
            separate(event.items.iter_mut().map(|item| &mut item.id));
        }
        let mut topics = (*self.topics).clone();
        separate(topics.list.iter_mut().map(|item| &mut item.id));
        let mut actuals = (*self.actuals).clone();
        separate(actuals.campaigns.iter_mut().map(|item| &mut item.id));
        let mut scenarios = (*self.scenarios).clone();
        separate(scenarios.iter_mut().map(|item| &mut item.id));
        put(&mut self.goal, goal);
        put(&mut self.team, team);
        put(&mut self.pyramid, pyramid);
        put(&mut self.allocation, allocation);
        put(&mut self.events, events);
        put(&mut self.ripples, ripples);
        put(&mut self.topics, topics);
        put(&mut self.actuals, actuals);
        put(&mut self.scenarios, scenarios);
    }
}

/// An unchanged section keeps its pointer: it counts as not edited.
fn put<T: PartialEq>(section: &mut Arc<T>, new: T) {
    if **section != new {
        *section = Arc::new(new);
    }
}

fn separate<'a>(ids: impl Iterator<Item = &'a mut Id>) {
    let ids: Vec<&mut Id> = ids.collect();
    let mut taken: HashSet<Id> = ids.iter().map(|id| (**id).clone()).collect();
    let mut seen: HashSet<Id> = HashSet::new();
    for id in ids {
        if !seen.insert(id.clone()) {
            let numbered = (2_u32..).map(|number| Id::new(&format!("{id}-{number}")));
            if let Some(own) = numbered.into_iter().find(|own| !taken.contains(own)) {
                taken.insert(own.clone());
                seen.insert(own.clone());
                *id = own;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Channel, Period, Task};

    fn plan_of(ids: &[&str]) -> Plan {
        let mut plan = Plan::blank("p", Period { start: jiff::civil::date(2026, 1, 1), months: 12 });
        let channels = ids.iter().map(|id| Channel::new(Id::new(id), (*id).to_owned(), Task::A)).collect();
        Arc::make_mut(&mut plan.allocation).channels = channels;
        plan
    }

    fn ids(plan: &Plan) -> Vec<&str> {
        plan.allocation.channels.iter().map(|channel| channel.id.as_str()).collect()
    }

    #[test]
    fn later_items_get_ids_that_nobody_has() {
        let mut plan = plan_of(&["sem", "sem", "sem-2", "sem", "seo"]);
        let goal = Arc::clone(&plan.goal);
        plan.give_own_ids();
        assert_eq!(ids(&plan), ["sem", "sem-3", "sem-2", "sem-4", "seo"]);
        assert!(Arc::ptr_eq(&goal, &plan.goal));
    }

    #[test]
    fn a_plan_of_different_ids_is_untouched() {
        let mut plan = plan_of(&["a", "b"]);
        let before = plan.clone();
        plan.give_own_ids();
        assert!(plan.same_as(&before));
    }
}
