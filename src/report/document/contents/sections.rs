//! Goal, ripples, pyramid, team, topics, findings and assumptions.

use crate::calc::finding::{Severity, by_kind};
use crate::plan::goal::Measure;
use crate::t;
use crate::words::{Named, names, number};

use super::super::{Block, Cell, Column, Figure, Row, Table};
use super::{Write, count_cell, number_cell, optional, percent_cell, rounded_cell, trimmed_cell};
use crate::report::summary::figure::{Amount, Number};
use crate::report::summary::goal::Reach;
use crate::report::summary::odds::{InputUnit, MoverPart};
use crate::report::summary::{FindingPart, FunctionPart, LevelPart, RipplePart, TopicPart};

impl Write<'_> {
    /// Before, expected and goal, measure by measure.
    pub(super) fn goal(&self) -> Vec<Block> {
        let goal = &self.summary.goal;
        let text = |key: &str| self.words.text(key);
        let columns = vec![
            Column::words(text("report-measure")),
            Column::numbers(text("report-baseline")),
            Column::numbers(text("report-expected")),
            Column::numbers(text("report-goal")),
            Column::numbers(self.in_percent(&text("report-reached"))),
        ];
        // Whole units: what is expected is an estimate, and its cents would claim too much.
        let money = |reach: &Reach<Amount>| {
            [reach.baseline, reach.expected, reach.target].map(|amount| self.optional_money_cell(amount, 0))
        };
        let numbers = |reach: &Reach<Number>, cell: &dyn Fn(Number) -> Cell| {
            [reach.baseline, reach.expected, reach.target].map(|value| optional(value, cell))
        };
        let row = |name: String, values: [Cell; 3], attainment: Option<Number>| {
            let mut cells = vec![Cell::text(name)];
            cells.extend(values);
            cells.push(optional(attainment, |share| percent_cell(share, 1)));
            Row::item(cells)
        };
        let customers = numbers(&goal.customers, &count_cell);
        let share = numbers(&goal.share, &|share| percent_cell(share, 1));
        let rows = vec![
            row(text("names-measure-customers"), customers, goal.customers.attainment),
            row(
                self.in_unit(&text("report-value")),
                money(&goal.value_per_customer),
                goal.value_per_customer.attainment,
            ),
            row(self.in_unit(&text("names-measure-revenue")), money(&goal.revenue), goal.revenue.attainment),
            row(self.in_unit(&text("report-total-revenue")), money(&goal.total_revenue), goal.total_revenue.attainment),
            row(self.in_percent(&text("names-measure-share")), share, goal.share.attainment),
        ];
        let table = Block::Table(Table { columns, rows, ..Table::default() });
        let drawn = self.month_by_month().map(Block::Drawing);
        let figures = self.goal_figures().map(Block::Figures);
        [self.heading("report-goal-heading")].into_iter().chain(figures).chain([table]).chain(drawn).collect()
    }

    /// What is wanted, expected and missing of the headline measure, and how likely it is; nothing without a goal.
    fn goal_figures(&self) -> Option<Vec<Figure>> {
        let goal = &self.summary.goal;
        let reached = goal.attainment?.0;
        let text = |key: &str| self.words.text(key);
        let [wanted, expected, missing] = match goal.headline.0 {
            Measure::Customers => {
                let [wanted, expected] = [goal.customers.target?.0, goal.customers.expected?.0];
                let short = number::rounded(wanted, 0) - number::rounded(expected, 0);
                let missing = rounded_cell(Number(wanted - expected), short, 0);
                [count_cell(Number(wanted)), count_cell(Number(expected)), missing]
            }
            Measure::Revenue => [goal.revenue.target?, goal.revenue.expected?, goal.missing_revenue?]
                .map(|amount| self.money_cell(amount, 0)),
            Measure::Share => {
                let [wanted, expected] = [goal.share.target?.0, goal.share.expected?.0];
                [wanted, expected, wanted - expected].map(|share| percent_cell(Number(share), 1))
            }
        };
        let of_goal = |share: f64| {
            let percent = number::percent(self.language(), share, 0);
            t!(self.words, "report-of-goal", percent = percent)
        };
        let measure = self.measure_with_unit(goal.headline.0);
        let figure = |label: String, value: Cell, remark: String| Figure { label, value, remark, pyramid: None };
        let mut figures = vec![
            figure(t!(self.words, "report-goal-of", measure = measure), wanted, String::new()),
            figure(text("report-expected"), expected, of_goal(reached)),
            figure(text("goal-missing"), missing, of_goal((1.0 - reached).max(0.0))),
        ];
        if let Some((odds, chance)) = self.headline_chance() {
            let draws = number::count(f64::from(odds.draws), 0);
            let percent = Cell::text(number::chance(self.words, chance.value.0));
            figures.push(figure(text("report-likely"), percent, t!(self.words, "odds-subtitle-drawn", draws = draws)));
        }
        Some(figures)
    }

    /// Funnel, follow, share and their return.
    pub(super) fn ripple(&self, ripple: &RipplePart) -> Vec<Block> {
        let decimals = self.decimals(ripple.steps.iter().flat_map(|step| [&step.cost, &step.revenue]));
        let text = |key: &str| self.words.text(key);
        let columns = vec![
            Column::words(text("report-step")),
            Column::numbers(self.in_unit(&text("report-cost"))),
            Column::numbers(text("report-people")),
            Column::numbers(text("common-customers")),
            Column::numbers(self.in_unit(&text("common-revenue"))),
            Column::numbers(text("report-roi")),
        ];
        let rows = ripple.steps.iter().map(|step| {
            Row::item(vec![
                Cell::text(step.name.0.name(self.words)),
                self.money_cell(step.cost, decimals),
                number_cell(step.people, 0),
                count_cell(step.customers),
                self.money_cell(step.revenue, decimals),
                optional(step.roi, |roi| Cell::number(number::roi(roi.0), roi.0)),
            ])
        });
        let table = Table { columns, rows: rows.collect(), ..Table::default() };
        let heading = Block::Heading(self.dated("report-ripple", &ripple.name, ripple.date));
        let passing_on = ripple.passing_on.clone().map(Block::Paragraph);
        let told: Vec<Block> = std::iter::once(Block::Table(table)).chain(passing_on).collect();
        match self.drawn_ripple(ripple) {
            Some(drawn) => vec![heading, Block::Beside(told, vec![Block::Drawing(drawn)])],
            None => std::iter::once(heading).chain(told).collect(),
        }
    }

    /// The heading of something with a name and perhaps a day.
    pub(super) fn dated(&self, key: &'static str, name: &str, date: Option<crate::plan::Date>) -> String {
        let name = t!(self.words, key, name = name);
        match date {
            Some(date) => t!(self.words, "report-dated", name = name, date = number::date(self.words, date)),
            None => name,
        }
    }

    /// Scores, the reached level, what blocks the next.
    pub(super) fn pyramid(&self) -> Vec<Block> {
        let pyramid = &self.summary.pyramid;
        let Some(mean) = pyramid.mean else { return Vec::new() };
        let mut sentences = vec![t!(
            self.words,
            "report-pyramid",
            level = u32::from(pyramid.reached),
            mean = number::count(mean.0, 2),
            threshold = number::count(pyramid.threshold.0, 2),
        )];
        let (answered, asked) =
            pyramid.levels.iter().fold((0, 0), |(some, all), level| (some + level.answered, all + level.criteria));
        sentences.extend((answered < asked).then(|| {
            t!(self.words, "report-pyramid-open", answered = answered.to_string(), count = asked.to_string())
        }));
        sentences.extend(pyramid.blocker.as_deref().map(|name| t!(self.words, "report-blocker", name = name)));
        if let (Some(step), Some(cost)) = (&pyramid.next_step, pyramid.next_step_cost) {
            sentences.push(t!(self.words, "report-next-step", name = step, cost = self.money_named(Some(cost))));
        }
        let text = |key: &str| self.words.text(key);
        let columns = vec![
            Column::words(text("report-level")),
            Column::numbers(text("report-score")),
            Column::words(text("report-holds")),
        ];
        let row = |level: &LevelPart| {
            let name = format!("{} {}", level.level, names::level_name(level.level, self.words));
            let holds = if (1..level.criteria).contains(&level.answered) {
                let (answered, count) = (level.answered.to_string(), level.criteria.to_string());
                t!(self.words, "pyramid-criteria-open", answered = answered, count = count)
            } else {
                text(if level.holds { "report-yes" } else { "report-no" })
            };
            Row::item(vec![Cell::text(name), optional(level.score, |score| number_cell(score, 2)), Cell::text(holds)])
        };
        let rows = pyramid.levels.iter().rev().map(row).collect();
        let table = Block::Table(Table { columns, rows, ..Table::default() });
        let drawn = vec![Block::Drawing(self.drawn_pyramid())];
        vec![self.heading("report-pyramid-heading"), Block::Beside(drawn, vec![table, Block::List(sentences)])]
    }

    /// The level that is reached, with the pyramid before it; nothing where it is not assessed.
    pub(super) fn level_figure(&self) -> Option<Figure> {
        let pyramid = &self.summary.pyramid;
        pyramid.mean?;
        let (level, all) = (pyramid.reached.to_string(), pyramid.levels.len().to_string());
        Some(Figure {
            label: self.words.text("report-pyramid-level"),
            value: Cell::Number { shown: level.clone(), data: level },
            remark: t!(self.words, "report-pyramid-of", count = all),
            pyramid: Some(self.pyramid_shape()),
        })
    }

    /// Who answers for the goal, who does what.
    pub(super) fn team(&self) -> Vec<Block> {
        let team = &self.summary.team;
        if team.functions.iter().all(|function| function.responsible.is_empty()) && team.owner.is_none() {
            return Vec::new();
        }
        let owner = match &team.owner {
            Some(owner) => t!(self.words, "report-accountable", name = owner),
            None => self.words.text("findings-no-accountable"),
        };
        let text = |key: &str| self.words.text(key);
        let columns = ["report-function", "names-raci-responsible", "report-kpi", "report-serves"];
        let row = |function: &FunctionPart| {
            let serves = function.serves_goal.map(|serves| if serves { "report-yes" } else { "report-no" });
            Row::item(vec![
                Cell::text(&*function.name),
                Cell::text(if function.responsible.is_empty() {
                    text("report-nobody")
                } else {
                    function.responsible.join(&text("report-comma"))
                }),
                Cell::text(function.kpi.clone().unwrap_or_default()),
                Cell::text(serves.map(text).unwrap_or_default()),
            ])
        };
        let columns = columns.map(|key| Column::words(text(key))).into();
        let table = Table { columns, rows: team.functions.iter().map(row).collect(), ..Table::default() };
        vec![self.heading("report-team-heading"), Block::Paragraph(owner), Block::Table(table)]
    }

    /// Topics and the events they carry.
    pub(super) fn topics(&self) -> Vec<Block> {
        if self.summary.topics.is_empty() {
            return Vec::new();
        }
        let text = |key: &str| self.words.text(key);
        let columns = vec![
            Column::words(text("report-topic")),
            Column::words(text("common-owner")),
            Column::words(text("report-peak-day")),
            Column::numbers(text("report-peak")),
            Column::words(text("report-carries")),
            Column::numbers(self.in_percent(&text("report-attention"))),
        ];
        let row = |topic: &TopicPart| {
            Row::item(vec![
                Cell::text(&*topic.name),
                Cell::text(topic.owner.clone().unwrap_or_default()),
                topic.peak_day.map_or(Cell::Empty, |day| Cell::text(number::date_iso(day))),
                number_cell(topic.peak, 0),
                Cell::text(topic.event.clone().unwrap_or_default()),
                optional(topic.attention_share, |share| percent_cell(share, 0)),
            ])
        };
        let rows = self.summary.topics.iter().map(row).collect();
        let table = Block::Table(Table { columns, rows, ..Table::default() });
        let drawn = self.calendar().map(Block::Drawing);
        [self.heading("report-topics-heading")].into_iter().chain(drawn).chain([table]).collect()
    }

    /// What to mend, worst first.
    pub(super) fn findings(&self) -> Vec<Block> {
        let findings = &self.summary.findings;
        if findings.is_empty() {
            return vec![
                self.heading("report-findings-heading"),
                Block::Paragraph(self.words.text("report-no-findings")),
            ];
        }
        let count = |severity| findings.iter().filter(|finding| finding.severity.0 == severity).count();
        let counts = t!(
            self.words,
            "report-findings-counts",
            errors = count(Severity::Error),
            warnings = count(Severity::Warning),
            advice = count(Severity::Advice),
        );
        let kinds = by_kind(findings, |finding| finding.code);
        let list = Block::List(kinds.iter().map(|kind| self.kind_of_finding(kind)).collect());
        vec![self.heading("report-findings-heading"), Block::Paragraph(counts), list]
    }

    /// Findings of one kind: the first in words, and how many are like it.
    fn kind_of_finding(&self, kind: &[&FindingPart]) -> String {
        let Some(first) = kind.first() else { return String::new() };
        let others = kind.len() - 1;
        let alike =
            (others > 0).then(|| t!(self.words, "window-finding-alike", finding = first.message.as_str(), n = others));
        t!(
            self.words,
            "report-finding",
            severity = first.severity.0.name(self.words),
            message = alike.as_deref().unwrap_or(&first.message),
            remedy = first.remedy.as_str(),
        )
    }

    /// Where the numbers come from: guesses with their ranges, and the note.
    pub(super) fn assumptions(&self) -> Vec<Block> {
        let note = &self.summary.plan.note;
        let likely = Block::Paragraph(self.words.text("report-likely-values"));
        let mut blocks = vec![self.heading("report-assumptions-heading"), likely];
        blocks.extend(self.guesses().map(Block::Table));
        blocks.extend((!note.is_empty()).then(|| Block::Paragraph(note.clone())));
        blocks
    }

    /// Every estimate with a range that the odds drew, those that move the goal most first.
    fn guesses(&self) -> Option<Table> {
        let odds = self.summary.odds.as_ref().filter(|odds| !odds.tornado.is_empty())?;
        let text = |key: &str| self.words.text(key);
        let columns = vec![
            Column::words(text("report-estimate")),
            Column::words(text("report-unit")),
            Column::numbers(text("report-likely-value")),
            Column::numbers(text("report-range-low")),
            Column::numbers(text("report-range-high")),
        ];
        let row = |mover: &MoverPart| {
            let values = [mover.likely, mover.low, mover.high];
            let percent = |rate: Number| trimmed_cell(Number(rate.0 * 100.0), 2);
            let (unit, values) = match mover.unit {
                InputUnit::Rate => ("%".to_owned(), values.map(percent)),
                InputUnit::OfCurve => (text("report-of-curve"), values.map(percent)),
                InputUnit::Money => (self.unit(), values.map(|amount| trimmed_cell(amount, 2))),
                InputUnit::Count => (String::new(), values.map(|count| trimmed_cell(count, 2))),
            };
            Row::item([Cell::text(&*mover.name), Cell::text(unit)].into_iter().chain(values).collect())
        };
        Some(Table { columns, rows: odds.tornado.iter().map(row).collect(), in_halves: true, ..Table::default() })
    }
}
