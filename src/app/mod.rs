//! The window: theme, shared parts, tabs.

pub mod fonts;
pub mod icons;
pub mod theme;
pub mod widgets;
