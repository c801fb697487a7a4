//! The command line as types: every command with its arguments and options. Their help is not here: `help` sets it in
//! the reader's language, so no comment of this file is shown to anyone.

use crate::core::{
    format::{Format, Part, Size, What},
    team::Order,
};
use crate::screens::preferences::Glyphs;
use crate::store;
use crate::text::Lang;
use clap::{
    Args, Parser, Subcommand, ValueEnum, ValueHint,
    builder::{PathBufValueParser, PossibleValue, PossibleValuesParser, TypedValueParser},
};
use clap_complete::Shell;
use std::{ffi::OsString, path::PathBuf};

/// A path, with `~` and variables filled in where the shell has not.
fn path() -> impl TypedValueParser<Value = PathBuf> {
    PathBufValueParser::new().map(|path| store::expand(&path))
}

/// A whole command line.
#[derive(Debug, Parser)]
#[command(
    name = "pejl",
    version,
    args_override_self = true,
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true
)]
pub struct Cli {
    #[command(flatten)]
    pub options: Options,
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// The options that every command takes, as they were given. None given is the default.
#[derive(Args, Debug, Default, PartialEq, Eq)]
pub struct Options {
    #[arg(long, global = true, value_hint = ValueHint::DirPath, value_parser = path())]
    pub data_dir: Option<PathBuf>,
    #[arg(long, global = true, value_hint = ValueHint::FilePath, value_parser = path())]
    pub config: Option<PathBuf>,
    #[arg(long, global = true)]
    pub profile: Option<String>,
    #[arg(long, global = true, value_hint = ValueHint::FilePath, value_parser = path())]
    pub framework: Option<PathBuf>,
    #[arg(long, global = true)]
    pub lang: Option<Lang>,
    #[arg(long, global = true)]
    pub theme: Option<String>,
    #[arg(long, global = true)]
    pub glyphs: Option<Glyphs>,
    #[arg(long, global = true)]
    pub no_motion: bool,
    #[arg(long, global = true)]
    pub no_mouse: bool,
    #[arg(long, global = true)]
    pub plain: bool,
}

/// The commands, in the order of the help.
#[derive(Debug, Subcommand)]
pub enum Command {
    #[command(flatten)]
    Run(Run),
    Completions(Completions),
    Man,
    Help(Help),
}

/// The commands that need the settings; the others are about the command line itself.
#[derive(Debug, Subcommand)]
pub enum Run {
    Show(Show),
    Set(Set),
    Turn(Turn),
    Reset(Reset),
    Undo(OneStep),
    Redo(OneStep),
    Note(Note),
    #[command(subcommand)]
    Bearing(Bearing),
    #[command(subcommand)]
    Decision(Decision),
    #[command(subcommand)]
    Profile(Profile),
    Export(Export),
    Import(Import),
    Share(Share),
    Compare(Compare),
    Team(Team),
    #[command(subcommand)]
    Gathering(Gathering),
    #[command(subcommand)]
    Framework(Framework),
    #[command(subcommand)]
    Config(Config),
    #[command(subcommand)]
    Theme(Theme),
    Paths(Paths),
    Doctor(Doctor),
}

/// `pejl show`.
#[derive(Args, Debug)]
pub struct Show {
    pub target: Option<String>,
    #[arg(long, allow_negative_numbers = true)]
    pub level: Option<String>,
    #[arg(long)]
    pub json: bool,
}

/// `pejl set`.
#[derive(Args, Debug)]
pub struct Set {
    pub mark: String,
    #[arg(allow_hyphen_values = true)]
    pub value: String,
    #[arg(long)]
    pub json: bool,
}

/// `pejl turn`.
#[derive(Args, Debug)]
pub struct Turn {
    pub mark: String,
    #[arg(allow_hyphen_values = true)]
    pub steps: String,
    #[arg(long)]
    pub json: bool,
}

/// `pejl reset`.
#[derive(Args, Debug)]
pub struct Reset {
    pub mark: Option<String>,
    #[arg(long)]
    pub json: bool,
}

/// `pejl undo`, `redo`.
#[derive(Args, Debug)]
pub struct OneStep {
    #[arg(long)]
    pub json: bool,
}

/// `pejl note`.
#[derive(Args, Debug)]
pub struct Note {
    pub mark: String,
    #[arg(allow_hyphen_values = true)]
    pub text: Option<String>,
    #[arg(long, conflicts_with = "text")]
    pub edit: bool,
    #[arg(long)]
    pub json: bool,
}

/// `pejl bearing …`.
#[derive(Debug, Subcommand)]
pub enum Bearing {
    Save(SaveBearing),
    List(ListBearings),
    Show(OneBearing),
    Compare(CompareBearings),
    Restore(OneBearing),
    Delete(OneBearing),
}

/// `pejl bearing save`.
#[derive(Args, Debug)]
pub struct SaveBearing {
    #[arg(allow_hyphen_values = true)]
    pub label: Option<String>,
    #[arg(long)]
    pub json: bool,
}

/// `pejl bearing list`.
#[derive(Args, Debug)]
pub struct ListBearings {
    #[arg(long)]
    pub json: bool,
}

/// `pejl bearing show`, `restore`, `delete`.
#[derive(Args, Debug)]
pub struct OneBearing {
    pub id: String,
    #[arg(long)]
    pub json: bool,
}

/// `pejl bearing compare`.
#[derive(Args, Debug)]
pub struct CompareBearings {
    pub id: String,
    pub other: Option<String>,
    #[arg(long)]
    pub json: bool,
}

/// `pejl decision …`.
#[derive(Debug, Subcommand)]
pub enum Decision {
    List(ListDecisions),
    Add(AddDecision),
    Show(OneDecision),
    Delete(OneDecision),
}

/// `pejl decision list`.
#[derive(Args, Debug)]
pub struct ListDecisions {
    #[arg(long)]
    pub json: bool,
}

/// `pejl decision add`.
#[derive(Args, Debug)]
pub struct AddDecision {
    #[arg(allow_hyphen_values = true)]
    pub text: String,
    #[arg(long)]
    pub json: bool,
}

/// `pejl decision show`, `delete`.
#[derive(Args, Debug)]
pub struct OneDecision {
    pub id: String,
    #[arg(long)]
    pub json: bool,
}

/// `pejl profile …`.
#[derive(Debug, Subcommand)]
pub enum Profile {
    List(ListProfiles),
    New(NewProfile),
    Use(OneProfile),
    Rename(RenameProfile),
    Delete(OneProfile),
}

/// `pejl profile list`.
#[derive(Args, Debug)]
pub struct ListProfiles {
    #[arg(long)]
    pub json: bool,
}

/// `pejl profile new`.
#[derive(Args, Debug)]
pub struct NewProfile {
    pub name: String,
    #[arg(long)]
    pub from: Option<String>,
    #[arg(long)]
    pub json: bool,
}

/// `pejl profile use`, `delete`.
#[derive(Args, Debug)]
pub struct OneProfile {
    pub name: String,
    #[arg(long)]
    pub json: bool,
}

/// `pejl profile rename`.
#[derive(Args, Debug)]
pub struct RenameProfile {
    pub old: String,
    pub new: String,
    #[arg(long)]
    pub json: bool,
}

/// `pejl export`.
#[derive(Args, Debug)]
pub struct Export {
    #[arg(ignore_case = true)]
    pub format: Format,
    #[command(flatten)]
    pub output: Output,
    #[arg(long, value_delimiter = ',')]
    pub without: Vec<Part>,
    #[arg(long, value_delimiter = ',', value_parser = with())]
    pub with: Vec<Part>,
    #[arg(long)]
    pub what: Option<What>,
    #[arg(long)]
    pub size: Option<Size>,
    #[arg(long)]
    pub transparent: bool,
    #[arg(long)]
    pub open: bool,
}

/// Where an export goes.
#[derive(Args, Debug)]
pub struct Output {
    #[arg(id = "output", short = 'o', long = "output", value_hint = ValueHint::FilePath, value_parser = path())]
    pub file: Option<PathBuf>,
    #[arg(long)]
    pub force: bool,
}

/// `pejl import`.
#[derive(Args, Debug)]
pub struct Import {
    #[arg(value_hint = ValueHint::FilePath, value_parser = path())]
    pub file: PathBuf,
    #[arg(id = "as", long = "as")]
    pub name: Option<String>,
    #[arg(long)]
    pub json: bool,
}

/// `pejl share`.
#[derive(Args, Debug)]
pub struct Share {
    #[arg(value_hint = ValueHint::DirPath, value_parser = path())]
    pub folder: Option<PathBuf>,
    #[arg(long)]
    pub name: Option<String>,
    #[arg(long, conflicts_with = "name")]
    pub take_back: bool,
    #[arg(long)]
    pub json: bool,
}

/// `pejl compare`.
#[derive(Args, Debug)]
pub struct Compare {
    #[arg(value_hint = ValueHint::FilePath, value_parser = path())]
    pub file: PathBuf,
    #[arg(long)]
    pub all: bool,
    #[arg(long)]
    pub json: bool,
}

/// `pejl team`.
#[derive(Args, Debug)]
pub struct Team {
    #[arg(num_args = 1.., value_hint = ValueHint::AnyPath, value_parser = path())]
    pub path: Vec<PathBuf>,
    #[arg(long)]
    pub sort: Option<Order>,
    #[arg(long, allow_negative_numbers = true)]
    pub level: Option<String>,
    #[arg(long)]
    pub unit: Option<String>,
    #[arg(long)]
    pub hide_names: bool,
    #[arg(long, ignore_case = true)]
    pub format: Option<Format>,
    #[command(flatten)]
    pub output: Output,
    #[arg(long, conflicts_with = "format")]
    pub json: bool,
    #[arg(long, conflicts_with_all = ["format", "json", "output"])]
    pub present: bool,
}

/// `pejl gathering …`.
#[derive(Debug, Subcommand)]
pub enum Gathering {
    List(ListGatherings),
    Show(OneGathering),
    Agree(AgreeOnMark),
    Decide(OneGathering),
    End(OneGathering),
    Export(ExportGathering),
}

/// `pejl gathering list`.
#[derive(Args, Debug)]
pub struct ListGatherings {
    #[arg(long)]
    pub json: bool,
}

/// `pejl gathering show`, `decide`, `end`.
#[derive(Args, Debug)]
pub struct OneGathering {
    pub gathering: Option<String>,
    #[arg(long)]
    pub json: bool,
}

/// `pejl gathering agree`.
#[derive(Args, Debug)]
pub struct AgreeOnMark {
    pub mark: String,
    #[arg(allow_hyphen_values = true)]
    pub text: String,
    pub gathering: Option<String>,
    #[arg(long)]
    pub json: bool,
}

/// `pejl gathering export`.
#[derive(Args, Debug)]
pub struct ExportGathering {
    #[arg(ignore_case = true)]
    pub format: Format,
    pub gathering: Option<String>,
    #[command(flatten)]
    pub output: Output,
}

/// `pejl framework …`.
#[derive(Debug, Subcommand)]
pub enum Framework {
    Check(CheckFramework),
    Schema,
    New(NewFramework),
}

/// `pejl framework new`.
#[derive(Args, Debug)]
pub struct NewFramework {
    #[arg(value_hint = ValueHint::FilePath, value_parser = path())]
    pub file: PathBuf,
}

/// `pejl framework check`.
#[derive(Args, Debug)]
pub struct CheckFramework {
    #[arg(value_hint = ValueHint::FilePath, value_parser = path())]
    pub file: PathBuf,
    #[arg(long)]
    pub json: bool,
}

/// `pejl config …`.
#[derive(Debug, Subcommand)]
pub enum Config {
    Init(ConfigArgs),
    Path(ConfigArgs),
    Check(ConfigArgs),
    Edit(ConfigArgs),
}

/// `pejl config init`, `path`, `check`, `edit`.
#[derive(Args, Debug)]
pub struct ConfigArgs {
    #[arg(long)]
    pub json: bool,
}

/// `pejl theme …`.
#[derive(Debug, Subcommand)]
pub enum Theme {
    List(ListThemes),
    Print(PrintTheme),
}

/// `pejl theme list`.
#[derive(Args, Debug)]
pub struct ListThemes {
    #[arg(long)]
    pub json: bool,
}

/// `pejl theme print`.
#[derive(Args, Debug)]
pub struct PrintTheme {
    pub name: String,
}

/// `pejl paths`.
#[derive(Args, Debug)]
pub struct Paths {
    #[arg(long)]
    pub json: bool,
}

/// `pejl doctor`.
#[derive(Args, Debug)]
pub struct Doctor {
    #[arg(long)]
    pub json: bool,
}

/// `pejl completions`.
#[derive(Args, Debug)]
pub struct Completions {
    pub shell: Shell,
}

/// `pejl help`.
#[derive(Args, Debug)]
pub struct Help {
    #[arg(num_args = 1..)]
    pub command: Vec<OsString>,
}

impl Help {
    /// The command line that is meant: that of the command with `--help`.
    pub fn instead(self) -> Vec<OsString> {
        let words = ["pejl".into()].into_iter().chain(self.command);
        words.chain(["--help".into()]).collect()
    }
}

impl ValueEnum for Lang {
    fn value_variants<'a>() -> &'a [Self] {
        &[Self::Da, Self::En]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(self.code().into())
    }
}

impl ValueEnum for Glyphs {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(self.name().into())
    }
}

impl ValueEnum for Format {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        let value = PossibleValue::new(self.extension());
        Some(match self {
            Self::Markdown => value.alias("markdown"),
            Self::Html => value.alias("htm"),
            _ => value,
        })
    }
}

impl ValueEnum for Part {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::KEPT
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(self.name().into())
    }
}

/// What goes out where it is asked for alone.
fn with() -> impl TypedValueParser<Value = Part> {
    PossibleValuesParser::new([Part::OpenQuestions.name()]).map(|_| Part::OpenQuestions)
}

impl ValueEnum for Size {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(self.pixels().to_string().into())
    }
}

impl ValueEnum for What {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(self.name().into())
    }
}

impl ValueEnum for Order {
    fn value_variants<'a>() -> &'a [Self] {
        &[Self::Spread, Self::Fields, Self::Movement]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(match self {
            Self::Spread => "spread",
            Self::Fields => "fields",
            Self::Movement => "movement",
        }))
    }
}
