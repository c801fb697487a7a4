//! The real binary on a folder of data of its own, with nothing of this machine's own settings.
use serde_json::Value;
use std::{
    fs,
    io::Write,
    path::PathBuf,
    process::{Command, Output, Stdio},
};

/// A leader's folder, and pejl on it.
pub struct Home(tempfile::TempDir);

/// What a command answered.
pub struct Answer {
    pub code: Option<i32>,
    pub out: Vec<u8>,
    pub err: String,
}

impl From<Output> for Answer {
    fn from(output: Output) -> Self {
        Self {
            code: output.status.code(),
            out: output.stdout,
            err: String::from_utf8(output.stderr).expect("UTF-8"),
        }
    }
}

impl Answer {
    /// Standard output of a command that did what it was asked, in silence.
    #[track_caller]
    pub fn done(self) -> Vec<u8> {
        let out = String::from_utf8_lossy(&self.out);
        assert_eq!((self.code, self.err.as_str()), (Some(0), ""), "{out}");
        self.out
    }

    /// The same, as text.
    #[track_caller]
    pub fn says(self) -> String {
        String::from_utf8(self.done()).expect("UTF-8")
    }

    /// The same, as JSON.
    #[track_caller]
    pub fn json(self) -> Value {
        serde_json::from_slice(&self.done()).expect("JSON")
    }

    /// Fails where this is not a failure with this status, said in one line about these things.
    #[track_caller]
    pub fn failed(&self, code: i32, about: &[&str]) {
        let out = String::from_utf8_lossy(&self.out);
        assert_eq!(self.code, Some(code), "{out}{}", self.err);
        assert_eq!(out, "");
        let line = self.err.strip_suffix('\n').expect("a whole line");
        assert!(line.starts_with("pejl: "), "{line}");
        assert!(!line.contains(char::is_control), "{line:?}");
        for thing in about {
            assert!(line.contains(thing), "»{thing}« is not in: {line}");
        }
    }
}

impl Home {
    pub fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    /// A path in the folder.
    pub fn path(&self, name: &str) -> PathBuf {
        // with the system's own separators, as the program tells of it
        name.split('/')
            .fold(self.0.path().to_owned(), |path, part| path.join(part))
    }

    /// The same as text.
    pub fn at(&self, name: &str) -> String {
        self.path(name).to_str().unwrap().to_owned()
    }

    /// Puts a file there, and the folders it lies in.
    pub fn write(&self, name: &str, text: impl AsRef<[u8]>) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// A profile with these dials, in a file.
    pub fn write_profile(&self, file: &str, name: &str, dials: &[(&str, i64)]) {
        let dials: serde_json::Map<String, Value> = dials
            .iter()
            .map(|(mark, value)| ((*mark).to_owned(), serde_json::json!({ "value": value })))
            .collect();
        let profile = serde_json::json!({
            "format": "pejl.profile", "version": "1.0", "name": name, "framework": "kalundborg-lsg",
            "level": 2, "dials": dials,
        });
        self.write(file, profile.to_string());
    }

    /// The program, in Danish, in the folder.
    pub fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_pejl"));
        command
            .env_clear()
            .env("HOME", self.0.path())
            .env("LC_ALL", "da_DK.UTF-8")
            .env("PEJL_DATA_DIR", self.path("data"))
            .env("PEJL_CONFIG", self.path("config.toml"))
            .current_dir(self.0.path())
            .stdin(Stdio::null());
        // a program cannot start on Windows without these
        for name in ["SystemRoot", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "TEMP"] {
            if let Some(value) = std::env::var_os(name) {
                command.env(name, value);
            }
        }
        command
    }

    pub fn pejl(&self, args: &[&str]) -> Answer {
        self.command().args(args).output().unwrap().into()
    }

    /// The same with this on standard input.
    pub fn with_input(&self, args: &[&str], input: &[u8]) -> Answer {
        let mut child = self
            .command()
            .args(args)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut stdin = child.stdin.take().unwrap();
        let output = std::thread::scope(|scope| {
            // a program that has read enough need not read it all
            scope.spawn(move || _ = stdin.write_all(input));
            child.wait_with_output().unwrap()
        });
        output.into()
    }

    /// Every name in a folder.
    pub fn names(&self, folder: &str) -> Vec<String> {
        let entries = fs::read_dir(self.path(folder)).unwrap();
        let mut names: Vec<String> = entries
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }
}
