//! Topics over the calendar, and the attention they give to events, by formulas.

use super::Book;
use super::sheet::{Kind, Rank, Sheet, at, range};
use crate::calc::numbers::count;
use crate::plan::Topic;

/// The topics and the events they are to carry; `None` without topics.
pub(super) fn sheet(book: Book<'_>) -> Option<Sheet> {
    const HEAD: u32 = 3;
    let topics = &book.plan.topics.list;
    if topics.is_empty() {
        return None;
    }
    let mut sheet = book.sheet("workbook-sheet-topics", &book.text("report-topics-heading"));
    sheet.is_landscape = true;
    sheet.note(1, &book.text("workbook-topics-say"));
    sheet.head(
        HEAD,
        &[
            book.words_head("report-topic"),
            (book.text("report-peak-day"), Kind::Day),
            book.number_head("report-peak"),
            book.number_head("workbook-spread-days"),
            book.words_head("report-carries"),
            book.words_head("workbook-owner"),
        ],
    );
    // Those with a curve stand together: their cells are summed.
    let (drawn, blank): (Vec<&Topic>, Vec<&Topic>) = topics.iter().partition(|topic| has_curve(topic));
    for (row, topic) in (HEAD + 1..).zip(drawn.iter().chain(&blank)) {
        write(book, &mut sheet, row, topic);
    }
    let after = HEAD + 1 + u32::try_from(topics.len()).unwrap_or(0);
    let drawn = u32::try_from(drawn.len()).unwrap_or(0);
    events(book, &mut sheet, after + 1, (drawn > 0).then(|| (HEAD + 1, HEAD + drawn)));
    Some(sheet)
}

fn has_curve(topic: &Topic) -> bool {
    topic.peak_day.is_some() && topic.spread_days > 0.0 && topic.spread_days.is_finite()
}

fn write(book: Book<'_>, sheet: &mut Sheet, row: u32, topic: &Topic) {
    sheet.words(at(row, 0), &topic.name);
    sheet.day(at(row, 1), topic.peak_day);
    sheet.number(at(row, 2), count(topic.peak), Kind::Whole);
    sheet.number(at(row, 3), count(topic.spread_days), Kind::Factor);
    let carries = topic.event.as_ref().map(|event| book.lookup.event(event));
    sheet.words(at(row, 4), &carries.unwrap_or_default());
    let owner = topic.owner.as_ref().map(|owner| book.lookup.person(owner));
    sheet.words(at(row, 5), &owner.unwrap_or_default());
}

/// Attention on the day of each event: a(t) = Σ peak·exp(−(t−t₀)²/2σ²). The highest of the whole time is a search over
/// all days, which the program makes: so nothing of it may be changed here.
fn events(book: Book<'_>, sheet: &mut Sheet, row: u32, drawn: Option<(u32, u32)>) {
    let report = &book.report.topics;
    if report.marks.is_empty() {
        return;
    }
    sheet.line(row, &book.text("workbook-carried-events"), Rank::Section);
    sheet.words(at(row + 1, 0), &book.text("workbook-highest"));
    let highest = at(row + 1, 2);
    sheet.number(highest, report.highest, Kind::Whole);
    sheet.head(
        row + 2,
        &[
            book.words_head("workbook-event"),
            (book.text("workbook-day"), Kind::Day),
            book.number_head("report-attention"),
            book.number_head("workbook-of-highest"),
            book.words_head("workbook-carried"),
        ],
    );
    for (row, mark) in (row + 3..).zip(&report.marks) {
        let [day, attention] = [1, 2].map(|col| at(row, col));
        sheet.words(at(row, 0), &book.lookup.event(&mark.id));
        sheet.day(day, Some(mark.day));
        match drawn {
            Some((first, last)) => {
                let [days, peaks, spreads] = [1, 2, 3].map(|col| range(at(first, col), at(last, col)));
                let formula = format!("SUMPRODUCT({peaks}*EXP((({day}-{days})/{spreads})^2/-2))");
                sheet.live(attention, formula, mark.attention, Kind::Whole);
            }
            None => sheet.number(attention, mark.attention, Kind::Whole),
        }
        let formula = format!("IF({0}>0,{attention}/{0},0)", highest.fixed());
        sheet.live(at(row, 3), formula, mark.share, Kind::Percent);
        sheet.words(at(row, 4), &book.text(if mark.carried { "report-yes" } else { "report-no" }));
    }
}
