//! What can be wrong with a command line, as data. Owns the cases; what is said of them is in `text`.

/// What is wrong with a command line. Names of arguments are as the help has them: `MARK`, `--level`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UsageTrouble {
    /// There is no such command.
    UnknownCommand {
        /// What was given.
        given: String,
        /// The command it looks like.
        near: Option<String>,
    },
    /// There is no such option.
    UnknownOption {
        /// What was given.
        given: String,
        /// The option it looks like.
        near: Option<String>,
    },
    /// It ends where a command must follow.
    MissingCommand {
        /// Those that can.
        known: Vec<String>,
    },
    /// These arguments must be there; at least one.
    MissingArgument {
        /// Their names.
        names: Vec<String>,
    },
    /// An option or argument stands without its value.
    MissingValue {
        /// Its name.
        name: String,
    },
    /// Another value than the allowed.
    NotAllowed {
        /// Whose value.
        name: String,
        /// What was given.
        given: String,
        /// The allowed ones; none where there is nothing to choose from.
        allowed: Vec<String>,
    },
    /// An option that has no meaning in this format.
    NotInFormat {
        /// The option.
        name: &'static str,
        /// The format.
        format: &'static str,
        /// The formats that it has a meaning in, at least one.
        allowed: Vec<String>,
    },
    /// Not an integer where one is needed.
    NotAnInteger {
        /// Whose value.
        name: String,
        /// What was given.
        given: String,
    },
    /// An argument that nothing asked for.
    Unexpected {
        /// What was given.
        given: String,
    },
    /// Two that cannot be given together.
    Conflict {
        /// The one.
        name: String,
        /// The other.
        other: String,
    },
    /// More text than is kept.
    TooLong {
        /// Whose text.
        name: String,
        /// The most, in characters.
        max: usize,
        /// How many there were.
        found: usize,
    },
    /// A control character where a text is kept.
    ControlCharacter {
        /// Whose text.
        name: String,
    },
    /// What was asked for is no text, and it would go to a terminal.
    NotText {
        /// What it is.
        name: String,
    },
    /// An argument that is no UTF-8 text.
    NotUtf8,
}
