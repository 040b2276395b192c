//! Pyramid, team, topics and content.

use ripple_planner::calc;
use ripple_planner::calc::topics::Phase;
use ripple_planner::plan::Id;
use ripple_planner::plan::allocation::Media;

use super::{both, near, within, yuan};

#[test]
fn the_pyramid_stands_on_level_2() {
    for (plan, report) in both() {
        let pyramid = &report.pyramid;
        for (level, given) in pyramid.levels.iter().zip([0.90, 0.80, 0.65, 0.1875, 0.0625]) {
            near(level.score.unwrap(), given);
        }
        assert_eq!((pyramid.reached, pyramid.next_level()), (2, Some(3)));
        within(pyramid.mean.unwrap(), 0.52, 0.005);
        assert_eq!(pyramid.blocker, Some(Id::new("data-consent")));
        let step = pyramid.next_step().unwrap();
        assert_eq!((step.criterion.as_str(), step.cost, step.holds_after), ("group-messages", yuan(8_000), true));
        near(step.level_after, 0.75);
        assert_eq!(pyramid.cheapest, Some((yuan(8_000), vec![Id::new("group-messages")])));
        let worth: Vec<f64> =
            pyramid.steps.iter().map(|step| step.gain_per_thousand(&plan.currency).unwrap()).collect();
        for (got, given) in worth.into_iter().zip([0.0125, 0.0083, 0.0050]) {
            within(got, given, 0.000_05);
        }
        let history: Vec<u8> = pyramid.history.iter().map(|dated| dated.reached).collect();
        assert_eq!(history, [0, 0, 1, 2, 2]);
    }
}

#[test]
fn the_team_carries_185_of_200_hours() {
    let given = [
        (6.0, 8.0, 0, 0),
        (47.0, 40.0, 2, 1),
        (34.0, 40.0, 3, 1),
        (36.0, 40.0, 2, 0),
        (24.0, 32.0, 2, 0),
        (38.0, 40.0, 3, 1),
    ];
    for (_, report) in both() {
        let team = &report.team;
        assert_eq!(team.owner, Some(Id::new("lin-yue")));
        for (load, (effort, capacity, channels, topics)) in team.loads.iter().zip(given) {
            near(load.effort, effort);
            near(load.capacity, capacity);
            assert_eq!((load.channels, load.topics), (channels, topics), "{}", load.person);
        }
        let wang_jing = &team.loads[3];
        assert_eq!((wang_jing.person.as_str(), wang_jing.events), ("wang-jing", 1));
        within(team.loads[1].ratio().unwrap() * 100.0, 118.0, 0.5);
        near(team.effort, 185.0);
        near(team.capacity, 200.0);
        assert_eq!(team.loads.iter().filter(|load| load.over()).count(), 1);
    }
}

#[test]
fn topics_carry_the_launch_but_not_developer_day() {
    for (plan, report) in both() {
        let topics = &report.topics;
        within(topics.highest, 59_998.0, 0.5);
        let [developer_day, launch] = &topics.marks[..] else { panic!("two marks") };
        within(developer_day.attention, 26_009.0, 0.5);
        within(developer_day.share * 100.0, 43.0, 0.5);
        assert!(!developer_day.carried);
        let shift = developer_day.shift.as_ref().unwrap();
        assert_eq!((shift.topic.as_str(), shift.days), ("launch-week", -6));
        within(shift.attention, 40_961.0, 0.5);
        within(shift.share * 100.0, 68.0, 0.5);
        within(launch.attention, 59_978.0, 0.5);
        within(launch.share * 100.0, 100.0, 0.5);
        assert!(launch.carried && launch.shift.is_none());
        let phase = |z| calc::topics::phase(z, &plan.topics.phases);
        assert_eq!(phase(-1.0), Some(Phase::Spreading));
        assert_eq!(phase(0.0), Some(Phase::Climax));
    }
}

#[test]
fn content_serves_six_of_seven_stages() {
    for (_, report) in both() {
        let content = &report.content;
        near(content.seven_s, 3.75);
        assert_eq!(content.stages_served(), 6);
        let given = [
            (400_000, 33.3, 18_400.0, 49.7, 21.74),
            (595_000, 49.6, 12_800.0, 34.6, 46.48),
            (205_000, 17.1, 5_800.0, 15.7, 35.34),
        ];
        for ((row, (spend, part, registrations, reached, cost)), media) in
            content.media.iter().zip(given).zip(Media::ALL)
        {
            assert_eq!(row.spend, yuan(spend), "{media:?}");
            within(row.spend_share * 100.0, part, 0.05);
            near(row.registrations, registrations);
            within(row.registrations_share * 100.0, reached, 0.05);
            within(row.average_cost.unwrap(), cost, 0.005);
        }
    }
}
