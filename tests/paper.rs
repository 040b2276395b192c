//! The summary on paper: what stands on the pages is what the document says, whole and in its place.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test stops at the first surprise

#[path = "common/summaries.rs"]
mod summaries;

use std::collections::BTreeMap;
use std::process::Command;
use std::sync::{Arc, LazyLock};

use ripple_planner::app::theme;
use ripple_planner::plan::team::Person;
use ripple_planner::plan::{Date, Handover, Plan, Task};
use ripple_planner::report::Part;
use ripple_planner::report::document::drawing::Shape as Drawn;
use ripple_planner::report::document::{Block, Cell, Document, Rank, Row, Table};
use ripple_planner::report::formats::{pdf, picture, text};
use ripple_planner::report::pages::{self, Ink, Mark, Pages, Paper, Role, Run, Setting, Shape};
use ripple_planner::words::clean::one_line;
use ripple_planner::words::{Language, Words};
use summaries::{
    LONG, blank, by_month, by_month_in_thousands, chinese, english, five_months, five_months_in_chinese, lived, many,
    with_scenarios,
};

/// The margin of the paper: 16 mm.
const MARGIN: f32 = 45.35;

/// The plan of 200 channels with 40 people, long names all over, and a long remark.
fn large() -> Plan {
    let mut plan = many();
    plan.company = LONG.into();
    let lines = (0..120).map(|number| if number % 7 == 0 { LONG.repeat(9) } else { format!("{number} {LONG}") });
    let remark = lines.collect::<Vec<_>>().join("\n");
    plan.handover = Arc::new(Handover { to: LONG.repeat(3), decide_by: Some(Date::constant(2026, 5, 15)), remark });
    let team = Arc::make_mut(&mut plan.team);
    let person = team.people[0].clone();
    let people = (team.people.len()..40).map(|number| {
        let (id, name) = (format!("person-{number}").as_str().into(), format!("{LONG}{number}"));
        Person { id, name, ..person.clone() }
    });
    team.people.extend(people.collect::<Vec<_>>());
    for function in &mut team.functions {
        function.kpis.iter_mut().for_each(|kpi| kpi.name = LONG.into());
    }
    let events = Arc::make_mut(&mut plan.events);
    for party in &mut events[0].parties {
        party.name = LONG.into();
    }
    plan
}

fn document(plan: &Plan, language: Language) -> Document {
    Document::of(&summaries::drawn(plan, language, 500))
}

fn laid_out(plan: &Plan, language: Language, paper: Paper) -> Pages {
    on_pages(&document(plan, language), language, paper)
}

fn on_pages(document: &Document, language: Language, paper: Paper) -> Pages {
    let printed = Date::constant(2026, 4, 10);
    let setting = Setting { paper, printed, file: "im-cloud.ron".to_owned() };
    pages::lay_out(document, &setting, Words::of(language))
}

/// A document on its pages.
struct Laid {
    name: &'static str,
    document: Document,
    pages: Pages,
}

/// The documents of these tests, laid out once for all of them.
static LAID: LazyLock<Vec<Laid>> = LazyLock::new(|| {
    let laid = |(name, plan, language, paper): (_, Plan, _, _)| {
        let document = document(&plan, language);
        let pages = on_pages(&document, language, paper);
        Laid { name, document, pages }
    };
    cases().into_iter().map(laid).collect()
});

/// The plans, languages and papers of these tests.
fn cases() -> Vec<(&'static str, Plan, Language, Paper)> {
    vec![
        ("worked case", english(), Language::En, Paper::A4),
        ("worked case on letter", english(), Language::En, Paper::Letter),
        ("范例", chinese(), Language::ZhCn, Paper::A4),
        ("blank", blank(), Language::ZhCn, Paper::Letter),
        ("five months", five_months(), Language::En, Paper::A4),
        ("five months on letter", five_months(), Language::En, Paper::Letter),
        ("五个月之后", five_months_in_chinese(), Language::ZhCn, Paper::Letter),
        ("one month", lived(english(), [1, 12]), Language::En, Paper::A4),
        ("36 months", lived(english(), [36, 36]), Language::ZhCn, Paper::A4),
        ("scenarios", with_scenarios(english(), 2), Language::En, Paper::A4),
        ("六个情景", with_scenarios(chinese(), 6), Language::ZhCn, Paper::Letter),
        ("200 channels in scenarios", with_scenarios(many(), 5), Language::En, Paper::A4),
        ("200 channels after a month", lived(many(), [1, 3]), Language::En, Paper::Letter),
        ("large", large(), Language::ZhCn, Paper::A4),
        ("large on letter", large(), Language::En, Paper::Letter),
    ]
}

fn runs(marks: &[Mark]) -> impl Iterator<Item = (Option<usize>, &Run)> {
    marks.iter().filter_map(|mark| match &mark.shape {
        Shape::Text(run) => Some((mark.node, run)),
        Shape::Path { .. } | Shape::Circle { .. } => None,
    })
}

/// What is written for each part of the document, its lines one after the other.
fn written(pages: &Pages) -> BTreeMap<usize, String> {
    let mut written: BTreeMap<usize, String> = BTreeMap::new();
    for (node, run) in pages.pages.iter().flat_map(|page| runs(&page.marks)) {
        if let Some(node) = node {
            written.entry(node).or_default().push_str(&run.text);
        }
    }
    written
}

/// Without spaces, which a line break may take the place of, and without the letter on a group's chip.
fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

#[test]
fn every_cell_of_the_document_stands_on_the_pages() {
    for Laid { name, document, pages } in LAID.iter() {
        let tables = document.readable().into_iter().filter_map(|block| match block {
            Block::Table(table) => Some(table),
            _ => None,
        });
        let rows = tables.flat_map(|table| &table.rows);
        let expected: Vec<String> = rows
            .flat_map(|row| {
                let used = row.cells.iter().rposition(|cell| *cell != Cell::Empty).map_or(0, |last| last + 1);
                let shown = if row.remark.is_some() { used } else { row.cells.len() };
                let cells = row.cells[..shown].iter().map(|cell| squeezed(&one_line(cell.shown())));
                cells.chain(row.remark.iter().map(|remark| squeezed(&one_line(remark)))).collect::<Vec<_>>()
            })
            .collect();
        let written = written(pages);
        let is_cell = |role: &Role| matches!(role, Role::RowHeading | Role::Cell(_));
        let cells = pages.structure.iter().enumerate().filter(|(_, node)| is_cell(&node.role));
        let found: Vec<String> =
            cells.map(|(index, _)| squeezed(written.get(&index).map_or("", String::as_str))).collect();
        assert_eq!(found, expected, "{name}");
    }
}

#[test]
fn headings_sentences_and_figures_stand_on_the_pages() {
    for Laid { name, document, pages } in LAID.iter() {
        let all: Vec<String> = written(pages).values().map(|text| squeezed(text)).collect();
        let stands = |text: &str| {
            let text = squeezed(&one_line(text));
            assert!(all.iter().any(|found| found.contains(&text)), "{name}: {text}");
        };
        for block in document.readable() {
            match block {
                Block::Heading(text) | Block::Paragraph(text) => stands(text),
                Block::List(items) => items.iter().for_each(|item| stands(item)),
                Block::Cover(cover) => cover.all().for_each(|line| stands(line)),
                Block::Figures(figures) => figures.iter().for_each(|figure| {
                    stands(&format!("{}{}{}", figure.label, figure.value.shown(), figure.remark));
                }),
                _ => {}
            }
        }
    }
}

#[test]
fn nothing_leaves_the_paper_and_no_words_run_into_others() {
    for Laid { name, pages, .. } in LAID.iter() {
        let [width, height] = pages.size;
        for (number, page) in pages.pages.iter().enumerate() {
            let boxes: Vec<(f32, f32, f32, f32, &str)> = runs(&page.marks)
                .filter(|(_, run)| !run.text.trim().is_empty())
                .map(|(_, run)| {
                    let (top, bottom) = (run.baseline - 0.7 * run.size, run.baseline + 0.05 * run.size);
                    // The space at the end of a broken line takes no room.
                    let spaces: f32 = run
                        .glyphs
                        .iter()
                        .rev()
                        .take_while(|glyph| run.text[glyph.range.clone()].trim().is_empty())
                        .map(|glyph| glyph.advance * run.size)
                        .sum();
                    (run.x, run.x + run.width - spaces, top, bottom, &*run.text)
                })
                .collect();
            for (left, right, top, bottom, text) in &boxes {
                let place = format!("{name}, page {}: {text:?} at {left}..{right}, {top}..{bottom}", number + 1);
                assert!(*left >= MARGIN - 0.5 && *right <= width - MARGIN + 0.5, "{place}");
                assert!(*top >= 30.0 && *bottom <= height - 8.0, "{place}");
            }
            let mut sorted = boxes;
            sorted.sort_by(|a, b| a.2.total_cmp(&b.2));
            for (index, one) in sorted.iter().enumerate() {
                let near = sorted[index + 1..].iter().take_while(|other| other.2 < one.3);
                for other in near {
                    let overlap = one.1.min(other.1) - one.0.max(other.0);
                    assert!(overlap < 0.5, "{name}, page {}: {:?} and {:?}", number + 1, one, other);
                }
            }
        }
    }
}

#[test]
fn a_row_stands_on_one_page_and_a_heading_never_ends_one() {
    for Laid { name, pages, .. } in LAID.iter() {
        let row_of = |node: usize| match pages.structure[node].role {
            Role::RowHeading | Role::Cell(_) | Role::ColumnHeading => pages.structure[node].parent,
            _ => None,
        };
        let mut rows: BTreeMap<usize, usize> = BTreeMap::new();
        for (number, page) in pages.pages.iter().enumerate() {
            let mut lowest: Option<(f32, usize)> = None;
            for (node, run) in runs(&page.marks) {
                let Some(node) = node else { continue };
                if let Some(row) = row_of(node) {
                    assert_eq!(*rows.entry(row).or_insert(number), number, "{name}: a row on two pages");
                }
                if lowest.is_none_or(|(baseline, _)| run.baseline >= baseline) {
                    lowest = Some((run.baseline, node));
                }
            }
            let last = lowest.map(|(_, node)| &pages.structure[node].role);
            let is_heading = matches!(last, Some(Role::Heading(..) | Role::ColumnHeading));
            assert!(!is_heading, "{name}, page {}: {last:?}", number + 1);
        }
    }
}

#[test]
fn a_long_table_repeats_its_head() {
    let pages = &LAID.iter().find(|laid| laid.name == "large").unwrap().pages;
    let with_head = pages.pages.iter().filter(|page| {
        let mut decoration = runs(&page.marks).filter(|(node, _)| node.is_none());
        decoration.any(|(_, run)| &*run.text == "渠道")
    });
    assert!(with_head.count() >= 5, "{} pages", pages.pages.len());
}

#[test]
fn the_decision_stands_on_the_page_it_is_about() {
    for (plan, language, word) in [
        (english(), Language::En, "Signature"),
        (chinese(), Language::ZhCn, "签字"),
        (five_months(), Language::En, "Signature"),
        (five_months_in_chinese(), Language::ZhCn, "签字"),
    ] {
        for paper in [Paper::A4, Paper::Letter] {
            let pages = laid_out(&plan, language, paper);
            let signs = |page: &pages::Page| runs(&page.marks).any(|(_, run)| run.text.contains(word));
            assert_eq!(pages.pages.iter().map(signs).collect::<Vec<_>>()[..2], [true, false], "{language:?} {paper:?}");
        }
    }
}

#[test]
fn the_same_plan_and_day_give_the_same_bytes() {
    let bytes = || pdf::write(&laid_out(&english(), Language::En, Paper::A4)).unwrap();
    let first = bytes();
    assert_eq!(first, bytes());
    let holds = |what: &str| first.windows(what.len()).any(|window| window == what.as_bytes());
    for mark in ["%PDF-1.7", "/StructTreeRoot", "/MarkInfo", "pdfuaid", "Halyard Messaging", "en"] {
        assert!(holds(mark), "{mark}");
    }
}

#[test]
fn each_part_has_its_tag_in_the_pdf() {
    let pages = laid_out(&english(), Language::En, Paper::A4);
    let bytes = pdf::write(&pages).unwrap();
    let tagged = |tag: &str| {
        let (name, ends) =
            (format!("/S/{tag}").into_bytes(), |next: Option<&u8>| !next.is_some_and(u8::is_ascii_alphanumeric));
        bytes.windows(name.len() + 1).filter(|part| part.starts_with(&name) && ends(part.last())).count()
    };
    let parts = |is: fn(&Role) -> bool| pages.structure.iter().filter(|node| is(&node.role)).count();
    let expected = [
        ("TH", parts(|role| matches!(role, Role::ColumnHeading | Role::RowHeading))),
        ("TD", parts(|role| matches!(role, Role::Cell(_)))),
        ("TR", parts(|role| *role == Role::Row)),
        ("Table", parts(|role| *role == Role::Table)),
        ("H1", parts(|role| matches!(role, Role::Heading(1, _)))),
        ("H2", parts(|role| matches!(role, Role::Heading(2, _)))),
        ("P", parts(|role| *role == Role::Paragraph)),
        ("LI", parts(|role| *role == Role::Item)),
        ("Figure", parts(|role| matches!(role, Role::Figure(_) | Role::Sign(_)))),
    ];
    for (tag, count) in expected {
        assert!(count > 0, "{tag}");
        assert_eq!(tagged(tag), count, "{tag}");
    }
}

#[test]
fn drawings_say_in_words_what_they_show() {
    let pages = laid_out(&english(), Language::En, Paper::A4);
    let said: Vec<&str> = pages
        .structure
        .iter()
        .filter_map(|node| match &node.role {
            Role::Figure(words) => Some(words.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(said.len(), 6, "{said:?}");
    assert!(said[0].contains("brings 37,000 registrations for 1,200,000\u{a0}CNY"), "{}", said[0]);
    assert!(said[1].contains("Goal 36M") && said[1].contains("Expected 31M"), "{}", said[1]);
    assert!(
        said[2].contains("goal 36M: 3") && said[2].contains("% reach it") && said[2].contains("P50"),
        "{}",
        said[2]
    );
    assert!(said[3].contains("Share 14,500,000\u{a0}CNY, ROI 26.36"), "{}", said[3]);
    assert!(said[4].contains("level 2 is reached") && said[4].contains("0.65"), "{}", said[4]);
    assert!(said[5].contains("Launch week") && said[5].contains("Developer Day"), "{}", said[5]);
}

#[test]
fn what_happened_stands_on_paper_where_something_is_known_and_wanted() {
    let of = |plan: &Plan, parts: &[Part]| {
        let document = Document::with(&summaries::drawn(plan, Language::En, 500), parts);
        let has_heading = document.blocks.contains(&Block::Heading("What happened".into()));
        assert_eq!(has_heading, document.parts.iter().any(|(part, _)| *part == Part::Track));
        has_heading
    };
    let others: Vec<Part> = Part::ALL.into_iter().filter(|part| *part != Part::Track).collect();
    assert!(of(&five_months(), &Part::ALL) && !of(&five_months(), &others));
    assert!(!of(&english(), &Part::ALL) && !of(&blank(), &Part::ALL));
    // Months that are said to be over, of which nothing is known.
    let mut unknown = english();
    Arc::make_mut(&mut unknown.actuals).through = Some(Date::constant(2026, 3, 31));
    assert!(!of(&unknown, &Part::ALL));
    // Nothing but a reading.
    let mut read = english();
    Arc::make_mut(&mut read.actuals).readings.clone_from(&five_months().actuals.readings);
    assert!(of(&read, &Part::ALL));
}

#[test]
fn scenarios_stand_on_paper_where_there_are_some_and_they_are_wanted() {
    let of = |plan: &Plan, parts: &[Part]| {
        let document = Document::with(&summaries::drawn(plan, Language::En, 500), parts);
        let has_heading = document.blocks.contains(&Block::Heading("Scenarios".into()));
        assert_eq!(has_heading, document.parts.iter().any(|(part, _)| *part == Part::Scenarios));
        let decision = document.blocks.iter().find_map(|block| match block {
            Block::Decision(decision) => Some(decision.choices.join("; ")),
            _ => None,
        });
        (has_heading, decision.is_some_and(|choices| choices.contains("Scenario")))
    };
    let others: Vec<Part> = Part::ALL.into_iter().filter(|part| *part != Part::Scenarios).collect();
    let plan = with_scenarios(english(), 2);
    assert_eq!(of(&plan, &Part::ALL), (true, true));
    assert_eq!(of(&plan, &others), (false, false), "what is not shown is not decided about");
    assert_eq!(of(&english(), &Part::ALL), (false, false));
}

fn tables(document: &Document) -> Vec<&Table> {
    let blocks = document.readable().into_iter();
    blocks.filter_map(|block| if let Block::Table(table) = block { Some(table) } else { None }).collect()
}

#[test]
fn months_stand_on_paper_where_money_goes_to_them_and_they_are_wanted() {
    let document = |plan: &Plan, parts: &[Part]| Document::with(&summaries::drawn(plan, Language::En, 500), parts);
    let heading = Block::Heading("Money by month".into());
    let of = |plan: &Plan, parts: &[Part]| {
        let document = document(plan, parts);
        let has_heading = document.blocks.contains(&heading);
        assert_eq!(has_heading, document.parts.iter().any(|(part, _)| *part == Part::Months));
        has_heading
    };
    let others: Vec<Part> = Part::ALL.into_iter().filter(|part| *part != Part::Months).collect();
    let plan = by_month_in_thousands();
    assert!(of(&plan, &Part::ALL) && !of(&plan, &others));
    assert!(!of(&english(), &Part::ALL) && !of(&blank(), &Part::ALL), "every month is the same");

    let said = document(&plan, &[Part::Months]);
    let text = text::write(&said).replace(['\n', '\u{a0}'], " ").replace("   ", " ");
    let has_whole = |table: &Table| table.columns.iter().any(|column| column.heading == "Whole period");
    let columns = |table: &Table| table.columns.len() - 2 - usize::from(has_whole(table));
    let months: Vec<usize> = tables(&said).into_iter().map(columns).collect();
    assert_eq!(months, [12], "thousands let a year stand on one page");
    assert_eq!(tables(&said)[0].columns[0].heading.replace('\u{a0}', " "), "Thousand CNY");
    assert!(text.contains("Money goes to months: 3 of "), "{text}");
    assert!(text.contains("is spent on in 4 of 12 months: Jan, Apr, Jul, Oct."), "{text}");
    assert!(text.contains("More is spent than there is cash: in Jan by "), "{text}");
    assert!(text.contains("work only after the last month"), "{text}");
    // A sum of a table is what stands above it, month by month.
    for table in tables(&said) {
        let total = table.rows.iter().position(|row| row.rank == Rank::Total).unwrap();
        for column in 1..table.columns.len() {
            let data = |row: &Row| match &row.cells[column] {
                Cell::Number { data, .. } => data.parse::<f64>().unwrap(),
                _ => 0.0,
            };
            let sum: f64 = table.rows[..total].iter().map(data).sum();
            assert!((sum - data(&table.rows[total])).abs() < 1e-6, "column {column}: {sum}");
        }
    }
    let long = document(&by_month(lived(english(), [0, 36]), 1), &[Part::Months]);
    let months: Vec<usize> = tables(&long).into_iter().map(columns).collect();
    assert_eq!(months, [6; 6], "cents take room: half a year beside one another");
    // The last of several tables says what the whole period comes to, row by row.
    let tables = tables(&long);
    let (last, before) = tables.split_last().unwrap();
    assert!(has_whole(last) && !before.iter().any(|table| has_whole(table)));
    for (number, row) in last.rows.iter().enumerate() {
        let data = |row: &Row, column: usize| match &row.cells[column] {
            Cell::Number { data, .. } => data.parse::<f64>().unwrap(),
            _ => 0.0,
        };
        let sums = tables.iter().map(|table| data(&table.rows[number], 7)).sum::<f64>();
        let whole = data(row, 8);
        assert!((sums - whole).abs() <= 1e-9 * whole.abs() + 3.0, "row {number}: {sums} and {whole}");
        assert!(
            number > last.rows.iter().position(|row| row.rank == Rank::Total).unwrap() || (sums - whole).abs() < 1e-6
        );
    }
    let by_months = |block: &Block| matches!(block, Block::Drawing(drawing) if matches!(&drawing.shape, Drawn::MonthBars(bars) if bars.bars.len() == 36));
    assert!(long.blocks.iter().any(by_months));
}

#[test]
fn columns_of_scenarios_add_up() {
    for plan in [with_scenarios(english(), 5), with_scenarios(five_months(), 2)] {
        let document = document(&plan, Language::En);
        let after = document.blocks.iter().skip_while(|block| **block != Block::Heading("Scenarios".into()));
        let tables = after.filter_map(|block| if let Block::Table(table) = block { Some(table) } else { None });
        let money = tables.into_iter().nth(1).unwrap();
        let minor = |cell: &Cell| match cell {
            Cell::Number { data, .. } => plan.currency.parse(data).unwrap().minor(),
            _ => 0,
        };
        for column in 1..money.columns.len() {
            let of =
                |rank: Rank| money.rows.iter().filter(move |row| row.rank == rank).map(|row| minor(&row.cells[column]));
            let (tasks, total): (i64, i64) = (of(Rank::Group).sum(), of(Rank::Total).sum());
            assert_eq!(tasks, total, "column {column}");
            let ends = money.rows.iter().enumerate().filter(|(_, row)| row.rank == Rank::Group).map(|(place, _)| place);
            for begin in ends {
                let below = money.rows[begin + 1..].iter().take_while(|row| row.rank == Rank::Item);
                let parts: Vec<i64> = below.map(|row| minor(&row.cells[column])).collect();
                let sum = parts.iter().sum::<i64>();
                assert!(parts.is_empty() || sum == minor(&money.rows[begin].cells[column]), "column {column}");
            }
        }
    }
}

#[test]
fn the_drawing_of_what_happened_ends_where_the_figures_do() {
    for (plan, ends) in [
        (five_months(), ["plan 37k", "expected 36.3k", "5 of 12 months over"]),
        (lived(english(), [36, 36]), ["plan 37k", "real ", "36 of 36 months over"]),
    ] {
        let pages = laid_out(&plan, Language::En, Paper::A4);
        let figures = pages.structure.iter().filter_map(|node| match &node.role {
            Role::Figure(words) => Some(words.as_str()),
            _ => None,
        });
        let said: Vec<&str> = figures.filter(|words| words.starts_with("Registrations so far")).collect();
        assert!(said.len() == 1 && ends.iter().all(|end| said[0].contains(end)), "{said:?}");
        let shown: String = pages.pages.iter().flat_map(|page| runs(&page.marks)).map(|(_, run)| &*run.text).collect();
        assert!(ends.iter().all(|end| shown.contains(end)), "{ends:?}");
    }
}

#[test]
fn what_is_locked_has_a_lock_behind_its_name() {
    for (plan, language, lock) in [(english(), Language::En, "locked"), (chinese(), Language::ZhCn, "锁定")] {
        let locked: Vec<&str> = {
            let channels = plan.allocation.channels.iter().filter(|channel| channel.locked);
            channels.map(|channel| channel.name.as_str()).collect()
        };
        assert_eq!(locked.len(), 3);
        let pages = laid_out(&plan, language, Paper::A4);
        let read: Vec<String> = pages.passages(0).into_iter().map(|passage| passage.text).collect();
        let signed: Vec<&String> = read.iter().filter(|text| text.contains(&format!(", {lock}"))).collect();
        assert_eq!(signed.len(), locked.len(), "{read:#?}");
        assert!(
            signed.iter().zip(locked).all(|(text, name)| text.starts_with(&format!("{name}, {lock}, "))),
            "{signed:#?}"
        );
    }
}

#[test]
fn the_first_page_shows_the_pyramid_unless_it_is_left_out_or_not_assessed() {
    let shown = |document: &Document| {
        let pages = on_pages(document, Language::En, Paper::A4);
        let read: Vec<String> = pages.passages(0).into_iter().map(|passage| passage.text).collect();
        read.iter().any(|text| text == "Pyramid level 2 of 5")
    };
    assert!(shown(&document(&english(), Language::En)));
    let summary = summaries::drawn(&english(), Language::En, 500);
    let parts: Vec<Part> = Part::ALL.into_iter().filter(|part| *part != Part::Pyramid).collect();
    assert!(!shown(&Document::with(&summary, &parts)));
    assert!(!shown(&document(&blank(), Language::En)));
}

#[test]
fn the_worked_case_takes_four_pages_and_none_is_all_but_empty() {
    for (plan, language) in [(english(), Language::En), (chinese(), Language::ZhCn)] {
        for paper in [Paper::A4, Paper::Letter] {
            let pages = laid_out(&plan, language, paper);
            assert_eq!(pages.pages.len(), 4, "{language:?} {paper:?}");
            for page in &pages.pages {
                let lowest = runs(&page.marks).filter(|(node, _)| node.is_some()).map(|(_, run)| run.baseline);
                assert!(lowest.fold(0.0, f32::max) > pages.size[1] * 0.6, "{language:?} {paper:?}");
            }
        }
    }
}

#[test]
fn a_page_with_little_to_decide_is_filled_with_what_follows() {
    let mut plan = english();
    Arc::make_mut(&mut plan.allocation).channels.truncate(1);
    let pages = laid_out(&plan, Language::En, Paper::A4);
    let first: String = runs(&pages.pages[0].marks).map(|(_, run)| &*run.text).collect();
    assert!(first.contains("Month by month") && first.contains("Signature"), "{first}");
}

#[test]
fn letters_without_a_font_are_named_and_the_rest_is_still_printed() {
    let mut plan = english();
    plan.title = "Plan \u{10fffd}".into();
    let pages = laid_out(&plan, Language::En, Paper::A4);
    assert_eq!(pages.missing.iter().collect::<String>(), "\u{10fffd}");
    assert!(pdf::write(&pages).unwrap().starts_with(b"%PDF"));
}

#[test]
fn grey_pages_have_no_colour_and_the_same_letters() {
    let (colour, grey) =
        (laid_out(&english(), Language::En, Paper::A4), laid_out(&english(), Language::En, Paper::A4).in_grey());
    assert_eq!(written(&colour), written(&grey));
    let has_colour = |pages: &Pages| {
        let picture = picture::paint(pages, 0, 0.5).unwrap();
        picture.rgba.chunks_exact(4).any(|dot| dot[0].abs_diff(dot[1]) > 1 || dot[1].abs_diff(dot[2]) > 1)
    };
    assert!(has_colour(&colour) && !has_colour(&grey));
}

#[test]
fn a_picture_shows_what_is_on_the_page_at_any_size() {
    let pages = laid_out(&english(), Language::En, Paper::Letter);
    assert_eq!(picture::paint(&pages, pages.pages.len(), 1.0), None);
    for times in [1_u16, 2] {
        let picture = picture::paint(&pages, 0, f32::from(times)).unwrap();
        assert_eq!(picture.size, [612 * times, 792 * times]);
        let dots: Vec<&[u8]> = picture.rgba.chunks_exact(4).collect();
        assert!(dots.iter().all(|dot| dot[3] == 255), "paper is opaque");
        assert_eq!(dots[0], [255; 4]);
        // The accent line at the top stands in its place, in its colour.
        let [x, y] = [306, 35].map(|length| usize::from(length * times));
        assert_eq!(dots[y * usize::from(picture.size[0]) + x][..3], [0x0B, 0x66, 0x70], "{times}");
        let dark = dots.iter().filter(|dot| dot[0] < 128).count();
        assert!(dark * 200 > dots.len() && dark * 5 < dots.len(), "{times}: {dark} of {} are dark", dots.len());
    }
    // However large it is asked for, it stays within what a machine can hold.
    assert_eq!(picture::paint(&pages, 0, 1e9).unwrap().size[1], 4_608);
}

#[test]
fn paper_has_the_colours_of_the_window() {
    let light = theme::of(false);
    let same = |ink: Ink, color: eframe::egui::Color32| assert_eq!(ink.rgb, [color.r(), color.g(), color.b()]);
    for (ink, color) in [
        (Ink::TEXT, light.text),
        (Ink::WEAK, light.weak),
        (Ink::ACCENT, light.accent),
        (Ink::GOOD, light.good),
        (Ink::WARN, light.warn),
        (Ink::RULE, light.rule),
        (Ink::LINE, light.line),
        (Ink::ZEBRA, light.zebra),
        (Ink::FAINT, light.faint),
    ] {
        same(ink, color);
    }
    for (task, colors) in [(Task::A, &light.a), (Task::B, &light.b), (Task::W, &light.w)] {
        same(Ink::task(task), colors.mark);
        same(Ink::task_letter(task).0, colors.ink);
        same(Ink::task_letter(task).1, colors.soft);
    }
}

/// Needs `pdftotext` and `pdftoppm` of poppler-utils; `.ci/run` installs them.
#[test]
#[ignore = "needs poppler-utils"]
fn another_program_reads_the_same_figures() {
    let folder = tempfile::tempdir().unwrap();
    for (number, Laid { name, document, pages }) in LAID.iter().enumerate() {
        let path = folder.path().join(format!("{number}.pdf"));
        std::fs::write(&path, pdf::write(pages).unwrap()).unwrap();
        let run = |program: &str, options: &[&str], to: &[&str]| {
            let output = Command::new(program).args(options).arg(&path).args(to).output().unwrap();
            // pdfinfo of poppler 22.12 calls `/Suspects false` a wrong type, which the standard has as the default.
            let complaints = String::from_utf8_lossy(&output.stderr).into_owned();
            let own = complaints.lines().filter(|line| !line.contains("Suspects object is wrong type")).count();
            assert!(output.status.success() && own == 0, "{name}: {output:?}");
            output.stdout
        };
        // In the order in which it was written: the cells of a row one after the other, rows below one another.
        let text = squeezed(&String::from_utf8(run("pdftotext", &["-raw"], &["-"])).unwrap());
        let mut from = 0;
        for block in document.readable() {
            let Block::Table(table) = block else { continue };
            for row in &table.rows {
                let used = row.cells.iter().rposition(|cell| *cell != Cell::Empty).map_or(0, |last| last + 1);
                let shown = if row.remark.is_some() { used } else { row.cells.len() };
                let cells = row.cells[..shown].iter().map(|cell| squeezed(&one_line(cell.shown())));
                let line: String = cells.chain(row.remark.iter().map(|words| squeezed(&one_line(words)))).collect();
                let at = text[from..].find(&line);
                from += at.unwrap_or_else(|| panic!("{name}: {line} does not follow on {}", &text[..from].len()));
            }
        }
        let picture = run("pdftoppm", &["-r", "20", "-png", "-f", "1", "-l", "1"], &[]);
        assert!(picture.starts_with(b"\x89PNG"), "{name}");
        let fonts = String::from_utf8(run("pdffonts", &[], &[])).unwrap();
        let all = fonts.lines().skip(2).map(|line| line.split_whitespace().rev().collect::<Vec<_>>());
        assert!(all.into_iter().all(|font| font[3..=4] == ["yes", "yes"]), "{name}, embedded and subset: {fonts}");
        let about = String::from_utf8(run("pdfinfo", &[], &[])).unwrap();
        assert!(about.contains("Tagged:          yes"), "{name}: {about}");
    }
}
