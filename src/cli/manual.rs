//! `pejl man`: the manual page, made from the grammar. It is not
//! clap_mangen's: that one has English headings alone, and a page for every command.

use super::Answer;
use crate::text::Lang;
use clap::{Arg, Command};
use roff::{Inline, Roff, bold, italic, roman};

/// The manual page, for `man`: one for all commands.
pub fn page(grammar: &Command, lang: Lang) -> Answer {
    let words = lang.text().share;
    let [name, usage, description, commands, options, environment, exits] = words.headings;
    let about = grammar.get_about().map(ToString::to_string).unwrap_or_default();
    let version = format!("pejl {}", env!("CARGO_PKG_VERSION"));
    let mut page = Roff::new();
    page.control("TH", ["PEJL", "1", "", &version]);
    page.control("SH", [name]);
    let first = about.split("\n\n").next().unwrap_or_default();
    page.text([roman(format!("pejl - {first}"))]);
    page.control("SH", [usage]);
    let cli = lang.text().cli;
    page.text([
        bold("pejl"),
        roman(" ["),
        italic(cli.option),
        roman("] ["),
        italic(cli.command),
        roman("]"),
    ]);
    page.control("SH", [description]);
    for paragraph in about.split("\n\n") {
        page.control("PP", []);
        page.text([roman(paragraph)]);
    }
    page.control("SH", [commands]);
    for command in grammar.get_subcommands() {
        entries(&mut page, "pejl", command);
    }
    page.control("SH", [options]);
    for option in grammar.get_arguments() {
        entry(&mut page, spelled(option), help(option));
    }
    page.control("SH", [environment]);
    entry(&mut page, vec![bold("NO_COLOR")], words.no_color.to_owned());
    page.control("SH", [exits]);
    for (status, means) in words.exits {
        entry(&mut page, vec![bold(status.to_string())], (*means).to_owned());
    }
    page.render().into_bytes().into()
}

/// A command with its own arguments, or, where it has commands of its own, those.
fn entries(page: &mut Roff, before: &str, command: &Command) {
    let name = format!("{before} {}", command.get_name());
    if command.has_subcommands() {
        for command in command.get_subcommands() {
            entries(page, &name, command);
        }
        return;
    }
    // positional ones first, as they are written
    let own = || command.get_arguments().filter(|arg| !arg.is_global_set());
    let mut usage = vec![bold(name)];
    for arg in own()
        .filter(|arg| arg.is_positional())
        .chain(own().filter(|arg| !arg.is_positional()))
    {
        let (open, close) = if arg.is_required_set() {
            (" ", "")
        } else {
            (" [", "]")
        };
        usage.push(roman(open));
        usage.extend(if arg.is_positional() {
            vec![italic(value(arg))]
        } else {
            spelled(arg)
        });
        usage.push(roman(close));
    }
    page.control("TP", []);
    page.text(usage);
    page.text([roman(
        command.get_about().map(ToString::to_string).unwrap_or_default(),
    )]);
    if own().next().is_some() {
        page.control("RS", []);
        for arg in own() {
            let term = if arg.is_positional() {
                vec![italic(value(arg))]
            } else {
                spelled(arg)
            };
            entry(page, term, help(arg));
        }
        page.control("RE", []);
    }
}

fn entry(page: &mut Roff, term: Vec<Inline>, means: String) {
    page.control("TP", []);
    page.text(term);
    page.text([roman(means)]);
}

/// An option as it is typed: `-o, --output FILE`.
fn spelled(arg: &Arg) -> Vec<Inline> {
    let mut spelled = Vec::new();
    if let Some(short) = arg.get_short() {
        spelled.push(bold(format!("-{short}")));
    }
    if let Some(long) = arg.get_long() {
        if !spelled.is_empty() {
            spelled.push(roman(", "));
        }
        spelled.push(bold(format!("--{long}")));
    }
    if arg.get_action().takes_values() {
        spelled.push(roman(" "));
        spelled.push(italic(value(arg)));
    }
    spelled
}

/// The name of an argument's value: `FILE`.
fn value(arg: &Arg) -> String {
    let names = arg.get_value_names().unwrap_or_default();
    names.first().map(ToString::to_string).unwrap_or_default()
}

fn help(arg: &Arg) -> String {
    arg.get_help().map(ToString::to_string).unwrap_or_default()
}
