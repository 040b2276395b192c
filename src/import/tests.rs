//! The layouts that platforms really write, with invented names and numbers.

mod across;
mod any_table;
mod taking_in;
mod workbooks;

use encoding_rs::GB18030;
use jiff::civil::date;

use super::*;

/// Campaign, first and last day, money in cents and registrations of all that was read.
fn found(reading: &Reading) -> Vec<(String, String, Option<i64>, Option<f64>)> {
    let spans = reading.campaigns.iter().flat_map(|campaign| campaign.spans.iter().map(move |span| (campaign, span)));
    spans
        .map(|(campaign, (days, sums))| {
            let money = sums.get(0).and_then(|money| money.minor(2));
            (
                campaign.name.clone(),
                format!("{}..{}", days.from, days.to),
                money,
                sums.get(1).map(exact::Exact::nearest),
            )
        })
        .collect()
}

fn row(name: &str, days: &str, cents: i64, won: Option<f64>) -> (String, String, Option<i64>, Option<f64>) {
    let days = if days.contains("..") { days.to_owned() } else { format!("{days}..{days}") };
    (name.to_owned(), days, Some(cents), won)
}

fn text(text: &str) -> Reading {
    read("report.csv", text.as_bytes(), Answers::default()).unwrap_or_else(|trouble| panic!("{trouble:?}\n{text}"))
}

fn trouble(text: &str) -> Trouble {
    read("report.csv", text.as_bytes(), Answers::default()).expect_err("trouble")
}

fn why(reading: &Reading) -> Vec<(u64, Why)> {
    reading.left_out.iter().map(|left_out| (left_out.line, left_out.why)).collect()
}

#[test]
fn search_report_with_a_day_column_and_overlapping_totals() {
    let report = "Campaign report\n\"May 1, 2026 - May 31, 2026\"\nDay,Campaign,Currency code,Cost,Impr.,Clicks,Conversions\n\
        2026-05-01,Brand,CNY,\"1,234.56\",\"10,000\",100,12.00\n2026-05-02,Brand,CNY,65.44,500,5, --\n2026-05-02,Generic,CNY,--,--,--,--\n\
        Total: Account, --,CNY,\"1,400.00\",\"11,000\",110,12.00\nTotal: Campaigns, --,CNY,\"1,300.00\",\"10,500\",105,12.00\n";
    let reading = text(report);
    assert_eq!(
        found(&reading),
        [row("Brand", "2026-05-01", 123_456, Some(12.0)), row("Brand", "2026-05-02", 6_544, None)]
    );
    assert_eq!((reading.header_line, reading.rows, reading.encoding), (3, 2, "utf-8"));
    assert_eq!(reading.days, [Days { from: date(2026, 5, 1), to: date(2026, 5, 31) }]);
    let total = reading.total.expect("a total");
    assert_eq!((total.line, total.spend.minor(2), total.agrees), (8, Some(130_000), true));
    let expected = [(1, Why::Preamble), (2, Why::Preamble), (6, Why::Empty), (7, Why::Total), (8, Why::Total)];
    assert_eq!(why(&reading), expected);
    assert_eq!(reading.campaigns[0].currency.as_deref(), Some("CNY"));
    // The same for Excel.
    let marked = format!("\u{feff}{}", report.replace("\"May 1, 2026 - May 31, 2026\"", "May 1, 2026 - May 31, 2026"));
    let tabs = marked.replace("\"1,234.56\"", "1;234.56").replace("\"10,000\"", "10;000").replace(", --", ",--");
    let tabs =
        tabs.replace("\"1,400.00\"", "1;400.00").replace("\"11,000\"", "11;000").replace("\"1,300.00\"", "1;300.00");
    let tabs = tabs.replace("\"10,500\"", "10;500").replace("May 1, 2026 - May 31, 2026", "May 1; 2026 - May 31; 2026");
    let tabs = tabs.replace(',', "\t").replace(';', ",").replace('\n', "\r\n");
    let bytes: Vec<u8> = tabs.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let other = read("report.csv", &bytes, Answers::default()).expect("read");
    assert_eq!((other.encoding, found(&other)), ("utf-16le", found(&reading)));
    assert_eq!(other.total, reading.total);
}

#[test]
fn european_accounts_without_days() {
    let german = "Kampagnenbericht\n\"1. Mai 2026 - 31. Mai 2026\"\nKampagne,Währungscode,Kosten,Klicks,Conversions\n\
        Marke,EUR,\"1.234,56\",\"1.200\",\"3,00\"\nGesamt: Kampagnen,EUR,\"1.234,56\",\"1.200\",\"3,00\"\n";
    assert_eq!(found(&text(german)), [row("Marke", "2026-05-01..2026-05-31", 123_456, Some(3.0))]);
    let french = "Rapport\n1 mai 2026 - 31 mai 2026\nCampagne;Coût;Clics\nMarque;1\u{202f}234,56;1\u{202f}200\nAutre;1,00;3\nTotal : campagnes;1\u{202f}235,56;1\u{202f}203\n";
    let reading = text(french);
    let may = "2026-05-01..2026-05-31";
    assert_eq!(found(&reading), [row("Marque", may, 123_456, None), row("Autre", may, 100, None)]);
    assert!(reading.total.expect("a total").agrees);
}

#[test]
fn preamble_without_quotes_above_a_table_with_tabs() {
    let report = "Report Name: Weekly, all campaigns\nReport Time: 6/10/2026,6/16/2026\nTime Zone: Beijing\nLast Completed Available Day: 6/17/2026\nRows: 2\n\n\
        Gregorian date\tCampaign name\tCampaign ID\tSpend\tClicks\tCTR\n6/10/2026\tBrand\t[82945799304067]\t12.50\t3\t29.45%\n6/11/2026\tBrand\t[82945799304067]\t7.50\t2\t1.00%\n\n©2026 Some Company. All rights reserved.\n";
    let reading = text(report);
    assert_eq!(found(&reading), [row("Brand", "2026-06-10", 1_250, None), row("Brand", "2026-06-11", 750, None)]);
    assert_eq!(why(&reading).last(), Some(&(11, Why::Footnote)));
    assert_eq!(reading.period, Days { from: date(2026, 6, 10), to: date(2026, 6, 16) });
}

#[test]
fn professional_network_with_the_month_first() {
    let report = "Campaign Performance Report (in UTC)\nReport Start: May 1, 2026, 12:00 AM\nReport End: May 31, 2026, 11:59 PM\nDate Generated: June 2, 2026\n\n\
        Start Date (in UTC)\tCampaign Group Name\tCampaign Name\tTotal Spent\tCurrency\tClicks\n05/01/2026\tGroup\tLeads\t10.00\tUSD\t1\n5/2/2026\tGroup\tLeads\t20.00\tUSD\t2\n";
    let bytes: Vec<u8> = format!("\u{feff}{report}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    let reading = read("x.csv", &bytes, Answers::default()).expect("read");
    assert_eq!(found(&reading), [row("Leads", "2026-05-01", 1_000, None), row("Leads", "2026-05-02", 2_000, None)]);
    assert_eq!(reading.campaigns[0].currency.as_deref(), Some("USD"));
}

#[test]
fn a_summary_row_without_words_first_or_last() {
    let head = "Reporting starts,Reporting ends,Campaign name,Amount spent (CNY),Results,Impressions\n";
    let rows = "2026-05-01,2026-05-14,Spring,100.25,3,1000\n2026-05-01,2026-05-14,Spring,50,2,500\n2026-05-01,2026-05-14,Summer,$10.00,1,10\n";
    let summary = "2026-05-01,2026-05-14,,160.25,6,1510\n";
    for report in [format!("{head}{rows}{summary}"), format!("{head}{summary}{rows}")] {
        let reading = text(&report);
        let weeks = "2026-05-01..2026-05-14";
        assert_eq!(found(&reading)[0], row("Spring", weeks, 15_025, Some(5.0)));
        let total = reading.total.expect("a total");
        assert_eq!((total.spend.minor(2), total.agrees, reading.rows), (Some(16_025), true, 3));
    }
    // With a name nobody knows as a total.
    let named = format!("{head}{rows}2026-05-01,2026-05-14,Everything,160.25,6,1510\n");
    assert_eq!((text(&named).rows, text(&named).campaigns.len()), (3, 2));
}

#[test]
fn chinese_search_report_with_hours_in_gb18030() {
    let report = "数据生成时间：2026年6月1日 10:22:11,,,,,,\r\n数据生成条件,,,,,,\r\n1. 时间范围：20260501,,,,,,\r\n2. 时间单位：分时,,,,,,\r\n3. 推广设备：全部,,,,,,\r\n4. 投放网络：全部,,,,,,\r\n,,,,,,\r\n\
        日期,账户,推广计划,展现,点击,消费,网页转化\r\n2026-05-01 00:00,示例账户,品牌词,100,3,12.34,1\r\n2026-05-01 01:00,示例账户,品牌词,50,1,7.66,0\r\n2026-05-01 01:00,示例账户,通用词,9,0,0,0\r\n";
    let reading = read("x", &GB18030.encode(report).0, Answers::default()).expect("read");
    assert_eq!((reading.encoding, reading.header_line), ("gb18030", 8));
    assert_eq!(
        found(&reading),
        [row("品牌词", "2026-05-01", 2_000, Some(1.0)), row("通用词", "2026-05-01", 0, Some(0.0))]
    );
    assert_eq!(reading.campaigns[0].source, "示例账户");
    assert_eq!(why(&reading)[6], (7, Why::Empty));
    let range = "1. 时间范围：2026-05-01至2026-05-07\n2. 时间单位：合计\n\n日期,账户,推广计划,消费\n2026-05-01至2026-05-07,示例账户,品牌词,70\n";
    assert_eq!(found(&text(range)), [row("品牌词", "2026-05-01..2026-05-07", 7_000, None)]);
}

#[test]
fn the_accounts_own_row_is_a_total() {
    let report = "2026-05-01至2026-05-31\n账户\t推广计划名称\t消费\t点击\t展现\n示例账户\t\t300.5\t33\t400\n示例账户\t品牌词\t200.5\t30\t300\n示例账户\t通用词\t100\t3\t100\n";
    let reading = text(report);
    let may = "2026-05-01..2026-05-31";
    assert_eq!(found(&reading), [row("品牌词", may, 20_050, None), row("通用词", may, 10_000, None)]);
    assert_eq!(why(&reading), [(1, Why::Preamble), (3, Why::Total)]);
}

#[test]
fn a_total_row_with_fewer_cells_stands_first() {
    let report = "显示以下时间范围内的全部设备:2026/05/22 - 2026/05/22\n\n编号,日期,账户,推广计划,消耗,消耗占比,点击数\n总计,--,--,4475.35,375,11.93\n1,2026-05-22,示例,品牌,4000.35,89.39%,300\n2,2026-05-22,示例,通用,475,10.61%,75\n";
    let reading = text(report);
    assert_eq!(found(&reading), [row("品牌", "2026-05-22", 400_035, None), row("通用", "2026-05-22", 47_500, None)]);
    let total = reading.total.expect("a total");
    assert_eq!((total.line, total.spend.minor(2), total.agrees), (4, Some(447_535), true));
}

#[test]
fn other_chinese_platforms() {
    let shenma = "  \"时间\",\"账户\",\"推广计划\",\"展现量\",\"点击量\",\"消费\"\n\"2026-05-01\",\"示例\",\"品牌\",\"10\",\"1\",\"2.50\"\n";
    assert_eq!(found(&text(shenma)), [row("品牌", "2026-05-01", 250, None)]);
    let tencent = "时间,广告计划id,广告计划,展示数,点击数,总花费,目标转化量\n20260501,77,拉新,10,1,2.50,4\n";
    assert_eq!(found(&text(tencent)), [row("拉新", "2026-05-01", 250, Some(4.0))]);
    let ocean = "时间,项目名称,消耗(元),展示数,转化数\n2026-05-01,拉新,\"1,002.50\",10,-\n2026-05-02,拉新,1.2万,10,2\n合计,-,\"13,002.50\",20,2\n";
    let reading = text(ocean);
    assert_eq!(
        found(&reading),
        [row("拉新", "2026-05-01", 100_250, None), row("拉新", "2026-05-02", 1_200_000, Some(2.0))]
    );
    assert!(reading.total.expect("a total").agrees);
    let qihoo = "推广账户,产品线,推广计划,展示次数,点击次数,点击率,总费用\n示例,搜索,品牌,10,1,10%,2.50\n";
    assert_eq!(trouble(qihoo), Trouble::NoDays);
    let may = Days::month(2026, 5);
    let answered = read("x", qihoo.as_bytes(), Answers { period: may, ..Answers::default() }).expect("read");
    assert_eq!(found(&answered), [row("品牌", "2026-05-01..2026-05-31", 250, None)]);
}

/// Whoever newly follows an official account is a registration of its channel; who leaves, and how many there are, is none.
#[test]
fn followers_of_an_official_account() {
    let csv = "时间,新关注人数,取消关注人数,净增关注人数,累积关注人数\n2026-05-03,\"1,012\",3,1009,5021\n2026-05-02,7,1,6,4012\n2026-05-01,0,2,-2,4006\n";
    let expected = [(1, 0.0), (2, 7.0), (3, 1012.0)]
        .map(|(day, won)| ("新关注人数".to_owned(), format!("2026-05-0{day}..2026-05-0{day}"), None, Some(won)));
    let reading = text(csv);
    assert_eq!((found(&reading), reading.rows, reading.total), (expected.to_vec(), 3, None));
    let table = |(row, row_end): (&str, &str), (cell, cell_end): (&str, &str)| {
        let cells = csv.replace("\"1,012\"", "1012").replace(',', &format!("{cell_end}{cell}"));
        let rows: Vec<String> = cells.lines().map(|line| format!("{row}{cell}{line}{cell_end}{row_end}")).collect();
        rows.concat()
    };
    let html = format!("<html><body><table>{}</table></body></html>", table(("<tr>", "</tr>"), ("<td>", "</td>")));
    let xml = table(("<Row>", "</Row>"), ("<Cell><Data ss:Type=\"String\">", "</Data></Cell>"));
    let xml = format!(
        "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\"><Worksheet ss:Name=\"用户增长\"><Table>{xml}</Table></Worksheet></Workbook>"
    );
    for file in [html, xml] {
        let reading = read("用户分析.xls", file.as_bytes(), Answers::default());
        assert_eq!(reading.map(|reading| found(&reading)), Ok(expected.to_vec()), "{file}");
    }
}

#[test]
fn several_tables_and_comments() {
    let report = "# ----\n# Start date: 20260501\n# End date: 20260531\n# ----\nNth day,Session campaign,Key events\n0000,Spring,3\n0030,Spring,4\n\n\
        # ----\nNth day,Active users\n0000,700\n0001,800\n\nSession source,Key events\nx,7\n";
    let reading = text(report);
    let days: Vec<_> = reading.campaigns[0]
        .spans
        .iter()
        .map(|(days, sums)| (days.from.day(), sums.get(1).expect("won").nearest()))
        .collect();
    assert_eq!(days, [(1, 3.0), (31, 4.0)]);
    assert_eq!(why(&reading).iter().filter(|(_, why)| *why == Why::OtherTable).count(), 5);
    // The same headings again go on with the table.
    let pages = "日期,推广计划,消费\n2026-05-01,品牌,1\n\n日期,推广计划,消费\n2026-05-02,品牌,2\n";
    assert_eq!(text(pages).rows, 2);
}

#[test]
fn weeks_and_months_by_their_headings() {
    let weekly = "Week,Campaign,Cost\n2026-05-04,A,7\n";
    assert_eq!(found(&text(weekly)), [row("A", "2026-05-04..2026-05-10", 700, None)]);
    let monthly = "Month,Campaign,Cost\n2026-05-01,A,7\nJune 2026,A,8\n";
    assert_eq!(
        found(&text(monthly)),
        [row("A", "2026-05-01..2026-05-31", 700, None), row("A", "2026-06-01..2026-06-30", 800, None)]
    );
}

#[test]
fn dates_are_read_by_the_whole_column() {
    let report = |days: [&str; 2]| format!("Date,Campaign,Cost\n{},A,1\n{},A,2\n", days[0], days[1]);
    assert_eq!(found(&text(&report(["03/04/2026", "13/04/2026"])))[0].1, "2026-04-03..2026-04-03");
    assert_eq!(found(&text(&report(["03/04/2026", "03/13/2026"])))[0].1, "2026-03-04..2026-03-04");
    assert_eq!(trouble(&report(["03/04/2026", "05/04/2026"])), Trouble::OpenDates("03/04/2026".into()));
    assert_eq!(
        trouble(&report(["13/04/2026", "04/13/2026"])),
        Trouble::BothOrders("13/04/2026".into(), "04/13/2026".into())
    );
    let answers = Answers { order: Some(Order::MonthFirst), ..Answers::default() };
    let answered = read("x", report(["03/04/2026", "05/04/2026"]).as_bytes(), answers).expect("read");
    assert_eq!(found(&answered)[0].1, "2026-03-04..2026-03-04");
    // The period above the table decides too.
    let above = format!("Period: 2026-04-01 - 2026-05-31\n{}", report(["03/04/2026", "04/05/2026"]));
    assert_eq!(found(&text(&above))[1].1, "2026-05-04..2026-05-04");
}

#[test]
fn wrong_cells_are_named_and_nothing_is_read_by_halves() {
    let report = |cell: &str| format!("Date,Campaign,Cost\n2026-05-01,A,1\n2026-05-02,A,{cell}\n");
    let bad = |cell: &str| trouble(&report(cell));
    assert_eq!(bad("12..5"), Trouble::NoNumber { line: 3, column: "Cost".into(), text: "12..5".into() });
    assert_eq!(
        bad("0.00000000000001"),
        Trouble::OutOfBounds { line: 3, column: "Cost".into(), text: "0.00000000000001".into() }
    );
    assert_eq!(
        trouble("Date,Campaign,Cost\n2026-05-01,A,1.5\n2026-05-02,A,\"1,5\"\n"),
        Trouble::BothMarks { column: "Cost".into() }
    );
    assert_eq!(trouble("Date,Campaign,Cost\n"), Trouble::NothingCounted);
    assert_eq!(trouble(""), Trouble::Empty);
    assert!(matches!(
        trouble(&format!("Date,Campaign,Cost\n2026-05-01,A,\"1\n{}", "2026-05-02,A,2\n".repeat(80_000))),
        Trouble::LongRow { line: 2 }
    ));
    let words = "Date,Campaign,Cost\n2026-05-01,A,1\nno date,A,2\n2026-05-03,,3\n2026-05-04,B,n/a\n";
    assert_eq!(why(&text(words)), [(3, Why::NoDate), (4, Why::NoCampaign), (5, Why::Unreadable)]);
}

#[test]
fn tables_that_people_keep() {
    let kept = "月份,渠道,转化数,花费(万元),注册数\n2026年1月,百度,9,12.5,300\n2026年2月,百度,9,13.25,320\n合计,,18,25.75,620\n";
    let months = [
        row("百度", "2026-01-01..2026-01-31", 12_500_000, Some(300.0)),
        row("百度", "2026-02-01..2026-02-28", 13_250_000, Some(320.0)),
    ];
    assert_eq!(found(&text(kept)), months);
    // Cells that were merged: a campaign's name says that its row is none of the others' sum, whatever its money.
    let merged = "日期,推广计划,消费\n2026-05-01,品牌,10\n,通用,20\n2026-05-02,品牌,30\n,通用,40\n";
    assert_eq!(why(&text(merged)), [(3, Why::NoDate), (5, Why::NoDate)]);
}

#[test]
fn subtotals_are_never_counted() {
    let report = "日期,推广计划,消费\n2026-05-01,品牌,1\n2026-05-01,通用,2\n2026-05-01,小计,3\n2026-05-02,品牌,4\n2026-05-02,,4\n2026-05-01,,3\n";
    let reading = text(report);
    assert_eq!(reading.rows, 3);
    assert_eq!(why(&reading), [(4, Why::Total), (6, Why::Total), (7, Why::Total)]);
}

#[test]
fn a_large_report_reads_as_a_small_one_does() {
    let row = |row: u32| {
        let (month, day, cents, clicks) = (row % 12 + 1, row % 28 + 1, row % 100, row % 9);
        format!("2026-{month:02}-{day:02},Campaign {},\"1,000.{cents:02}\",{clicks}\n", row % 7)
    };
    let mut report = format!("Day,Campaign,Cost,Clicks\n{}", (0..60_000).map(row).collect::<Vec<_>>().concat());
    report += "Total,,\"60,029,700.00\",1\n";
    let reading = text(&report);
    assert_eq!((reading.rows, reading.campaigns.len()), (60_000, 7));
    assert_eq!(reading.spend().and_then(|spend| spend.minor(2)), Some(6_002_970_000));
    assert!(reading.total.expect("a total").agrees);
    assert_eq!(reading.campaigns[0].name, "Campaign 0");
    assert_eq!(reading.lines, [(None, vec![(2, 60_001)])]);
}
