//! What the planner says when the plan is handed to the person who decides.

use serde::{Deserialize, Serialize};

use super::{Date, is_default};

/// What stands on the first page beside the plan itself; all of it may be left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Handover {
    /// Who is to read it and decide.
    #[serde(default, skip_serializing_if = "is_default")]
    pub to: String,
    /// The day by which a decision is needed.
    #[serde(default, skip_serializing_if = "is_default")]
    pub decide_by: Option<Date>,
    /// What to know before reading; may have several lines.
    #[serde(default, skip_serializing_if = "is_default")]
    pub remark: String,
}
