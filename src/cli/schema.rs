//! `schema`: the JSON Schema of what other commands read and write.

use schemars::JsonSchema;

use crate::report::formats::json;
use crate::report::summary::answer::AllocationAnswer;
use crate::report::summary::import::ImportAnswer;
use crate::report::summary::odds::OddsPart;
use crate::report::summary::proposals::ProposalsAnswer;
use crate::report::summary::rollup::RollupAnswer;
use crate::report::summary::scenarios::CompareAnswer;
use crate::report::versions::Versions;

use super::allocation::AllocationQuestion;
use super::arguments::Arguments;
use super::failure::Failure;
use super::fit::{FitAnswer, FitQuestion};
use super::ripple::{RippleAnswer, RippleQuestion};
use super::simulate::{SimulateAnswer, SimulateQuestion};
use super::split::{SplitAnswer, SplitQuestion};
use super::{Answer, Streams};

/// Prints the JSON Schema of what another command writes.
pub(super) fn run(arguments: Arguments, streams: &mut Streams) -> Result<Answer, Failure> {
    let given = arguments.read(&[])?;
    match given.only("summary")?.to_string_lossy().as_ref() {
        "summary" => streams.print(&json::schema()?)?,
        "allocation" => streams.print(&both_schemas::<AllocationQuestion, AllocationAnswer>()?)?,
        "proposals" => streams.print(&json::pretty(&schemars::schema_for!(ProposalsAnswer))?)?,
        "split" => streams.print(&both_schemas::<SplitQuestion, SplitAnswer>()?)?,
        "ripple" => streams.print(&both_schemas::<RippleQuestion, RippleAnswer>()?)?,
        "simulate" => streams.print(&simulate_schema()?)?,
        "fit" => streams.print(&both_schemas::<FitQuestion, FitAnswer>()?)?,
        "import" => streams.print(&json::pretty(&schemars::schema_for!(ImportAnswer))?)?,
        "compare" => streams.print(&json::pretty(&schemars::schema_for!(CompareAnswer))?)?,
        "rollup" => streams.print(&json::pretty(&schemars::schema_for!(RollupAnswer))?)?,
        "diff" => streams.print(&json::pretty(&schemars::schema_for!(Versions))?)?,
        other => {
            let allowed = "summary, allocation, proposals, split, ripple, simulate, fit, import, compare, rollup, diff";
            return Err(Failure::NotOneOf { value: other.to_owned(), allowed });
        }
    }
    Ok(Answer::Yes)
}

/// What a calculation reads and what it prints.
fn both_schemas<Question: JsonSchema, Answer: JsonSchema>() -> Result<String, serde_json::Error> {
    let both = serde_json::json!({
        "in": schemars::schema_for!(Question),
        "out": schemars::schema_for!(Answer),
    });
    json::pretty(&both)
}

/// What `solve simulate` reads and prints, and what `simulate PLAN` prints.
fn simulate_schema() -> Result<String, serde_json::Error> {
    let all = serde_json::json!({
        "in": schemars::schema_for!(SimulateQuestion),
        "out": schemars::schema_for!(SimulateAnswer),
        "plan": schemars::schema_for!(OddsPart),
    });
    json::pretty(&all)
}
