//! Content: the 7S and the customer loop.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::pyramid::Score;
use super::{Date, Id, is_default};

/// State of the 7S and of the customer loop.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Content {
    /// The 7S, each at most once; one that is missing has not begun.
    #[serde(default, skip_serializing_if = "is_default")]
    pub seven_s: Vec<SevenSState>,
    /// How far each stage of the loop happens online and offline.
    #[serde(default, skip_serializing_if = "is_default")]
    pub stages: BTreeMap<Stage, StageWeights>,
    /// How many people stand in each circle.
    #[serde(default, skip_serializing_if = "is_default")]
    pub circles: BTreeMap<Circle, f64>,
}

impl Content {
    /// The weights of a stage: the plan's own, otherwise the method's.
    #[must_use]
    pub fn weights(&self, stage: Stage) -> StageWeights {
        self.stages.get(&stage).copied().unwrap_or_else(|| stage.usual_weights())
    }
}

/// The 7S of content marketing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum SevenS {
    /// The place people come back to 官方站点.
    Site,
    /// Keep publishing topics 发布.
    Spread,
    /// Be found 可搜索.
    Search,
    /// Interactive spreading 社会化.
    Social,
    /// Keep them 忠诚度.
    Stickiness,
    /// What the spreading achieved 监测.
    Survey,
    /// Something to tell 故事.
    Story,
}

impl SevenS {
    /// All seven, in the method's order.
    pub const ALL: [Self; 7] =
        [Self::Site, Self::Spread, Self::Search, Self::Social, Self::Stickiness, Self::Survey, Self::Story];
}

/// State of one of the 7S.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SevenSState {
    /// Which one.
    pub kind: SevenS,
    /// How far it is.
    #[serde(default)]
    pub state: Score,
    /// Who owns it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub owner: Option<Id>,
    /// What comes next.
    #[serde(default, skip_serializing_if = "is_default")]
    pub next_step: String,
    /// By when.
    #[serde(default, skip_serializing_if = "is_default")]
    pub due: Option<Date>,
}

/// The seven stages of the customer loop.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Stage {
    /// 认知.
    Awareness,
    /// 偏好.
    Preference,
    /// 搜索涉入.
    Search,
    /// 转换.
    Conversion,
    /// 忠诚分享.
    Loyalty,
    /// 归属.
    Belonging,
    /// 赢回.
    WinBack,
}

impl Stage {
    /// All stages, in the loop's order.
    pub const ALL: [Self; 7] = [
        Self::Awareness,
        Self::Preference,
        Self::Search,
        Self::Conversion,
        Self::Loyalty,
        Self::Belonging,
        Self::WinBack,
    ];

    /// Where the method sees the stage happen.
    #[must_use]
    pub fn usual_weights(self) -> StageWeights {
        match self {
            Self::Awareness | Self::Preference | Self::Search => StageWeights { online: 1.0, offline: 0.0 },
            Self::Conversion => StageWeights { online: 0.0, offline: 1.0 },
            Self::Loyalty | Self::Belonging | Self::WinBack => StageWeights { online: 0.5, offline: 0.5 },
        }
    }
}

/// How far a stage happens online and offline; only the ratio counts.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StageWeights {
    /// Online, at least 0.
    pub online: f64,
    /// Offline, at least 0.
    pub offline: f64,
}

/// The six circles of people, outside in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Circle {
    /// 大的市场.
    Market,
    /// 潜在市场.
    PotentialMarket,
    /// 疑似潜客.
    Suspects,
    /// 潜客(销售机会).
    Prospects,
    /// 客户.
    Customers,
    /// 紧密联系的客户.
    CloseCustomers,
}

impl Circle {
    /// All circles, outside in.
    pub const ALL: [Self; 6] =
        [Self::Market, Self::PotentialMarket, Self::Suspects, Self::Prospects, Self::Customers, Self::CloseCustomers];
}
