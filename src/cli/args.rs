//! The command line's grammar: commands, arguments, options and their help, in the language asked for. Does nothing.

mod share;

pub use share::SHELLS;

use crate::app::preferences::Glyphs;
use crate::text::{
    Lang,
    cli::{CliText, Named},
};
use clap::{Arg, ArgAction, Command, ValueHint, builder::PossibleValuesParser};
use std::ffi::OsString;

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
        .subcommand_value_name(text.command)
        .override_usage(format!("pejl [{}] [{}]", text.option, text.command))
        .subcommand(sub(
            "show",
            text.show,
            [
                argument("target", text.target, text),
                Arg::new("level")
                    .long("level")
                    .value_name(text.level.0)
                    .help(text.level.1)
                    .allow_negative_numbers(true),
            ],
            text,
        ))
        .subcommand(sub(
            "set",
            text.set,
            [
                argument("mark", text.mark, text).required(true),
                argument("value", text.value, text)
                    .required(true)
                    .allow_hyphen_values(true),
            ],
            text,
        ))
        .subcommand(sub(
            "turn",
            text.turn,
            [
                argument("mark", text.mark, text).required(true),
                argument("steps", text.steps, text)
                    .required(true)
                    .allow_hyphen_values(true),
            ],
            text,
        ))
        .subcommand(sub(
            "reset",
            text.reset,
            [argument("mark", text.mark, text)],
            text,
        ))
        .subcommand(sub(
            "note",
            text.note,
            [
                argument("mark", text.mark, text).required(true),
                argument("text", text.note_text, text).allow_hyphen_values(true),
            ],
            text,
        ))
        .subcommand(bearing(text))
        .subcommands(share::commands(lang))
        .subcommand(
            group("profile", text.profile_command, text)
                .subcommand(sub("profile list", text.profile_list, [], text))
                .subcommand(sub(
                    "profile new",
                    text.profile_new,
                    [
                        argument("name", text.profile_name, text).required(true),
                        Arg::new("from")
                            .long("from")
                            .value_name(text.profile_from.0)
                            .help(text.profile_from.1),
                    ],
                    text,
                ))
                .subcommand(sub(
                    "profile use",
                    text.profile_use,
                    [argument("name", text.profile_name, text).required(true)],
                    text,
                ))
                .subcommand(sub(
                    "profile rename",
                    text.profile_rename,
                    [
                        argument("old", text.profile_name, text).required(true),
                        argument("new", text.profile_new_name, text).required(true),
                    ],
                    text,
                ))
                .subcommand(sub(
                    "profile delete",
                    text.profile_delete,
                    [argument("name", text.profile_name, text).required(true)],
                    text,
                )),
        )
        .subcommand(
            group("config", text.config, text)
                .subcommand(sub("config init", text.config_init, [], text))
                .subcommand(sub("config path", text.config_path, [], text))
                .subcommand(sub("config check", text.config_check, [], text)),
        )
        .subcommand(sub("paths", text.paths, [], text))
}

/// `pejl bearing …`.
fn bearing(text: &'static CliText) -> Command {
    let id = || argument("id", text.id, text).required(true);
    let other = argument("other", text.other_id, text);
    let label = argument("label", text.label, text).allow_hyphen_values(true);
    group("bearing", text.bearing, text)
        .subcommand(sub("bearing save", text.bearing_save, [label], text))
        .subcommand(sub("bearing list", text.bearing_list, [], text))
        .subcommand(sub("bearing show", text.bearing_show, [id()], text))
        .subcommand(sub("bearing compare", text.bearing_compare, [id(), other], text))
        .subcommand(sub("bearing restore", text.bearing_restore, [id()], text))
        .subcommand(sub("bearing delete", text.bearing_delete, [id()], text))
}

/// A command that prints data, by all its names: `config init`.
fn sub<const N: usize>(
    path: &'static str,
    about: &'static str,
    args: [Arg; N],
    text: &'static CliText,
) -> Command {
    plain(path, about, args, text).arg(
        Arg::new("json")
            .long("json")
            .action(ArgAction::SetTrue)
            .help(text.json),
    )
}

/// A command whose answer has a form of its own. Its usage is written here, for the grammar's own is in English.
fn plain<const N: usize>(
    path: &'static str,
    about: &'static str,
    args: [Arg; N],
    text: &'static CliText,
) -> Command {
    let name = path.rsplit(' ').next().unwrap_or(path);
    let mut usage = format!("pejl {path} [{}]", text.option);
    for arg in args.iter().filter(|arg| arg.is_positional()) {
        let value = arg.get_value_names().and_then(|names| names.first());
        let value = value.map_or("", |name| name.as_str());
        let many = arg.get_num_args().is_some_and(|count| count.max_values() > 1);
        let more = if many { "…" } else { "" };
        usage += &match arg.is_required_set() {
            true => format!(" <{value}>{more}"),
            false => format!(" [{value}{more}]"),
        };
    }
    Command::new(name)
        .about(about)
        .help_template(template(text))
        .override_usage(usage)
        .disable_help_flag(true)
        .next_help_heading(text.options)
        .args(args)
}

/// A command that only has commands of its own.
fn group(name: &'static str, about: &'static str, text: &'static CliText) -> Command {
    Command::new(name)
        .about(about)
        .help_template(template(text))
        .override_usage(format!("pejl {name} <{}>", text.command))
        .subcommand_value_name(text.command)
        .disable_help_flag(true)
        .disable_help_subcommand(true)
        .subcommand_help_heading(text.commands)
        .next_help_heading(text.options)
        .subcommand_required(true)
}

fn argument(name: &'static str, (value, help): Named, text: &CliText) -> Arg {
    Arg::new(name)
        .value_name(value)
        .help(help)
        .help_heading(text.arguments)
}

/// An argument that is a path, which need not be text.
fn path(arg: Arg) -> Arg {
    arg.value_parser(clap::value_parser!(OsString))
        .value_hint(ValueHint::FilePath)
}

/// The options that hold everywhere.
fn everywhere(text: &'static CliText) -> Vec<Arg> {
    // what the grammar would add on possible values is in English; the help says it itself
    let option = |name: &'static str, (value, help): Named| {
        Arg::new(name)
            .long(name)
            .value_name(value)
            .help(help)
            .hide_possible_values(true)
            .global(true)
            .help_heading(text.everywhere)
    };
    vec![
        path(option("data-dir", text.data_dir)).value_hint(ValueHint::DirPath),
        path(option("config", text.config_file)),
        option("profile", text.profile),
        path(option("framework", text.framework)),
        option("lang", text.lang).value_parser(PossibleValuesParser::new(["da", "en"])),
        option("theme", text.theme),
        option("glyphs", text.glyphs).value_parser(PossibleValuesParser::new(Glyphs::ALL.map(Glyphs::name))),
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
        Arg::new("plain")
            .long("plain")
            .action(ArgAction::SetTrue)
            .help(text.plain)
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
