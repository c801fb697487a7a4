//! A disk in memory that can lose power at any step: it knows what was made durable and what was only asked for.
//!
//! - Contents that were not synced come back whole, cut in half, cut at 4 KiB, as NULs or empty.
//! - Names made, changed or removed in a folder since its last sync come back in any subset, in order.
//! - A sync that failed makes nothing durable, and neither does any later one of the same file: the kernel holds its
//!   pages for clean.

use pejl::store::fs::{Fs, Lock, NewFile, ReadError, Readers};
use std::{
    collections::{BTreeMap, BTreeSet},
    hash::{DefaultHasher, Hash, Hasher},
    io::{self, ErrorKind},
    path::{Path, PathBuf},
    sync::{Arc, Mutex, MutexGuard},
    time::SystemTime,
};

/// What is on the disk, durable or not. Cheap to clone: contents are shared.
#[derive(Clone, Default)]
pub struct State {
    files: BTreeMap<u64, Contents>,
    dirs: BTreeMap<u64, Names>,
    next: u64,
}

#[derive(Clone)]
struct Contents {
    now: Arc<Vec<u8>>,
    /// A hash of them.
    digest: u64,
    durable: bool,
    /// A sync failed.
    lost: bool,
}

impl Contents {
    fn new(now: Arc<Vec<u8>>, durable: bool) -> Self {
        let (digest, lost) = (hash(&now), false);
        Self {
            now,
            digest,
            durable,
            lost,
        }
    }
}

fn hash(of: impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    of.hash(&mut hasher);
    hasher.finish()
}

#[derive(Clone, Default)]
struct Names {
    durable: BTreeMap<String, Node>,
    now: BTreeMap<String, Node>,
    pending: Vec<Change>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Node {
    File(u64),
    Dir(u64),
}

#[derive(Clone)]
enum Change {
    Put(String, Node),
    Remove(String),
    Rename(String, String, Node),
}

impl Change {
    fn apply(&self, names: &mut BTreeMap<String, Node>) {
        match self {
            Self::Put(name, node) => {
                names.insert(name.clone(), *node);
            }
            Self::Remove(name) => {
                names.remove(name);
            }
            Self::Rename(from, to, node) => {
                names.remove(from);
                names.insert(to.clone(), *node);
            }
        }
    }
}

const ROOT: u64 = 0;

impl State {
    /// A disk with an empty root folder.
    pub fn empty() -> Self {
        let mut state = Self {
            next: 1,
            ..Self::default()
        };
        state.dirs.insert(ROOT, Names::default());
        state
    }

    fn dir(&self, path: &Path) -> io::Result<u64> {
        let mut at = ROOT;
        for part in path.components().skip(1) {
            let name = part.as_os_str().to_str().unwrap();
            match self.dirs[&at].now.get(name) {
                Some(Node::Dir(next)) => at = *next,
                Some(Node::File(_)) => return Err(ErrorKind::NotADirectory.into()),
                None => return Err(ErrorKind::NotFound.into()),
            }
        }
        Ok(at)
    }

    /// The folder that holds `path`, and the name it has there.
    fn split(&self, path: &Path) -> io::Result<(u64, String)> {
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        Ok((self.dir(path.parent().unwrap())?, name))
    }

    fn file(&self, path: &Path) -> io::Result<u64> {
        let (dir, name) = self.split(path)?;
        match self.dirs[&dir].now.get(&name) {
            Some(Node::File(file)) => Ok(*file),
            Some(Node::Dir(_)) => Err(ErrorKind::IsADirectory.into()),
            None => Err(ErrorKind::NotFound.into()),
        }
    }

    fn change(&mut self, dir: u64, change: Change) {
        let names = self.dirs.get_mut(&dir).unwrap();
        change.apply(&mut names.now);
        names.pending.push(change);
    }

    fn add(&mut self, path: &Path, node: impl FnOnce(&mut Self, u64) -> Node) -> io::Result<u64> {
        let (dir, name) = self.split(path)?;
        if self.dirs[&dir].now.contains_key(&name) {
            return Err(ErrorKind::AlreadyExists.into());
        }
        let id = self.next;
        self.next += 1;
        let node = node(self, id);
        self.change(dir, Change::Put(name, node));
        Ok(id)
    }

    fn add_file(&mut self, path: &Path) -> io::Result<u64> {
        self.add(path, |state, id| {
            state.files.insert(id, Contents::new(Arc::default(), false));
            Node::File(id)
        })
    }

    /// Every state this disk may be in after the power came back, at most `bound` choices of names at a time; told
    /// is how many choices there were.
    pub fn after_power_loss(&self, bound: usize, mut each: impl FnMut(State)) {
        let pending: Vec<(u64, usize)> = self
            .dirs
            .iter()
            .flat_map(|(dir, names)| (0..names.pending.len()).map(move |at| (*dir, at)))
            .collect();
        let all = 1_u64.checked_shl(pending.len() as u32).unwrap_or(u64::MAX);
        let choices: Box<dyn Iterator<Item = u64>> = match all as usize <= bound {
            true => Box::new(0..all),
            // None, all, and a fixed sample between.
            false => Box::new([0, u64::MAX].into_iter().chain((2..bound as u64).map(scrambled))),
        };
        for choice in choices {
            let mut state = self.clone();
            for names in state.dirs.values_mut() {
                names.now = std::mem::take(&mut names.durable);
            }
            for (bit, (dir, at)) in pending.iter().enumerate() {
                if choice >> (bit % 64) & 1 == 1 {
                    let names = state.dirs.get_mut(dir).unwrap();
                    names.pending[*at].clone().apply(&mut names.now);
                }
            }
            for names in state.dirs.values_mut() {
                names.durable = names.now.clone();
                names.pending.clear();
            }
            state.with_any_contents(&mut each);
        }
    }

    /// The same names with everything that unsynced files may hold. Temporary files are left as they are: the store
    /// never reads one.
    fn with_any_contents(self, each: &mut impl FnMut(State)) {
        let open = self
            .dirs
            .values()
            .flat_map(|names| &names.now)
            .find_map(|(name, node)| match node {
                Node::File(file) if !self.files[file].durable && !name.ends_with(".tmp") => Some(*file),
                _ => None,
            });
        let Some(file) = open else { return each(self) };
        let whole = self.files[&file].now.clone();
        let cut = |at: usize| Arc::new(whole[..at.min(whole.len())].to_vec());
        let variants = [
            whole.clone(),
            cut(whole.len() / 2),
            cut(4096),
            Arc::new(vec![0; whole.len()]),
            cut(0),
        ];
        for now in variants {
            let mut state = self.clone();
            state.files.insert(file, Contents::new(now, true));
            state.with_any_contents(each);
        }
    }

    /// A number for what the store can see of this state: every file but temporary ones.
    pub fn signature(&self) -> u64 {
        let digests = |(path, contents): (PathBuf, &Contents)| (path, contents.digest);
        hash(self.visible().into_iter().map(digests).collect::<Vec<_>>())
    }

    /// The contents of the files in this folder.
    pub fn files_in(&self, dir: &str) -> Vec<Arc<Vec<u8>>> {
        let inside = self
            .visible()
            .into_iter()
            .filter(|(path, _)| path.starts_with(dir));
        inside.map(|(_, contents)| contents.now.clone()).collect()
    }

    fn visible(&self) -> BTreeMap<PathBuf, &Contents> {
        let mut files = BTreeMap::new();
        let mut folders = vec![(PathBuf::from("/"), ROOT)];
        while let Some((path, dir)) = folders.pop() {
            for (name, node) in &self.dirs[&dir].now {
                match node {
                    Node::Dir(dir) => folders.push((path.join(name), *dir)),
                    Node::File(_) if name.ends_with(".tmp") => {}
                    Node::File(file) => drop(files.insert(path.join(name), &self.files[file])),
                }
            }
        }
        files
    }

    /// Forgets files that nothing names any more.
    fn forget(&mut self) {
        let named: BTreeSet<u64> = self
            .dirs
            .values()
            .flat_map(|names| {
                let pending = names.pending.iter().filter_map(|change| match change {
                    Change::Put(_, node) | Change::Rename(_, _, node) => Some(node),
                    Change::Remove(_) => None,
                });
                names.durable.values().chain(names.now.values()).chain(pending)
            })
            .filter_map(|node| match node {
                Node::File(file) => Some(*file),
                Node::Dir(_) => None,
            })
            .collect();
        self.files.retain(|file, _| named.contains(file));
    }
}

/// A fixed jumble of bits for each number (the finaliser of SplitMix64).
fn scrambled(number: u64) -> u64 {
    let mut z = number.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// What this disk leaves out, or does wrong.
#[derive(Clone, Copy, Default)]
pub struct Flaws {
    /// Syncing a file answers well and does nothing.
    pub no_file_sync: bool,
    /// Syncing a folder answers well and does nothing.
    pub no_dir_sync: bool,
    /// There are no hard links.
    pub no_links: bool,
    /// There are no locks.
    pub no_locks: bool,
    /// These operations fail.
    pub failing: Option<Failing>,
}

/// Operations that fail, counted from 0, reads included.
#[derive(Clone, Copy)]
pub struct Failing {
    pub first: usize,
    pub count: usize,
    pub error: ErrorKind,
    /// The operation is carried out and fails all the same.
    pub done_anyway: bool,
}

/// The disk as the store sees it.
#[derive(Clone)]
pub struct Memory(Arc<Mutex<Machine>>);

struct Machine {
    state: State,
    flaws: Flaws,
    operations: usize,
    /// The number of each operation that changed something, and the state after it, since it was last asked for.
    steps: Vec<(usize, State)>,
}

impl Memory {
    pub fn new(state: State, flaws: Flaws) -> Self {
        let (operations, steps) = (0, Vec::new());
        Self(Arc::new(Mutex::new(Machine {
            state,
            flaws,
            operations,
            steps,
        })))
    }

    fn machine(&self) -> MutexGuard<'_, Machine> {
        self.0.lock().unwrap()
    }

    pub fn state(&self) -> State {
        self.machine().state.clone()
    }

    /// How many operations there were.
    pub fn operations(&self) -> usize {
        self.machine().operations
    }

    /// The number of each operation that changed something since the last call, and the state after it.
    pub fn steps(&self) -> Vec<(usize, State)> {
        std::mem::take(&mut self.machine().steps)
    }

    /// Carries one operation out that changes the disk, or fails it.
    fn operation<T>(&self, operation: impl FnOnce(&mut State, Flaws) -> io::Result<T>) -> io::Result<T> {
        let result = self.reading(operation);
        let machine = &mut *self.machine();
        machine.state.forget();
        machine.steps.push((machine.operations, machine.state.clone()));
        result
    }

    /// Carries one operation out, or fails it.
    fn reading<T>(&self, operation: impl FnOnce(&mut State, Flaws) -> io::Result<T>) -> io::Result<T> {
        let machine = &mut *self.machine();
        let number = machine.operations;
        machine.operations += 1;
        let failing = machine.flaws.failing;
        let failing = failing.filter(|f| (f.first..f.first + f.count).contains(&number));
        match failing {
            None => operation(&mut machine.state, machine.flaws),
            Some(failing) => {
                if failing.done_anyway {
                    let _ = operation(&mut machine.state, machine.flaws);
                }
                Err(failing.error.into())
            }
        }
    }
}

/// What was answered of a name; nothing where nothing has it.
fn there<T>(answer: io::Result<T>) -> io::Result<Option<T>> {
    match answer {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        answer => answer.map(Some),
    }
}

impl Fs for Memory {
    fn read(&self, path: &Path, limit: u64) -> Result<Option<Vec<u8>>, ReadError> {
        let read = self.reading(|state, _| Ok(state.files[&state.file(path)?].now.to_vec()));
        match read {
            Ok(bytes) if bytes.len() as u64 > limit => Err(ReadError::TooLarge),
            Ok(bytes) => Ok(Some(bytes)),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(ReadError::Io(error)),
        }
    }

    fn create(&self, path: &Path, _: Readers) -> io::Result<Box<dyn NewFile>> {
        let file = self.operation(|state, _| state.add_file(path))?;
        let disk = self.clone();
        Ok(Box::new(Open { disk, file }))
    }

    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.operation(|state, flaws| {
            if flaws.no_links {
                return Err(ErrorKind::Unsupported.into());
            }
            let file = state.file(from)?;
            state.add(to, |_, _| Node::File(file)).map(drop)
        })
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.operation(|state, _| {
            let node = Node::File(state.file(from)?);
            let ((dir, old), (same, new)) = (state.split(from)?, state.split(to)?);
            assert!(dir == same, "the store relies on renames within a folder only");
            state.change(dir, Change::Rename(old, new, node));
            Ok(())
        })
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.operation(|state, _| {
            state.file(path)?;
            let (dir, name) = state.split(path)?;
            state.change(dir, Change::Remove(name));
            Ok(())
        })
    }

    fn list(&self, dir: &Path) -> io::Result<Option<Vec<std::ffi::OsString>>> {
        let listed =
            self.reading(|state, _| Ok(state.dirs[&state.dir(dir)?].now.keys().map(Into::into).collect()));
        there(listed)
    }

    fn is_there(&self, path: &Path) -> io::Result<bool> {
        Ok(there(self.reading(|state, _| state.file(path)))?.is_some())
    }

    fn is_write_protected(&self, _: &Path) -> io::Result<bool> {
        Ok(false)
    }

    fn modified(&self, _: &Path) -> Option<SystemTime> {
        None
    }

    fn create_dir(&self, dir: &Path) -> io::Result<()> {
        self.operation(|state, _| {
            let add = |state: &mut State, id| {
                state.dirs.insert(id, Names::default());
                Node::Dir(id)
            };
            state.add(dir, add).map(drop)
        })
    }

    fn sync_dir(&self, dir: &Path) -> io::Result<()> {
        self.operation(|state, flaws| {
            let dir = state.dir(dir)?;
            if !flaws.no_dir_sync {
                let names = state.dirs.get_mut(&dir).unwrap();
                names.durable = names.now.clone();
                names.pending.clear();
            }
            Ok(())
        })
    }

    fn lock(&self, path: &Path) -> io::Result<Lock> {
        self.operation(|state, flaws| {
            if flaws.no_locks {
                return Ok(Lock::Unsupported);
            }
            match state.add_file(path) {
                Err(error) if error.kind() != ErrorKind::AlreadyExists => Err(error),
                _ => Ok(Lock::Held(Box::new(()))),
            }
        })
    }

    fn resolve(&self, path: &Path) -> io::Result<PathBuf> {
        Ok(path.to_owned())
    }
}

struct Open {
    disk: Memory,
    file: u64,
}

impl NewFile for Open {
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        let file = self.file;
        let write = |bytes: &[u8]| {
            let bytes = bytes.to_vec();
            move |state: &mut State, _| {
                let contents = state
                    .files
                    .get_mut(&file)
                    .expect("named until it is renamed or removed");
                Arc::make_mut(&mut contents.now).extend(bytes);
                contents.digest = hash(&contents.now);
                contents.durable = false;
                Ok(())
            }
        };
        // A full disk takes the first half; that it then fails is the other half's doing.
        let half = bytes.len() / 2;
        write(&bytes[..half])(&mut self.disk.machine().state, Flaws::default())?;
        self.disk.operation(write(&bytes[half..]))
    }

    fn sync(&mut self) -> io::Result<()> {
        let file = self.file;
        let synced = self.disk.operation(|state, flaws| {
            if !flaws.no_file_sync
                && let Some(contents) = state.files.get_mut(&file)
            {
                contents.durable = !contents.lost;
            }
            Ok(())
        });
        if synced.is_err()
            && let Some(contents) = self.disk.machine().state.files.get_mut(&file)
        {
            (contents.durable, contents.lost) = (false, true);
        }
        synced
    }
}
