//! The grammar of what goes out to others and comes in from them.

use super::{argument, group, path, plain, sub};
use crate::export::Format;
use crate::text::{Lang, cli::CliText, cli::Named, share::ShareText};
use clap::{
    Arg, ArgAction, Command, ValueHint,
    builder::{PossibleValue, PossibleValuesParser},
};
use clap_complete::Shell;

/// The parts of a profile that can stay at home.
pub const PARTS: [&str; 4] = ["notes", "bearings", "questions", "decisions"];

/// The orders of a team's marks.
pub const ORDERS: [&str; 3] = ["spread", "fields", "movement"];

/// The shells that completions are made for.
pub const SHELLS: [Shell; 5] = [
    Shell::Bash,
    Shell::Zsh,
    Shell::Fish,
    Shell::PowerShell,
    Shell::Elvish,
];

/// The commands, in the order of the help.
pub fn commands(lang: Lang) -> [Command; 6] {
    let text = lang.text().cli;
    let words = lang.text().share;
    let file = |name, named| path(argument(name, named, text)).required(true);
    [
        plain(
            "export",
            words.export,
            [
                formats(argument("format", words.format, text)).required(true),
                output(words),
                force(words),
                choice(option("without", words.without), &PARTS)
                    .action(ArgAction::Append)
                    .value_delimiter(','),
            ],
            text,
        ),
        sub(
            "import",
            words.import,
            [
                file("file", words.import_file),
                option("as", words.as_name).allow_hyphen_values(true),
            ],
            text,
        ),
        team(text, words),
        group("framework", words.framework, text)
            .subcommand(sub(
                "framework check",
                words.framework_check,
                [file("file", words.framework_file)],
                text,
            ))
            .subcommand(plain("framework schema", words.framework_schema, [], text)),
        plain(
            "completions",
            words.completions,
            [argument("shell", words.shell, text)
                .required(true)
                .value_parser(PossibleValuesParser::new(SHELLS.map(|shell| shell.to_string())))
                .hide_possible_values(true)],
            text,
        ),
        plain("man", words.man, [], text),
    ]
}

fn team(text: &'static CliText, words: &'static ShareText) -> Command {
    sub(
        "team",
        words.team,
        [
            path(argument("path", words.team_paths, text))
                .value_hint(ValueHint::AnyPath)
                .num_args(1..),
            choice(option("sort", words.sort), &ORDERS),
            option("level", words.only_level).allow_negative_numbers(true),
            option("unit", words.only_unit).allow_hyphen_values(true),
            Arg::new("hide-names")
                .long("hide-names")
                .action(ArgAction::SetTrue)
                .help(words.hide_names),
            formats(option("format", words.team_format)),
            output(words),
            force(words),
        ],
        text,
    )
    .mut_arg("json", |json| json.conflicts_with("format"))
}

fn option(name: &'static str, (value, help): Named) -> Arg {
    Arg::new(name).long(name).value_name(value).help(help)
}

fn output(words: &ShareText) -> Arg {
    path(option("output", words.output)).short('o')
}

fn force(words: &ShareText) -> Arg {
    Arg::new("force")
        .long("force")
        .action(ArgAction::SetTrue)
        .help(words.force)
}

/// One of these words. The help names them itself, for the grammar's own way is in English.
fn choice(arg: Arg, words: &'static [&'static str]) -> Arg {
    arg.value_parser(PossibleValuesParser::new(words))
        .hide_possible_values(true)
}

fn formats(arg: Arg) -> Arg {
    let value = |format: Format| match format {
        Format::Markdown => PossibleValue::new("md").alias("markdown"),
        Format::Html => PossibleValue::new("html").alias("htm"),
        other => PossibleValue::new(other.extension()),
    };
    arg.value_parser(PossibleValuesParser::new(Format::ALL.map(value)))
        .ignore_case(true)
        .hide_possible_values(true)
}
