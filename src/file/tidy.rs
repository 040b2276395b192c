//! The last touch to plan text: what people read as one thing stands on one line.
//!
//! ```text
//! timing: [1.0, 1.0, 2.0],
//! lead_rate: Estimate(likely: 0.05, low: 0.03, high: 0.08),
//! ```
//!
//! What is joined depends on its kind alone, never on its width: changing a number never moves lines.

/// Small records of plain values.
const ON_ONE_LINE: [&str; 10] = [
    "Assignment",
    "Currency",
    "Estimate",
    "Milestone",
    "Payment",
    "Period",
    "Point",
    "Range",
    "Reading",
    "StageWeights",
];

/// Joins lists of plain values and small records. The text must be the writer's: one value to a line, a comma after
/// each, no line ends inside texts.
pub(super) fn tidy(text: &str) -> String {
    let mut tidy = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(end) = rest.find('\n') {
        let (line, behind) = (&rest[..end], &rest[end + 1..]);
        tidy.push_str(line.strip_suffix("r#None,").unwrap_or(line));
        rest = behind;
        if opens_one_line(line)
            && let Some((members, length)) = members(behind)
        {
            tidy.push_str(&members.join(" "));
            // The last comma; an empty list has no line of its own.
            tidy.pop();
            rest = behind[length..].trim_start_matches(' ');
            continue;
        }
        if line.ends_with("r#None,") {
            // The writer takes this choice for "nothing" and marks it; the reader needs no mark.
            tidy.push_str("None,");
        }
        tidy.push('\n');
    }
    tidy.push_str(rest);
    tidy
}

fn opens_one_line(line: &str) -> bool {
    if line.ends_with('[') {
        return true;
    }
    let Some(before) = line.strip_suffix('(') else { return false };
    ON_ONE_LINE.iter().any(|name| {
        before.strip_suffix(name).is_some_and(|start| !start.ends_with(|c: char| c.is_alphanumeric() || c == '_'))
    })
}

/// The members up to the closing bracket and the bytes they take, if all of them are plain values.
fn members(text: &str) -> Option<(Vec<&str>, usize)> {
    let mut members = Vec::new();
    let mut length = 0;
    for line in text.split_inclusive('\n') {
        let member = line.trim();
        if member.starts_with([']', ')']) {
            return (!members.is_empty()).then_some((members, length));
        }
        if !member.ends_with(',') {
            return None;
        }
        members.push(member);
        length += line.len();
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_things_stand_on_one_line() {
        let written = "Plan(\n    weights: [\n        1.0,\n        2.0,\n    ],\n    rate: Estimate(\n        likely: 0.5,\n        \
                       low: 0.1,\n    ),\n    list: [\n        Point(\n            x: 1,\n        ),\n    ],\n    score: r#None,\n)\n";
        let neat = "Plan(\n    weights: [1.0, 2.0],\n    rate: Estimate(likely: 0.5, low: 0.1),\n    list: [\n        Point(x: 1),\n    ],\n    score: None,\n)\n";
        assert_eq!(tidy(written), neat);
    }

    #[test]
    fn larger_things_and_texts_stay() {
        let written = "Plan(\n    goal: MyPoint(\n        a: \"x [\",\n    ),\n    goal: Goal(\n        b: \"r#None,\",\n    ),\n    c: [],\n)\n";
        assert_eq!(tidy(written), written);
    }
}
