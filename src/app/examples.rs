//! Plans to learn from, read and calculated once.

use std::cell::OnceCell;

use crate::calc::{self, Report};
use crate::file::{ReadError, examples, read_text};
use crate::plan::Plan;
use crate::words::Language;

/// The worked case in each language.
#[derive(Debug, Default)]
pub struct Examples {
    en: OnceCell<Result<Example, ReadError>>,
    zh_cn: OnceCell<Result<Example, ReadError>>,
}

/// A plan to learn from, and what it means.
#[derive(Debug)]
pub struct Example {
    /// The plan.
    pub plan: Plan,
    /// Its report.
    pub report: Report,
}

impl Examples {
    /// The worked case.
    ///
    /// # Errors
    ///
    /// If its text is no plan, which the tests rule out for the one that comes with the program.
    pub fn worked_case(&self, language: Language) -> Result<&Example, &ReadError> {
        let kept = match language {
            Language::En => &self.en,
            Language::ZhCn => &self.zh_cn,
        };
        kept.get_or_init(|| Example::of(examples::worked_case(language))).as_ref()
    }
}

impl Example {
    fn of(text: &str) -> Result<Self, ReadError> {
        let plan = read_text(text)?;
        let report = calc::report(&plan);
        Ok(Self { plan, report })
    }
}
