//! What stays to be mended, and what the plan rests on.

use super::Book;
use super::sheet::{Rank, Sheet, at};
use crate::words::Named;

pub(super) fn sheet(book: Book<'_>) -> Sheet {
    const HEAD: u32 = 2;
    let mut sheet = book.sheet("workbook-sheet-notes", &book.text("workbook-notes-title"));
    sheet.is_landscape = true;
    sheet.widest = 60;
    let findings = &book.summary.findings;
    if findings.is_empty() {
        sheet.note(HEAD, &book.text("report-no-findings"));
    } else {
        sheet.head(
            HEAD,
            &[
                book.words_head("workbook-severity"),
                book.words_head("workbook-finding"),
                book.words_head("workbook-remedy"),
            ],
        );
    }
    for (row, finding) in (HEAD + 1..).zip(findings) {
        sheet.words(at(row, 0), &finding.severity.0.name(book.words));
        sheet.words(at(row, 1), &finding.message);
        sheet.words(at(row, 2), &finding.remedy);
    }
    let row = HEAD + 2 + u32::try_from(findings.len()).unwrap_or(0);
    sheet.line(row, &book.text("report-assumptions-heading"), Rank::Section);
    sheet.note(row + 1, &book.text("report-likely-values"));
    sheet.note(row + 2, &book.text("workbook-live"));
    if !book.plan.note.trim().is_empty() {
        sheet.paragraph(row + 3, &book.plan.note);
    }
    sheet
}
