//! The table from the goal backwards, as one of the ways to close the gap would change it.

use super::backwards::{Backwards, Column, Origin, Way};

/// The table with one way taken.
#[derive(Clone, Debug, PartialEq)]
pub struct Outlook {
    /// The columns as they would be. Money is NaN where it is not known, and where the way does not say what it costs.
    pub columns: [(Origin, Column); 4],
    /// Which of them the way changes.
    pub changed: [bool; 4],
    /// All columns together.
    pub total: Column,
}

impl Backwards {
    /// The table if `way` were taken; without one, as it is now.
    #[must_use]
    pub fn with(&self, way: Option<&Way>) -> Outlook {
        let gap = self.needed_revenue - self.total.revenue;
        let mut outlook = Outlook { columns: self.columns, changed: [false; 4], total: self.total };
        if !self.money_known {
            let columns = outlook.columns.iter_mut().map(|(_, column)| column);
            columns.chain([&mut outlook.total]).for_each(|column| column.money = f64::NAN);
        }
        for (index, (origin, column)) in self.columns.iter().enumerate() {
            let more = way.map_or(NOTHING, |way| way.more(*origin, column, (gap, self.total.revenue)));
            outlook.changed[index] = more != NOTHING;
            outlook.columns[index].1 = plus(&outlook.columns[index].1, &more);
            outlook.total = plus(&outlook.total, &more);
        }
        outlook
    }
}

const NOTHING: Column = Column { revenue: 0.0, customers: 0.0, leads: 0.0, reached: 0.0, money: 0.0 };

fn plus(one: &Column, other: &Column) -> Column {
    Column {
        revenue: one.revenue + other.revenue,
        customers: one.customers + other.customers,
        leads: one.leads + other.leads,
        reached: one.reached + other.reached,
        money: one.money + other.money,
    }
}

impl Way {
    /// What the way adds to a column so that all together, `total` now, bring `gap` more.
    fn more(&self, origin: Origin, column: &Column, (gap, total): (f64, f64)) -> Column {
        match self {
            Self::Sharers { off_site, .. } if origin == Origin::OffSite => {
                // Rates stay as they are, so everything grows with revenue.
                let part = if off_site.revenue > 0.0 { gap / off_site.revenue } else { 0.0 };
                Column {
                    revenue: gap,
                    customers: off_site.customers * part,
                    leads: off_site.leads * part,
                    reached: off_site.reached * part,
                    money: off_site.money - column.money,
                }
            }
            Self::LeadRates { factor, needed: Some(_), .. } => {
                let part = factor - 1.0;
                // Followers sign without being leads first: on site grows by what the others leave.
                let revenue = if origin == Origin::OnSite {
                    gap - (total - column.revenue) * part
                } else {
                    column.revenue * part
                };
                Column {
                    revenue,
                    customers: column.value().map_or(0.0, |value| revenue / value),
                    leads: column.leads * part,
                    reached: 0.0,
                    money: 0.0,
                }
            }
            Self::Registrations { class, now, needed, .. } if origin == Origin::of(*class) => {
                let customers = column.value().map_or(0.0, |value| gap / value);
                let leads = column.close_rate().map_or(0.0, |rate| customers / rate);
                Column { revenue: gap, customers, leads, reached: needed - now, money: f64::NAN }
            }
            _ => NOTHING,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Money;
    use crate::plan::allocation::Class;

    fn table() -> Backwards {
        let column = |revenue, customers, leads, reached, money| Column { revenue, customers, leads, reached, money };
        let off_site = column(5_000.0, 5.0, 100.0, 1_000.0, 50.0);
        Backwards {
            needed_revenue: 12_000.0,
            columns: [
                (Origin::ClassA, column(4_000.0, 40.0, 400.0, 4_000.0, 700.0)),
                (Origin::ClassB, NOTHING),
                (Origin::OnSite, NOTHING),
                (Origin::OffSite, off_site),
            ],
            apart: Money::ZERO,
            total: column(9_000.0, 45.0, 500.0, 5_000.0, 900.0),
            money_known: true,
            ways: Vec::new(),
        }
    }

    #[test]
    fn every_way_reaches_what_is_needed() {
        let ways = [
            Way::LeadRates { factor: 4.0 / 3.0, now: 0.1, needed: Some(0.1 * 4.0 / 3.0), within_ranges: Some(true) },
            Way::Registrations { class: Class::A, now: 4_000.0, needed: 7_000.0, ceiling: 1e4 },
        ];
        for way in &ways {
            assert!((table().with(Some(way)).total.revenue - 12_000.0).abs() < 1e-6, "{way:?}");
        }
        let more = table().with(Some(&ways[1]));
        assert_eq!(more.changed, [true, false, false, false]);
        assert!((more.total.customers - 75.0).abs() < 1e-9 && (more.total.reached - 8_000.0).abs() < 1e-9);
        assert_eq!(table().with(None).total, table().total);
    }
}
