//! What belongs to the program alone: the data folder, the config file, the folder of themes, and what was put elsewhere
//! because the data folder would not take it. Decides for every output,
//! in every face, whether it would go onto or into one of them, whatever way leads there. Writes nothing.

use super::{
    elsewhere::is_elsewhere,
    same::{identity, is_same, real},
};
use crate::core::fault::{Cause, Fault};
#[cfg(unix)]
use std::fs;
use std::path::{Path, PathBuf};

/// The folders of the data folder in which nothing but the store makes files.
const KEPT: [&str; 5] = ["profiles", "backups", "undo", "deleted", "gatherings"];

/// The files and folders that no output may replace or lie in.
#[derive(Clone, Debug)]
pub struct Own {
    data: PathBuf,
    config: PathBuf,
    themes: PathBuf,
}

impl Own {
    /// The program's own, with the folder of data, the config file and the folder of themes where they are, there or not.
    pub fn new(data: &Path, config: &Path, themes: &Path) -> Self {
        Self {
            data: data.to_owned(),
            config: config.to_owned(),
            themes: themes.to_owned(),
        }
    }

    /// Refuses a file that goes out where it would be one of the program's own or lie among them: by its path, by a link,
    /// by a second name of the same file.
    ///
    /// # Errors
    /// [`Fault::CannotCreate`] with [`Cause::Own`].
    pub fn refuse(&self, file: &Path) -> Result<(), Fault> {
        // a folder of the program's may be reached by a way that does not lead through the data folder
        let dirs = KEPT.iter().map(|name| self.data.join(name));
        let own = [&self.data, &self.themes]
            .into_iter()
            .any(|dir| is_within(file, dir) || is_same(file, dir))
            || dirs.into_iter().any(|dir| is_within(file, &dir))
            || is_same(file, &self.config)
            || is_elsewhere(&real(file))
            || self.is_second_name(file);
        fault_where(own, file)
    }

    /// Refuses to write the config file where its path was set to one of the profiles' files, or among them. In the data
    /// folder itself it may lie: some systems have one folder for both.
    ///
    /// # Errors
    /// [`Fault::CannotCreate`] with [`Cause::Own`].
    pub fn refuse_config(&self) -> Result<(), Fault> {
        let file = &self.config;
        let files = [
            self.data.join("current"),
            super::log::path(&self.data),
            super::log::old_path(&self.data),
        ];
        let kept = KEPT.iter().any(|name| is_within(file, &self.data.join(name)))
            || files.iter().any(|kept| is_same(file, kept))
            || is_elsewhere(&real(file));
        fault_where(kept, file)
    }

    /// True where a file of the program's own has this name too.
    fn is_second_name(&self, file: &Path) -> bool {
        #[cfg(unix)]
        if let Ok(metadata) = fs::metadata(file)
            && std::os::unix::fs::MetadataExt::nlink(&metadata) > 1
        {
            let same = |own: &Path| is_same(own, file);
            return same(&self.config) || any_file(&self.data, &same) || any_file(&self.themes, &same);
        }
        // elsewhere replacing a file takes the one name alone, and the own file keeps its contents
        let _ = file;
        false
    }
}

fn fault_where(own: bool, file: &Path) -> Result<(), Fault> {
    let (path, why) = (file.to_owned(), Cause::Own);
    match own {
        true => Err(Fault::CannotCreate { path, why }),
        false => Ok(()),
    }
}

/// True where the file would lie in this folder or in one below it.
fn is_within(file: &Path, dir: &Path) -> bool {
    let Ok(dir) = identity(dir) else {
        // where there is no folder nothing can lie in it
        return false;
    };
    let file = real(file);
    file.ancestors()
        .skip(1)
        .any(|above| identity(above).is_ok_and(|above| above == dir))
}

/// True where `is` holds for a file in this folder or in one below it. Links are not followed.
#[cfg(unix)]
fn any_file(dir: &Path, is: &dyn Fn(&Path) -> bool) -> bool {
    let entries = fs::read_dir(dir).into_iter().flatten().flatten();
    entries.into_iter().any(|entry| match entry.file_type() {
        Ok(kind) if kind.is_dir() => any_file(&entry.path(), is),
        Ok(kind) if kind.is_file() => is(&entry.path()),
        _ => false,
    })
}
