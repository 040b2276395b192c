//! What differs between two plans, and one plan of two.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

use ripple_planner::calc;
use ripple_planner::file;
use ripple_planner::plan::{Channel, Currency, Id, Money, Plan, Scenario, Task};

use super::{WORKED_CASE, answer, path_text, program, refused, run, text};

fn money(units: i64) -> Money {
    Money::from_minor(units * 100).unwrap()
}

fn channel<'a>(plan: &'a mut Plan, id: &str) -> &'a mut Channel {
    let channels = &mut Arc::make_mut(&mut plan.allocation).channels;
    channels.iter_mut().find(|channel| channel.id.as_str() == id).unwrap()
}

/// A folder with versions of the worked case, each made by its edit.
fn versions<const N: usize>(edits: [fn(&mut Plan); N]) -> (tempfile::TempDir, [PathBuf; N]) {
    let folder = tempfile::tempdir().unwrap();
    let mut number = 0;
    let paths = edits.map(|edit| {
        let mut plan = file::open(WORKED_CASE).unwrap();
        edit(&mut plan);
        number += 1;
        let path = folder.path().join(format!("{number}.ron"));
        file::create_new(&path, &plan).unwrap();
        path
    });
    (folder, paths)
}

fn as_it_is(_: &mut Plan) {}

fn cheaper(plan: &mut Plan) {
    channel(plan, "search-advertising").spend = money(306_000);
}

fn with_podcasts(plan: &mut Plan) {
    channel(plan, "search-advertising").owner = Some(Id::new("he-ping"));
    let channels = &mut Arc::make_mut(&mut plan.allocation).channels;
    channels.insert(1, Channel::new(Id::new("channel-1"), "Podcasts", Task::A));
}

/// Standard output and status of a run that says nothing on standard error.
fn said(arguments: &[&str]) -> (String, i32) {
    let output = run(arguments);
    assert_eq!(text(&output.stderr), "", "{arguments:?}");
    // Numbers and their units are held together by blanks that do not break.
    (text(&output.stdout).replace('\u{a0}', " "), output.status.code().unwrap())
}

#[test]
fn what_differs_is_said_with_what_it_does_to_the_goal() {
    let (_folder, [old, new]) = versions([as_it_is, cheaper]);
    let [old, new] = [path_text(&old), path_text(&new)];
    let expected = "Allocation\n  Search advertising, budget: 360,000 → 306,000\n\n\
        Allocated: 1,200,000 CNY → 1,146,000 CNY\nRegistrations: 37,000 → 36,401\n\
        Expected revenue: 30,960,000 CNY → 30,894,088 CNY\nReaches 86.0 % of the goal → 85.8 %\n";
    assert_eq!(said(&["diff", old, new]), (expected.to_owned(), 1));
    let chinese = "资源分配\n  Search advertising，投入：360,000 → 306,000\n\n\
        已分配：1,200,000 元 → 1,146,000 元\n注册数：37,000 → 36,401\n\
        预计收入：30,960,000 元 → 30,894,088 元\n目标达成：86.0% → 85.8%\n";
    assert_eq!(said(&["diff", old, new, "--lang", "zh-CN"]), (chinese.to_owned(), 1));
    assert_eq!(said(&["diff", old, old]), ("The plans are the same.\n".to_owned(), 0));

    let (json, status) = said(&["diff", old, new, "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!((json["differ"].as_bool(), status), (Some(true), 1));
    let [difference] = json["differences"].as_array().unwrap().as_slice() else { panic!("{json}") };
    assert_eq!(difference["where"], "allocation/channels/search-advertising/spend");
    assert_eq!([&difference["change"], &difference["old"], &difference["new"]], ["changed", "360000.00", "306000.00"]);
    assert_eq!(json["outcome"]["allocated"], serde_json::json!({"old": 1_200_000, "new": 1_146_000}));
}

#[test]
fn amounts_are_the_same_in_a_currency_of_other_digits() {
    let (_folder, [old, new]) = versions([as_it_is, |plan| {
        *plan = calc::currency::change(plan, &Currency { code: "JPY".into(), digits: 0 }).unwrap();
    }]);
    let (told, _) = said(&["diff", path_text(&old), path_text(&new)]);
    let expected = "The plan\n  currency: CNY → JPY\n  digits after the point: 2 → 0\n\n\
        Allocated: 1,200,000 CNY → 1,200,000 JPY\nExpected revenue: 30,960,000 CNY → 30,960,000 JPY\n";
    assert_eq!(told, expected);
}

#[test]
fn items_come_go_and_move_under_their_names() {
    let (_folder, [old, new]) = versions([as_it_is, |plan| {
        with_podcasts(plan);
        let allocation = Arc::make_mut(&mut plan.allocation);
        allocation.channels.retain(|channel| channel.id.as_str() != "site-rebuild");
        let last = allocation.channels.pop().unwrap();
        allocation.channels.insert(0, last);
        let team = Arc::make_mut(&mut plan.team);
        team.functions
            .iter_mut()
            .for_each(|function| function.assignments.retain(|part| part.person.as_str() != "chen-hao"));
    }]);
    let (told, _) = said(&["diff", path_text(&old), path_text(&new)]);
    for line in [
        "  Search advertising, owner: Zhou Min → He Ping\n",
        "  channel Podcasts added\n",
        "  channel Site rebuild removed\n",
        "moved to another place of its list\n",
        "  Content, part taken by Chen Hao removed\n",
    ] {
        assert!(told.contains(line), "{line:?} is missing in\n{told}");
    }
    assert_eq!(told.matches("moved to another place").count(), 1, "{told}");
}

#[test]
fn both_sides_changes_come_into_one_plan() {
    let (folder, [base, ours, theirs]) = versions([as_it_is, cheaper, with_podcasts]);
    let [base, ours, theirs] = [path_text(&base), path_text(&ours), path_text(&theirs)];
    let mut expected = file::open(WORKED_CASE).unwrap();
    with_podcasts(&mut expected);
    cheaper(&mut expected);
    let printed = answer(&["merge", base, ours, theirs]);
    assert!(file::read_text(&printed).unwrap() == expected, "{printed}");
    let output = folder.path().join("merged.ron");
    assert_eq!(said(&["merge", base, theirs, ours, "--output", path_text(&output)]), (String::new(), 0));
    assert_eq!(file::open(&output).unwrap(), expected);
    // Never over a file that is there.
    let line = refused(&run(&["merge", base, ours, ours, "--output", path_text(&output)]));
    assert!(line.contains("--force"), "{line}");
    assert_eq!(file::open(&output).unwrap(), expected);
    assert_eq!(said(&["merge", base, ours, ours, "--output", path_text(&output), "--force"]).1, 0);
    assert_ne!(file::open(&output).unwrap(), expected);
}

#[test]
fn what_a_merged_plan_replaces_is_kept_as_an_earlier_version() {
    let (folder, [base, ours, theirs]) = versions([as_it_is, cheaper, with_podcasts]);
    let before = fs::read(&ours).unwrap();
    let state = folder.path().join("state");
    let merge = |output: &Path| {
        let files = [&base, &ours, &theirs].map(|path| path_text(path));
        let arguments = [&["merge"], &files[..], &["--output", path_text(output), "--force"]].concat();
        let output = program(&arguments).env("XDG_STATE_HOME", &state).output().unwrap();
        assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), String::new()));
    };
    merge(&folder.path().join("new.ron"));
    assert!(!state.exists(), "nothing was replaced");
    merge(&ours);
    assert_ne!(fs::read(&ours).unwrap(), before);
    let kept = |path: &Path| file::versions(&state.join("ripple-planner"), path).unwrap();
    let [version] = &kept(&ours)[..] else { panic!("one: {:?}", kept(&ours)) };
    assert_eq!(fs::read(&version.file).unwrap(), before);
    // git gives its copy another name at each merge.
    let copy = folder.path().join(".merge_file_Ab12Cd");
    fs::copy(&theirs, &copy).unwrap();
    merge(&copy);
    assert_eq!(kept(&copy), []);
}

#[test]
fn conflicts_are_listed_with_both_values_and_ours_stays() {
    let (folder, [base, ours, theirs]) = versions([as_it_is, cheaper, |plan| {
        channel(plan, "search-advertising").spend = money(400_000);
        channel(plan, "site-rebuild").note = "Theirs".to_owned();
    }]);
    let output = folder.path().join("merged.ron");
    let arguments = ["merge", path_text(&base), path_text(&ours), path_text(&theirs), "--output", path_text(&output)];
    let expected = "1 conflict: both sides changed the same thing. The merged plan keeps ours.\n  \
        Search advertising, budget: base 360,000, ours 306,000, theirs 400,000\n";
    assert_eq!(said(&arguments), (expected.to_owned(), 1));
    let mut merged = file::open(&output).unwrap();
    assert_eq!(channel(&mut merged, "search-advertising").spend, money(306_000));
    assert_eq!(channel(&mut merged, "site-rebuild").note, "Theirs");
}

#[test]
fn what_one_side_took_away_and_the_other_changed_stays_and_is_said() {
    let (_folder, [base, ours, theirs]) = versions([as_it_is, cheaper, |plan| {
        Arc::make_mut(&mut plan.allocation).channels.retain(|channel| channel.id.as_str() != "search-advertising");
    }]);
    for [ours, theirs] in [[&ours, &theirs], [&theirs, &ours]] {
        let (told, status) = said(&["merge", path_text(&base), path_text(ours), path_text(theirs)]);
        assert_eq!(status, 1);
        assert!(told.contains("channel Search advertising: base there, ours "), "{told}");
        assert!(told.contains("gone"), "{told}");
    }
}

#[test]
fn different_items_with_the_same_new_id_both_stay() {
    let add = |plan: &mut Plan, name: &str| {
        let allocation = Arc::make_mut(&mut plan.allocation);
        allocation.channels.push(Channel::new(Id::new("channel-1"), name, Task::A));
    };
    let mut plans = [(); 3].map(|()| file::open(WORKED_CASE).unwrap());
    add(&mut plans[1], "Webinars");
    add(&mut plans[2], "Podcasts");
    let spend = [(Id::new("channel-1"), money(7))].into();
    let scenario = Scenario { spend, ..Scenario::new(Id::new("more"), "More") };
    Arc::make_mut(&mut plans[1].scenarios).push(scenario);
    let [base, ours, theirs] = &plans;
    let merged = ripple_planner::compare::merge(base, ours, theirs);
    assert_eq!(merged.conflicts, []);
    let named =
        |name: &str| merged.plan.allocation.channels.iter().find(|channel| channel.name == name).unwrap().id.clone();
    assert_eq!([named("Podcasts").as_str(), named("Webinars").as_str()], ["channel-1", "channel-1-2"]);
    assert_eq!(merged.plan.scenarios[0].spend, [(named("Webinars"), money(7))].into(), "what named it follows");
    assert_eq!(merged.plan, ripple_planner::compare::merge(base, theirs, ours).plan);
}

fn by_month(plan: &mut Plan) {
    channel(plan, "search-advertising").schedule.spend = vec![money(30_000); 12];
}

fn by_other_months(plan: &mut Plan) {
    by_month(plan);
    let schedule = &mut channel(plan, "search-advertising").schedule;
    (schedule.spend[2], schedule.spend[3], schedule.spend[5]) = (money(40_000), money(40_000), money(10_000));
    schedule.off = [7, 8, 9, 11].into();
}

#[test]
fn of_months_only_those_that_differ_are_told_with_their_names() {
    let (_folder, [even, old, new]) = versions([as_it_is, by_month, by_other_months]);
    let [even, old, new] = [&even, &old, &new].map(|path| path_text(path));
    let (told, _) = said(&["diff", old, new]);
    for line in [
        "Search advertising, money by month: Mar–Apr 30,000, Jun 30,000 → Mar–Apr 40,000, Jun 10,000\n",
        "Search advertising, months it cannot run: none → Jul–Sep, Nov\n",
    ] {
        assert!(told.contains(line), "{told}");
    }
    let (told, _) = said(&["diff", even, old]);
    assert!(told.contains("Search advertising, money by month: evenly → Jan–Dec 30,000\n"), "{told}");
    let (told, _) = said(&["diff", old, new, "--lang", "zh-CN"]);
    assert!(told.contains("各月投入：3月–4月 30,000、6月 30,000 → 3月–4月 40,000、6月 10,000\n"), "{told}");
}

#[test]
fn months_of_a_scenario_differ_and_are_merged_channel_by_channel() {
    let with = |months: &[(&str, Vec<Money>)]| {
        let mut plan = file::open(WORKED_CASE).unwrap();
        let months = months.iter().map(|(id, months)| (Id::new(id), months.clone())).collect();
        let (id, name) = (Id::new("push"), "Push");
        let scenario = Scenario { months, ..Scenario::new(id, name) };
        Arc::make_mut(&mut plan.scenarios).push(scenario);
        plan
    };
    let pulse = || vec![money(30_000); 12];
    let plans = [with(&[]), with(&[("search-advertising", vec![])]), with(&[("articles", pulse())])];
    let words = ripple_planner::words::Words::of(ripple_planner::words::Language::En);
    let told = |old: &Plan, new: &Plan| ripple_planner::report::versions::sentences(old, new, words).join("\n");
    // Evenly is something else than as the base plan has it.
    assert!(
        told(&plans[0], &plans[1]).contains("Search advertising: not set → evenly"),
        "{}",
        told(&plans[0], &plans[1])
    );
    assert!(told(&plans[0], &plans[2]).contains("Jan–Dec 30,000"), "{}", told(&plans[0], &plans[2]));
    let merged = ripple_planner::compare::merge(&plans[0], &plans[1], &plans[2]);
    assert_eq!(merged.conflicts, []);
    let both = [(Id::new("search-advertising"), vec![]), (Id::new("articles"), pulse())].into();
    assert_eq!(merged.plan.scenarios[0].months, both);
}

#[test]
fn bad_usage_of_comparing_is_refused() {
    assert_eq!(refused(&run(&["diff", WORKED_CASE])), "B is missing; see ripple-planner --help");
    assert!(refused(&run(&["merge", WORKED_CASE, WORKED_CASE])).starts_with("THEIRS is missing"));
    assert!(refused(&run(&["diff", WORKED_CASE, "no.ron"])).contains("no.ron"));
}

fn git(folder: &Path, arguments: &[&str]) -> bool {
    let person = ["-c", "user.name=Lin", "-c", "user.email=lin@example.com"];
    let mut git = Command::new("git");
    git.current_dir(folder).args(person).args(arguments).env("GIT_CONFIG_GLOBAL", "/dev/null");
    git.output().unwrap().status.success()
}

#[test]
fn git_merges_plans_with_it() {
    let (_sources, [base, ours, theirs]) = versions([as_it_is, cheaper, with_podcasts]);
    let folder = tempfile::tempdir().unwrap();
    let plan = folder.path().join("plan.ron");
    let commit = |from: &Path| {
        fs::copy(from, &plan).unwrap();
        assert!(git(folder.path(), &["commit", "-qam", "a version"]));
    };
    assert!(git(folder.path(), &["init", "-q", "-b", "main"]));
    let driver = format!("'{}' merge %O %A %B --output %A --force", env!("CARGO_BIN_EXE_ripple-planner"));
    assert!(git(folder.path(), &["config", "merge.ripple-planner.driver", &driver]));
    fs::write(folder.path().join(".gitattributes"), "*.ron merge=ripple-planner\n").unwrap();
    fs::copy(&base, &plan).unwrap();
    assert!(git(folder.path(), &["add", "."]));
    assert!(git(folder.path(), &["commit", "-qm", "the plan"]));
    assert!(git(folder.path(), &["checkout", "-qb", "theirs"]));
    commit(&theirs);
    assert!(git(folder.path(), &["checkout", "-q", "main"]));
    commit(&ours);
    assert!(git(folder.path(), &["merge", "-q", "theirs", "-m", "both"]));
    let mut merged = file::open(&plan).unwrap();
    assert_eq!(channel(&mut merged, "search-advertising").spend, money(306_000));
    assert_eq!(channel(&mut merged, "channel-1").name, "Podcasts");
}
