//! How many colours the terminal shows, told from environment values alone.

use super::glyphs::Glyphs;
use ratatui_dial::Marker;

/// How many colours a terminal shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Depth {
    /// 24-bit colour.
    True,
    /// The 256 of xterm: a cube, greys, and the sixteen.
    Indexed256,
    /// Sixteen named colours, whose look is the user's own.
    Ansi16,
    /// None: bold, underline and reverse alone carry what colour would.
    None,
}

/// Programs that show 24-bit colour, by what they call themselves in `TERM_PROGRAM`.
const TRUE_PROGRAMS: [&str; 9] = [
    "iTerm.app",
    "WezTerm",
    "ghostty",
    "vscode",
    "Hyper",
    "rio",
    "mintty",
    "Tabby",
    "WarpTerminal",
];

/// Parts of a `TERM` of programs that show 24-bit colour.
const TRUE_TERMS: [&str; 7] = [
    "-direct",
    "kitty",
    "ghostty",
    "alacritty",
    "foot",
    "wezterm",
    "contour",
];

impl Depth {
    /// How finely dials are drawn in as many colours: smoothed edges need blended ones.
    pub fn marker(self, glyphs: Glyphs) -> Marker {
        match (glyphs, self) {
            (Glyphs::Marker(marker), _) => marker,
            (Glyphs::Auto, Depth::True) => Marker::Smooth,
            (Glyphs::Auto, _) => Marker::HalfBlock,
        }
    }

    /// Tells the depth from the environment, asked for by name through `env`; `windows` says whether the program
    /// runs there, where consoles set no `TERM` and have shown 24-bit colour since 2017.
    ///
    /// `NO_COLOR`, set and not empty, wins (no-color.org); then `TERM=dumb`, and GNU screen (`STY`), which passes
    /// `COLORTERM` on without being able to keep its promise.
    pub fn detect(env: impl Fn(&str) -> Option<String>, windows: bool) -> Depth {
        let value = |name| env(name).unwrap_or_default();
        let term = value("TERM");
        let many = if term.contains("256color") {
            Depth::Indexed256
        } else {
            Depth::Ansi16
        };
        if !value("NO_COLOR").is_empty() || term == "dumb" {
            Depth::None
        } else if !value("STY").is_empty() {
            many
        } else if ["truecolor", "24bit"].contains(&value("COLORTERM").to_ascii_lowercase().as_str())
            || !value("WT_SESSION").is_empty()
            || TRUE_PROGRAMS.contains(&value("TERM_PROGRAM").as_str())
            || TRUE_TERMS.iter().any(|part| term.contains(part))
            || (windows && term.is_empty())
        {
            Depth::True
        } else if value("TERM_PROGRAM") == "Apple_Terminal" {
            Depth::Indexed256
        } else {
            many
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn detect(values: &[(&str, &str)], windows: bool) -> Depth {
        let find = |name: &str| {
            values
                .iter()
                .find(|(key, _)| *key == name)
                .map(|(_, value)| value.to_string())
        };
        Depth::detect(find, windows)
    }

    #[test]
    fn no_color_wins_over_everything_but_an_empty_one_counts_as_unset() {
        let rich = [
            ("COLORTERM", "truecolor"),
            ("TERM", "xterm-256color"),
            ("WT_SESSION", "x"),
        ];
        assert_eq!(
            detect(&[&rich[..], &[("NO_COLOR", "1")]].concat(), true),
            Depth::None
        );
        assert_eq!(
            detect(&[&rich[..], &[("NO_COLOR", "")]].concat(), true),
            Depth::True
        );
    }

    #[test]
    fn each_known_terminal_gets_the_colours_it_shows() {
        for (values, windows, expected) in [
            (
                &[("TERM", "xterm-256color"), ("COLORTERM", "truecolor")][..],
                false,
                Depth::True,
            ),
            (
                &[("TERM", "xterm-256color"), ("COLORTERM", "24bit")],
                false,
                Depth::True,
            ),
            (
                &[("TERM", "xterm-256color"), ("COLORTERM", "yes")],
                false,
                Depth::Indexed256,
            ),
            (
                &[("TERM", "xterm-256color"), ("TERM_PROGRAM", "iTerm.app")],
                false,
                Depth::True,
            ),
            (
                &[("TERM", "xterm-256color"), ("TERM_PROGRAM", "Apple_Terminal")],
                false,
                Depth::Indexed256,
            ),
            (&[("TERM", "xterm-kitty")], false, Depth::True),
            (&[("TERM", "xterm-256color")], false, Depth::Indexed256),
            (&[("TERM", "tmux-256color")], false, Depth::Indexed256),
            (
                &[
                    ("TERM", "screen-256color"),
                    ("STY", "1.x"),
                    ("COLORTERM", "truecolor"),
                ],
                false,
                Depth::Indexed256,
            ),
            (&[("TERM", "xterm")], false, Depth::Ansi16),
            (&[("TERM", "linux")], false, Depth::Ansi16),
            (
                &[("TERM", "dumb"), ("COLORTERM", "truecolor")],
                false,
                Depth::None,
            ),
            (&[], false, Depth::Ansi16),
            (&[("WT_SESSION", "9f")], true, Depth::True),
            (&[], true, Depth::True),
        ] {
            assert_eq!(detect(values, windows), expected, "{values:?}");
        }
    }
}
