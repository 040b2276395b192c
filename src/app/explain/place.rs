//! Where a card stands: beside its number, never over it, nor over the field that is typed into.

use eframe::egui::{Pos2, Rect, Vec2, pos2, vec2};

/// From the number to its card.
const GAP: f32 = 4.0;

/// The place of a card of this size in the window. Without a number that is shown it stands in a corner.
pub fn place(window: Rect, number: Option<Rect>, field: Option<Rect>, size: Vec2) -> Pos2 {
    let keeps_clear = |at: &Pos2| {
        let card = Rect::from_min_size(*at, size);
        let clear_of = |other: Option<Rect>| other.is_none_or(|other| !other.expand(GAP / 2.0).intersects(card));
        window.contains_rect(card) && clear_of(number) && clear_of(field)
    };
    let beside = number.map(|number| beside(window, number, size)).unwrap_or_default();
    let far = window.max - size;
    let corners = [far, pos2(window.left(), far.y), pos2(far.x, window.top()), window.min];
    let bounded = |at: Pos2| at.min(far).max(window.min);
    beside.into_iter().chain(corners).find(keeps_clear).unwrap_or_else(|| bounded(far))
}

/// Below and above its number, then to its left and right. The edge away from the middle of the window stays flush with the number.
fn beside(window: Rect, number: Rect, size: Vec2) -> Vec<Pos2> {
    let at_right = number.center().x > window.center().x;
    let flush = if at_right { number.right() + GAP - size.x } else { number.left() - GAP };
    let x = flush.min(window.right() - size.x).max(window.left());
    let y = (number.center().y - size.y / 2.0).min(window.bottom() - size.y).max(window.top());
    let [left, right] = [number.left() - 2.0 * GAP - size.x, number.right() + 2.0 * GAP];
    let sides = if at_right { [left, right] } else { [right, left] };
    let vertical = [number.bottom() + GAP, number.top() - GAP - size.y].map(|y| pos2(x, y));
    vertical.into_iter().chain(sides.map(|x| pos2(x, y))).collect()
}

/// How tall a card may be above or below its number, or beside it.
pub fn room(window: Rect, number: Option<Rect>) -> f32 {
    let Some(number) = number else { return window.height() };
    let vertical = (window.bottom() - number.bottom()).max(number.top() - window.top()) - vec2(GAP, GAP).y;
    vertical.max(LEAST)
}

/// Where there is less room above and below a number its card stands beside it.
const LEAST: f32 = 400.0;

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_card_never_covers_its_number_nor_leaves_the_window(
            x in 150.0_f32..1_180.0, y in 50.0_f32..680.0, wide in 10.0_f32..90.0, tall in 150.0_f32..430.0,
        ) {
            let window = Rect::from_min_max(pos2(4.0, 4.0), pos2(1_276.0, 716.0));
            let number = Rect::from_min_size(pos2(x, y), vec2(wide, 17.0));
            let size = vec2(528.0, tall);
            let card = Rect::from_min_size(place(window, Some(number), None, size), size);
            prop_assert!(window.contains_rect(card) && !card.intersects(number), "{card:?} over {number:?}");
        }
    }

    #[test]
    fn a_card_gives_way_to_the_field_that_is_typed_into() {
        let window = Rect::from_min_max(pos2(0.0, 0.0), pos2(1_280.0, 720.0));
        let number = Rect::from_min_size(pos2(1_000.0, 300.0), vec2(50.0, 17.0));
        let size = vec2(528.0, 300.0);
        let below = Rect::from_min_size(place(window, Some(number), None, size), size);
        let field = Rect::from_center_size(below.center(), vec2(80.0, 28.0));
        let moved = Rect::from_min_size(place(window, Some(number), Some(field), size), size);
        assert!(!moved.intersects(field) && !moved.intersects(number));
    }
}
