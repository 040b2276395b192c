//! The pyramid: answers that may be changed, scores and the reached level by formulas.

use super::Book;
use super::sheet::{Kind, Place, Rank, Sheet, Value, at};
use crate::plan::pyramid::{Assessment, Criterion, LEVELS};
use crate::t;
use crate::words::{Named, names, number};

/// The sheet, and where the score of each level stands.
pub(super) struct Pyramid {
    pub(super) sheet: Option<Sheet>,
    pub(super) scores: Vec<Place>,
}

const THRESHOLD: u32 = 2;
const REACHED: u32 = 3;
const MEAN: u32 = 4;
const LEVELS_HEAD: u32 = 6;
const CRITERIA_HEAD: u32 = 14;

/// Columns of the levels.
const SCORE: u16 = 2;
const HOLDS: u16 = 3;
const OPEN: u16 = 4;
/// Columns of the criteria.
const ANSWER: u16 = 2;

pub(super) fn sheet(book: Book<'_>) -> Pyramid {
    if book.plan.pyramid.criteria.is_empty() {
        return Pyramid { sheet: None, scores: Vec::new() };
    }
    let mut sheet = book.sheet("workbook-sheet-pyramid", &book.text("workbook-pyramid-title"));
    sheet.is_landscape = true;
    sheet.widest = 36;
    let report = &book.report.pyramid;
    let assessment = report.latest.and_then(|index| book.plan.pyramid.assessments.get(index));
    let says = assessment.map(|assessment| number::date(book.words, assessment.day));
    let says = says.map(|day| t!(book.words, "workbook-assessed", date = day));
    sheet.note(1, &says.unwrap_or_else(|| book.text("workbook-not-assessed")));
    let bodies = criteria(book, &mut sheet, assessment);
    levels(book, &mut sheet, &bodies);
    let scores = (0..u32::from(LEVELS)).map(|level| sheet.place(at(LEVELS_HEAD + 1 + level, SCORE))).collect();
    Pyramid { sheet: Some(sheet), scores }
}

fn levels(book: Book<'_>, sheet: &mut Sheet, bodies: &[Option<(u32, u32)>]) {
    let report = &book.report.pyramid;
    let [yes, no] = ["report-yes", "report-no"].map(|key| book.text(key));
    sheet.words(at(THRESHOLD, 0), &book.text("workbook-threshold"));
    sheet.input(at(THRESHOLD, 2), book.plan.pyramid.threshold, Kind::Factor);
    sheet.head(
        LEVELS_HEAD,
        &[
            book.words_head("report-level"),
            (String::new(), Kind::Words),
            book.number_head("report-score"),
            book.words_head("report-holds"),
            book.number_head("workbook-open"),
        ],
    );
    let first = LEVELS_HEAD + 1;
    for ((row, level), body) in (first..).zip(&report.levels).zip(bodies) {
        sheet.words(at(row, 0), &level.level.to_string());
        sheet.words(at(row, 1), &names::level_name(level.level, book.words));
        let answers = body.map(|(first, last)| format!("{}:{}", at(first, ANSWER), at(last, ANSWER)));
        let score = match &answers {
            Some(answers) => format!("IF(COUNT({answers})=0,\"\",AVERAGE({answers}))"),
            None => "\"\"".to_owned(),
        };
        sheet.live(at(row, SCORE), score, level.score, Kind::Factor);
        // Sums of quarters divided by a count are not exact.
        let threshold = at(THRESHOLD, 2).fixed();
        let [score, open] = [SCORE, OPEN].map(|col| at(row, col));
        let reached = format!("AND({open}=0,{score}>={threshold}-0.000000001)");
        let formula = format!("IF({score}=\"\",\"{no}\",IF({reached},\"{yes}\",\"{no}\"))");
        let blank = answers.map_or_else(|| "0".to_owned(), |answers| format!("COUNTBLANK({answers})"));
        sheet.live(open, blank, number_of(level.open), Kind::Whole);
        sheet.live(at(row, HOLDS), formula, if level.holds { yes.clone() } else { no.clone() }, Kind::Words);
    }
    let last = first + u32::from(LEVELS) - 1;
    sheet.words(at(REACHED, 0), &book.text("workbook-reached-level"));
    let nested = (0..u32::from(LEVELS))
        .rev()
        .fold(LEVELS.to_string(), |above, level| format!("IF({}=\"{yes}\",{above},{level})", at(first + level, HOLDS)));
    sheet.live(at(REACHED, 2), nested, f64::from(report.reached), Kind::Whole);
    sheet.words(at(MEAN, 0), &book.text("workbook-mean"));
    let scores = format!("{}:{}", at(first, SCORE), at(last, SCORE));
    sheet.live(at(MEAN, 2), format!("IF(COUNT({scores})=0,\"\",AVERAGE({scores}))"), report.mean, Kind::Factor);
}

#[allow(clippy::cast_precision_loss)] // a handful of criteria
fn number_of(count: usize) -> f64 {
    count as f64
}

/// The criteria level by level; first and last row of each level.
fn criteria(book: Book<'_>, sheet: &mut Sheet, assessment: Option<&Assessment>) -> Vec<Option<(u32, u32)>> {
    sheet.head(
        CRITERIA_HEAD,
        &[
            book.words_head("report-level"),
            book.words_head("workbook-criterion"),
            book.number_head("workbook-answer"),
            book.words_head("workbook-answer-words"),
            book.words_head("workbook-evidence"),
            book.words_head("workbook-owner"),
            book.money_head("workbook-cost-to-full"),
        ],
    );
    let mut row = CRITERIA_HEAD + 1;
    (1..=LEVELS)
        .map(|level| {
            let first = row;
            for criterion in crate::calc::pyramid::criteria(&book.plan.pyramid, level) {
                write(book, sheet, row, criterion, assessment);
                row += 1;
            }
            (row > first).then(|| (first, row - 1))
        })
        .collect()
}

fn write(book: Book<'_>, sheet: &mut Sheet, row: u32, criterion: &Criterion, assessment: Option<&Assessment>) {
    let answer = assessment.and_then(|assessment| assessment.answers.get(&criterion.id));
    sheet.rank(Rank::Item);
    sheet.words(at(row, 0), &criterion.level.to_string());
    sheet.words(at(row, 1), &criterion.name);
    let chosen = answer.map_or(Value::Empty, |answer| match answer.score.value() {
        Some(value) => Value::Number(value),
        None => Value::Words(answer.score.sign().to_owned()),
    });
    sheet.choice(at(row, ANSWER), chosen, Kind::Answer);
    sheet.words(at(row, 3), &answer.map(|answer| answer.score.name(book.words)).unwrap_or_default());
    sheet.words(at(row, 4), answer.map(|answer| answer.evidence.as_str()).unwrap_or_default());
    let owner = criterion.owner.as_ref().map(|owner| book.lookup.person(owner));
    sheet.words(at(row, 5), &owner.unwrap_or_default());
    sheet.fill(row, 7);
    if let Some(cost) = criterion.cost_to_full {
        sheet.number(at(row, 6), book.units(cost), Kind::Money);
    }
}
