//! The real binary in a folder of its own, with nothing of this machine's own settings: what a leader has on the disk,
//! and what a command answers. In a terminal it is started by `pty`.

use serde_json::Value;
use std::{
    collections::BTreeMap,
    fs,
    io::Write,
    path::{MAIN_SEPARATOR, MAIN_SEPARATOR_STR, Path, PathBuf},
    process::{Child, Command, Output, Stdio},
};

/// A leader's home: the folder of data and the settings in it, and pejl on them.
pub struct Home {
    dir: tempfile::TempDir,
}

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
    /// Fails where these are not said on standard output, one after the other.
    #[track_caller]
    pub fn in_turn(&self, expected: &[&str]) {
        let mut rest = self.text();
        for expected in expected {
            let at = rest.find(expected);
            let at =
                at.unwrap_or_else(|| panic!("{expected:?} is not said in its turn in:\n{}", self.text()));
            rest = &rest[at + expected.len()..];
        }
    }

    /// Fails where this is said on standard output.
    #[track_caller]
    pub fn never_says(&self, unexpected: &str) {
        let text = self.text();
        assert!(!text.contains(unexpected), "{unexpected:?} in:\n{text}");
    }

    /// Standard output as text, whatever the status.
    #[track_caller]
    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.out).expect("UTF-8")
    }

    /// Standard output of a command that did what it was asked, in silence.
    #[track_caller]
    pub fn done(self) -> Vec<u8> {
        let out = String::from_utf8_lossy(&self.out);
        assert_eq!((self.code, self.err.as_str()), (Some(0), ""), "{out}");
        self.out
    }

    /// Fails where this is not the end of a command that has written this file, and said so on standard error alone.
    #[track_caller]
    pub fn wrote(self, file: &str) {
        let said = format!("pejl: Skrevet i {file}\n");
        assert_eq!((self.code, self.err), (Some(0), said));
        assert!(self.out.is_empty(), "{:?}", self.out);
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
    /// A home nobody has lived in.
    pub fn new() -> Self {
        Self {
            dir: tempfile::tempdir().unwrap(),
        }
    }

    /// A leader who has been here before: with a profile, so that no welcome comes first.
    pub fn visited() -> Self {
        let home = Self::new();
        home.says(&["profile", "new", "Min profil"]);
        home
    }

    /// The folder itself.
    pub fn dir(&self) -> &Path {
        self.dir.path()
    }

    /// The folder of data.
    pub fn data(&self) -> PathBuf {
        self.path("data")
    }

    /// The file of the default profile.
    pub fn profile(&self) -> PathBuf {
        self.path("data/profiles/min-profil.json")
    }

    /// The file of settings.
    pub fn config(&self) -> PathBuf {
        self.path("config.toml")
    }

    /// A path in the folder.
    pub fn path(&self, name: &str) -> PathBuf {
        // with the system's own separators, as the program tells of it
        name.split('/')
            .fold(self.dir().to_owned(), |path, part| path.join(part))
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

    /// Puts these bytes where the default profile is.
    pub fn write_own_profile(&self, bytes: impl AsRef<[u8]>) {
        self.write("data/profiles/min-profil.json", bytes);
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

    /// Where the file on the disk says that a mark's dial stands.
    #[cfg(unix)] // for the real terminal alone
    pub fn value_on_disk(&self, mark: &str) -> i64 {
        let bytes = fs::read(self.profile()).expect("there is a profile");
        let profile: Value = serde_json::from_slice(&bytes).expect("the profile is whole");
        profile["dials"][mark]["value"].as_i64().unwrap_or(0)
    }

    /// The environment that the program has here, in Danish.
    pub fn environment(&self) -> Vec<(&'static str, PathBuf)> {
        let mut environment = vec![
            ("HOME", self.dir().to_owned()),
            ("LC_ALL", "da_DK.UTF-8".into()),
            ("PEJL_DATA_DIR", self.data()),
            ("PEJL_CONFIG", self.config()),
        ];
        // a program cannot start on Windows without these
        for name in ["SystemRoot", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "TEMP"] {
            environment.extend(std::env::var_os(name).map(|value| (name, value.into())));
        }
        environment
    }

    /// The program in the folder, with nothing on standard input.
    pub fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_pejl"));
        command
            .env_clear()
            .envs(self.environment())
            .current_dir(self.dir())
            .stdin(Stdio::null());
        command
    }

    /// What a command answers.
    pub fn pejl(&self, args: &[&str]) -> Answer {
        self.command().args(args).output().unwrap().into()
    }

    /// The same with this on standard input.
    pub fn with_input(&self, args: &[&str], input: &[u8]) -> Answer {
        let mut command = self.command();
        command.args(args);
        give(command, input)
    }

    /// Standard output of a command that goes well, whatever it says on standard error.
    #[track_caller]
    pub fn says(&self, args: &[&str]) -> String {
        let answer = self.pejl(args);
        assert_eq!(answer.code, Some(0), "{args:?}: {}", answer.err);
        answer.text().to_owned()
    }

    /// The same of a command with `--json`.
    #[track_caller]
    pub fn json(&self, args: &[&str]) -> Value {
        serde_json::from_str(&self.says(&[args, &["--json"]].concat())).expect("JSON")
    }

    /// What a command says on both outputs, with the folder left out; fails where the status is another.
    #[track_caller]
    pub fn told(&self, args: &[&str], code: i32) -> String {
        let answer = self.pejl(args);
        let text = answer.text().to_owned() + &answer.err;
        assert_eq!(answer.code, Some(code), "{args:?}: {text}");
        let folder = self.dir().to_str().unwrap().to_owned() + MAIN_SEPARATOR_STR;
        text.replace(&folder, "").replace(MAIN_SEPARATOR, "/")
    }

    /// Runs a command that must fail in this way and change nothing.
    #[track_caller]
    pub fn fails(&self, args: &[&str], code: i32, about: &[&str]) {
        self.unchanged(|home| home.pejl(args)).failed(code, about);
    }

    /// Makes a call that must fail with this status and change nothing. Returns what is said.
    #[track_caller]
    pub fn refuses(&self, call: impl FnOnce(&Self) -> Answer, code: i32) -> String {
        let answer = self.unchanged(call);
        answer.failed(code, &[]);
        answer.err
    }

    #[track_caller]
    fn unchanged(&self, call: impl FnOnce(&Self) -> Answer) -> Answer {
        let before = self.files();
        let answer = call(self);
        assert!(self.files() == before, "the data changed: {}", answer.err);
        answer
    }

    /// Every file under the folder of data, with its bytes; locks hold none.
    pub fn files(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        let mut files = BTreeMap::new();
        let mut dirs = vec![self.data()];
        while let Some(dir) = dirs.pop() {
            for entry in fs::read_dir(dir).into_iter().flatten() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    dirs.push(path);
                } else if path.extension().is_none_or(|extension| extension != "lock") {
                    files.insert(path.clone(), fs::read(path).unwrap());
                }
            }
        }
        files
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

/// Gives a command this on standard input.
pub fn give(mut command: Command, input: &[u8]) -> Answer {
    let command = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    fed(command.spawn().unwrap(), input)
}

/// Gives a program that was started this on standard input, and waits for its end.
pub fn fed(mut child: Child, input: &[u8]) -> Answer {
    let mut stdin = child.stdin.take().expect("standard input is a pipe");
    let output = std::thread::scope(|scope| {
        // a program that has read enough need not read it all
        scope.spawn(move || _ = stdin.write_all(input));
        child.wait_with_output().unwrap()
    });
    output.into()
}
