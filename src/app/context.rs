//! What a tab may read of the rest of the plan, and what it may ask of the window.

use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::egui;

use super::command::{Command, Tab};
use super::examples::{Example, Examples};
use super::explain::Explaining;
use super::odds::Shown;
use super::widgets::Almanac;
use super::worker::Background;
use crate::calc::calendar;
use crate::calc::next::Next;
use crate::calc::odds::Chance;
use crate::calc::removal::Target;
use crate::calc::{Finding, Place, Report, Section};
use crate::plan::content::SevenS;
use crate::plan::{Allocation, Currency, Date, Id, Plan, Scenario};
use crate::printing::Printing;
use crate::report::lookup;
use crate::report::sentences::happened;
use crate::words::{Language, Words};

/// Requests of the tabs to the window, carried out after the frame.
#[derive(Debug, Default)]
pub struct Requests(RefCell<Vec<Request>>);

/// One request.
#[derive(Clone, Debug)]
pub enum Request {
    /// Run a command.
    Run(Command),
    /// Show the place of a finding and put the focus there.
    GoTo(Place),
    /// Give items that share an id ids of their own.
    GiveOwnIds,
    /// Let the goal's path end at the goal.
    LeadPathToGoal,
    /// Give what nobody owns to the person who answers for the goal.
    OwnAll,
    /// Delete the earlier versions of all plans, once the person has agreed.
    RemoveVersions,
    /// Take something out of the plan; where others refer to it, ask first what takes its place.
    Remove(Target),
    /// Do something with scenarios.
    Scenario(Scenarios),
    /// Make a scenario of this money.
    KeepAsScenario {
        /// What is looked at, with other money.
        allocation: Arc<Allocation>,
        /// What it is called.
        name: String,
    },
    /// Ask for a file with a calendar, and lay it into the plan.
    ChooseCalendar,
    /// Show a file or a folder in another program.
    Open(PathBuf),
    /// Ask for a file and write this into it.
    Export {
        /// The extension that its name gets.
        extension: &'static str,
        /// What is written, or why there is nothing.
        made: Arc<Result<Vec<u8>, String>>,
    },
}

/// What is asked for with scenarios.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scenarios {
    /// Look at one, or at the base plan.
    Choose(Option<Id>),
    /// Make one of what is looked at.
    New,
    /// Give one another name.
    Rename(Id),
    /// Give the base plan its numbers.
    Adopt(Id),
    /// Take one away.
    Delete(Id),
    /// Show all side by side.
    Compare,
}

impl Request {
    /// What mends a finding, or leads to where a person does.
    #[must_use]
    pub fn mending(finding: &Finding) -> Self {
        match finding.code() {
            // Ids are not shown anywhere, so there is no field to lead to.
            "duplicate-id" => Self::GiveOwnIds,
            "path-misses-goal" => Self::LeadPathToGoal,
            _ => Self::GoTo(finding.place.clone()),
        }
    }
}

impl Requests {
    /// All requests of this frame.
    pub fn take(&self) -> Vec<Request> {
        self.0.take()
    }

    /// Adds one.
    pub fn push(&self, request: Request) {
        self.0.borrow_mut().push(request);
    }
}

/// The surroundings of a tab.
pub struct Cx<'a> {
    /// Words in the person's language.
    pub words: &'static Words,
    /// The whole plan as it stood when the frame began, in the scenario that is looked at.
    pub plan: &'a Plan,
    /// The base plan, with its scenarios.
    pub base: &'a Plan,
    /// The scenario that is looked at.
    pub scenario: Option<&'a Scenario>,
    /// What that plan means.
    pub report: &'a Arc<Report>,
    /// How likely it is; `None` until the first draws are done.
    pub odds: Option<Shown<'a>>,
    /// The place to show and focus, in the frame somebody went there; see [`Cx::arrives_in`].
    pub jump: Option<&'a Place>,
    /// Today.
    pub today: Date,
    /// The name of the plan's file; empty where it is in none yet.
    pub file: &'a str,
    /// Where earlier versions are kept, if anywhere.
    pub state_folder: Option<&'a Path>,
    /// How often odds are drawn.
    pub draws: u32,
    /// Where slow work is done; see [`super::worker::Job`].
    pub background: Background,
    /// The way to paper.
    pub printing: &'a Arc<dyn Printing>,
    /// Plans to learn from.
    pub examples: &'a Examples,
    /// The explanation that is pinned.
    pub explaining: &'a Explaining,
    /// What a plan that is being begun asks next.
    pub next: Option<&'a Next>,
    /// Where requests go.
    pub requests: &'a Requests,
}

impl<'a> Cx<'a> {
    /// The worked case in the person's language.
    #[must_use]
    pub fn worked_case(&self) -> Option<&'a Example> {
        self.examples.worked_case(self.language()).ok()
    }

    /// The person's language.
    #[must_use]
    pub fn language(&self) -> Language {
        self.words.language()
    }

    /// What days are chosen with.
    #[must_use]
    pub fn almanac(&self) -> Almanac<'a> {
        Almanac { words: self.words, calendar: calendar::of(self.plan), today: self.today }
    }

    /// The plan's currency.
    #[must_use]
    pub fn currency(&self) -> &Currency {
        &self.plan.currency
    }

    /// The odds, if anything in the plan has a range to be drawn from.
    #[must_use]
    pub fn drawn_odds(&self) -> Option<Shown<'_>> {
        self.odds.filter(|shown| shown.odds.ranges > 0)
    }

    /// The chance of reaching the headline's goal, as far as it was drawn.
    #[must_use]
    pub fn headline_chance(&self) -> Option<Chance> {
        self.drawn_odds()?.odds.chance(self.report.goal.headline)
    }

    /// That months count by what happened, in a sentence; `None` where nothing is known to have happened.
    #[must_use]
    pub fn counts_happened(&self) -> Option<String> {
        let over = self.report.happened.as_ref().map(|_| self.report.track.months.len())?;
        happened::counts(self.words, &self.plan.period, over)
    }

    /// The place somebody goes to in this frame, if it is in `section`: the tab selects the item it names. Fields
    /// made with [`field_id`] then get the focus by themselves.
    #[must_use]
    pub fn arrives_in(&self, section: Section) -> Option<&Place> {
        self.jump.filter(|place| place.section == section)
    }

    /// Shows another tab.
    pub fn show_tab(&self, tab: Tab) {
        self.requests.push(Request::Run(Command::Show(tab)));
    }

    /// Runs a command after this frame.
    pub fn run(&self, command: Command) {
        self.requests.push(Request::Run(command));
    }

    /// Goes to the place of a finding.
    pub fn go_to(&self, place: &Place) {
        self.requests.push(Request::GoTo(place.clone()));
    }

    /// Takes something out of the plan after this frame, and asks first where others refer to it.
    pub fn remove(&self, target: Target) {
        self.requests.push(Request::Remove(target));
    }

    /// The name of a person; in words that they are unknown where nobody has the id.
    #[must_use]
    pub fn person(&self, id: &Id) -> String {
        lookup::person(self.plan, self.words, id)
    }

    /// The name of an owner, or a dash.
    #[must_use]
    pub fn owner(&self, id: Option<&Id>) -> String {
        id.map_or_else(|| crate::words::number::NOTHING.to_owned(), |id| self.person(id))
    }

    /// The choices of an owner field: nobody, then everyone in the team.
    #[must_use]
    pub fn owner_choices(&self) -> Vec<(Option<Id>, String)> {
        let nobody = (None, self.words.text("common-nobody"));
        let people = self.plan.team.people.iter().map(|person| (Some(person.id.clone()), person.name.clone()));
        std::iter::once(nobody).chain(people).collect()
    }
}

/// What an item or a party of an event is called in a place: its own id is its own in that event alone.
#[must_use]
pub fn part_id(event: &Id, part: &Id) -> Id {
    Id::new(&format!("{event}/{part}"))
}

/// What one of the 7S is called in a place.
#[must_use]
pub fn seven_s_id(kind: SevenS) -> Id {
    Id::new(&format!("{kind:?}"))
}

/// The egui id of a field of the plan. Findings name their places by section, item and field, so a field with this
/// id gets the focus when somebody goes to its finding.
#[must_use]
pub fn field_id(section: Section, item: Option<&Id>, field: &str) -> egui::Id {
    egui::Id::unique((section.name(), item.map_or("", Id::as_str), field))
}
