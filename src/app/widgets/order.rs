//! The order in which the Tab key goes through what takes the focus: that of reading, also where something is drawn from the right.
//!
//! egui goes in the order of drawing. What takes the focus is noted here as it is drawn ([`note`]), what is drawn against the
//! direction of reading is put right ([`from_left`], [`swap`]), and when Tab is pressed egui is told of all of it in this order,
//! before it is drawn.

use eframe::egui::{Context, Event, Id, Key, LayerId, Response, Ui};

#[derive(Clone, Copy, Debug)]
struct Entry {
    id: Id,
    layer: LayerId,
    left: f32,
}

/// What takes the focus: in the pass that is drawn, and in the one before.
#[derive(Clone, Debug, Default)]
struct Order {
    pass: u64,
    drawn: Vec<Entry>,
    before: Vec<Entry>,
}

/// Something was drawn that may take the focus.
pub fn note(response: &Response) {
    if response.sense.is_focusable() && response.enabled() {
        let entry = Entry { id: response.id, layer: response.layer_id, left: response.rect.left() };
        with(&response.ctx, |order| order.drawn.push(entry));
    }
}

/// Draws one row, in whatever order; the Tab key goes through it from the left.
pub fn from_left<R>(ui: &mut Ui, row: impl FnOnce(&mut Ui) -> R) -> R {
    let begin = place(ui);
    let inner = row(ui);
    with(ui, |order| order.drawn[begin..].sort_by(|one, other| one.left.total_cmp(&other.left)));
    inner
}

/// How many things were drawn so far.
#[must_use]
pub fn place(ctx: &Context) -> usize {
    with(ctx, |order| order.drawn.len())
}

/// What was drawn from `middle` on comes before what was drawn between `begin` and it.
pub fn swap(ctx: &Context, begin: usize, middle: usize) {
    with(ctx, |order| order.drawn[begin..].rotate_left(middle - begin));
}

/// Before a pass is drawn: where Tab was pressed, the focus goes on in this order.
pub fn follow(ctx: &Context) {
    let is_tab = |event: &Event| matches!(event, Event::Key { key: Key::Tab, pressed: true, .. });
    if !ctx.input(|input| input.events.iter().any(is_tab)) {
        return;
    }
    let entries = with(ctx, |order| order.before.clone());
    ctx.memory_mut(|memory| {
        let is_known = |id: Id| entries.iter().any(|entry| entry.id == id);
        if memory.focused().is_none_or(is_known) {
            for Entry { id, layer, .. } in entries {
                memory.interested_in_focus(id, layer);
            }
        }
    });
}

fn with<R>(ctx: &Context, use_it: impl FnOnce(&mut Order) -> R) -> R {
    let pass = ctx.cumulative_pass_nr();
    ctx.data_mut(|data| {
        let order = data.get_temp_mut_or_default::<Order>(Id::unique("order of the focus"));
        if order.pass != pass {
            order.pass = pass;
            order.before = std::mem::take(&mut order.drawn);
        }
        use_it(order)
    })
}
