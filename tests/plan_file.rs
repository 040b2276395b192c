//! Plans on disk: what is written is read, and nothing is ever lost.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod common {
    pub mod plans;
}

use common::plans;
use proptest::prelude::*;
use ripple_planner::file::{read_text, write_text};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_plan_reads_back_as_it_was(plan in plans::plan()) {
        let text = write_text(&plan).unwrap();
        let read = read_text(&text).unwrap();
        prop_assert_eq!(&read, &plan);
        prop_assert_eq!(write_text(&read).unwrap(), text, "unchanged plans give the same bytes");
    }
}
