//! Tables that are no text.

use std::io::Write;

use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

use super::*;

const REPORTS: [(&str, &[u8]); 3] = [
    ("xlsx", include_bytes!("../../../tests/import/report.xlsx")),
    ("xls", include_bytes!("../../../tests/import/report.xls")),
    ("ods", include_bytes!("../../../tests/import/report.ods")),
];

/// As a spreadsheet of another maker saves it, with days that are days and numbers that are numbers.
#[test]
fn every_kind_of_workbook_reads_the_same() {
    for (kind, bytes) in REPORTS {
        let reading = read("x", bytes, Answers::default()).unwrap_or_else(|trouble| panic!("{kind}: {trouble:?}"));
        let expected = [
            row("拉新", "2026-05-01", 100_250, Some(3.0)),
            row("拉新", "2026-05-02", 123_457, None),
            row("品牌", "2026-05-03", 123, Some(1.0)),
        ];
        assert_eq!((reading.encoding, found(&reading)), (kind, expected.to_vec()));
        assert!(reading.total.expect("a total").agrees);
        assert_eq!(
            (reading.header_line, why(&reading)),
            (3, vec![(1, Why::Preamble), (2, Why::Preamble), (7, Why::Total)])
        );
    }
    let html = include_bytes!("../../../tests/import/report.html");
    assert_eq!(read("x.xls", html, Answers::default()).expect("read").rows, 3);
}

#[test]
fn locked_workbooks_say_so() {
    let locked: [&[u8]; 3] = [
        include_bytes!("../../../tests/import/locked.xlsx"),
        include_bytes!("../../../tests/import/locked.xls"),
        include_bytes!("../../../tests/import/locked.ods"),
    ];
    for bytes in locked {
        assert_eq!(read("x", bytes, Answers::default()), Err(Trouble::Locked));
    }
}

fn workbook(fill: impl Fn(&mut Workbook)) -> Result<Reading, Trouble> {
    let mut workbook = Workbook::new();
    fill(&mut workbook);
    let bytes = workbook.save_to_buffer().expect("a workbook");
    read("x.xlsx", &bytes, Answers::default())
}

fn table(workbook: &mut Workbook, name: &str, headings: &[&str], amounts: &[f64]) {
    let sheet = workbook.add_worksheet().set_name(name).expect("a name");
    for (column, heading) in (0..).zip(headings) {
        sheet.write(0, column, *heading).expect("a heading");
    }
    for (line, amount) in (1..).zip(amounts) {
        sheet.write(line, 0, "Brand").expect("a name");
        sheet.write(line, 1, *amount).expect("an amount");
    }
}

#[test]
fn the_sheet_that_says_most_is_read_and_its_name_may_be_its_month() {
    let reading = workbook(|workbook| {
        table(workbook, "Notes", &["Campaign", "Remark"], &[7.0]);
        table(workbook, "2026年5月", &["推广计划", "消费", "转化"], &[1.0, 2.5, 1.125]);
    });
    assert_eq!(found(&reading.expect("a reading")), [row("Brand", "2026-05-01..2026-05-31", 463, None)]);
}

#[test]
fn days_and_times_are_days() {
    let reading = workbook(|workbook| {
        let sheet = workbook.add_worksheet();
        let format = Format::new().set_num_format("yyyy-mm-dd hh:mm");
        for (column, heading) in ["Date", "Campaign", "Cost", "Clicks"].into_iter().enumerate() {
            sheet.write(0, u16::try_from(column).expect("small"), heading).expect("a heading");
        }
        for hour in 0..3_u8 {
            let line = u32::from(hour) + 1;
            let moment =
                ExcelDateTime::from_ymd(2026, 5, 4).and_then(|day| day.and_hms(hour.into(), 30, 0)).expect("a moment");
            sheet.write_with_format(line, 0, &moment, &format).expect("a moment");
            sheet.write(line, 1, 77).expect("a name");
            sheet.write(line, 2, 0.1 + 0.2).expect("an amount");
        }
    });
    assert_eq!(found(&reading.expect("a reading")), [row("77", "2026-05-04", 90, None)]);
}

fn zip(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut made = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        made.start_file(*name, zip::write::SimpleFileOptions::default()).expect("a part");
        made.write_all(bytes).expect("bytes");
    }
    made.finish().expect("a file").into_inner()
}

#[test]
fn what_unpacks_to_too_much_is_refused_unread() {
    let ods = |rows: &str| {
        let xml = format!(
            "<office:document-content><office:body><office:spreadsheet><table:table table:name=\"a\">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"
        );
        zip(&[("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", xml.as_bytes())])
    };
    let cell =
        "<table:table-cell office:value-type=\"float\" office:value=\"1\" table:number-columns-repeated=\"9000\"/>";
    let bomb = ods(&format!("<table:table-row table:number-rows-repeated=\"1000000\">{cell}</table:table-row>"));
    assert_eq!(read("x", &bomb, Answers::default()), Err(Trouble::TooLargeUnpacked));
    assert!(matches!(read("x", &zip(&[("a.txt", b"hello")]), Answers::default()), Err(Trouble::Damaged(_))));
    for (kind, bytes) in REPORTS {
        for cut in [9, bytes.len() / 2, bytes.len() - 1000] {
            let read = read("x", &bytes[..cut], Answers::default());
            assert!(matches!(read, Err(Trouble::Damaged(_))) || kind == "xls", "{kind} cut at {cut}: {read:?}");
        }
    }
}
