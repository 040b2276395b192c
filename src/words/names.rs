//! What the parts of a plan are called in both languages, with the terms of the method.

use crate::calc::finding::Severity;
use crate::calc::ripple::StepKind;
use crate::calc::topics::Phase;
use crate::plan::MarketCalendar;
use crate::plan::allocation::{Class, Media, Objective, Task};
use crate::plan::content::{Circle, SevenS, Stage};
use crate::plan::curve::Curve;
use crate::plan::event::SplitRule;
use crate::plan::goal::Measure;
use crate::plan::pyramid::Score;
use crate::plan::ripple::OnSite;
use crate::plan::team::{FunctionKind, KpiEffect, Raci};

use super::{Language, Words};

/// Something with a name in both languages.
pub trait Named {
    /// The key of its name.
    fn name_key(&self) -> &'static str;

    /// Its name.
    fn name(&self, words: &Words) -> String {
        words.text(self.name_key())
    }
}

/// What a choice of calendar is called.
#[must_use]
pub fn calendar(choice: &MarketCalendar, words: &Words) -> String {
    match choice {
        MarketCalendar::OfCurrency => words.text("calendar-of-currency"),
        MarketCalendar::None => words.text("calendar-none"),
        MarketCalendar::China => words.text("calendar-china"),
        MarketCalendar::Own(calendar) => local(words.language(), (&calendar.name, &calendar.english)).to_owned(),
    }
}

/// A name that a country has in its own language and in English, in one of the program's languages; where the English
/// one is empty it is the same.
#[must_use]
pub fn local<'n>(language: Language, (name, english): (&'n str, &'n str)) -> &'n str {
    if language == Language::En && !english.is_empty() { english } else { name }
}

/// Gives every variant of an enum the key of its name.
macro_rules! named {
    ($($kind:ident { $($variant:pat => $key:literal),+ $(,)? })+) => {
        $(impl Named for $kind {
            fn name_key(&self) -> &'static str {
                match self {
                    $($variant => $key),+
                }
            }
        })+
    };
}

named! {
    Task {
        Self::A => "names-task-a",
        Self::B => "names-task-b",
        Self::W => "names-task-w",
    }
    Class {
        Self::A => "names-class-a",
        Self::B => "names-class-b",
    }
    Media {
        Self::Paid => "names-media-paid",
        Self::Owned => "names-media-owned",
        Self::Earned => "names-media-earned",
    }
    Objective {
        Self::Registrations => "names-objective-registrations",
        Self::Leads => "names-objective-leads",
        Self::Customers => "names-objective-customers",
        Self::Revenue => "names-objective-revenue",
    }
    Measure {
        Self::Customers => "names-measure-customers",
        Self::Revenue => "names-measure-revenue",
        Self::Share => "names-measure-share",
    }
    SplitRule {
        Self::Equal => "names-split-equal",
        Self::Weights => "names-split-weights",
        Self::Percent => "names-split-percent",
        Self::Amounts => "names-split-amounts",
        Self::Benefit => "names-split-benefit",
        Self::Alone => "names-split-alone",
        Self::EqualSavings => "names-split-equal-savings",
        Self::Airport => "names-split-airport",
    }
    FunctionKind {
        Self::Content => "names-function-content",
        Self::Events => "names-function-events",
        Self::CustomerService => "names-function-customer-service",
        Self::Loyalty => "names-function-loyalty",
        Self::Sales => "names-function-sales",
        Self::Distribution => "names-function-distribution",
        Self::Community => "names-function-community",
        Self::Advertising => "names-function-advertising",
        Self::Other(_) => "names-function-other",
    }
    Raci {
        Self::Responsible => "names-raci-responsible",
        Self::Consulted => "names-raci-consulted",
        Self::Informed => "names-raci-informed",
    }
    KpiEffect {
        Self::Serves => "names-kpi-serves",
        Self::PullsAgainst(_) => "names-kpi-pulls",
        Self::Unlinked => "names-kpi-unlinked",
    }
    SevenS {
        Self::Site => "names-seven-site",
        Self::Spread => "names-seven-spread",
        Self::Search => "names-seven-search",
        Self::Social => "names-seven-social",
        Self::Stickiness => "names-seven-stickiness",
        Self::Survey => "names-seven-survey",
        Self::Story => "names-seven-story",
    }
    Stage {
        Self::Awareness => "names-stage-awareness",
        Self::Preference => "names-stage-preference",
        Self::Search => "names-stage-search",
        Self::Conversion => "names-stage-conversion",
        Self::Loyalty => "names-stage-loyalty",
        Self::Belonging => "names-stage-belonging",
        Self::WinBack => "names-stage-win-back",
    }
    Circle {
        Self::Market => "names-circle-market",
        Self::PotentialMarket => "names-circle-potential",
        Self::Suspects => "names-circle-suspects",
        Self::Prospects => "names-circle-prospects",
        Self::Customers => "names-circle-customers",
        Self::CloseCustomers => "names-circle-close",
    }
    Score {
        Self::None => "names-score-none",
        Self::Quarter => "names-score-quarter",
        Self::Half => "names-score-half",
        Self::Full => "names-score-full",
        Self::NotApplicable => "names-score-not-applicable",
    }
    Curve {
        Self::Fixed { .. } => "names-curve-fixed",
        Self::Linear { .. } => "names-curve-linear",
        Self::Saturating { .. } => "names-curve-saturating",
        Self::TwoPoints { .. } => "names-curve-two-points",
        Self::SShaped { .. } => "names-curve-s-shaped",
        Self::Fitted { .. } => "names-curve-fitted",
    }
    OnSite {
        Self::Funnel => "names-step-funnel",
        Self::Follow => "names-step-follow",
    }
    Phase {
        Self::WarmUp => "names-phase-warm-up",
        Self::Ignition => "names-phase-ignition",
        Self::Spreading => "names-phase-spreading",
        Self::Climax => "names-phase-climax",
        Self::Fermentation => "names-phase-fermentation",
        Self::Close => "names-phase-close",
    }
    Severity {
        Self::Error => "common-error",
        Self::Warning => "common-warning",
        Self::Advice => "common-advice",
    }
    StepKind {
        Self::Funnel => "names-step-funnel",
        Self::Follow => "names-step-follow",
        Self::Share => "names-step-share",
    }
}

impl Task {
    /// The letter on the task's chip.
    #[must_use]
    pub const fn letter(self) -> &'static str {
        match self {
            Self::A => "A",
            Self::B => "B",
            Self::W => "W",
        }
    }
}

impl Raci {
    /// The letter of the part taken.
    #[must_use]
    pub const fn letter(self) -> &'static str {
        match self {
            Self::Responsible => "R",
            Self::Consulted => "C",
            Self::Informed => "I",
        }
    }
}

impl Score {
    /// The short sign of the answer: 0, ¼, ½, 1, or a dash.
    #[must_use]
    pub const fn sign(self) -> &'static str {
        match self {
            Self::None => "0",
            Self::Quarter => "¼",
            Self::Half => "½",
            Self::Full => "1",
            Self::NotApplicable => "–",
        }
    }
}

/// The name of a function: the method's, or the company's own.
#[must_use]
pub fn function_name(kind: &FunctionKind, words: &Words) -> String {
    match kind {
        FunctionKind::Other(name) if !name.trim().is_empty() => name.clone(),
        kind => kind.name(words),
    }
}

/// The name of a pyramid level, 1 (bottom) to 5 (top).
#[must_use]
pub fn level_name(level: u8, words: &Words) -> String {
    words.text(match level {
        1 => "names-level-1",
        2 => "names-level-2",
        3 => "names-level-3",
        4 => "names-level-4",
        5 => "names-level-5",
        _ => "names-level-other",
    })
}

/// The name of a calendar month, 1 to 12, in full.
#[must_use]
pub fn month_name(month: i8, words: &Words) -> String {
    words.text(match month {
        1 => "names-month-1",
        2 => "names-month-2",
        3 => "names-month-3",
        4 => "names-month-4",
        5 => "names-month-5",
        6 => "names-month-6",
        7 => "names-month-7",
        8 => "names-month-8",
        9 => "names-month-9",
        10 => "names-month-10",
        11 => "names-month-11",
        _ => "names-month-12",
    })
}

/// What an amount of a currency is called: 元 for CNY in Chinese, otherwise mostly its code.
#[must_use]
pub fn currency_name(code: &str, words: &Words) -> String {
    match code {
        "CNY" => words.text("names-currency-cny"),
        "USD" => words.text("names-currency-usd"),
        "EUR" => words.text("names-currency-eur"),
        "HKD" => words.text("names-currency-hkd"),
        "JPY" => words.text("names-currency-jpy"),
        code => code.to_owned(),
    }
}
