//! `pejl man`: the manual page, made from the grammar. It is not clap_mangen's: that one has English headings alone, and a page
//! for every command.

use super::Answer;
use crate::screens::{keymap::Keymap, scope::Scope};
use crate::text::{Lang, Text};
use clap::{Arg, Command};
use roff::{Inline, Roff, bold, italic, roman};

/// The day the page was last written anew.
const DATE: &str = "2026-11-28";
/// The longest line of the page's source, in characters.
const WIDTH: usize = 60;

/// The manual page, for `man`: one for all commands.
pub fn page(grammar: &Command, lang: Lang) -> Answer {
    let text = lang.text();
    let (words, headings) = (text.manual, &text.manual.headings);
    let about = grammar.get_about().map(ToString::to_string).unwrap_or_default();
    let version = format!("pejl {}", env!("CARGO_PKG_VERSION"));
    let mut paragraphs = about.split("\n\n");
    let first = paragraphs.next().unwrap_or_default().trim_end_matches('.');
    let mut page = Roff::new();
    page.control("TH", ["PEJL", "1", DATE, &version, words.title]);
    page.control("SH", [headings.name]);
    // what whatis looks for stands in one line
    page.text([roman(format!("pejl - {first}"))]);
    page.control("SH", [headings.usage]);
    page.text([
        bold("pejl"),
        roman(" ["),
        italic(text.cli.option),
        roman("] ["),
        italic(text.cli.command),
        roman("]"),
    ]);
    page.control("SH", [headings.description]);
    lines(&mut page, &format!("{first}."));
    for paragraph in paragraphs {
        page.control("PP", []);
        lines(&mut page, paragraph);
    }
    page.control("SH", [headings.commands]);
    for command in grammar.get_subcommands() {
        entries(&mut page, "pejl", command);
    }
    page.control("SH", [headings.options]);
    for option in grammar.get_arguments() {
        entry(&mut page, spelled(option), &help(option));
    }
    page.control("SH", [headings.keys]);
    keys(&mut page, text);
    page.control("SH", [headings.environment]);
    for (names, means) in words.environment {
        entry(&mut page, vec![bold(*names)], means);
    }
    page.control("SH", [headings.files]);
    for (file, means) in words.files {
        entry(&mut page, vec![italic(*file)], means);
    }
    page.control("SH", [headings.exits]);
    for (status, means) in words.exits {
        entry(&mut page, vec![bold(status.to_string())], means);
    }
    page.control("SH", [headings.examples]);
    let calls = text.cli.examples;
    let first = (first, calls.pejl);
    let others = [
        (text.cli.note, calls.note),
        (text.cli.bearing, calls.bearing),
        (text.share.team, calls.team),
        (text.share.completions, calls.completions),
    ];
    for (at, (about, calls)) in [first].into_iter().chain(others).enumerate() {
        if at > 0 {
            page.control("PP", []);
        }
        lines(&mut page, about);
        page.control("PP", []);
        page.control("EX", []);
        for call in calls {
            page.text([roman(*call)]);
        }
        page.control("EE", []);
    }
    page.control("SH", [headings.see_also]);
    page.text([bold("less"), roman("(1), "), bold("man"), roman("(1)")]);
    page.control("PP", []);
    lines(
        &mut page,
        &words.documents(concat!(env!("CARGO_PKG_REPOSITORY"), "/tree/main/docs")),
    );
    page.render().into_bytes().into()
}

/// The keys at home and on a mark.
fn keys(page: &mut Roff, text: &'static Text) {
    lines(page, text.manual.keys_are);
    for row in Keymap::default().rows() {
        if !row
            .scopes
            .iter()
            .any(|scope| matches!(scope, Scope::Home | Scope::Mark | Scope::Everywhere))
        {
            continue;
        }
        let first: Vec<String> = row.first_keys().map(|key| key.to_string()).collect();
        if !first.is_empty() {
            entry(page, vec![bold(first.join(" "))], row.name(text));
        }
    }
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
    entry(
        page,
        usage,
        &command.get_about().map(ToString::to_string).unwrap_or_default(),
    );
    if own().next().is_some() {
        page.control("RS", []);
        for arg in own() {
            let term = if arg.is_positional() {
                vec![italic(value(arg))]
            } else {
                spelled(arg)
            };
            entry(page, term, &help(arg));
        }
        page.control("RE", []);
    }
}

fn entry(page: &mut Roff, term: Vec<Inline>, means: &str) {
    page.control("TP", []);
    page.text(term);
    lines(page, means);
}

/// A text in lines that are not too long for those who read the source.
fn lines(page: &mut Roff, text: &str) {
    for line in textwrap::wrap(text, WIDTH) {
        page.text([roman(line.into_owned())]);
    }
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
