//! What pulls apart: every KPI that does not serve the goal, why, and what would mend it.

use eframe::egui::{Id as EguiId, Ui};

use super::{Desk, TextOf, cell};
use crate::app::context::field_id;
use crate::app::icons;
use crate::app::theme::{self, Tone, size, space};
use crate::app::widgets::text::small;
use crate::app::widgets::{Column, Field, RowSpec, Table, page, section_with, text_field, weak};
use crate::calc::Section;
use crate::plan::team::{Function, Kpi, KpiEffect, Raci};
use crate::t;
use crate::words::names::Named;

impl Desk<'_, '_> {
    /// The rows below the grid.
    pub(super) fn apart(&mut self, ui: &mut Ui) {
        let now = self.team.now();
        let apart: Vec<(&Function, &Kpi)> = now
            .functions
            .iter()
            .flat_map(|function| function.kpis.iter().map(move |kpi| (function, kpi)))
            .filter(|(_, kpi)| kpi.effect != KpiEffect::Serves)
            .collect();
        section_with(ui, &self.text("team-apart"), "", |ui| self.legend(ui));
        if apart.is_empty() {
            ui.add_space(space::S);
            let says = if now.functions.iter().any(|function| !function.kpis.is_empty()) {
                "team-apart-none"
            } else {
                "team-apart-no-kpi"
            };
            weak(ui, &self.text(says));
            return;
        }
        let columns =
            [Column::fixed(14.0), Column::flex(0.5, 200.0), Column::flex(1.0, 250.0), Column::flex(0.4, 225.0).right()];
        let mut table = Table::new(ui, EguiId::unique("team_apart"), &columns).row_height(page::roomy(
            page::room_left(ui),
            apart.len(),
            36.0..=52.0,
        ));
        for (function, kpi) in apart {
            self.apart_row(ui, &mut table, function, kpi);
        }
    }

    fn apart_row(&mut self, ui: &mut Ui, table: &mut Table, function: &Function, kpi: &Kpi) {
        let title = self.apart_title(function, kpi);
        let row_id = EguiId::unique(("team_apart_row", kpi.id.as_str()));
        let palette = theme::palette(ui);
        table.row(ui, RowSpec::plain().id(row_id), |row| {
            let warns = matches!(kpi.effect, KpiEffect::PullsAgainst(_));
            row.cell(|ui| {
                if warns {
                    icons::show(ui, icons::WARN, 14.0, palette.warn)
                } else {
                    icons::show(ui, icons::ADVICE, 14.0, palette.accent)
                }
            });
            row.text(&title).on_hover_text(self.kpi_name(kpi));
            let fields: [TextOf<'_, Kpi>; 2] = [
                ("because", "team-because", &kpi.because, |kpi, text| kpi.because = text),
                ("remedy", "team-remedy", &kpi.remedy, |kpi, text| kpi.remedy = text),
            ];
            for (field, label, text, set) in fields {
                let id = field_id(Section::Team, Some(&kpi.id), field);
                let name = self.of(&self.text(label), &self.kpi_name(kpi));
                let remedy = field == "remedy";
                let hint = self.text(if remedy { "team-remedy-hint" } else { "team-because-hint" });
                let spec = Field::new(id, &name).bare().hint(&hint);
                let spec = if remedy { spec.right().tone(Tone::Accent) } else { spec.tone(Tone::Weak) };
                let edited = row.cell(|ui| text_field(ui, spec, text));
                if let Some(text) = edited.value {
                    self.change_kpi(kpi, |kpi| set(kpi, text));
                }
            }
        });
    }

    /// "Advertising pulls against content", "Loyalty serves nothing yet".
    fn apart_title(&self, function: &Function, kpi: &Kpi) -> String {
        let name = self.function(&function.id);
        let KpiEffect::PullsAgainst(other) = &kpi.effect else {
            return t!(self.cx.words, "team-apart-unlinked", function = &name);
        };
        t!(self.cx.words, "team-apart-pulls", function = &name, other = self.function_within(other))
    }

    /// A accountable, R responsible, C consulted, I informed; drawn from the right.
    fn legend(&self, ui: &mut Ui) {
        ui.spacing_mut().item_spacing.x = space::XS;
        for role in Raci::ALL.into_iter().rev() {
            small(ui, &role.name(self.cx.words).to_lowercase(), Tone::Weak);
            cell::letter(ui, role);
            ui.add_space(space::XS);
        }
        small(ui, &self.text("team-accountable").to_lowercase(), Tone::Weak);
        crate::app::widgets::text::label(ui, "A", theme::semibold(size::SMALL), Tone::Accent);
    }
}
