//! What can be done to a team, apart from typing into its fields.

use crate::app::widgets::{ItemAction, move_item};
use crate::plan::Id;
use crate::plan::team::{Assignment, Function, FunctionKind, Kpi, KpiEffect, Person, Raci, Team};

/// Adds a person without a name; returns the id.
pub fn add_person(team: &mut Team) -> Id {
    let id = Id::fresh("person", team.people.iter().map(|person| &person.id));
    team.people.push(Person {
        id: id.clone(),
        name: String::new(),
        title: String::new(),
        capacity: 0.0,
        other_hours: 0.0,
        note: String::new(),
    });
    id
}

/// A team that begins with its first person begins with the eight functions of the method.
pub fn begin_functions(team: &mut Team) {
    if team.people.is_empty() && team.functions.is_empty() {
        add_functions(team);
    }
}

/// Adds the eight functions of the method.
pub fn add_functions(team: &mut Team) {
    for kind in FunctionKind::METHOD {
        add_function(team, kind);
    }
}

/// Moves a person.
pub fn move_person(team: &mut Team, id: &Id, action: ItemAction) {
    let Some(index) = team.people.iter().position(|person| person.id == *id) else { return };
    let all: Vec<usize> = (0..team.people.len()).collect();
    move_item(&mut team.people, &all, index, action);
}

/// Adds a function; returns its id.
pub fn add_function(team: &mut Team, kind: FunctionKind) -> Id {
    let id = Id::fresh("function", team.functions.iter().map(|function| &function.id));
    team.functions.push(Function { id: id.clone(), kind, assignments: Vec::new(), kpis: Vec::new() });
    id
}

/// Moves a function.
pub fn move_function(team: &mut Team, id: &Id, action: ItemAction) {
    let Some(index) = team.functions.iter().position(|function| function.id == *id) else { return };
    let all: Vec<usize> = (0..team.functions.len()).collect();
    move_item(&mut team.functions, &all, index, action);
}

/// Functions of the method that the team does not have.
pub fn missing(team: &Team) -> Vec<FunctionKind> {
    let has = |kind: &FunctionKind| team.functions.iter().any(|function| function.kind == *kind);
    FunctionKind::METHOD.into_iter().filter(|kind| !has(kind)).collect()
}

/// Adds a KPI to a function; returns the KPI's id.
pub fn add_kpi(team: &mut Team, function: &Id) -> Id {
    let id = Id::fresh("kpi", team.functions.iter().flat_map(|function| &function.kpis).map(|kpi| &kpi.id));
    let kpi = Kpi {
        id: id.clone(),
        name: String::new(),
        target: String::new(),
        effect: KpiEffect::Unlinked,
        because: String::new(),
        remedy: String::new(),
    };
    change_function(team, function, |function| function.kpis.push(kpi));
    id
}

/// Moves a KPI within its function, or removes it.
pub fn act_on_kpi(team: &mut Team, function: &Id, kpi: &Id, action: ItemAction) {
    change_function(team, function, |function| {
        let Some(index) = function.kpis.iter().position(|other| other.id == *kpi) else { return };
        if action == ItemAction::Remove {
            function.kpis.remove(index);
        } else {
            let all: Vec<usize> = (0..function.kpis.len()).collect();
            move_item(&mut function.kpis, &all, index, action);
        }
    });
}

/// Changes a person.
pub fn change_person(team: &mut Team, id: &Id, change: impl FnOnce(&mut Person)) {
    if let Some(person) = team.people.iter_mut().find(|person| person.id == *id) {
        change(person);
    }
}

/// Changes a function.
pub fn change_function(team: &mut Team, id: &Id, change: impl FnOnce(&mut Function)) {
    if let Some(function) = team.functions.iter_mut().find(|function| function.id == *id) {
        change(function);
    }
}

/// Changes a KPI.
pub fn change_kpi(team: &mut Team, id: &Id, change: impl FnOnce(&mut Kpi)) {
    if let Some(kpi) = team.functions.iter_mut().flat_map(|function| &mut function.kpis).find(|kpi| kpi.id == *id) {
        change(kpi);
    }
}

/// A person's part in a function.
pub fn part<'a>(function: &'a Function, person: &Id) -> Option<&'a Assignment> {
    function.assignments.iter().find(|part| part.person == *person)
}

/// Gives a person a part in a function, or takes it away with its hours.
pub fn set_role(function: &mut Function, person: &Id, role: Option<Raci>) {
    let part = function.assignments.iter_mut().find(|part| part.person == *person);
    match (part, role) {
        (Some(part), Some(role)) => part.role = role,
        (None, Some(role)) => function.assignments.push(Assignment { person: person.clone(), role, hours: 0.0 }),
        (_, None) => function.assignments.retain(|part| part.person != *person),
    }
}

/// Sets the hours of a part that is taken.
pub fn set_hours(function: &mut Function, person: &Id, hours: f64) {
    if let Some(part) = function.assignments.iter_mut().find(|part| part.person == *person) {
        part.hours = hours;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn team() -> Team {
        let mut team = Team::default();
        let person = add_person(&mut team);
        let sales = add_function(&mut team, FunctionKind::Sales);
        let other = add_function(&mut team, FunctionKind::Other("Labs".to_owned()));
        change_function(&mut team, &other, |function| set_role(function, &person, Some(Raci::Responsible)));
        let kpi = add_kpi(&mut team, &other);
        change_kpi(&mut team, &kpi, |kpi| kpi.effect = KpiEffect::PullsAgainst(sales));
        team.owner = Some(person);
        team
    }

    #[test]
    fn a_function_that_is_there_is_not_missing() {
        assert_eq!(missing(&team()).len(), 7);
        assert_eq!(missing(&Team::default()).len(), 8);
    }

    #[test]
    fn items_stay_within_their_list_when_moved() {
        let mut team = team();
        let sales = team.functions[0].id.clone();
        move_function(&mut team, &sales, ItemAction::Up);
        assert_eq!(team.functions[0].id, sales);
        move_function(&mut team, &sales, ItemAction::Down);
        assert_eq!(team.functions[1].id, sales);
    }
}
