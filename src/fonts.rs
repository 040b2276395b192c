//! The program's own fonts, the same on every machine: for the window and for paper.

/// Noto Sans SC, regular: the characters of GBK.
pub const REGULAR: &[u8] = include_bytes!("../assets/fonts/NotoSansSC-Regular.ttf");

/// Noto Sans SC, semibold: the characters of GB2312. Rarer ones come from the regular file.
pub const SEMIBOLD: &[u8] = include_bytes!("../assets/fonts/NotoSansSC-SemiBold.ttf");
