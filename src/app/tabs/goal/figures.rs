//! The five figures of the goal: typed, or derived from the others.

use eframe::egui::{self, Ui};

use crate::app::context::Cx;
use crate::app::editing::Editing;
use crate::app::widgets::{Edited, Field, parsed_field};
use crate::calc::goal::Figure;
use crate::calc::progress::Quantity;
use crate::plan::goal::Target;
use crate::plan::{Goal, Money};
use crate::words::parse::Problem;
use crate::words::typed::Entry;
use crate::words::{Language, number, parse};

/// One of the five figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Mobile-social customers.
    Customers,
    /// Revenue per customer.
    Value,
    /// Contributed revenue.
    Revenue,
    /// Contributed revenue as a share of total revenue.
    Share,
    /// Total revenue.
    Total,
}

/// What was typed into a figure's field.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Typed {
    /// Emptied.
    Nothing,
    /// A number or a fraction.
    Number(f64),
    /// Money.
    Amount(Money),
}

impl Typed {
    fn number(self) -> Option<f64> {
        if let Self::Number(number) = self { Some(number) } else { None }
    }

    fn amount(self) -> Option<Money> {
        if let Self::Amount(amount) = self { Some(amount) } else { None }
    }
}

/// How a figure looks.
pub struct Shown {
    /// Its text, empty where it is neither typed nor derived.
    pub text: String,
    /// Whether it is derived.
    pub derived: bool,
}

impl Kind {
    /// All five, in the order of the equation.
    pub const ALL: [Self; 5] = [Self::Customers, Self::Value, Self::Revenue, Self::Share, Self::Total];

    /// The egui id of its field in the equation, as findings name it. Revenue stands for the target as a whole.
    pub fn id(self) -> egui::Id {
        super::goal_field(match self {
            Self::Customers => "customers",
            Self::Value => "target_value",
            Self::Revenue => "target",
            Self::Share => "share",
            Self::Total => "target_total",
        })
    }

    /// What stands below its field.
    pub fn caption(self) -> &'static str {
        match self {
            Self::Customers => "goal-customers",
            Self::Value => "goal-value",
            Self::Revenue => "goal-revenue",
            Self::Share => "goal-share",
            Self::Total => "goal-total",
        }
    }

    /// What its field is called.
    pub fn field_name(self) -> &'static str {
        match self {
            Self::Customers => "goal-target-customers",
            Self::Value => "goal-target-value",
            Self::Revenue => "goal-target-revenue",
            Self::Share => "goal-target-share",
            Self::Total => "goal-target-total",
        }
    }

    fn step(self) -> &'static str {
        match self {
            Self::Customers => "goal-step-customers",
            Self::Value => "goal-step-value",
            Self::Revenue => "goal-step-revenue",
            Self::Share => "goal-step-share",
            Self::Total => "goal-step-total",
        }
    }

    /// Whether it is neither typed nor derived.
    pub fn is_missing(self, cx: &Cx) -> bool {
        let target = &cx.report.goal.target;
        match self {
            Self::Customers => target.customers.is_none(),
            Self::Value => target.value_per_customer.is_none(),
            Self::Revenue => target.revenue.is_none(),
            Self::Share => target.share.is_none(),
            Self::Total => target.total_revenue.is_none(),
        }
    }

    /// The figure as typed in this frame, or as last derived.
    pub fn shown(self, target: &Target, cx: &Cx) -> Shown {
        let derived = &cx.report.goal.target;
        match self {
            Self::Customers => pick(cx, target.customers, derived.customers, Quantity::Count),
            Self::Value => pick(cx, target.value_per_customer, derived.value_per_customer, Quantity::Amount),
            Self::Revenue => pick(cx, target.revenue, derived.revenue, Quantity::Amount),
            Self::Share => pick(cx, target.share, derived.share, Quantity::Share),
            Self::Total => pick(cx, target.total_revenue, derived.total_revenue, Quantity::Amount),
        }
    }

    /// What its fields hold.
    pub fn entry(self, cx: &Cx) -> Entry {
        match self {
            Self::Customers => Entry::COUNT,
            Self::Share => Entry::RATE,
            Self::Value | Self::Revenue | Self::Total => Entry::money(cx.currency()),
        }
    }

    /// Reads what is typed; nothing at all means that the figure is to be derived.
    pub fn read(self, text: &str, cx: &Cx) -> Result<Typed, String> {
        if text.trim().is_empty() {
            return Ok(Typed::Nothing);
        }
        let typed = match self {
            Self::Customers => parse::count(text).map(Typed::Number),
            Self::Share => parse::rate(text).map(Typed::Number),
            Self::Value | Self::Revenue | Self::Total => parse::money(text, cx.currency()).map(Typed::Amount),
        };
        typed.map_err(|problem| problem.say(cx.words))
    }

    /// Puts what was typed into the goal, as one named step.
    pub fn write(self, section: &mut Editing<'_, Goal>, cx: &Cx, typed: Typed) {
        section.change(cx.words.text(self.step()), |goal| {
            let target = &mut goal.target;
            match self {
                Self::Customers => target.customers = typed.number(),
                Self::Value => target.value_per_customer = typed.amount(),
                Self::Revenue => target.revenue = typed.amount(),
                Self::Share => target.share = typed.number(),
                Self::Total => target.total_revenue = typed.amount(),
            }
        });
    }
}

fn pick<T: Copy>(cx: &Cx, typed: Option<T>, derived: Option<Figure<T>>, quantity: fn(T) -> Quantity) -> Shown {
    let derived = derived.filter(|figure| figure.derived && typed.is_none()).map(|figure| figure.value);
    let text = typed.or(derived).map_or(String::new(), |value| typed_form(cx, quantity(value)));
    Shown { text, derived: derived.is_some() }
}

/// A quantity with all its digits, as it stands in a field.
fn typed_form(cx: &Cx, quantity: Quantity) -> String {
    match quantity {
        Quantity::Count(number) => number::trimmed(number, 2),
        Quantity::Amount(money) => number::amount(cx.currency(), money),
        Quantity::Share(share) => {
            let percent = number::trimmed(share * 100.0, 2);
            match cx.language() {
                Language::ZhCn => format!("{percent}%"),
                Language::En => format!("{percent}\u{a0}%"),
            }
        }
    }
}

/// A field whose value may be left out; the outer `Option` says whether something was typed.
pub fn optional<T>(
    ui: &mut Ui,
    field: Field<'_>,
    shown: &str,
    cx: &Cx,
    read: &dyn Fn(&str) -> Result<T, Problem>,
) -> Edited<Option<T>> {
    parsed_field(ui, field, shown, &|text| {
        if text.trim().is_empty() { Ok(None) } else { read(text).map(Some).map_err(|problem| problem.say(cx.words)) }
    })
}
