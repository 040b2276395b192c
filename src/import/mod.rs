//! Reports of advertising platforms, read into what really happened. So far the steps that stand by themselves: bytes to
//! text, what columns are called, and their numbers.

pub mod columns;
pub mod number;
pub mod text;
