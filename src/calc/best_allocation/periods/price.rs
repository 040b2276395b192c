//! One price is set to where its sum keeps its limits, all others standing still.

use super::dual::{Dual, Of};

/// Looks for one price.
const MOST_LOOKS: usize = 40;
/// No price is so many times as high as what all money wins on average: where that is not enough, nothing is.
const HIGHEST: f64 = 1e6;

impl Dual<'_> {
    /// Sets a price to where its sum keeps its limits: none where it does without.
    pub(super) fn balance(&mut self, of: Of, min: f64, max: f64) {
        let before = *self.price(of);
        let free = self.sum(of, 0.0);
        // A last digit needs no price.
        if free > max + close(max) {
            self.find(of, (max, 1.0), before);
        } else if free < min - close(min) {
            self.find(of, (min, -1.0), before);
        }
    }

    /// The price least from zero, of this sign, at which the sum is no more than the limit (no less, below zero).
    fn find(&mut self, of: Of, (limit, sign): (f64, f64), before: f64) {
        let excess = |sum: f64| (sum - limit) * sign;
        let usual = self.usual();
        let highest = HIGHEST * usual;
        let guess = if before * sign > 0.0 { before.abs().min(highest) } else { usual };
        let (mut low, mut low_excess) = (0.0, f64::NAN);
        let mut high = guess;
        let mut factor = 1.02;
        let mut high_excess = loop {
            let over = excess(self.sum(of, high * sign));
            if over <= 0.0 {
                break over;
            }
            if high >= highest {
                return;
            }
            (low, low_excess) = (high, over);
            high = (high * factor).min(highest);
            factor = (factor * factor).min(16.0);
        };
        if low <= 0.0 {
            // The guess was enough; perhaps a little less is.
            let less = high / 1.02;
            let over = excess(self.sum(of, less * sign));
            if over > 0.0 { (low, low_excess) = (less, over) } else { (high, high_excess) = (less, over) }
        }
        let close = close(limit);
        for look in 0..MOST_LOOKS {
            if high - low <= 1e-11 * high || high_excess >= -close {
                break;
            }
            let part = low_excess / (low_excess - high_excess);
            let between = low + (high - low) * part.clamp(0.01, 0.99);
            let middle = if low > 0.0 { (low * high).sqrt() } else { high / 8.0 };
            let next = if look % 3 != 2 && between.is_finite() { between } else { middle };
            let over = excess(self.sum(of, next * sign));
            if over > 0.0 { (low, low_excess) = (next, over) } else { (high, high_excess) = (next, over) }
        }
        self.sum(of, high * sign);
    }
}

/// A sum this near to its limit keeps it.
fn close(limit: f64) -> f64 {
    1e-10 * (1.0 + limit.abs())
}
