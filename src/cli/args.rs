//! The command line's grammar: commands, arguments, options and their help, in the language asked for. Does nothing.

use crate::text::{Lang, cli::CliText};
use clap::{Arg, ArgAction, Command, builder::PossibleValuesParser};
use std::ffi::OsString;

/// The names of the dial's tiers, as `--glyphs` takes them.
pub const GLYPHS: [&str; 5] = ["auto", "smooth", "block", "braille", "ascii"];

/// The whole grammar.
pub fn command(lang: Lang) -> Command {
    let text = lang.text().cli;
    Command::new("pejl")
        .version(env!("CARGO_PKG_VERSION"))
        .about(text.about)
        .help_template(template(text))
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .subcommand_help_heading(text.commands)
        .next_help_heading(text.everywhere)
        .args(everywhere(text))
        .arg(
            Arg::new("version")
                .short('V')
                .long("version")
                .action(ArgAction::Version)
                .help(text.version),
        )
        .next_help_heading(text.options)
        .subcommand(
            sub("show", text.show, text)
                .arg(argument("target", text.target, text))
                .arg(
                    Arg::new("level")
                        .long("level")
                        .value_name("N")
                        .value_parser(clap::value_parser!(u8).range(1..=3))
                        .help(text.level),
                ),
        )
        .subcommand(
            sub("set", text.set, text)
                .arg(argument("mark", text.mark, text).required(true))
                .arg(
                    argument("value", text.value, text)
                        .required(true)
                        .allow_hyphen_values(true),
                ),
        )
        .subcommand(
            sub("turn", text.turn, text)
                .arg(argument("mark", text.mark, text).required(true))
                .arg(
                    argument("steps", text.steps, text)
                        .required(true)
                        .allow_hyphen_values(true),
                ),
        )
        .subcommand(sub("reset", text.reset, text).arg(argument("mark", text.mark, text)))
        .subcommand(sub("paths", text.paths, text))
}

/// A command that prints data.
fn sub(name: &'static str, about: &'static str, text: &CliText) -> Command {
    Command::new(name)
        .about(about)
        .help_template(template(text))
        .disable_help_flag(true)
        .next_help_heading(text.options)
        .arg(
            Arg::new("json")
                .long("json")
                .action(ArgAction::SetTrue)
                .help(text.json),
        )
}

fn argument(name: &'static str, help: &'static str, text: &CliText) -> Arg {
    Arg::new(name)
        .value_name(name.to_uppercase())
        .help(help)
        .help_heading(text.arguments)
}

/// The options that hold everywhere.
fn everywhere(text: &'static CliText) -> Vec<Arg> {
    let option = |name: &'static str, value: &'static str, help: &'static str| {
        Arg::new(name)
            .long(name)
            .value_name(value)
            .help(help)
            .global(true)
            .help_heading(text.everywhere)
    };
    vec![
        option("data-dir", "DIR", text.data_dir)
            .env("PEJL_DATA_DIR")
            .value_parser(clap::value_parser!(OsString)),
        option("profile", "NAME", text.profile).env("PEJL_PROFILE"),
        option("framework", "FILE", text.framework)
            .env("PEJL_FRAMEWORK")
            .value_parser(clap::value_parser!(OsString)),
        option("lang", "da|en", text.lang).value_parser(PossibleValuesParser::new(["da", "en"])),
        option("theme", "NAME", text.theme),
        option("glyphs", "NAME", text.glyphs).value_parser(PossibleValuesParser::new(GLYPHS)),
        Arg::new("no-motion")
            .long("no-motion")
            .action(ArgAction::SetTrue)
            .help(text.no_motion)
            .global(true)
            .help_heading(text.everywhere),
        Arg::new("no-mouse")
            .long("no-mouse")
            .action(ArgAction::SetTrue)
            .help(text.no_mouse)
            .global(true)
            .help_heading(text.everywhere),
        Arg::new("help")
            .short('h')
            .long("help")
            .action(ArgAction::Help)
            .help(text.help)
            .global(true)
            .help_heading(text.everywhere),
    ]
}

fn template(text: &CliText) -> String {
    format!("{{about}}\n\n{}: {{usage}}\n\n{{all-args}}", text.usage)
}
