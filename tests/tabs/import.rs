//! Importing what happened in the window, as a person would, in both languages.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod questions;
mod waiting;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::app::{App, Start, WORKED_CASES, click, plan, press, type_into, words, worked_case};
use crate::painted::{self, lines};
use eframe::egui::{DroppedFile, Event, Key, accesskit::Role};
use egui_kittest::kittest::{NodeT, Queryable};
use ripple_planner::app::command::{Command, Tab};
use ripple_planner::app::dialogs::Answer;
use ripple_planner::app::window::Ask;
use ripple_planner::file::settings::{Language, Theme};
use ripple_planner::plan::{Date, Id, Money, Period, Plan};
use ripple_planner::t;
use ripple_planner::words::Words;

const MAY: &str = "Campaign report\n\"May 1, 2026 - May 31, 2026\"\nDay,Campaign,Cost,Conversions\n\
    2026-05-01,Brand,100.50,12\n2026-05-02,Brand,50.25,3\n2026-05-20,Search advertising 2026,1000,20\nTotal,,1150.75,35\n";

/// A window with a plan, and the reports that its file dialog answers.
struct Case {
    folder: tempfile::TempDir,
    app: App,
    words: &'static Words,
}

impl Case {
    fn of(language: Language, plan: &Plan, reports: &[(&str, &str)]) -> Self {
        Self::with(language, plan, reports, |start| start)
    }

    fn with(language: Language, plan: &Plan, reports: &[(&str, &str)], how: impl FnOnce(Start) -> Start) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let paths = reports.iter().map(|(name, text)| {
            let path = folder.path().join(name);
            fs::write(&path, text).unwrap();
            path
        });
        let dialogs = Answer::Several(paths.collect());
        let start = Start { dialogs, size: [1280.0, 720.0], ..Start::of(folder.path(), plan, language) };
        let mut app = how(start).open();
        press(&mut app, Command::Show(Tab::Track));
        Self { folder, app, words: words(language) }
    }

    /// Both languages with the worked case.
    fn both(reports: &[(&str, &str)]) -> [Self; 2] {
        [Language::English, Language::Chinese].map(|language| Self::of(language, &worked_case(|_| {}), reports))
    }

    fn button(&mut self, key: &str) {
        click(&mut self.app, Role::Button, &self.words.text(key));
    }

    /// By the button of the tab and the file dialog.
    fn import(&mut self) {
        self.button("command-import");
        self.button("import-window-files");
    }

    fn show(&mut self, part: &str) {
        let name = self.words.text("import-window-shows");
        let label = format!("{name}: {part}");
        click(&mut self.app, Role::RadioButton, &label);
    }

    fn choose(&mut self, campaign: &str, channel: &str) {
        click(&mut self.app, Role::ComboBox, &t!(self.words, "import-window-counts-for", campaign = campaign));
        click(&mut self.app, Role::ListBoxOption, channel);
    }

    fn chosen(&self, campaign: &str) -> String {
        let label = t!(self.words, "import-window-counts-for", campaign = campaign);
        self.app.get_by_role_and_label(Role::ComboBox, &label).value().unwrap()
    }

    fn take_in(&mut self) {
        self.button("import-window-take-in");
    }

    fn can_be_taken(&self) -> bool {
        let label = self.words.text("import-window-take-in");
        !self.app.get_by_role_and_label(Role::Button, &label).accesskit_node().is_disabled()
    }

    fn says(&self, text: &str) -> bool {
        lines(&self.app).iter().any(|line| line.text.contains(text) && line.seen.is_positive())
    }

    fn says_key(&self, key: &str) -> bool {
        self.says(&self.words.text(key))
    }

    /// What is drawn, to be read where a test fails.
    fn drawn(&self) -> Vec<String> {
        lines(&self.app).iter().map(|line| line.text.clone()).collect()
    }

    fn drop_files(&mut self, paths: &[PathBuf]) {
        for path in paths {
            self.app.input_mut().dropped_files.push(Arc::new(Dropped(path.clone())));
        }
        self.app.run();
    }

    fn file(&self, name: &str, text: &str) -> PathBuf {
        let path = self.folder.path().join(name);
        fs::write(&path, text).unwrap();
        path
    }

    fn spent(&self, campaign: &str) -> Option<i64> {
        let campaigns = &plan(&self.app).actuals.campaigns;
        let campaign = campaigns.iter().find(|known| known.name == campaign)?;
        Money::total(campaign.spans.iter().filter_map(|span| span.spend)).map(Money::minor)
    }

    fn channel_of(&self, campaign: &str) -> Option<Id> {
        plan(&self.app).actuals.campaigns.iter().find(|known| known.name == campaign)?.channel.clone()
    }
}

#[derive(Debug)]
struct Dropped(PathBuf);

impl DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        fs::read(&self.0).map_err(|error| error.to_string())
    }
}

#[test]
fn a_report_is_looked_at_taken_in_undone_and_comes_in_once() {
    for mut case in Case::both(&[("may.csv", MAY)]) {
        let before = plan(&case.app).clone();
        case.import();
        assert!(case.says("may.csv"), "{:?}", case.drawn());
        assert!(case.says("1,150.75"), "its own total");
        assert!(case.says_key("import-window-suggested"), "{:?}", case.drawn());
        assert_eq!(case.chosen("Brand"), case.words.text("import-window-undecided"));
        assert_eq!(case.chosen("Search advertising 2026"), "Search advertising");
        case.choose("Brand", "Search advertising");
        assert_eq!(case.chosen("Brand"), "Search advertising");
        let confirm = t!(case.words, "import-window-confirm", campaign = "Search advertising 2026");
        click(&mut case.app, Role::Button, &confirm);
        assert!(case.app.query_by_role_and_label(Role::Button, &confirm).is_none(), "{:?}", case.drawn());
        let may = t!(case.words, "import-over-then", n = 5, month = case.words.text("names-month-5"));
        assert!(case.says(&may), "{may}: {:?}", case.drawn());
        case.show(&case.words.text("import-months"));
        assert!(case.says("2026-05") && case.says("Search advertising"), "{:?}", case.drawn());
        let left_out = t!(case.words, "import-window-left-out", n = 3, shown = "3");
        case.show(&left_out);
        assert!(case.says("1–2") && case.says("7"), "{:?}", case.drawn());
        assert!(plan(&case.app).same_as(&before), "nothing is in the plan before it is taken in");
        case.take_in();
        assert_eq!(case.app.state().asking(), None);
        assert_eq!((case.spent("Brand"), case.spent("Search advertising 2026")), (Some(15_075), Some(100_000)));
        assert_eq!(case.channel_of("Brand"), Some(Id::new("search-advertising")));
        assert_eq!(plan(&case.app).actuals.through, Some(Date::constant(2026, 5, 31)));
        assert!(case.says(&may), "what came in is said: {:?}", case.drawn());
        let step = t!(case.words, "import-window-step", file = "may.csv");
        let language = case.words.language();
        assert_eq!(case.app.state().document().unwrap().undo_name(language), Some(step.as_str()));
        press(&mut case.app, Command::Undo);
        assert_eq!(plan(&case.app), &before, "one step");
        assert!(!case.says(&may), "what came in is not there any more");
        press(&mut case.app, Command::Redo);
        case.import();
        assert!(case.says_key("import-window-no-change") && !case.can_be_taken(), "{:?}", case.drawn());
        assert_eq!(case.chosen("Brand"), "Search advertising", "what was confirmed is remembered");
        case.button("common-cancel");
        assert_eq!(case.app.state().asking(), None);
    }
}

#[test]
fn escape_leaves_no_trace() {
    for mut case in Case::both(&[("may.csv", MAY)]) {
        let before = plan(&case.app).clone();
        case.import();
        case.choose("Brand", "Site rebuild");
        case.app.key_press(Key::Escape);
        case.app.run();
        assert_eq!(case.app.state().asking(), None);
        assert!(plan(&case.app).same_as(&before));
        assert_eq!(case.app.state().document().unwrap().undo_name(case.words.language()), None);
        case.import();
        assert_eq!(case.chosen("Brand"), case.words.text("import-window-undecided"), "nor is anything chosen still");
    }
}

#[test]
fn files_that_are_dropped_are_known_by_what_they_hold() {
    for mut case in Case::both(&[]) {
        let (may, plan_file) = (case.file("may.txt", MAY), case.folder.path().join("other.csv"));
        fs::copy(concat!(env!("CARGO_MANIFEST_DIR"), "/saved_plans/blank.ron"), &plan_file).unwrap();
        let june = case.file("june", "日期,推广计划,消费\n2026-06-01,品牌,10\n");
        case.drop_files(&[may.clone(), june]);
        assert_eq!(case.app.state().asking(), Some(&Ask::Import));
        assert!(case.says("may.txt") && case.says("june") && case.says("品牌"), "{:?}", case.drawn());
        // Beside reports, and while they are looked at, a plan is none.
        case.drop_files(std::slice::from_ref(&plan_file));
        assert!(case.says("other.csv"));
        let refused = case.words.text("import-window-is-plan");
        let first: String = refused.chars().take(8).collect();
        assert!(case.says(&first), "{:?}", case.drawn());
        case.app.key_press(Key::Escape);
        case.app.run();
        case.drop_files(std::slice::from_ref(&plan_file));
        assert_eq!(case.app.state().document().unwrap().path(), Some(plan_file.as_path()), "a plan opens");
        press(&mut case.app, Command::Close);
        case.drop_files(&[may]);
        assert!(
            matches!(case.app.state().asking(), Some(Ask::Trouble(said)) if *said == case.words.text("import-window-no-plan"))
        );
    }
}

#[test]
fn cells_are_pasted() {
    for mut case in Case::both(&[]) {
        case.button("command-import");
        let how: String = case.words.text("import-window-empty-how").chars().take(6).collect();
        assert!(case.says(&how), "{:?}", case.drawn());
        case.app.event(Event::Paste("Date\tCampaign\tCost\r\n2026-05-01\tBrand\t100\r\n".to_owned()));
        case.app.run();
        assert!(case.says_key("import-window-pasted"), "{:?}", case.drawn());
        case.app.event(Event::Paste("Date\tCampaign\tCost\n2026-05-02\tForum\t7\n".to_owned()));
        case.app.run();
        assert!(case.says(&format!("{} 2", case.words.text("import-window-pasted"))));
        case.choose("Brand", "Site rebuild");
        case.take_in();
        assert_eq!((case.spent("Brand"), case.spent("Forum")), (Some(10_000), Some(700)));
        assert_eq!((case.channel_of("Brand"), case.channel_of("Forum")), (Some(Id::new("site-rebuild")), None));
    }
}

#[test]
fn what_cannot_be_read_is_said_and_keeps_out_no_other_file() {
    let broken = "Date,Campaign,Cost\n2026-05-01,Forum,1x2\n";
    let files =
        [("may.csv", MAY), ("broken.csv", broken), ("notes.txt", "Dear all,\nsee you soon\n"), ("empty.csv", "")];
    for mut case in Case::both(&files) {
        case.import();
        for key in ["import-no-table", "import-empty-file"] {
            let said: String = case.words.text(key).chars().take(8).collect();
            assert!(case.says(&said), "{said}: {:?}", case.drawn());
        }
        assert!(case.says("1x2"), "{:?}", case.drawn());
        let leave_out = t!(case.words, "import-window-leave-out", file = "broken.csv");
        click(&mut case.app, Role::Button, &leave_out);
        assert!(!case.says("1x2"));
        case.take_in();
        assert_eq!(case.spent("Brand"), Some(15_075));
    }
}

#[test]
fn the_same_days_twice_are_in_the_way_until_a_file_is_left_out() {
    let again = MAY.replace("100.50", "100.60").replace("1150.75", "1150.85");
    for mut case in Case::both(&[("may.csv", MAY), ("again.csv", &again)]) {
        case.import();
        assert!(case.says_key("import-window-in-the-way") && !case.can_be_taken(), "{:?}", case.drawn());
        let leave_out = t!(case.words, "import-window-leave-out", file = "may.csv");
        click(&mut case.app, Role::Button, &leave_out);
        case.take_in();
        assert_eq!(case.spent("Brand"), Some(15_085));
    }
}

#[test]
fn a_plan_without_channels_says_what_to_do_and_gets_them() {
    let blank = Plan::blank("Empty", Period { start: Date::constant(2026, 1, 1), months: 12 });
    for language in [Language::English, Language::Chinese] {
        let mut case = Case::of(language, &blank, &[("may.csv", MAY)]);
        case.button("command-import");
        let needed: String = case.words.text("import-window-no-channels").chars().take(10).collect();
        assert!(case.says(&needed), "{:?}", case.drawn());
        case.button("import-window-files");
        assert!(case.says(&needed), "{:?}", case.drawn());
        case.choose("Brand", &t!(case.words, "import-window-new-channel", name = "Brand"));
        case.choose("Search advertising 2026", &case.words.text("import-window-no-part"));
        case.take_in();
        let after = plan(&case.app);
        assert_eq!(after.allocation.channels.len(), 1);
        assert_eq!(case.channel_of("Brand"), Some(after.allocation.channels[0].id.clone()));
        assert!(after.actuals.campaigns[1].left_out);
        assert_eq!(after.actuals.through, Some(Date::constant(2026, 5, 31)));
        press(&mut case.app, Command::Undo);
        assert_eq!(plan(&case.app), &blank, "channel and report in one step");
    }
}

#[test]
fn hundreds_of_campaigns_are_looked_through_and_chosen_for_at_once() {
    let row = |n: usize| format!("2026-05-{:02},Forum {n:03},{n}.5,1\n2026-05-02,Press {n:03},1,0\n", n % 28 + 1);
    let report = format!("Day,Campaign,Cost,Conversions\n{}", (1..=200).map(row).collect::<String>());
    for mut case in Case::both(&[("many.csv", &report)]) {
        case.import();
        let find = case.words.text("import-window-find");
        type_into(&mut case.app, Role::TextInput, &find, "forum");
        let all = t!(case.words, "import-window-all-shown", shown = "200");
        click(&mut case.app, Role::ComboBox, &all);
        type_into(&mut case.app, Role::TextInput, &case.words.text("import-window-find-channel"), "rebuild");
        click(&mut case.app, Role::ListBoxOption, "Site rebuild");
        let open = t!(case.words, "import-window-only-open", shown = "200");
        type_into(&mut case.app, Role::TextInput, &find, "f");
        case.app.key_press(Key::Backspace);
        case.app.run();
        click(&mut case.app, Role::CheckBox, &open);
        assert!(case.says("Press 001") && !case.says("Forum 001"), "{:?}", case.drawn());
        click(&mut case.app, Role::ComboBox, &all);
        click(&mut case.app, Role::ListBoxOption, &case.words.text("import-window-no-part"));
        assert!(case.says_key("import-window-all-decided"), "{:?}", case.drawn());
        type_into(&mut case.app, Role::TextInput, &find, "nobody");
        assert!(case.says_key("import-window-none-found"), "{:?}", case.drawn());
        case.take_in();
        let campaigns = &plan(&case.app).actuals.campaigns;
        let (forum, press): (Vec<_>, Vec<_>) =
            campaigns.iter().partition(|campaign| campaign.name.starts_with("Forum"));
        assert_eq!((forum.len(), press.len()), (200, 200));
        assert!(forum.iter().all(|campaign| campaign.channel == Some(Id::new("site-rebuild"))));
        assert!(press.iter().all(|campaign| campaign.left_out));
    }
}

#[test]
fn nothing_is_cut_or_covered_with_long_names_in_the_smallest_window() {
    let long = "信息流推广二〇二六年春季华东地区制造业企业决策人线索收集第一阶段测试素材A组视频十五秒竖版再营销人群包与相似人群扩展定向";
    assert_eq!(long.chars().count(), 60);
    let report = format!(
        "Day,Account,Campaign,Cost,Conversions\n2026-05-01,Acme,{long},123456789012.34,12\n2026-05-02,Acme Two,{long} zwei,1,1\n2026-05-03,Acme,x,2,0\n"
    );
    let name = format!("{long}.csv");
    for language in [Language::English, Language::Chinese] {
        for theme in [Theme::Light, Theme::Dark] {
            let mut case = Case::with(
                language,
                &worked_case(|_| {}),
                &[(&name, &report), ("us.csv", "Date,Campaign,Cost (USD)\n2026-05-01,US,1\n")],
                |start| Start { theme, ..start },
            );
            case.import();
            // The reports' names may be cut, as what the planner wrote; what stands below the dialog is covered.
            let faults = |case: &Case| {
                let found = painted::faults(&case.app, plan(&case.app), 1280.0, false).into_iter();
                let mut faults: Vec<String> =
                    found.filter(|fault| !fault.contains("信息流") && !fault.starts_with("over each other")).collect();
                faults.extend(covered(case));
                faults
            };
            assert_eq!(faults(&case), Vec::<String>::new());
            case.show(&case.words.text("import-months"));
            assert_eq!(faults(&case), Vec::<String>::new());
        }
    }
}

/// Lines of the dialog that stand over one another.
fn covered(case: &Case) -> Vec<String> {
    let all = lines(&case.app);
    let title = case.words.text("import-window-title");
    let first = all.iter().rposition(|line| line.text == title).unwrap();
    let dialog = &all[first..];
    let mut found = Vec::new();
    for (at, line) in dialog.iter().enumerate() {
        for other in &dialog[at + 1..] {
            let both = line.seen.intersect(other.seen);
            if both.width() > 1.0 && both.height() > 3.0 {
                found.push(format!("{:?} over {:?}", line.text, other.text));
            }
        }
    }
    found
}

#[test]
fn the_programs_own_file_dialog_leads_back_to_the_import() {
    for (language, saved_plan) in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("may.csv");
        fs::write(&path, MAY).unwrap();
        let start = Start { dialogs: Answer::Unavailable, ..Start::with_plan(folder.path(), saved_plan, language) };
        let mut app = start.open();
        press(&mut app, Command::Import);
        let words = words(language);
        for cancels in [true, false] {
            click(&mut app, Role::Button, &words.text("import-window-files"));
            app.run();
            let Some(Ask::Path(_)) = app.state().asking() else { panic!("{:?}", app.state().asking()) };
            if cancels {
                app.key_press(Key::Escape);
            } else {
                type_into(&mut app, Role::TextInput, &words.text("window-path"), &path.display().to_string());
                app.key_press(Key::Enter);
            }
            app.run();
            assert_eq!(app.state().asking(), Some(&Ask::Import), "cancels: {cancels}");
        }
        assert!(lines(&app).iter().any(|line| line.text == "may.csv"));
    }
}
