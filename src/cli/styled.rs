//! Text for a terminal: colours that its own palette has, and lines broken at words. Where it goes elsewhere it is the text
//! alone, each paragraph in one line.

use crate::core::sanitise::clean;
use crate::ui::theme::Depth;
use crossterm::style::{ContentStyle, Stylize};
use std::io::{self, IsTerminal};

/// The widest line that is easy to read, in cells.
const WIDEST: u16 = 100;

/// How a paragraph looks on a terminal.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// As it is.
    Text,
    /// A title.
    Title,
    /// A value and what belongs to it.
    Value,
    /// What is beside the matter.
    Quiet,
}

/// Paragraphs one after the other.
#[derive(Default)]
pub struct Styled {
    paragraphs: Vec<(Look, String)>,
}

impl Styled {
    /// One more paragraph; the lines that a text has itself stay.
    pub fn push(&mut self, look: Look, text: &str) {
        self.paragraphs.push((look, text.to_owned()));
    }

    /// An empty line.
    pub fn blank(&mut self) {
        self.push(Look::Text, "");
    }

    /// The text alone.
    pub fn plain(&self) -> String {
        self.paragraphs
            .iter()
            .map(|(_, text)| format!("{text}\n"))
            .collect()
    }

    /// Bytes for the terminal that is standard output; nothing where that is none.
    pub fn on_terminal(&self, depth: Depth) -> Option<Vec<u8>> {
        if !io::stdout().is_terminal() {
            return None;
        }
        let (columns, _) = crossterm::terminal::size().ok()?;
        let width = usize::from(columns.clamp(1, WIDEST));
        Some(self.wrapped(width, depth != Depth::None).into_bytes())
    }

    fn wrapped(&self, width: usize, colours: bool) -> String {
        let mut out = String::new();
        for (look, text) in &self.paragraphs {
            for line in text.split('\n') {
                let line = clean(line);
                for line in textwrap::wrap(&line, width) {
                    match colours {
                        true => out.push_str(&look.style().apply(&*line).to_string()),
                        false => out.push_str(&line),
                    }
                    out.push('\n');
                }
            }
        }
        out
    }
}

impl Look {
    fn style(self) -> ContentStyle {
        let style = ContentStyle::new();
        match self {
            Self::Text => style,
            Self::Title => style.bold(),
            Self::Value => style.cyan(),
            Self::Quiet => style.dim(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_at_words_and_colours_are_left_out_where_there_are_none() {
        let mut styled = Styled::default();
        styled.push(Look::Title, "Vi optimerer styr\u{1b}ing");
        styled.blank();
        styled.push(Look::Text, "En tekst på\nto linjer");
        let wrapped = styled.wrapped(12, false);
        assert!(!wrapped.contains('\u{1b}'), "{wrapped:?}");
        assert!(
            wrapped.lines().all(|line| line.chars().count() <= 12),
            "{wrapped}"
        );
        assert!(wrapped.ends_with("\n\nEn tekst på\nto linjer\n"), "{wrapped}");
        assert!(styled.plain().ends_with("\n\nEn tekst på\nto linjer\n"));
    }
}
