//! The program's own fonts, the same on every machine: for the window and for paper.
//!
//! Statics, not constants: a constant of bytes stands in the program once for every part of it that is compiled alone, and is 10 MB.

/// Noto Sans SC, regular: the characters of GBK.
pub static REGULAR: &[u8] = include_bytes!("../assets/fonts/NotoSansSC-Regular.ttf");

/// Noto Sans SC, semibold: the characters of GB2312. Rarer ones come from the regular file.
pub static SEMIBOLD: &[u8] = include_bytes!("../assets/fonts/NotoSansSC-SemiBold.ttf");
