//! Opens the window; replaced by the command line.
fn main() {
    let plan = std::env::args_os().nth(1).map(Into::into);
    if let Err(error) = ripple_planner::app::run(plan) {
        eprintln!("error: {error}");
        std::process::exit(2);
    }
}
