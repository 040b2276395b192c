//! Where findings about months lead to.

use super::Desk;
use super::lines::Lines;
use super::proposal::Suggest;
use super::timing::Timing;
use crate::app::context::Cx;
use crate::app::widgets::grid::Cell;
use crate::calc::Section;
use crate::plan::Money;

/// Shows what a finding names.
pub(super) fn arrive(desk: &mut Desk<'_>, lines: &Lines) {
    let Some(place) = desk.cx.arrives_in(Section::Allocation).filter(|place| super::has(place)) else { return };
    desk.view.timing = None;
    match place.field {
        "months_suggestion" => desk.view.suggest = Some(Suggest::default()),
        "cash" => {
            let most = |month: &usize| lines.over(*month).unwrap_or(Money::ZERO);
            let month = (0..lines.months()).rev().max_by_key(most).unwrap_or(0);
            desk.view.grid.aim(Cell { row: lines.channels.len(), column: month });
        }
        "months" => {
            let Some(item) = &place.item else { return };
            desk.view.selected = Some(item.clone());
            if let Some(row) = lines.place_of(item) {
                let column = spent_while_off(desk.cx, lines, row).unwrap_or(lines.months());
                desk.view.grid.aim(Cell { row, column });
            }
        }
        _ => desk.view.timing = Some(Timing::at(place)),
    }
}

/// The first month in which a channel spends although it cannot run.
fn spent_while_off(cx: &Cx, lines: &Lines, place: usize) -> Option<usize> {
    let index = *lines.channels.get(place)?;
    let (channel, spends) = (cx.plan.allocation.channels.get(index)?, lines.spends.get(index)?);
    (0..lines.months()).find(|month| channel.schedule.is_off(*month) && spends[*month] > Money::ZERO)
}
