//! The pages a printer gets.

use ripple_planner::calc;
use ripple_planner::file;
use ripple_planner::plan::Date;
use ripple_planner::report::Summary;
use ripple_planner::report::document::Document;
use ripple_planner::report::formats::pdf;
use ripple_planner::report::pages::to_print::{BadRanges, Print};
use ripple_planner::report::pages::{self, Ink, Page, Pages, Paper, Setting, Shape};
use ripple_planner::words::{Language, Words};

fn laid_out() -> Pages {
    let plan = file::read_text(include_str!("../../saved_plans/worked-case.ron")).unwrap();
    let report = calc::report(&plan);
    let words = Words::of(Language::En);
    let document = Document::of(&Summary::of(&plan, &report, words).with_frontier(&report));
    let setting = Setting { paper: Paper::A4, printed: Date::constant(2026, 4, 10), file: String::new() };
    pages::lay_out(&document, &setting, words)
}

fn shapes(page: &Page) -> Vec<&Shape> {
    page.marks.iter().map(|mark| &mark.shape).collect()
}

fn inks(pages: &Pages) -> Vec<Ink> {
    let of = |shape: &Shape| match shape {
        Shape::Text(run) => vec![run.ink],
        Shape::Path { fill, stroke, .. } | Shape::Circle { fill, stroke, .. } => {
            fill.iter().copied().chain(stroke.iter().map(|stroke| stroke.ink)).collect()
        }
    };
    pages.pages.iter().flat_map(|page| &page.marks).flat_map(|mark| of(&mark.shape)).collect()
}

#[test]
fn copies_follow_one_another_whole() {
    let pages = laid_out();
    let all = pages.pages.len();
    assert!(all >= 3);
    let printed = pages.to_print(&Print { copies: 3, ..Print::default() }).unwrap();
    assert_eq!(printed.pages.len(), 3 * all);
    for (index, page) in printed.pages.iter().enumerate() {
        assert_eq!(shapes(page), shapes(&pages.pages[index % all]));
    }
    assert!(pdf::write(&printed).unwrap().starts_with(b"%PDF"));
}

#[test]
fn on_both_sides_every_copy_begins_on_a_sheet_of_its_own() {
    let pages = laid_out();
    let count = |range, copies| {
        let print = Print { ranges: vec![range], copies, two_sided: true, ..Print::default() };
        pages.to_print(&print).unwrap().pages.iter().map(|page| !page.marks.is_empty()).collect::<Vec<_>>()
    };
    assert_eq!(count(1..=3, 2), [true, true, true, false, true, true, true, false]);
    assert_eq!(count(1..=2, 2), [true; 4]);
    assert_eq!(count(1..=3, 1), [true; 3], "nothing follows a single copy");
}

#[test]
fn pages_are_chosen_in_the_order_that_is_asked_for() {
    let pages = laid_out();
    let print = Print { ranges: vec![3..=3, 1..=2], ..Print::default() };
    let printed = pages.to_print(&print).unwrap();
    let expected: Vec<_> = [2, 0, 1].iter().map(|index| shapes(&pages.pages[*index])).collect();
    assert_eq!(printed.pages.iter().map(shapes).collect::<Vec<_>>(), expected);
    let all = pages.pages.len();
    let beyond = Print { ranges: vec![1..=usize::MAX], ..Print::default() };
    assert_eq!(pages.to_print(&beyond).err(), Some(BadRanges::NoPage(all + 1)));
}

#[test]
fn grey_has_no_colour_and_keeps_what_is_dark_dark() {
    let pages = laid_out();
    assert!(inks(&pages).iter().any(|ink| ink.rgb[0] != ink.rgb[1]), "the pages have colours");
    let grey = pages.to_print(&Print { grey: true, ..Print::default() }).unwrap();
    let both: Vec<_> = inks(&pages).into_iter().zip(inks(&grey)).collect();
    for (color, grey) in &both {
        assert!(grey.rgb[0] == grey.rgb[1] && grey.rgb[1] == grey.rgb[2], "{color:?} became {grey:?}");
        let (low, high) = (color.rgb.iter().min().unwrap(), color.rgb.iter().max().unwrap());
        assert!((low..=high).contains(&&grey.rgb[0]), "{color:?} became {grey:?}");
    }
    assert_eq!(Ink::hex(0x00FF_FFFF).grey(), Ink::WHITE);
    assert_eq!(Ink::hex(0x0000_FF00).grey(), Ink::hex(0x00B6_B6B6), "Rec. 709: 0.7152 of 255");
}
