//! Every colour of the two themes, and what each means.

use eframe::egui::{Color32, Stroke};

use crate::plan::Task;

/// What a piece of text or a mark means; the palette gives its colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Tone {
    /// Ordinary text.
    #[default]
    Plain,
    /// Second text.
    Weak,
    /// Neutral marks; never text.
    Faint,
    /// The one accent.
    Accent,
    /// A good state.
    Good,
    /// A warning.
    Warn,
    /// An error.
    Bad,
    /// A task; text in its ink.
    Task(Task),
}

/// Colours of one task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TaskColors {
    /// Bars and lines.
    pub mark: Color32,
    /// Text.
    pub ink: Color32,
    /// Background of its chip.
    pub soft: Color32,
}

/// Every colour of one theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Palette {
    /// Whether this is the dark theme.
    pub dark: bool,
    /// Rail, top bar, findings bar.
    pub bg: Color32,
    /// The page.
    pub panel: Color32,
    /// Fields, buttons, proposal panel.
    pub raised: Color32,
    /// Group rows of a table.
    pub zebra: Color32,
    /// Selected row.
    pub sel: Color32,
    /// Hairlines; decoration only.
    pub line: Color32,
    /// Small bars behind a number.
    pub bar: Color32,
    /// Text, present point, goal line.
    pub text: Color32,
    /// Second text, headings of columns, axes.
    pub weak: Color32,
    /// Selection, primary button, ripple, best point.
    pub accent: Color32,
    /// Good state, always with its icon.
    pub good: Color32,
    /// Warning, always with its icon.
    pub warn: Color32,
    /// Error, always with its icon.
    pub bad: Color32,
    /// Rule under a heading, axis line, outline.
    pub rule: Color32,
    /// Neutral bars, disabled icons; never text.
    pub faint: Color32,
    /// Background of an accent chip or chosen part.
    pub accent_soft: Color32,
    /// Background of a good chip.
    pub good_soft: Color32,
    /// Background of a warning chip.
    pub warn_soft: Color32,
    /// Background of an error chip.
    pub bad_soft: Color32,
    /// Text on the accent.
    pub on_accent: Color32,
    /// Task A.
    pub a: TaskColors,
    /// Task B.
    pub b: TaskColors,
    /// Task W.
    pub w: TaskColors,
}

const fn hex(rgb: u32) -> Color32 {
    let [_, r, g, b] = rgb.to_be_bytes();
    Color32::from_rgb(r, g, b)
}

const fn task_colors(mark: u32, ink: u32, soft: u32) -> TaskColors {
    TaskColors { mark: hex(mark), ink: hex(ink), soft: hex(soft) }
}

/// The light theme.
pub static LIGHT: Palette = Palette {
    dark: false,
    bg: hex(0x00F3_F2EC),
    panel: hex(0x00FD_FCFA),
    raised: hex(0x00FF_FFFF),
    zebra: hex(0x00F8_F7F2),
    sel: hex(0x00E6_F0F0),
    line: hex(0x00E2_DFD6),
    bar: hex(0x00A6_CDD0),
    text: hex(0x0016_222A),
    weak: hex(0x0055_626A),
    accent: hex(0x000B_6670),
    good: hex(0x001D_7344),
    warn: hex(0x0087_5700),
    bad: hex(0x00B3_261E),
    rule: hex(0x0085_8883),
    faint: hex(0x0078_838B),
    accent_soft: hex(0x00DC_ECEC),
    good_soft: hex(0x00E0_F1E5),
    warn_soft: hex(0x00FB_EFD2),
    bad_soft: hex(0x00FB_E5E1),
    on_accent: hex(0x00FF_FFFF),
    a: task_colors(0x0000_72B2, 0x0000_588A, 0x00DF_ECF5),
    b: task_colors(0x00C1_7200, 0x007D_4A00, 0x00FA_ECD3),
    w: task_colors(0x0000_895F, 0x0000_6244, 0x00DC_F1E8),
};

/// The dark theme.
pub static DARK: Palette = Palette {
    dark: true,
    bg: hex(0x000F_1518),
    panel: hex(0x0016_1D21),
    raised: hex(0x001F_282D),
    zebra: hex(0x001A_2226),
    sel: hex(0x001B_2E32),
    line: hex(0x002A_343A),
    bar: hex(0x002C_6062),
    text: hex(0x00E4_EAEB),
    weak: hex(0x009C_AAB1),
    accent: hex(0x0052_C5C0),
    good: hex(0x0063_C78D),
    warn: hex(0x00E7_B95C),
    bad: hex(0x00F2_8B80),
    rule: hex(0x006A_777E),
    faint: hex(0x006C_7A82),
    accent_soft: hex(0x0017_383A),
    good_soft: hex(0x0015_331F),
    warn_soft: hex(0x003A_2E13),
    bad_soft: hex(0x0040_211E),
    on_accent: hex(0x0006_201F),
    a: task_colors(0x0056_B0E6, 0x008C_CBF2, 0x0017_303F),
    b: task_colors(0x00E8_A33D, 0x00F2_C27C, 0x003B_2D14),
    w: task_colors(0x0035_B98C, 0x007F_DAB9, 0x0014_3529),
};

impl Palette {
    /// Colours of a task.
    #[must_use]
    pub const fn task(&self, task: Task) -> &TaskColors {
        match task {
            Task::A => &self.a,
            Task::B => &self.b,
            Task::W => &self.w,
        }
    }

    /// Colour of text of a tone.
    #[must_use]
    pub const fn ink(&self, tone: Tone) -> Color32 {
        match tone {
            Tone::Plain => self.text,
            Tone::Weak => self.weak,
            Tone::Faint => self.faint,
            Tone::Accent => self.accent,
            Tone::Good => self.good,
            Tone::Warn => self.warn,
            Tone::Bad => self.bad,
            Tone::Task(task) => self.task(task).ink,
        }
    }

    /// Colour of a mark (bar, line) of a tone.
    #[must_use]
    pub const fn mark(&self, tone: Tone) -> Color32 {
        match tone {
            Tone::Task(task) => self.task(task).mark,
            _ => self.ink(tone),
        }
    }

    /// Background of a chip of a tone.
    #[must_use]
    pub const fn soft(&self, tone: Tone) -> Color32 {
        match tone {
            Tone::Plain | Tone::Weak | Tone::Faint => self.bg,
            Tone::Accent => self.accent_soft,
            Tone::Good => self.good_soft,
            Tone::Warn => self.warn_soft,
            Tone::Bad => self.bad_soft,
            Tone::Task(task) => self.task(task).soft,
        }
    }

    /// A hairline.
    #[must_use]
    pub fn hairline(&self) -> Stroke {
        Stroke::new(1.0, self.line)
    }

    /// A rule: heavier than a hairline, below headings and above totals.
    #[must_use]
    pub fn rule_line(&self) -> Stroke {
        Stroke::new(1.0, self.rule)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn luminance(color: Color32) -> f64 {
        let linear = |byte: u8| {
            let c = f64::from(byte) / 255.0;
            if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(color.r()) + 0.7152 * linear(color.g()) + 0.0722 * linear(color.b())
    }

    fn contrast(one: Color32, other: Color32) -> f64 {
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    fn assert_on_grounds(palette: &Palette, color: Color32, least: f64) {
        for ground in [palette.panel, palette.bg, palette.raised, palette.sel] {
            let found = contrast(color, ground);
            assert!(found >= least, "{color:?} on {ground:?}: {found:.2} < {least}");
        }
    }

    #[test]
    fn text_can_be_read_on_every_ground() {
        for palette in [&LIGHT, &DARK] {
            for tone in [Tone::Plain, Tone::Weak, Tone::Accent, Tone::Good, Tone::Warn, Tone::Bad] {
                assert_on_grounds(palette, palette.ink(tone), 4.5);
            }
        }
    }

    #[test]
    fn marks_can_be_seen_on_every_ground() {
        for palette in [&LIGHT, &DARK] {
            for mark in [palette.rule, palette.faint, palette.a.mark, palette.b.mark, palette.w.mark] {
                assert_on_grounds(palette, mark, 3.0);
            }
        }
    }

    #[test]
    fn chips_and_primary_buttons_can_be_read() {
        for palette in [&LIGHT, &DARK] {
            let tones = [Tone::Good, Tone::Warn, Tone::Bad, Tone::Accent];
            for tone in tones.into_iter().chain(Task::ALL.map(Tone::Task)) {
                let found = contrast(palette.ink(tone), palette.soft(tone));
                assert!(found >= 4.5, "{tone:?}: {found:.2}");
            }
            assert!(contrast(palette.on_accent, palette.accent) >= 4.5);
        }
    }
}
