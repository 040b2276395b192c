//! The program `ripple-planner`: the window, and every calculation from the command line. See [`ripple_planner::cli`].

use std::process::ExitCode;

fn main() -> ExitCode {
    ripple_planner::cli::main()
}
