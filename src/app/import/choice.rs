//! What is chosen for campaigns.

use std::collections::HashMap;

use crate::plan::Id;

/// What a campaign is chosen to count for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// A channel of the plan.
    Channel(Id),
    /// A channel that was named in the dialog, by its place among those.
    New(usize),
    /// It is no part of the plan.
    LeftOut,
    /// That is decided later.
    Later,
}

/// What was chosen so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    /// The names of the channels that the plan is to get.
    pub new_channels: Vec<String>,
    /// By campaign and by who reports it.
    chosen: HashMap<String, HashMap<String, Choice>>,
}

impl Choices {
    /// What was chosen for a campaign, if anything.
    #[must_use]
    pub fn of(&self, campaign: &str, source: &str) -> Option<&Choice> {
        self.chosen.get(campaign)?.get(source)
    }

    /// Chooses for a campaign.
    pub fn choose(&mut self, campaign: &str, source: &str, choice: Choice) {
        self.chosen.entry(campaign.to_owned()).or_default().insert(source.to_owned(), choice);
    }

    /// A channel of this name that the plan is to get.
    pub fn new_channel(&mut self, name: &str) -> Choice {
        let place = self.new_channels.iter().position(|known| known == name).unwrap_or(self.new_channels.len());
        if place == self.new_channels.len() {
            self.new_channels.push(name.to_owned());
        }
        Choice::New(place)
    }
}
