//! What rules need to know of a party.

/// What rules need to know of a party, in the order of the columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Needed {
    Weight,
    Percent,
    Amount,
    Benefit,
    Alone,
}

impl Needed {
    /// All of it.
    pub(super) const ALL: [Self; 5] = [Self::Weight, Self::Percent, Self::Amount, Self::Benefit, Self::Alone];

    /// The name of its field.
    pub(super) const fn field(self) -> &'static str {
        match self {
            Self::Weight => "weight",
            Self::Percent => "percent",
            Self::Amount => "amount",
            Self::Benefit => "benefit",
            Self::Alone => "alone",
        }
    }
}
