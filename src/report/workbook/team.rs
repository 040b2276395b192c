//! The team: who does what, and who has too much to do.

use super::Book;
use super::sheet::{Kind, Rank, Sheet, at};
use crate::plan::Id;
use crate::plan::team::Function;
use crate::t;

/// The matrix of functions and people, and the load of each person; `None` without either.
pub(super) fn sheet(book: Book<'_>) -> Option<Sheet> {
    let team = &book.plan.team;
    if team.people.is_empty() && team.functions.is_empty() {
        return None;
    }
    let mut sheet = book.sheet("workbook-sheet-team", &book.text("workbook-team-title"));
    sheet.is_landscape = true;
    let owner = book.summary.team.owner.as_deref();
    let says = owner.map(|name| t!(book.words, "report-accountable", name = name));
    sheet.note(1, &says.unwrap_or_else(|| book.text("workbook-nobody-accountable")));
    sheet.note(2, &book.text("workbook-raci"));
    let after = matrix(book, &mut sheet, 4);
    loads(book, &mut sheet, after + 1);
    Some(sheet)
}

/// A row a function, a column a person; the row after it.
fn matrix(book: Book<'_>, sheet: &mut Sheet, row: u32) -> u32 {
    let team = &book.plan.team;
    let mut head =
        vec![book.words_head("report-function"), book.words_head("report-kpi"), book.words_head("report-serves")];
    let people = u16::try_from(head.len()).unwrap_or(0);
    head.extend(team.people.iter().map(|person| (person.name.clone(), Kind::Words)));
    sheet.head(row, &head);
    let columns = u16::try_from(head.len()).unwrap_or(people);
    for (row, (function, part)) in (row + 1..).zip(team.functions.iter().zip(&book.summary.team.functions)) {
        sheet.words(at(row, 0), &part.name);
        sheet.words(at(row, 1), part.kpi.as_deref().unwrap_or_default());
        let serves = part.serves_goal.map(|serves| book.text(if serves { "report-yes" } else { "report-no" }));
        sheet.words(at(row, 2), &serves.unwrap_or_default());
        for (col, person) in (people..).zip(&team.people) {
            sheet.words(at(row, col), &letters(book, function, &person.id));
        }
        sheet.fill(row, columns);
    }
    row + 1 + u32::try_from(team.functions.len()).unwrap_or(0)
}

/// R, C, I as stated; A for the person who answers for the goal.
fn letters(book: Book<'_>, function: &Function, person: &Id) -> String {
    let is_owner = book.report.team.owner.as_ref() == Some(person);
    let stated = function.assignments.iter().filter(|part| part.person == *person).map(|part| part.role.letter());
    is_owner.then_some("A").into_iter().chain(stated).collect::<Vec<_>>().join("/")
}

fn loads(book: Book<'_>, sheet: &mut Sheet, row: u32) {
    let team = &book.plan.team;
    if team.people.is_empty() {
        return;
    }
    sheet.line(row, &book.text("workbook-load"), Rank::Section);
    sheet.head(
        row + 1,
        &[
            book.words_head("workbook-person"),
            book.words_head("workbook-position"),
            book.number_head("workbook-hours"),
            book.number_head("workbook-capacity"),
            book.number_head("workbook-load-share"),
        ],
    );
    for (row, (person, load)) in (row + 2..).zip(team.people.iter().zip(&book.report.team.loads)) {
        let [hours, capacity] = [at(row, 2), at(row, 3)];
        sheet.words(at(row, 0), &person.name);
        sheet.words(at(row, 1), &person.title);
        sheet.input(hours, load.effort, Kind::Count);
        sheet.input(capacity, load.capacity, Kind::Count);
        let formula = format!("IF({capacity}>0,{hours}/{capacity},\"\")");
        sheet.live(at(row, 4), formula, load.ratio(), Kind::Percent);
    }
}
