//! Colours of paper: those of the window's light theme, on white.

use crate::plan::Task;
use crate::report::document::drawing::Tone;

/// A colour of the paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Ink {
    /// Red, green and blue.
    pub rgb: [u8; 3],
}

impl Ink {
    /// Text, the present, heavy rules.
    pub const TEXT: Self = Self::hex(0x0016_222A);
    /// Second text, headings of columns, axes.
    pub const WEAK: Self = Self::hex(0x0055_626A);
    /// The one accent.
    pub const ACCENT: Self = Self::hex(0x000B_6670);
    /// A good state.
    pub const GOOD: Self = Self::hex(0x001D_7344);
    /// A state to look at.
    pub const WARN: Self = Self::hex(0x0087_5700);
    /// Rules under headings, axes.
    pub const RULE: Self = Self::hex(0x0085_8883);
    /// Hairlines.
    pub const LINE: Self = Self::hex(0x00E2_DFD6);
    /// Rows that head a group.
    pub const ZEBRA: Self = Self::hex(0x00F8_F7F2);
    /// Neutral marks.
    pub const FAINT: Self = Self::hex(0x0078_838B);
    /// The paper itself.
    pub const WHITE: Self = Self::hex(0x00FF_FFFF);

    /// The colour of a number such as `0x16222A`.
    #[must_use]
    pub const fn hex(rgb: u32) -> Self {
        let [_, r, g, b] = rgb.to_be_bytes();
        Self { rgb: [r, g, b] }
    }

    /// Bars and lines of a task.
    #[must_use]
    pub const fn task(task: Task) -> Self {
        match task {
            Task::A => Self::hex(0x0000_72B2),
            Task::B => Self::hex(0x00C1_7200),
            Task::W => Self::hex(0x0000_895F),
        }
    }

    /// Text of a task, and the ground of its letter.
    #[must_use]
    pub const fn task_letter(task: Task) -> (Self, Self) {
        match task {
            Task::A => (Self::hex(0x0000_588A), Self::hex(0x00DF_ECF5)),
            Task::B => (Self::hex(0x007D_4A00), Self::hex(0x00FA_ECD3)),
            Task::W => (Self::hex(0x0000_6244), Self::hex(0x00DC_F1E8)),
        }
    }

    /// The colour of a mark of a drawing.
    #[must_use]
    pub const fn tone(tone: Tone) -> Self {
        match tone {
            Tone::Plain => Self::TEXT,
            Tone::Muted => Self::FAINT,
            Tone::Accent => Self::ACCENT,
            Tone::Task(task) => Self::task(task),
        }
    }

    /// The grey that is as light to the eye (Rec. 709 weights).
    #[must_use]
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 255")]
    pub fn grey(self) -> Self {
        let [red, green, blue] = self.rgb.map(f32::from);
        let light = (0.2126 * red + 0.7152 * green + 0.0722 * blue).round() as u8;
        Self { rgb: [light; 3] }
    }

    /// The colour as it looks when only a share of it lies on white.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 255")]
    pub fn thinned(self, share: f32) -> Self {
        Self { rgb: self.rgb.map(|part| (255.0 - (255.0 - f32::from(part)) * share.clamp(0.0, 1.0)).round() as u8) }
    }
}
