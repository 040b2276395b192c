//! Why there is no allocation over periods at all: which sums clash, in currency units, with what is spent already.

use super::super::Clash;
use super::super::tolerance::above;
use super::grid::Grid;

/// What some cells need in any case, and the most they can get.
#[derive(Clone, Copy, Default)]
struct Between {
    least: f64,
    most: f64,
}

impl Grid<'_> {
    /// Compares the sums of limits; `budget` is the one that the grid was made for.
    ///
    /// # Errors
    /// Says which clash whatever is spent where.
    pub(super) fn check(&self, budget: f64) -> Result<(), Vec<Clash>> {
        let mut clashes: Vec<Clash> = (0..self.rows.len()).filter_map(|row| self.clash_of_row(row)).collect();
        let over = |period: &usize| above(self.kept.periods[*period], self.problem.most[*period]);
        clashes.extend((0..self.periods).filter(over).map(|period| Clash::Period {
            period,
            least: self.kept.periods[period],
            max: self.problem.most[period],
        }));
        let groups: Vec<Between> = (0..self.groups.len()).map(|group| self.of_group(group)).collect();
        // A channel that cannot be is no reason to say that its group cannot.
        if clashes.is_empty() {
            clashes.extend(
                (0..self.problem.whole.groups.len()).filter_map(|group| self.clash_of_group(group, groups[group])),
            );
        }
        let needed: f64 = groups.iter().zip(&self.groups).map(|(own, limits)| own.least.max(limits.min)).sum();
        if above(needed, self.budget) {
            clashes.push(Clash::Budget { least: self.kept.all + needed * self.unit, budget });
        }
        clashes.extend(self.clash_of_periods(needed));
        if clashes.is_empty() { Ok(()) } else { Err(clashes) }
    }

    /// What a channel needs or has is more than it may get, or lies between no steps.
    fn clash_of_row(&self, channel: usize) -> Option<Clash> {
        let (own, kept) = (self.problem.own_limits(channel), self.kept.rows[channel]);
        let limits = self.rows[channel].limits;
        let [min, max] = [own.min.max(kept), own.max.min(kept + self.room(channel) * self.unit)];
        match () {
            () if above(min, own.max) => Some(Clash::Channel { channel, min, max: own.max }),
            () if above(limits.min, limits.max) => Some(Clash::NoStep { channel, min: own.min, max: own.max }),
            () if above(limits.min, self.room(channel)) => Some(Clash::Channel { channel, min, max }),
            () => None,
        }
    }

    fn clash_of_group(&self, group: usize, own: Between) -> Option<Clash> {
        let (stated, limits, kept) = (self.problem.whole.groups[group], self.groups[group], self.kept.groups[group]);
        let amount = |steps: f64| kept + steps * self.unit;
        match () {
            () if above(own.least, limits.max) => {
                Some(Clash::GroupMax { group, least: amount(own.least), max: stated.max })
            }
            () if above(limits.min, own.most) => {
                Some(Clash::GroupMin { group, min: stated.min, most: amount(own.most) })
            }
            () if above(limits.min, limits.max) => {
                Some(Clash::GroupMax { group, least: amount(limits.min), max: stated.max })
            }
            () => None,
        }
    }

    /// All periods together leave less room than what must be spent in them.
    fn clash_of_periods(&self, needed: f64) -> Option<Clash> {
        let room: f64 = self.most.iter().map(|most| most.max(0.0)).sum();
        let fixed: f64 = self.kept.periods.iter().sum();
        let clash = || Clash::Periods { least: fixed + needed * self.unit, most: fixed + room * self.unit };
        above(needed, room).then(clash)
    }

    fn of_group(&self, group: usize) -> Between {
        let own = self.rows.iter().enumerate().filter(|(_, row)| row.group == group);
        own.fold(Between::default(), |sum, (number, row)| Between {
            least: sum.least + row.limits.min,
            most: sum.most + row.limits.max.min(self.room(number)).max(0.0),
        })
    }

    /// The most that the open cells of a channel can get, whatever the others do: by their own limits and those of periods.
    fn room(&self, row: usize) -> f64 {
        let cells = self.cells[self.row_cells(row)].iter().zip(&self.most);
        cells.filter(|(cell, _)| cell.fixed.is_none()).map(|(cell, most)| cell.own_high.min(*most).max(0.0)).sum()
    }
}
