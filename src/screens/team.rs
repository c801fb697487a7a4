//! What is known of colleagues: what was last read, whom the team screen looks at and in which order. Owns the data alone.

use crate::core::team::{Filter, Order, Team, View};

/// Everything that is known of the team.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TeamState {
    /// The team as it was last read; nothing where it was not yet.
    pub team: Option<Team>,
    /// The team as it is shown.
    pub view: View,
    /// Whom to look at.
    pub filter: Filter,
    /// The order of the marks.
    pub order: Order,
    /// Whether names, units and files stay at home.
    pub hide_names: bool,
    /// The profiles are being read.
    pub is_reading: bool,
    /// Changes show by themselves.
    pub is_watched: bool,
}

/// The orders, as the arrows go through them.
pub const ORDERS: [Order; 3] = [Order::Spread, Order::Fields, Order::Movement];

impl TeamState {
    /// Which of the orders it is, counted from 0.
    pub fn order_at(&self) -> usize {
        ORDERS.iter().position(|order| *order == self.order).unwrap_or(0)
    }
}
