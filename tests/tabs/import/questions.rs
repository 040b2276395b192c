//! What a report leaves open is asked: the order of its dates, its days, what its currency is worth.

use ripple_planner::plan::Currency;

use super::*;

#[test]
fn dates_that_can_be_read_in_two_ways_are_asked_about() {
    let report = "Date,Campaign,Cost\n3/4/2026,Search advertising,10\n5/6/2026,Search advertising,20\n";
    for mut case in Case::both(&[("open.csv", report)]) {
        case.import();
        assert!(case.says("3/4/2026"), "{:?}", case.drawn());
        assert!(!case.can_be_taken());
        let name = case.words.text("import-window-order-name");
        let date = |month, day| ripple_planner::words::number::date(case.words, Date::constant(2026, month, day));
        let (day_first, month_first) = (date(4, 3), date(3, 4));
        click(&mut case.app, Role::RadioButton, &format!("{name}: {day_first}"));
        assert!(case.says("2026-04-03") && case.can_be_taken(), "{:?}", case.drawn());
        click(&mut case.app, Role::RadioButton, &format!("{name}: {month_first}"));
        assert!(case.says("2026-03-04"), "it can be answered anew: {:?}", case.drawn());
        case.take_in();
        let days = &plan(&case.app).actuals.campaigns[0].spans;
        assert_eq!((days[0].from, days[1].from), (Date::constant(2026, 3, 4), Date::constant(2026, 5, 6)));
    }
}

#[test]
fn days_that_are_not_said_are_asked_for() {
    for mut case in Case::both(&[("sums.csv", "Campaign,Cost\nSearch advertising,10\n")]) {
        case.import();
        let field = case.words.text("import-window-period-name");
        type_into(&mut case.app, Role::TextInput, &field, "may");
        case.app.key_press(Key::Enter);
        case.app.run();
        assert!(!case.can_be_taken());
        type_into(&mut case.app, Role::TextInput, &field, "2026-05");
        case.app.key_press(Key::Enter);
        case.app.run();
        case.take_in();
        let span = plan(&case.app).actuals.campaigns[0].spans[0];
        assert_eq!((span.from, span.to), (Date::constant(2026, 5, 1), Date::constant(2026, 5, 31)));
    }
}

#[test]
fn days_that_were_answered_are_answered_anew() {
    for mut case in Case::both(&[("sums.csv", "Campaign,Cost\nSearch advertising,10\n")]) {
        case.import();
        let field = case.words.text("import-window-period-name");
        for (typed, shown, last) in
            [("2026-04", "2026-04", 30), ("2026-04-02..2026-04-09", "2026-04-02..2026-04-09", 9)]
        {
            type_into(&mut case.app, Role::TextInput, &field, typed);
            case.app.key_press(Key::Enter);
            case.app.run();
            assert_eq!(case.app.get_by_role_and_label(Role::TextInput, &field).value().as_deref(), Some(shown));
            let end = format!("2026-04-{last:02}");
            assert!(case.says(&end) && case.can_be_taken(), "{end}: {:?}", case.drawn());
        }
        case.take_in();
        let span = plan(&case.app).actuals.campaigns[0].spans[0];
        assert_eq!((span.from, span.to), (Date::constant(2026, 4, 2), Date::constant(2026, 4, 9)));
    }
}

/// A spreadsheet ends even a single cell with a line break.
#[test]
fn a_single_cell_is_pasted_into_the_field_and_a_block_beside_it() {
    for mut case in Case::both(&[("sums.csv", "Campaign,Cost\nSearch advertising,10\n")]) {
        case.import();
        let field = case.words.text("import-window-period-name");
        case.app.get_by_role_and_label(Role::TextInput, &field).focus();
        case.app.run();
        case.app.event(Event::Paste("2026-05\r\n".to_owned()));
        case.app.run();
        case.app.key_press(Key::Enter);
        case.app.run();
        assert!(case.says("2026-05-31") && !case.says_key("import-window-pasted"), "{:?}", case.drawn());
        case.app.get_by_role_and_label(Role::TextInput, &field).focus();
        case.app.run();
        case.app.event(Event::Paste("Date\tCampaign\tCost\r\n2026-06-01\tForum\t7\r\n".to_owned()));
        case.app.run();
        assert!(case.says_key("import-window-pasted"), "{:?}", case.drawn());
    }
}

#[test]
fn another_currency_needs_a_rate_and_says_what_comes_of_it() {
    let dollars = "Date,Campaign,Cost (USD)\n2026-05-01,US,1200.50\n";
    for mut case in Case::both(&[("may.csv", MAY), ("us.csv", dollars)]) {
        case.import();
        let needs = t!(case.words, "import-window-needs-rate", currency = "USD");
        let first: String = needs.chars().take(10).collect();
        let counts_for = t!(case.words, "import-window-counts-for", campaign = "US");
        let is_there = |case: &Case| case.app.query_by_role_and_label(Role::ComboBox, &counts_for).is_some();
        assert!(case.says(&first) && !is_there(&case), "{:?}", case.drawn());
        assert!(case.can_be_taken(), "the other file");
        let field = t!(case.words, "import-window-rate", currency = "USD", own = "CNY");
        type_into(&mut case.app, Role::TextInput, &field, "7.x");
        assert!(case.says(&first));
        type_into(&mut case.app, Role::TextInput, &field, "7.10");
        assert!(case.says("8,523.55") && !case.says(&first) && is_there(&case), "{:?}", case.drawn());
        case.take_in();
        assert_eq!(case.spent("US"), Some(852_355));
    }
}

#[test]
fn a_rate_is_typed_once_for_all_reports_in_its_currency() {
    let dollars = |day: &str, name: &str| format!("Date,Campaign,Cost (USD)\n2026-05-0{day},{name},100\n");
    let (one, other) = (dollars("1", "US"), dollars("2", "UK"));
    for mut case in Case::both(&[("us.csv", &one), ("uk.csv", &other)]) {
        case.import();
        let field = t!(case.words, "import-window-rate", currency = "USD", own = "CNY");
        let fields = |case: &Case| {
            let all = case.app.get_all_by_role_and_label(Role::TextInput, &field);
            all.map(|field| field.value().unwrap()).collect::<Vec<_>>()
        };
        assert_eq!(fields(&case), ["", ""]);
        case.app.get_all_by_role_and_label(Role::TextInput, &field).next().unwrap().focus();
        case.app.run();
        for typed in ["7", ".", "1"] {
            case.app.event(Event::Text(typed.to_owned()));
            case.app.run();
        }
        assert_eq!(fields(&case), ["7.1", "7.1"]);
        case.take_in();
        assert_eq!((case.spent("US"), case.spent("UK")), (Some(71_000), Some(71_000)));
    }
}

/// What one yen is has no cents, and what one dollar is has them, whatever the plan counts in.
#[test]
fn money_is_said_with_the_digits_of_its_own_currency() {
    let mut yen = worked_case(|_| {});
    yen = ripple_planner::calc::currency::change(&yen, &Currency::of_code("JPY")).unwrap();
    for language in [Language::English, Language::Chinese] {
        let mut case = Case::of(language, &yen, &[("us.csv", "Date,Campaign,Cost (USD)\n2026-05-01,US,12.34\n")]);
        case.import();
        assert!(case.says("12.34"), "{:?}", case.drawn());
        let field = t!(case.words, "import-window-rate", currency = "USD", own = "JPY");
        type_into(&mut case.app, Role::TextInput, &field, "150");
        let said =
            t!(case.words, "import-window-becomes", before = "12.34", currency = "USD", after = "1,851", own = "JPY");
        assert!(case.says(&said), "{said}: {:?}", case.drawn());
    }
}

#[test]
fn a_period_is_typed_letter_by_letter() {
    for mut case in Case::both(&[("sums.csv", "Campaign,Cost\nSearch advertising,10\n")]) {
        case.import();
        let field = case.words.text("import-window-period-name");
        case.app.get_by_role_and_label(Role::TextInput, &field).focus();
        case.app.run();
        let period = "2026-05-01..2026-05-15";
        for typed in 1..=period.len() {
            case.app.event(Event::Text(period[typed - 1..typed].to_owned()));
            case.app.run();
            let value = case.app.get_by_role_and_label(Role::TextInput, &field).value();
            assert_eq!(value.as_deref(), Some(&period[..typed]));
        }
        case.app.key_press(Key::Enter);
        case.app.run();
        assert!(case.says("2026-05-15") && case.can_be_taken(), "{:?}", case.drawn());
    }
}

#[test]
fn months_without_a_year_are_columns_once_their_year_is_said() {
    let kept = "渠道,1月,2月,合计\nSearch advertising,100,200.5,300.5\nForum,,7,7\n合计,100,207.5,307.5\n";
    for mut case in Case::both(&[("kept.csv", kept)]) {
        case.import();
        let question = t!(case.words, "import-window-year", month = "1月");
        assert!(case.says(&question) && !case.can_be_taken(), "{:?}", case.drawn());
        let field = case.words.text("import-window-period-name");
        type_into(&mut case.app, Role::TextInput, &field, "2026");
        case.app.key_press(Key::Enter);
        case.app.run();
        assert!(case.says("307.50") && case.says(&question), "{:?}", case.drawn());
        assert_eq!(case.app.get_by_role_and_label(Role::TextInput, &field).value().as_deref(), Some("2026"));
        case.take_in();
        assert_eq!((case.spent("Search advertising"), case.spent("Forum")), (Some(30_050), Some(700)));
        let spans = &plan(&case.app).actuals.campaigns[0].spans;
        assert_eq!(spans.iter().map(|span| span.to.month()).collect::<Vec<_>>(), [1, 2]);
    }
}
