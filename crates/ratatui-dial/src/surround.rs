//! The block round a widget. Without the feature `block` there is none, and the widget has all of its area.

use ratatui_core::buffer::Buffer;
use ratatui_core::layout::Rect;

/// What surrounds a widget.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Surround<'a> {
    #[cfg(feature = "block")]
    block: Option<ratatui_widgets::block::Block<'a>>,
    #[cfg(not(feature = "block"))]
    block: std::marker::PhantomData<&'a ()>,
}

impl Surround<'_> {
    /// No block.
    pub(crate) const NONE: Self = Self {
        #[cfg(feature = "block")]
        block: None,
        #[cfg(not(feature = "block"))]
        block: std::marker::PhantomData,
    };
}

#[cfg(feature = "block")]
impl<'a> From<ratatui_widgets::block::Block<'a>> for Surround<'a> {
    fn from(block: ratatui_widgets::block::Block<'a>) -> Self {
        Self { block: Some(block) }
    }
}

#[cfg(feature = "block")]
impl Surround<'_> {
    /// What is left of `area` for the widget.
    pub(crate) fn inner(&self, area: Rect) -> Rect {
        self.block.as_ref().map_or(area, |block| block.inner(area))
    }

    /// Draws the block.
    pub(crate) fn render(&self, area: Rect, buffer: &mut Buffer) {
        if let Some(block) = &self.block {
            ratatui_core::widgets::Widget::render(block, area, buffer);
        }
    }
}

#[cfg(not(feature = "block"))]
impl Surround<'_> {
    /// All of `area` is for the widget.
    pub(crate) fn inner(&self, area: Rect) -> Rect {
        area
    }

    /// Draws nothing.
    pub(crate) fn render(&self, _: Rect, _: &mut Buffer) {}
}
