//! Which channel a campaign counts for: as somebody says, as an earlier import has it, or as its name says.

use std::collections::HashMap;

use crate::plan::actuals::Campaign;
use crate::plan::{Id, Plan};

/// What somebody says about a campaign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// It counts for a channel.
    Channel(Id),
    /// It is no part of this plan.
    LeftOut,
}

/// How it is known what a campaign counts for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// Somebody says so now.
    Said,
    /// An earlier import has it.
    Earlier,
    /// Its name names one channel: a suggestion.
    ByName,
    /// It is not known.
    Unknown,
}

/// Campaigns by name, and what is said about them.
pub type Mapping = [(String, Said)];

/// Where campaigns stand, by name and source; of several the first.
pub type Places<'a> = HashMap<(&'a str, &'a str), usize>;

/// Finds campaigns by name and source.
#[must_use]
pub fn places(campaigns: &[Campaign]) -> Places<'_> {
    let all = campaigns.iter().enumerate().rev();
    all.map(|(at, campaign)| ((campaign.name.as_str(), campaign.source.as_str()), at)).collect()
}

/// What a campaign counts for, and how that is known.
#[must_use]
pub fn place(plan: &Plan, mapping: &Mapping, name: &str, earlier: Option<&Campaign>) -> (Option<Said>, How) {
    if let Some((_, said)) = mapping.iter().rev().find(|(campaign, _)| campaign == name) {
        return (Some(said.clone()), How::Said);
    }
    if let Some(campaign) = earlier {
        let exists = |id: &&Id| plan.allocation.channels.iter().any(|channel| channel.id == **id);
        if campaign.left_out {
            return (Some(Said::LeftOut), How::Earlier);
        }
        if let Some(channel) = campaign.channel.as_ref().filter(exists) {
            return (Some(Said::Channel(channel.clone())), How::Earlier);
        }
    }
    match suggested(plan, name) {
        Some(channel) => (Some(Said::Channel(channel)), How::ByName),
        None => (None, How::Unknown),
    }
}

/// The one channel whose name or id stands in the campaign's name; of several the longest.
#[must_use]
pub fn suggested(plan: &Plan, campaign: &str) -> Option<Id> {
    let campaign = tokens(campaign);
    let mut found: Vec<(usize, &Id)> = Vec::new();
    for channel in &plan.allocation.channels {
        for name in [channel.name.as_str(), channel.id.as_str()] {
            let name = tokens(name);
            let length: usize = name.iter().map(|token| token.chars().count()).sum();
            if length > 1 && campaign.windows(name.len()).any(|window| window == name) {
                found.push((length, &channel.id));
            }
        }
    }
    let longest = found.iter().map(|(length, _)| *length).max()?;
    let mut best = found.into_iter().filter(|(length, _)| *length == longest).map(|(_, id)| id);
    let first = best.next()?;
    best.all(|other| other == first).then(|| first.clone())
}

/// Words in small letters; each Chinese character by itself.
fn tokens(text: &str) -> Vec<String> {
    let (mut found, mut joins) = (Vec::<String>::new(), false);
    for c in text.chars().flat_map(char::to_lowercase) {
        let is_letter = c.is_alphanumeric();
        let is_word = is_letter && (c as u32) < 0x2e80;
        match found.last_mut() {
            Some(word) if joins && is_word => word.push(c),
            _ if is_letter => found.push(c.to_string()),
            _ => {}
        }
        joins = is_word;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Channel, Period, Task};
    use std::sync::Arc;

    fn plan(channels: &[(&str, &str)]) -> Plan {
        let mut plan = Plan::blank("p", Period { start: jiff::civil::date(2026, 1, 1), months: 12 });
        let channels = channels.iter().map(|(id, name)| Channel::new(Id::new(id), (*name).to_owned(), Task::A));
        Arc::make_mut(&mut plan.allocation).channels = channels.collect();
        plan
    }

    #[test]
    fn a_name_that_says_so() {
        let plan = plan(&[("search", "Search advertising"), ("sem", "SEM"), ("zh", "百度推广"), ("social", "Social")]);
        let suggested = |name: &str| suggested(&plan, name).map(|id| id.to_string());
        assert_eq!(suggested("2026 Search Advertising – Brand").as_deref(), Some("search"));
        assert_eq!(suggested("sem_brand_2026").as_deref(), Some("sem"));
        assert_eq!(suggested("2026百度推广-品牌").as_deref(), Some("zh"));
        for other in ["Brand", "Semester offer", "百度", "SEM and social", ""] {
            let found = suggested(other);
            assert!(found.is_none() || other == "SEM and social", "{other}: {found:?}");
        }
        assert_eq!(suggested("SEM and social").as_deref(), Some("social"));
    }

    #[test]
    fn two_channels_of_one_name_are_no_answer() {
        let plan = plan(&[("a", "Social"), ("b", "Social")]);
        assert_eq!(suggested(&plan, "Social May"), None);
    }

    #[test]
    fn what_is_said_goes_before_what_was_said() {
        let plan = plan(&[("sem", "SEM"), ("seo", "SEO")]);
        let earlier = |channel: Option<&str>, left_out| Campaign {
            id: Id::new("c"),
            name: "SEM".into(),
            source: String::new(),
            channel: channel.map(Id::new),
            left_out,
            spans: Vec::new(),
        };
        let said = [("SEM".to_owned(), Said::LeftOut)];
        let channel = |id: &str| Some(Said::Channel(Id::new(id)));
        assert_eq!(place(&plan, &said, "SEM", Some(&earlier(Some("seo"), false))), (Some(Said::LeftOut), How::Said));
        assert_eq!(place(&plan, &[], "SEM", Some(&earlier(Some("seo"), false))), (channel("seo"), How::Earlier));
        assert_eq!(place(&plan, &[], "SEM", Some(&earlier(Some("gone"), false))), (channel("sem"), How::ByName));
        assert_eq!(place(&plan, &[], "SEM", Some(&earlier(None, true))), (Some(Said::LeftOut), How::Earlier));
        assert_eq!(place(&plan, &[], "Brand", None), (None, How::Unknown));
    }
}
