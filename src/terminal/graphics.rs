//! Whether the terminal draws pictures, by which protocol, and how large its cells are. Owns the questions, what the
//! answers mean, and what the reader's choice makes of them; the pictures are `ratatui_dial`'s.
//!
//! It is asked once, with the first frame, which waits for no answer: one that never comes leaves the dials in cells, and
//! a late one is taken on. A terminal within another (tmux, screen) is never asked.

use crate::ui::theme::{Depth, Glyphs, Pictures};
use ratatui_dial::{CellSize, Graphics, Protocol};

/// Asks for the size of a cell in pixels (xterm, "Window manipulation").
const CELL: &[u8] = b"\x1b[16t";
/// Asks for the primary device attributes (VT220). Every terminal answers it, and after what came before.
const ATTRIBUTES: &[u8] = b"\x1b[c";
/// Asks whether kitty's graphics protocol is known: a picture of one pixel that is not kept. The number is in the answer.
const KITTY: &[u8] = b"\x1b_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\x1b\\";
/// How the answer to that begins.
const KITTY_ANSWER: &[u8] = b"Gi=31;";

/// Among the primary device attributes: Sixel.
const SIXEL: u32 = 4;

/// The cells of Windows Terminal, whatever its font: as large as the VT340's.
const WINDOWS_TERMINAL: (u16, u16) = (10, 20);

/// What a terminal says of itself in an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// The size of a cell in pixels: width, height. It can be anything.
    Cell(u16, u16),
    /// The primary device attributes, and whether Sixel is among them.
    Attributes {
        /// Whether it draws Sixel pictures.
        sixel: bool,
    },
    /// Whether it knows kitty's graphics protocol.
    Kitty(bool),
}

impl Answer {
    /// The answer in a control sequence, `CSI parameters last`; nothing where it is none.
    pub fn in_sequence(parameters: &[u8], last: u8) -> Option<Self> {
        let parameters = std::str::from_utf8(parameters).ok()?;
        match last {
            b't' => {
                let (height, width) = parameters.strip_prefix("6;")?.split_once(';')?;
                // what no number of 16 bits holds is no size either
                let pixels = |text: &str| text.parse().unwrap_or(0);
                Some(Self::Cell(pixels(width), pixels(height)))
            }
            b'c' => {
                let mut attributes = parameters.strip_prefix('?')?.split(';');
                let sixel = attributes.any(|attribute| attribute.parse() == Ok(SIXEL));
                Some(Self::Attributes { sixel })
            }
            _ => None,
        }
    }

    /// The answer in an application program command; nothing where it is none.
    pub fn in_command(text: &[u8]) -> Option<Self> {
        text.strip_prefix(KITTY_ANSWER)
            .map(|said| Self::Kitty(said == b"OK"))
    }
}

/// What is known of the terminal.
#[derive(Clone, Debug, Default)]
pub struct Discovery {
    /// Whether there may be pictures at all: colours, and no terminal between.
    possible: bool,
    /// Whether kitty's question may be asked: of terminals that are known to have its protocol. Some of the others, as
    /// Terminal.app, show the question as text, and over ssh nobody knows which one it is.
    may_ask_kitty: bool,
    /// Whether the questions were asked.
    asked: bool,
    /// Pictures come too slowly over this link.
    slow: bool,
    /// The protocol of a program that is known by its name.
    by_name: Option<Protocol>,
    kitty: bool,
    sixel: bool,
    /// The attributes have come, and with them all answers before.
    answered: bool,
    /// The size of a cell as it was told.
    told: Option<CellSize>,
    /// The size of a cell by the size of the window in pixels.
    pub window: Option<CellSize>,
}

/// The terminal that this one runs in, as its variables say: `tmux` or `screen`.
pub fn within(env: impl Fn(&str) -> Option<String>) -> Option<&'static str> {
    let value = |name: &str| env(name).unwrap_or_default();
    let term = value("TERM");
    let is = |name: &str, variable: &str| term.starts_with(name) || !value(variable).is_empty();
    // tmux calls itself screen where it is not told otherwise
    [("tmux", "TMUX"), ("screen", "STY")]
        .into_iter()
        .find_map(|(name, variable)| is(name, variable).then_some(name))
}

impl Discovery {
    /// What the environment says, asked for by name through `env`, of a terminal of so many colours. A console of Windows
    /// is not asked, as its answers would come as keys.
    pub fn new(env: impl Fn(&str) -> Option<String>, depth: Depth, windows: bool) -> Self {
        let value = |name| env(name).unwrap_or_default();
        let term = value("TERM");
        let program = value("TERM_PROGRAM");
        let windows_terminal = windows && !value("WT_SESSION").is_empty();
        Self {
            possible: within(&env).is_none() && depth != Depth::None,
            may_ask_kitty: ["kitty", "ghostty"].iter().any(|name| term.contains(name))
                || ["WezTerm", "ghostty"].contains(&program.as_str())
                || ["KITTY_WINDOW_ID", "KONSOLE_VERSION"]
                    .iter()
                    .any(|name| !value(name).is_empty()),
            asked: windows,
            by_name: (program == "iTerm.app").then_some(Protocol::Iterm2),
            told: CellSize::new(WINDOWS_TERMINAL.0, WINDOWS_TERMINAL.1).filter(|_| windows_terminal),
            ..Self::default()
        }
    }

    /// The questions, where `glyphs` may be drawn in pixels and they have not been asked; they go out after a frame.
    pub fn questions(&mut self, glyphs: Glyphs) -> Vec<u8> {
        let wanted = matches!(glyphs, Glyphs::Auto | Glyphs::Pixels);
        if !self.possible || !wanted || std::mem::replace(&mut self.asked, true) {
            return Vec::new();
        }
        let kitty = if self.may_ask_kitty { KITTY } else { &[] };
        [CELL, kitty, ATTRIBUTES].concat()
    }

    /// Asks for the size of a cell once more: the window has another size, and so may its font.
    pub fn question_of_cell(&self) -> &'static [u8] {
        if self.answered && self.told.is_some() && self.window.is_none() {
            CELL
        } else {
            &[]
        }
    }

    /// Takes an answer in, whenever it comes.
    pub fn hear(&mut self, answer: &Answer) {
        match *answer {
            Answer::Cell(width, height) => self.told = CellSize::new(width, height),
            Answer::Attributes { sixel } => (self.sixel, self.answered) = (sixel, true),
            Answer::Kitty(known) => self.kitty = known,
        }
    }

    /// Draws in cells from now on: the link is too slow for pictures.
    pub fn give_up(&mut self) {
        self.possible = false;
        self.slow = true;
    }

    /// What is known of the terminal's pictures.
    pub fn pictures(&self) -> Pictures {
        match self.protocol() {
            _ if self.slow => Pictures::Slow,
            _ if !self.possible || !self.asked => Pictures::NotAsked,
            _ if !self.answered => Pictures::Unanswered,
            None => Pictures::None,
            Some(_) if self.window.or(self.told).is_none() => Pictures::NoSize,
            Some(_) if !self.kitty && !self.sixel => Pictures::Named,
            Some(_) => Pictures::Draws,
        }
    }

    /// How pictures are drawn here where the reader wants `glyphs`; nothing where they are drawn in cells. A reader who
    /// asks for pixels by name gets Sixel where the terminal says nothing of itself.
    pub fn graphics(&self, glyphs: Glyphs) -> Option<Graphics> {
        let found = self.protocol().filter(|_| self.answered);
        let protocol = match glyphs {
            Glyphs::Auto => found,
            Glyphs::Pixels => found.or(Some(Protocol::Sixel)),
            _ => None,
        };
        Some(Graphics {
            protocol: protocol.filter(|_| self.possible)?,
            cell: self.window.or(self.told)?,
        })
    }

    /// The best protocol that the terminal has. Konsole's Sixel leaves remains where pictures move, and it has kitty's.
    fn protocol(&self) -> Option<Protocol> {
        if self.kitty {
            Some(Protocol::Kitty)
        } else if self.sixel {
            Some(Protocol::Sixel)
        } else {
            self.by_name
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn discovery(values: &[(&str, &str)]) -> Discovery {
        let find = |name: &str| {
            let value = values.iter().find(|(key, _)| *key == name)?;
            Some(value.1.to_owned())
        };
        Discovery::new(find, Depth::True, false)
    }

    /// What is drawn with after these answers.
    fn after(answers: &[Answer]) -> Option<(Protocol, u16, u16)> {
        let mut discovery = discovery(&[("TERM", "xterm-256color")]);
        for answer in answers {
            discovery.hear(answer);
        }
        let graphics = discovery.graphics(Glyphs::Auto)?;
        Some((graphics.protocol, graphics.cell.width(), graphics.cell.height()))
    }

    #[test]
    fn answers_are_known_by_their_form() {
        let sequence = |parameters: &str, last| Answer::in_sequence(parameters.as_bytes(), last);
        assert_eq!(sequence("6;20;10", b't'), Some(Answer::Cell(10, 20)));
        assert_eq!(sequence("6;99999;10", b't'), Some(Answer::Cell(10, 0)));
        assert_eq!(sequence("4;600;800", b't'), None);
        assert_eq!(sequence("6;20", b't'), None);
        let attributes = |sixel| Some(Answer::Attributes { sixel });
        assert_eq!(sequence("?62;4;22", b'c'), attributes(true));
        assert_eq!(sequence("?1;2", b'c'), attributes(false));
        assert_eq!(sequence("?64;14;44", b'c'), attributes(false));
        assert_eq!(sequence(">41;388;0", b'c'), None, "the secondary ones");
        assert_eq!(Answer::in_command(b"Gi=31;OK"), Some(Answer::Kitty(true)));
        assert_eq!(Answer::in_command(b"Gi=31;EINVAL:no"), Some(Answer::Kitty(false)));
        assert_eq!(Answer::in_command(b"Gi=7;OK"), None);
    }

    #[test]
    fn pictures_are_drawn_when_the_attributes_have_come_and_the_cell_is_known() {
        use Answer::{Attributes, Cell, Kitty};
        let (cell, sixel, none) = (
            Cell(9, 18),
            Attributes { sixel: true },
            Attributes { sixel: false },
        );
        assert_eq!(after(&[]), None);
        assert_eq!(after(std::slice::from_ref(&cell)), None);
        assert_eq!(after(std::slice::from_ref(&sixel)), None, "no size");
        assert_eq!(
            after(&[cell.clone(), sixel.clone()]),
            Some((Protocol::Sixel, 9, 18))
        );
        assert_eq!(after(&[cell.clone(), none.clone()]), None);
        let kitty = [cell, Kitty(true), sixel.clone()];
        assert_eq!(after(&kitty), Some((Protocol::Kitty, 9, 18)));
        assert_eq!(after(&[Cell(9, 18), Kitty(false), none]), None);
        for (width, height) in [(0, 0), (1, 1), (10_000, 10_000)] {
            assert_eq!(after(&[Cell(width, height), sixel.clone()]), None, "a liar");
        }
    }

    #[test]
    fn a_terminal_within_another_or_without_colours_is_asked_nothing() {
        for values in [
            &[("TERM", "tmux-256color")][..],
            &[("TERM", "screen")],
            &[("TERM", "xterm-256color"), ("TMUX", "/tmp/tmux-0/default,1,0")],
            &[("TERM", "xterm-256color"), ("STY", "1.pts")],
        ] {
            let mut discovery = discovery(values);
            assert_eq!(discovery.questions(Glyphs::Pixels), b"", "{values:?}");
            discovery.hear(&Answer::Cell(10, 20));
            discovery.hear(&Answer::Attributes { sixel: true });
            assert_eq!(discovery.graphics(Glyphs::Pixels), None, "{values:?}");
        }
        let mut discovery = Discovery::new(|_| None, Depth::None, false);
        assert_eq!(discovery.questions(Glyphs::Auto), b"");
    }

    #[test]
    fn it_is_asked_once_and_only_where_pixels_are_wanted() {
        let mut discovery = discovery(&[("TERM", "xterm")]);
        assert_eq!(discovery.questions(Glyphs::Braille), b"");
        let asked = discovery.questions(Glyphs::Auto);
        assert!(asked.starts_with(CELL) && asked.ends_with(ATTRIBUTES));
        assert_eq!(discovery.questions(Glyphs::Pixels), b"");
    }

    #[test]
    fn kittys_question_is_asked_only_of_those_that_are_known_to_understand_it() {
        let is_asked = |values: &[_]| {
            let asked = discovery(values).questions(Glyphs::Auto);
            asked.windows(KITTY.len()).any(|part| part == KITTY)
        };
        for values in [
            ("TERM", "xterm-kitty"),
            ("TERM", "xterm-ghostty"),
            ("TERM_PROGRAM", "WezTerm"),
            ("KONSOLE_VERSION", "230800"),
        ] {
            assert!(is_asked(&[values]), "{values:?}");
        }
        for values in [("TERM", "xterm-256color"), ("TERM_PROGRAM", "Apple_Terminal")] {
            assert!(!is_asked(&[values]), "{values:?}");
        }
    }

    #[test]
    fn pixels_by_name_are_sixel_where_the_terminal_says_nothing_but_its_window() {
        let mut discovery = discovery(&[("TERM", "xterm")]);
        assert_eq!(discovery.graphics(Glyphs::Pixels), None, "no size");
        discovery.window = CellSize::new(8, 16);
        assert_eq!(discovery.graphics(Glyphs::Auto), None);
        let graphics = discovery.graphics(Glyphs::Pixels).unwrap();
        assert_eq!((graphics.protocol, graphics.cell.width()), (Protocol::Sixel, 8));
        assert_eq!(discovery.graphics(Glyphs::Smooth), None);
    }
}
