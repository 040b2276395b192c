//! Files that others made, such as reports of advertising platforms.

use std::path::Path;

use super::disk;
use super::error::FileError;

/// Larger than any report, and still read in seconds.
const LARGEST_BYTES: u64 = 1 << 30;

/// Reads a file whole.
///
/// # Errors
/// As one line that says what happened and how to mend it.
pub fn read_foreign(path: impl AsRef<Path>) -> Result<Vec<u8>, FileError> {
    let path = path.as_ref();
    disk::read(path, LARGEST_BYTES).map(|content| content.bytes).map_err(|error| match error {
        FileError::TooLarge { path, bytes } => FileError::LargeReport { path, bytes },
        error => error,
    })
}

/// So many bytes show what a file is.
const HEAD: u16 = 4096;

/// Whether a file is a plan: by how it begins, or, where it begins like nothing, by its name, so that a plan that somebody broke is
/// still told what is wrong with it. What cannot be read is none.
#[must_use]
pub fn is_plan(path: impl AsRef<Path>) -> bool {
    let path = path.as_ref();
    let is_named = path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("ron"));
    is_named || disk::head(path, HEAD.into()).is_ok_and(|head| begins_as_plan(&head))
}

/// Whether bytes begin as a plan does: with its name, or with a bracket and its first field.
#[must_use]
pub fn begins_as_plan(bytes: &[u8]) -> bool {
    let head = bytes.get(..usize::from(HEAD)).unwrap_or(bytes);
    let text = String::from_utf8_lossy(head);
    let text = without_remarks(text.trim_start_matches('\u{feff}'));
    let Some(inside) = text.strip_prefix("Plan").unwrap_or(text).trim_start().strip_prefix('(') else { return false };
    let inside = without_remarks(inside);
    let name = inside.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').next().unwrap_or_default();
    !name.is_empty() && without_remarks(inside.get(name.len()..).unwrap_or_default()).starts_with(':')
}

/// What follows after remarks and attributes.
fn without_remarks(text: &str) -> &str {
    let text = text.trim_start();
    let end = [("//", "\n"), ("/*", "*/"), ("#!", "]")].into_iter().find(|(begin, _)| text.starts_with(begin));
    match end.and_then(|(_, end)| text.split_once(end)) {
        Some((_, rest)) => without_remarks(rest),
        None => text,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::disallowed_methods)]
    use super::*;

    #[test]
    fn a_plan_is_known_by_how_it_begins() {
        for plan in [
            "Plan(\n    format: 1,",
            "(format: 1)",
            "\u{feff}// mine /*\n\n/* a ( b */ Plan ( // here\n title : \"\")",
            "#![enable(implicit_some)]\n(\n\tformat: 1",
        ] {
            assert!(begins_as_plan(plan.as_bytes()), "{plan}");
        }
        for report in [
            "",
            "(",
            "Plan",
            "Planned,Cost",
            "(not set),12",
            "(a) b: c",
            "Date,Campaign,Cost\n",
            "日期,消费",
            "Plan (2026): x,1",
            "<table>",
            "PK\u{3}\u{4}",
        ] {
            assert!(!begins_as_plan(report.as_bytes()), "{report}");
        }
        let cut = "（".repeat(3000);
        assert!(!begins_as_plan(cut.as_bytes()));
    }

    #[test]
    fn a_plan_is_a_plan_whatever_its_name_and_a_report_is_none() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = |name: &str, text: &str| {
            let path = folder.path().join(name);
            std::fs::write(&path, text).expect("a file");
            path
        };
        assert!(is_plan(file("plan.csv", "Plan(format: 1)")));
        assert!(is_plan(file("broken.RON", "")));
        assert!(!is_plan(file("report", "Date,Cost\n")));
        assert!(!is_plan(folder.path()) && !is_plan(folder.path().join("gone.csv")));
    }
}
