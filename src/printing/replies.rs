//! Reads what `lp`, `lpstat` and `ipptool` say in the language C.

use super::Printer;

/// The names of all destinations (`lpstat -e`), each once.
pub(super) fn destinations(reply: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for name in reply.lines().map(str::trim).filter(|name| !name.is_empty()) {
        if !names.iter().any(|known| known == name) {
            names.push(name.to_owned());
        }
    }
    names
}

/// The default (`lpstat -d`), without the set of options behind a slash.
pub(super) fn default(reply: &str) -> Option<String> {
    let name = reply.lines().find_map(|line| line.strip_prefix("system default destination: "))?;
    name.trim().split('/').next().map(str::to_owned)
}

/// A printer of `lpstat -l -p`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Described {
    pub(super) name: String,
    pub(super) is_stopped: bool,
    /// What the printer says of itself; may be empty.
    pub(super) message: String,
    pub(super) description: String,
}

/// The printers of `lpstat -l -p`: a line `printer NAME is idle.…`, `now printing …` or `disabled since …`, below it,
/// indented, its message and then fields with a name.
pub(super) fn described(reply: &str) -> Vec<Described> {
    let mut printers: Vec<Described> = Vec::new();
    let mut before_fields = false;
    for line in reply.lines() {
        if let Some((name, how)) = line.strip_prefix("printer ").and_then(|line| line.split_once(' ')) {
            let is_stopped = how.starts_with("disabled");
            let (message, description) = (String::new(), String::new());
            printers.push(Described { name: name.to_owned(), is_stopped, message, description });
            before_fields = true;
            continue;
        }
        let (line, Some(printer)) = (line.trim(), printers.last_mut()) else { continue };
        if line.starts_with("Form mounted:") {
            before_fields = false;
        } else if before_fields {
            printer.message = join(&printer.message, line);
        } else if let Some(description) = line.strip_prefix("Description:") {
            description.trim().clone_into(&mut printer.description);
        }
    }
    printers
}

fn join(one: &str, next: &str) -> String {
    if one.is_empty() { next.to_owned() } else { format!("{one} {next}") }
}

/// The printers to choose from: those on this machine first, then those found around it.
pub(super) fn printers(described: &[Described], destinations: &[String], default: Option<&str>) -> Vec<Printer> {
    let known = described.iter().map(|printer| &printer.name);
    let found = destinations.iter().filter(|name| !described.iter().any(|printer| printer.name == **name));
    let printer = |name: &String| {
        let of = described.iter().find(|printer| printer.name == *name).map(|printer| printer.description.as_str());
        let description = of.filter(|description| !description.is_empty()).unwrap_or(name).to_owned();
        Printer { name: name.clone(), description, is_default: default == Some(name) }
    };
    known.chain(found).map(printer).collect()
}

/// The job's name in what `lp` says: `request id is office-12 (1 file(s))`.
pub(super) fn request(reply: &str) -> Option<String> {
    let is_id = |word: &&str| {
        word.rsplit_once('-')
            .is_some_and(|(queue, number)| !queue.is_empty() && !number.is_empty() && all_digits(number))
    };
    reply.split_whitespace().find(is_id).map(str::to_owned)
}

fn all_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

/// A job of `lpstat -l -o`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Listed {
    /// What the printer says about it; may be empty.
    pub(super) status: String,
    /// Keywords such as `job-printing`, after RFC 8011, 5.3.8.
    pub(super) reasons: Vec<String>,
}

/// A job in `lpstat -l -o`: a line that begins with its name, then indented lines of which `Status:` and `Alerts:` count.
pub(super) fn job(reply: &str, id: &str) -> Option<Listed> {
    let mut lines = reply.lines().skip_while(|line| line.split_whitespace().next() != Some(id));
    lines.next()?;
    let mut listed = Listed::default();
    for line in lines.take_while(|line| line.starts_with(char::is_whitespace)).map(str::trim) {
        if let Some(status) = line.strip_prefix("Status:") {
            status.trim().clone_into(&mut listed.status);
        } else if let Some(reasons) = line.strip_prefix("Alerts:") {
            listed.reasons = reasons.split_whitespace().map(str::to_owned).collect();
        }
    }
    Some(listed)
}

impl Listed {
    pub(super) fn has(&self, beginning: &str) -> bool {
        self.reasons.iter().any(|reason| reason.starts_with(beginning))
    }
}

/// The word behind `job-state (enum) = `, as `ipptool -tv` shows it.
pub(super) fn job_state(reply: &str) -> Option<String> {
    let state = reply.lines().find_map(|line| line.trim().strip_prefix("job-state (enum) = "))?;
    Some(state.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    // As CUPS 2.4.2 says it.
    const PRINTERS: &str = "printer good is idle.  enabled since Sat Nov 28 19:57:19 2026
\tForm mounted:
\tContent types: any
\tDescription: Office, second floor
\tAlerts: none
printer stopped disabled since Sat Nov 28 19:53:28 2026 -
\tpaper is out
\tForm mounted:
\tDescription: 
\tAlerts: paused
printer off now printing off-2.  enabled since Sat Nov 28 19:53:28 2026
\tThe printer may not exist or is unavailable at this time.
\tForm mounted:
\tDescription: off
";

    #[test]
    fn printers_have_what_they_say_and_are_called() {
        let read = described(PRINTERS);
        let shown: Vec<_> = read
            .iter()
            .map(|printer| {
                (printer.name.as_str(), printer.is_stopped, printer.message.as_str(), printer.description.as_str())
            })
            .collect();
        let unavailable = "The printer may not exist or is unavailable at this time.";
        let expected = [
            ("good", false, "", "Office, second floor"),
            ("stopped", true, "paper is out", ""),
            ("off", false, unavailable, "off"),
        ];
        assert_eq!(shown, expected);
        let destinations = destinations("found\ngood\noff\nstopped\n");
        let printers = printers(&read, &destinations, default("system default destination: off/draft\n").as_deref());
        let names: Vec<_> =
            printers.iter().map(|printer| (&*printer.name, &*printer.description, printer.is_default)).collect();
        let expected = [
            ("good", "Office, second floor", false),
            ("stopped", "stopped", false),
            ("off", "off", true),
            ("found", "found", false),
        ];
        assert_eq!(names, expected);
    }

    #[test]
    fn no_default_is_none() {
        assert_eq!(default("no system default destination\n"), None);
        assert_eq!(default(""), None);
    }

    #[test]
    fn a_job_is_found_by_its_whole_name() {
        let reply = "good-1                  root              1024   Sat Nov 28 19:53:28 2026
\tStatus: The printer is not responding.
\tAlerts: resources-are-not-ready printer-stopped
\tqueued for good
good-12                 root              1024   Sat Nov 28 19:53:31 2026
\tAlerts: job-hold-until-specified
\tqueued for good
";
        let first = job(reply, "good-1").unwrap();
        assert_eq!(first.status, "The printer is not responding.");
        assert_eq!(first.reasons, ["resources-are-not-ready", "printer-stopped"]);
        assert!(job(reply, "good-12").unwrap().has("job-hold"));
        assert_eq!(job(reply, "good-2"), None);
    }

    #[test]
    fn the_name_of_a_request_is_read_in_any_language() {
        assert_eq!(request("request id is my-office-12 (1 file(s))\n"), Some("my-office-12".to_owned()));
        assert_eq!(request("请求 ID 为 good-7（1 个文件） x-\n"), None, "it must stand alone");
        assert_eq!(request("nothing"), None);
    }

    #[test]
    fn the_state_of_a_job_is_read() {
        assert_eq!(job_state("    x\n        job-state (enum) = aborted\n"), Some("aborted".to_owned()));
        assert_eq!(job_state("job-state-reasons (keyword) = none"), None);
    }
}
