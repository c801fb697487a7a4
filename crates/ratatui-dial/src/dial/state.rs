//! What a dial keeps from one frame to the next: its value, and a drag that is under way.

/// The value of a dial, with what the mouse has to remember between its events.
///
/// ```
/// use ratatui::{buffer::Buffer, layout::Rect, widgets::StatefulWidget};
/// use ratatui_dial::{Dial, DialState, Scale};
///
/// let mut state = DialState::new(4);
/// let mut buffer = Buffer::empty(Rect::new(0, 0, 15, 7));
/// Dial::new(Scale::bipolar(-5, 5)).render(buffer.area, &mut buffer, &mut state);
/// assert_eq!(state.value(), 4);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct DialState {
    value: i32,
    #[cfg(feature = "crossterm")]
    pub(super) drag: Option<super::input::Drag>,
    #[cfg(feature = "crossterm")]
    pub(super) press: Option<super::input::Press>,
}

impl DialState {
    /// A dial at `value`.
    #[must_use]
    pub const fn new(value: i32) -> Self {
        Self {
            value,
            #[cfg(feature = "crossterm")]
            drag: None,
            #[cfg(feature = "crossterm")]
            press: None,
        }
    }

    /// The value. A dial draws it held within its scale.
    pub const fn value(&self) -> i32 {
        self.value
    }

    /// Sets the value. A drag that is under way goes on from where the pointer is.
    pub const fn set_value(&mut self, value: i32) {
        self.value = value;
    }

    /// Whether a drag is under way: the mouse's events then belong to this dial wherever the pointer is.
    #[cfg(feature = "crossterm")]
    pub const fn is_dragging(&self) -> bool {
        self.drag.is_some()
    }
}
