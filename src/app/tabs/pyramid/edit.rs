//! What can be done to a pyramid, apart from typing into its fields.

use crate::app::widgets::{ItemAction, move_item};
use crate::plan::pyramid::{Answer, Assessment, Criterion, Pyramid, Score};
use crate::plan::{Date, Id};

/// Adds a criterion without a name to a level; returns its id.
pub fn add_criterion(pyramid: &mut Pyramid, level: u8) -> Id {
    let answered = pyramid.assessments.iter().flat_map(|assessment| assessment.answers.keys());
    let id = Id::fresh("criterion", pyramid.criteria.iter().map(|criterion| &criterion.id).chain(answered));
    let (name, note) = (String::new(), String::new());
    pyramid.criteria.push(Criterion { id: id.clone(), level, name, owner: None, cost_to_full: None, note });
    id
}

/// Moves a criterion within its level.
pub fn move_criterion(pyramid: &mut Pyramid, id: &Id, action: ItemAction) {
    let Some(index) = pyramid.criteria.iter().position(|criterion| criterion.id == *id) else { return };
    let level = pyramid.criteria[index].level;
    let peers: Vec<usize> =
        (0..pyramid.criteria.len()).filter(|other| pyramid.criteria[*other].level == level).collect();
    move_item(&mut pyramid.criteria, &peers, index, action);
}

/// Removes every answer to a criterion.
pub fn forget_answers(pyramid: &mut Pyramid, id: &Id) {
    for assessment in &mut pyramid.assessments {
        assessment.answers.remove(id);
    }
}

/// Changes a criterion.
pub fn change_criterion(pyramid: &mut Pyramid, id: &Id, change: impl FnOnce(&mut Criterion)) {
    if let Some(criterion) = pyramid.criteria.iter_mut().find(|criterion| criterion.id == *id) {
        change(criterion);
    }
}

/// The day of a new assessment: today, or the day after the latest where that is not before today.
pub fn next_day(pyramid: &Pyramid, today: Date) -> Date {
    let latest = pyramid.assessments.iter().map(|assessment| assessment.day).max();
    latest.map_or(today, |day| day.tomorrow().unwrap_or(day).max(today))
}

/// Adds an assessment with the answers of the latest one.
pub fn add_assessment(pyramid: &mut Pyramid, day: Date) {
    let latest = pyramid.assessments.iter().max_by_key(|assessment| assessment.day);
    let answers = latest.map(|assessment| assessment.answers.clone()).unwrap_or_default();
    pyramid.assessments.push(Assessment { day, answers });
}

/// Answers a criterion in the assessment at `index`; without any, the first one begins `today`.
pub fn answer(pyramid: &mut Pyramid, index: Option<usize>, (id, today): (&Id, Date), score: Option<Score>) {
    if index.is_none() {
        add_assessment(pyramid, today);
    }
    let Some(assessment) = pyramid.assessments.get_mut(index.unwrap_or_default()) else { return };
    match score {
        Some(score) => {
            let empty = Answer { score, evidence: String::new() };
            assessment.answers.entry(id.clone()).or_insert(empty).score = score;
        }
        None => {
            assessment.answers.remove(id);
        }
    }
}

/// Answers to criteria that are not there.
pub fn stray_answers(pyramid: &Pyramid) -> Vec<Id> {
    let known = |id: &Id| pyramid.criteria.iter().any(|criterion| criterion.id == *id);
    let mut stray: Vec<Id> = pyramid
        .assessments
        .iter()
        .flat_map(|assessment| assessment.answers.keys())
        .filter(|id| !known(id))
        .cloned()
        .collect();
    stray.sort();
    stray.dedup();
    stray
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_assessment_begins_with_the_latest_answers() {
        let mut pyramid = Pyramid::default();
        let id = add_criterion(&mut pyramid, 1);
        answer(&mut pyramid, None, (&id, Date::constant(2026, 1, 1)), Some(Score::Half));
        let day = next_day(&pyramid, Date::constant(2026, 1, 1));
        add_assessment(&mut pyramid, day);
        assert_eq!(pyramid.assessments[1].day, Date::constant(2026, 1, 2));
        assert_eq!(next_day(&pyramid, Date::constant(2026, 4, 10)), Date::constant(2026, 4, 10), "it is made today");
        assert_eq!(pyramid.assessments[1].answers[&id].score, Score::Half);
    }

    #[test]
    fn criteria_move_among_those_of_their_level() {
        let mut pyramid = Pyramid::default();
        let first = add_criterion(&mut pyramid, 1);
        let other = add_criterion(&mut pyramid, 2);
        let second = add_criterion(&mut pyramid, 1);
        move_criterion(&mut pyramid, &second, ItemAction::Up);
        let order: Vec<&Id> = pyramid.criteria.iter().map(|criterion| &criterion.id).collect();
        assert_eq!(order, [&second, &other, &first]);
    }
}
