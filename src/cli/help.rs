//! The grammar with its help in the reader's language: one walk over what `args` declares sets every text. The words
//! themselves are in `text`.

use super::args::Cli;
use crate::text::{
    Lang, Text,
    cli::{CliText, Named},
    examples::Calls,
};
use clap::{Arg, ArgAction, Command, CommandFactory};

/// The widest help, in cells.
const WIDEST: usize = 100;

/// The whole grammar, with its help.
pub fn grammar(lang: Lang) -> Command {
    let text = lang.text();
    let help = Arg::new("help")
        .short('h')
        .long("help")
        .action(ArgAction::Help)
        .global(true);
    let version = Arg::new("version")
        .short('V')
        .long("version")
        .action(ArgAction::Version);
    with_help(Cli::command().arg(help).arg(version), "", text)
        .max_term_width(WIDEST)
        // short help of the program is its commands
        .mut_args(|arg| match arg.is_global_set() && arg.get_id() != "help" {
            true => arg.hide_short_help(true),
            false => arg,
        })
}

/// The grammar for the help of a command: without the options that every command takes.
pub fn folded(grammar: Command) -> Command {
    grammar.mut_args(|arg| match arg.is_global_set() {
        true => arg.hide(true),
        false => arg,
    })
}

/// A command and all under it. `path` is its name without the program's: `bearing save`.
fn with_help(command: Command, path: &str, text: &'static Text) -> Command {
    let cli = text.cli;
    let (about, examples) = about(path, text);
    let command = command
        .about(about)
        .long_about(None)
        .help_template(format!(
            "{{about}}\n\n{}: {{usage}}\n\n{{all-args}}{{after-help}}",
            cli.usage
        ))
        .subcommand_help_heading(cli.commands)
        .subcommand_value_name(cli.command)
        .mut_args(|arg| {
            let heading = if arg.is_global_set() || arg.get_id() == "version" {
                cli.everywhere
            } else if arg.is_positional() {
                cli.arguments
            } else {
                cli.options
            };
            let (value, help) = argument(path, arg.get_id().as_str(), text);
            let arg = arg.help(help).long_help(None).help_heading(heading);
            match arg.get_action().takes_values() {
                // clap would list the possible values in English; the help names them itself
                true => arg.value_name(value).hide_possible_values(true),
                false => arg,
            }
        });
    let usage = usage(&command, path, cli);
    let examples = format!("{}:\n  {}", cli.examples_heading, examples.join("\n  "));
    let more = match path.is_empty() {
        true => cli.more_options.to_owned(),
        false => cli.options_everywhere.to_owned(),
    };
    let examples = match path.is_empty() {
        true => examples,
        false => format!("{more}\n\n{examples}"),
    };
    // a missing command is then a fault that lists the commands, not the help
    let command = command
        .after_help(more)
        .after_long_help(examples)
        .override_usage(usage)
        .arg_required_else_help(false);
    command.mut_subcommands(|sub| {
        let path = format!("{path} {}", sub.get_name());
        with_help(sub, path.trim_start(), text)
    })
}

/// How a command is written. clap's own has English words in it.
fn usage(command: &Command, path: &str, cli: &CliText) -> String {
    if path.is_empty() {
        return format!("pejl [{}] [{}]", cli.option, cli.command);
    }
    if command.has_subcommands() {
        return format!("pejl {path} <{}>", cli.command);
    }
    let arguments: String = command
        .get_positionals()
        .map(|arg| {
            let value = arg.get_value_names().and_then(|names| names.first());
            let value = value.map_or("", |name| name.as_str());
            let many = arg.get_num_args().is_some_and(|count| count.max_values() > 1);
            let more = if many { "…" } else { "" };
            match arg.is_required_set() {
                true => format!(" <{value}>{more}"),
                false => format!(" [{value}{more}]"),
            }
        })
        .collect();
    format!("pejl {path} [{}]{arguments}", cli.option)
}

/// What a command does, and examples of it. Both are empty where there is no such command.
fn about(path: &str, text: &'static Text) -> (&'static str, Calls) {
    let (cli, share, calls) = (text.cli, text.share, text.cli.examples);
    match path {
        "" => (cli.about, calls.pejl),
        "show" => (cli.show, calls.show),
        "set" => (cli.set, calls.set),
        "turn" => (cli.turn, calls.turn),
        "reset" => (cli.reset, calls.reset),
        "undo" => (cli.undo, calls.undo),
        "redo" => (cli.redo, calls.redo),
        "note" => (cli.note, calls.note),
        "bearing" => (cli.bearing, calls.bearing),
        "bearing save" => (cli.bearing_save, calls.bearing_save),
        "bearing list" => (cli.bearing_list, calls.bearing_list),
        "bearing show" => (cli.bearing_show, calls.bearing_show),
        "bearing compare" => (cli.bearing_compare, calls.bearing_compare),
        "bearing restore" => (cli.bearing_restore, calls.bearing_restore),
        "bearing delete" => (cli.bearing_delete, calls.bearing_delete),
        "decision" => (cli.decision, calls.decision),
        "decision list" => (cli.decision_list, calls.decision_list),
        "decision add" => (cli.decision_add, calls.decision_add),
        "decision show" => (cli.decision_show, calls.decision_show),
        "decision delete" => (cli.decision_delete, calls.decision_delete),
        "profile" => (cli.profile_command, calls.profile),
        "profile list" => (cli.profile_list, calls.profile_list),
        "profile new" => (cli.profile_new, calls.profile_new),
        "profile use" => (cli.profile_use, calls.profile_use),
        "profile rename" => (cli.profile_rename, calls.profile_rename),
        "profile delete" => (cli.profile_delete, calls.profile_delete),
        "export" => (share.export, calls.export),
        "import" => (share.import, calls.import),
        "share" => (share.share, calls.share),
        "compare" => (share.compare, calls.compare),
        "team" => (share.team, calls.team),
        "gathering" => (text.present.command, calls.gathering),
        "gathering list" => (text.present.list, calls.gathering_list),
        "gathering show" => (text.present.show, calls.gathering_show),
        "gathering agree" => (text.present.agree, calls.gathering_agree),
        "gathering decide" => (text.present.decide, calls.gathering_decide),
        "gathering end" => (text.present.end, calls.gathering_end),
        "gathering export" => (text.present.export, calls.gathering_export),
        "framework" => (share.framework, calls.framework),
        "framework check" => (share.framework_check, calls.framework_check),
        "framework schema" => (share.framework_schema, calls.framework_schema),
        "framework new" => (share.framework_new, calls.framework_new),
        "config" => (cli.config, calls.config),
        "config init" => (cli.config_init, calls.config_init),
        "config path" => (cli.config_path, calls.config_path),
        "config check" => (cli.config_check, calls.config_check),
        "config edit" => (cli.config_edit, calls.config_edit),
        "theme" => (cli.theme_command, calls.theme),
        "theme list" => (cli.theme_list, calls.theme_list),
        "theme print" => (cli.theme_print, calls.theme_print),
        "paths" => (cli.paths, calls.paths),
        "doctor" => (text.doctor.about, calls.doctor),
        "completions" => (share.completions, calls.completions),
        "man" => (share.man, calls.man),
        "help" => (cli.help_command, calls.help),
        _ => ("", &[]),
    }
}

/// What stands for the value of a command's argument or option, where it has one, and its help. Both are empty where
/// there is no such argument.
fn argument(path: &str, id: &str, text: &'static Text) -> Named {
    let (cli, share) = (text.cli, text.share);
    let flag = |help| ("", help);
    match (path, id) {
        ("", "data_dir") => cli.data_dir,
        ("", "config") => cli.config_file,
        ("", "profile") => cli.profile,
        ("", "framework") => cli.framework,
        ("", "lang") => cli.lang,
        ("", "theme") => cli.theme,
        ("", "glyphs") => cli.glyphs,
        ("", "no_motion") => flag(cli.no_motion),
        ("", "no_mouse") => flag(cli.no_mouse),
        ("", "plain") => flag(cli.plain),
        ("", "help") => flag(cli.help),
        ("", "version") => flag(cli.version),
        (_, "json") => flag(cli.json),
        (_, "gathering") => text.present.gathering_id,
        ("gathering agree", "mark") => cli.mark,
        ("gathering agree", "text") => text.present.agreement,
        ("gathering export", "format") => text.present.sheet_format,
        ("team", "present") => flag(text.present.present_option),
        ("show", "target") => cli.target,
        ("show", "level") => cli.level,
        ("set" | "turn" | "reset" | "note", "mark") => cli.mark,
        ("set", "value") => cli.value,
        ("turn", "steps") => cli.steps,
        ("note", "text") => cli.note_text,
        ("note", "edit") => flag(cli.note_edit),
        ("decision add", "text") => cli.decision_text,
        ("decision show" | "decision delete", "id") => cli.decision_id,
        ("theme print", "name") => cli.theme_name,
        ("bearing save", "label") => cli.label,
        ("bearing compare", "other") => cli.other_id,
        (_, "id") => cli.id,
        ("profile new", "from") => cli.profile_from,
        ("profile rename", "old") => cli.profile_name,
        ("profile rename", "new") => cli.profile_new_name,
        ("share", "folder") => share.folder,
        ("share", "name") => share.own_name,
        ("compare", "file") => share.compare_file,
        ("compare", "all") => flag(share.compare_all),
        ("share", "take_back") => flag(share.take_back),
        (_, "name") => cli.profile_name,
        ("export", "format") => share.format,
        ("export", "without") => share.without,
        ("export", "what") => share.what,
        ("export", "with") => share.with,
        ("export", "size") => share.size,
        ("export", "transparent") => flag(share.transparent),
        ("export", "open") => flag(share.open),
        (_, "output") => share.output,
        (_, "force") => flag(share.force),
        ("import", "file") => share.import_file,
        ("import", "as") => share.as_name,
        ("team", "path") => share.team_paths,
        ("team", "sort") => share.sort,
        ("team", "level") => share.only_level,
        ("team", "unit") => share.only_unit,
        ("team", "hide_names") => flag(share.hide_names),
        ("team", "format") => share.team_format,
        ("framework check", "file") => share.framework_file,
        ("framework new", "file") => share.framework_new_file,
        ("completions", "shell") => share.shell,
        ("help", "command") => cli.help_about,
        _ => flag(""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::builder::Str;

    /// Every command and argument under `command` that has no help.
    fn silent(command: &Command, path: &str, found: &mut Vec<String>) {
        let about = command.get_about().map(ToString::to_string);
        let examples = command.get_after_long_help().map(ToString::to_string);
        if about.is_none_or(|about| about.is_empty()) || !examples.unwrap_or_default().contains("\n  pejl") {
            found.push(path.to_owned());
        }
        for arg in command.get_arguments() {
            let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
            let unnamed = |names: &[Str]| names.iter().any(|name| name.is_empty());
            let unnamed = arg.get_action().takes_values() && arg.get_value_names().is_none_or(unnamed);
            if help.is_empty() || unnamed {
                found.push(format!("{path} {}", arg.get_id()));
            }
        }
        for sub in command.get_subcommands() {
            silent(sub, &format!("{path} {}", sub.get_name()), found);
        }
    }

    #[test]
    fn every_command_and_argument_has_its_help() {
        for lang in [Lang::Da, Lang::En] {
            let grammar = grammar(lang);
            grammar.clone().debug_assert();
            let mut found = Vec::new();
            silent(&grammar, "pejl", &mut found);
            assert!(found.is_empty(), "{lang:?}: {found:?}");
        }
    }
}
