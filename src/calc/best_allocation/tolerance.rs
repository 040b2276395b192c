//! Comparing sums whose last digits are lost.

/// Clearly above, beyond lost digits.
pub(super) fn above(a: f64, b: f64) -> bool {
    a > b + 1e-12 * (a.abs() + b.abs()) + 1e-300
}
