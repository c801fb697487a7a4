//! What `doctor` found, as types: with `--json` they are printed as they are. Owns the shape; `mod` fills it and `page` puts
//! it in words.

use crate::cli::shape::lossy;
use crate::text::{Lang, doctor::LangFrom};
use serde::Serialize;
use std::path::PathBuf;

/// All of it.
#[derive(Serialize)]
pub struct Report {
    /// The program's version.
    pub version: &'static str,
    /// The system and the processor.
    pub platform: String,
    /// The terminal.
    pub terminal: Terminal,
    /// The language.
    pub language: Language,
    /// The settings.
    pub config: Config,
    /// The themes.
    pub themes: Themes,
    /// The folder of data.
    pub data: Data,
    /// The profiles.
    pub profiles: Vec<Profile>,
    /// What lies among the profiles and is none.
    pub beside: Vec<Beside>,
    /// What was put in other folders because the disk was too slow, and waits to be fetched.
    pub elsewhere: Vec<String>,
    /// The log.
    pub log: Log,
    /// Colleagues' files and folders.
    pub team: Vec<Team>,
    /// What is wrong.
    pub faults: Vec<Fault>,
}

/// What the terminal can do and how that is known.
#[derive(Serialize)]
pub struct Terminal {
    /// Whether standard input is one.
    pub stdin: bool,
    /// Whether standard output is one.
    pub stdout: bool,
    /// `TERM`.
    pub term: Option<String>,
    /// `COLORTERM`.
    pub colorterm: Option<String>,
    /// `TERM_PROGRAM`.
    pub program: Option<String>,
    /// The terminal that this one runs in: `tmux` or `screen`.
    pub within: Option<&'static str>,
    /// Columns and rows, where standard output is a terminal.
    pub size: Option<(u16, u16)>,
    /// `true`, `256`, `16` or `none`.
    pub colours: &'static str,
    /// The variable that says so; empty where it is Windows itself.
    pub colours_from: &'static str,
    /// How finely the reader wants dials drawn.
    pub glyphs: &'static str,
    /// What they are drawn with here.
    pub drawn: String,
    /// What tells that: a variable, `answer` or `choice`.
    pub drawn_from: &'static str,
    /// Whether the terminal was asked.
    pub asked: bool,
    /// What it answered.
    pub answers: Vec<String>,
}

/// The language and where it was found.
#[derive(Serialize)]
pub struct Language {
    /// Which.
    pub code: Lang,
    /// Where it was found.
    pub from: LangFrom,
}

/// The file of settings.
#[derive(Serialize)]
pub struct Config {
    /// Where it is.
    #[serde(serialize_with = "lossy")]
    pub path: PathBuf,
    /// Whether it is there.
    pub exists: bool,
    /// The machine's, where there is one.
    pub machine: Option<String>,
}

/// The themes.
#[derive(Serialize)]
pub struct Themes {
    /// The folder of the reader's own.
    #[serde(serialize_with = "lossy")]
    pub path: PathBuf,
    /// The names of all that can be chosen.
    pub names: Vec<String>,
}

/// The folder of data.
#[derive(Serialize)]
pub struct Data {
    /// Where it is.
    #[serde(serialize_with = "lossy")]
    pub path: PathBuf,
    /// Whether it is there.
    pub exists: bool,
    /// Who may do what with it, as octal digits.
    pub mode: Option<String>,
    /// Whether it can be written in.
    pub writable: bool,
    /// How many bytes have room there.
    pub free: Option<u64>,
}

/// A profile and what belongs to it.
#[derive(Serialize)]
pub struct Profile {
    /// What its file is called.
    pub slug: String,
    /// The file.
    #[serde(serialize_with = "lossy")]
    pub file: PathBuf,
    /// Its name, where it can be read.
    pub name: Option<String>,
    /// Whether it is the one in use.
    pub current: bool,
    /// How many bearings.
    pub bearings: Option<usize>,
    /// How many backups; nothing where they cannot be listed.
    pub backups: Option<usize>,
    /// The day of the newest.
    pub newest_backup: Option<String>,
    /// How many of them cannot be used.
    pub bad_backups: usize,
    /// How many steps can be undone; nothing where that cannot be read.
    pub undo: Option<usize>,
    /// Whether another pejl has it open.
    pub open: bool,
    /// That one's process, where the system tells.
    pub process: Option<u32>,
}

/// A file that lies among the profiles.
#[derive(Serialize)]
pub struct Beside {
    /// The file.
    #[serde(serialize_with = "lossy")]
    pub file: PathBuf,
    /// The profile that it is a copy of; nothing where it is a copy of none.
    pub copy_of: Option<String>,
    /// Whether it was set aside because it was damaged.
    pub damaged: bool,
}

/// The log.
#[derive(Serialize)]
pub struct Log {
    /// Where it is.
    #[serde(serialize_with = "lossy")]
    pub path: PathBuf,
    /// Whether it is there.
    pub exists: bool,
}

/// A file or folder of colleagues.
#[derive(Serialize)]
pub struct Team {
    /// Where it is.
    #[serde(serialize_with = "lossy")]
    pub path: PathBuf,
    /// How many profiles are in it.
    pub profiles: usize,
    /// How many files in it are none.
    pub skipped: usize,
}

/// Something that is wrong.
#[derive(Serialize)]
pub struct Fault {
    /// The exit status that stands for it.
    pub status: u8,
    /// What it is and what to do, on one line.
    pub message: String,
}
