//! How many colours and which signs the terminal shows, told from environment values alone.

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
    /// How finely dials can be drawn in as many colours: smoothed edges need blended ones.
    pub fn marker(self) -> Marker {
        match self {
            Depth::True => Marker::Smooth,
            Depth::Indexed256 | Depth::Ansi16 => Marker::Quadrant,
            Depth::None => Marker::HalfBlock,
        }
    }

    /// Tells the depth from the environment, asked for by name through `env`; `windows` says whether the program
    /// runs there, where consoles set no `TERM` and have shown 24-bit colour since 2017.
    ///
    /// `NO_COLOR`, set and not empty, wins (no-color.org); then `TERM=dumb`, and GNU screen (`STY`), which passes
    /// `COLORTERM` on without being able to keep its promise.
    pub fn detect(env: impl Fn(&str) -> Option<String>, windows: bool) -> Depth {
        Self::told(env, windows).0
    }

    /// The same, with the name of the variable that tells it; `""` where it is Windows itself.
    pub fn told(env: impl Fn(&str) -> Option<String>, windows: bool) -> (Depth, &'static str) {
        let value = |name| env(name).unwrap_or_default();
        let term = value("TERM");
        let many = if term.contains("256color") {
            Depth::Indexed256
        } else {
            Depth::Ansi16
        };
        if !value("NO_COLOR").is_empty() {
            (Depth::None, "NO_COLOR")
        } else if term == "dumb" {
            (Depth::None, "TERM")
        } else if !value("STY").is_empty() {
            (many, "STY")
        } else if ["truecolor", "24bit"].contains(&value("COLORTERM").to_ascii_lowercase().as_str()) {
            (Depth::True, "COLORTERM")
        } else if !value("WT_SESSION").is_empty() {
            (Depth::True, "WT_SESSION")
        } else if TRUE_PROGRAMS.contains(&value("TERM_PROGRAM").as_str()) {
            (Depth::True, "TERM_PROGRAM")
        } else if TRUE_TERMS.iter().any(|part| term.contains(part)) {
            (Depth::True, "TERM")
        } else if windows && term.is_empty() {
            (Depth::True, "")
        } else if value("TERM_PROGRAM") == "Apple_Terminal" {
            (Depth::Indexed256, "TERM_PROGRAM")
        } else {
            (many, "TERM")
        }
    }
}

/// Consoles with a font of 256 or 512 signs, by their `TERM`; and those of DEC, `vt` and a number.
const ASCII_TERMS: [&str; 4] = ["linux", "ansi", "cons25", "sun"];

/// Whether the terminal has no signs but ASCII, as far as the environment tells: by its name, or by a locale that is set
/// and whose characters are not UTF-8. On Windows neither says anything.
pub fn is_ascii_only(env: impl Fn(&str) -> Option<String>, windows: bool) -> bool {
    ascii_only_by(env, windows).is_some()
}

/// The name of the variable that tells that the terminal has no signs but ASCII; nothing where none does.
pub fn ascii_only_by(env: impl Fn(&str) -> Option<String>, windows: bool) -> Option<&'static str> {
    let value = |name: &str| env(name).filter(|value| !value.is_empty());
    let term = value("TERM").unwrap_or_default();
    let vt = |term: &str| {
        let number = term.strip_prefix("vt");
        number.is_some_and(|number| number.starts_with(|c: char| c.is_ascii_digit()))
    };
    let console = |term: &str| vt(term) || ASCII_TERMS.contains(&term.split('-').next().unwrap_or(term));
    let set = |name: &&str| value(name).is_some();
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find(set);
    let is_other = |locale: String| {
        // language_PLACE.charset@variant; some set the charset alone
        let charset = locale.rsplit('.').next().and_then(|end| end.split('@').next());
        let charset = charset.unwrap_or_default().to_ascii_lowercase().replace('-', "");
        charset != "utf8"
    };
    match locale {
        _ if windows => None,
        _ if console(&term) => Some("TERM"),
        Some(name) if value(name).is_some_and(is_other) => Some(name),
        _ => None,
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
    fn a_console_and_a_locale_without_utf_8_have_ascii_alone() {
        for (values, expected) in [
            (&[("TERM", "linux"), ("LANG", "da_DK.UTF-8")][..], true),
            (&[("TERM", "vt100"), ("LANG", "da_DK.UTF-8")], true),
            (&[("TERM", "vt220-w")], true),
            (&[("TERM", "vte-256color")], false),
            (&[("TERM", "xterm"), ("LANG", "C")], true),
            (&[("TERM", "xterm"), ("LANG", "POSIX")], true),
            (&[("TERM", "xterm"), ("LANG", "da_DK.ISO-8859-1")], true),
            (&[("TERM", "xterm"), ("LANG", "da_DK.ISO-8859-15@euro")], true),
            (&[("TERM", "xterm"), ("LANG", "da_DK")], true),
            (
                &[("TERM", "xterm"), ("LANG", "da_DK.UTF-8"), ("LC_ALL", "C")],
                true,
            ),
            (&[("TERM", "xterm"), ("LANG", "C"), ("LC_ALL", "C.UTF-8")], false),
            (&[("TERM", "xterm"), ("LANG", "C"), ("LC_CTYPE", "UTF-8")], false),
            (&[("TERM", "xterm"), ("LANG", "ca_ES.utf8@valencia")], false),
            (&[("TERM", "xterm"), ("LANG", "")], false),
            (&[("TERM", "xterm-256color")], false),
        ] {
            let find = |name: &str| {
                values
                    .iter()
                    .find(|(key, _)| *key == name)
                    .map(|(_, value)| value.to_string())
            };
            assert_eq!(is_ascii_only(find, false), expected, "{values:?}");
            assert!(!is_ascii_only(find, true), "{values:?}");
        }
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
