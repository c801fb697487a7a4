//! Examples of every command, as its help shows them: calls that can be typed as they stand.

/// Calls, each a line.
pub type Calls = &'static [&'static str];

/// How completion is switched on in each shell, for good.
const COMPLETIONS: Calls = &[
    "pejl completions bash > ~/.local/share/bash-completion/completions/pejl",
    "pejl completions zsh >> ~/.zshrc",
    "pejl completions fish > ~/.config/fish/completions/pejl.fish",
    "pejl completions elvish >> ~/.config/elvish/rc.elv",
    "pejl completions powershell >> $PROFILE",
];

messages! {
    /// Examples in one language.
    #[allow(missing_docs)] // each field is the command of the same name in `cli::args`, `pejl` the program itself
    pub struct ExampleText;

    pejl: Calls {
        da: &[
            "pejl",
            "pejl --plain",
            "pejl set samskabelse 3",
            "pejl bearing save Efterår",
            "pejl export pdf -o ark.pdf",
            "pejl export pdf --what cards -o kort.pdf",
        ],
        en: &[
            "pejl",
            "pejl --plain",
            "pejl set samskabelse 3",
            "pejl bearing save Autumn",
            "pejl export pdf -o sheet.pdf",
            "pejl export pdf --what cards -o cards.pdf",
        ],
    }
    show: Calls {
        da: &["pejl show 2.1", "pejl show drift --level 2", "pejl show --json"],
        en: &["pejl show 2.1", "pejl show drift --level 2", "pejl show --json"],
    }
    set: Calls {
        da: &["pejl set samskabelse 3", "pejl set evidens -2"],
        en: &["pejl set samskabelse 3", "pejl set evidens -2"],
    }
    turn: Calls {
        da: &["pejl turn 2.1 1", "pejl turn økonomi -2"],
        en: &["pejl turn 2.1 1", "pejl turn evidens -2"],
    }
    reset: Calls { da: &["pejl reset 2.1", "pejl reset"], en: &["pejl reset 2.1", "pejl reset"] }
    undo: Calls { da: &["pejl undo"], en: &["pejl undo"] }
    redo: Calls { da: &["pejl redo"], en: &["pejl redo"] }
    note: Calls {
        da: &[
            "pejl note 2.1",
            "pejl note 2.1 \"Nyt botilbud fra januar\"",
            "pejl note 2.1 --edit",
            "pejl note 2.1 - < note.txt",
            "pejl note 2.1 -- \"--- punkt 1 ---\"",
        ],
        en: &[
            "pejl note 2.1",
            "pejl note 2.1 \"A new home from January\"",
            "pejl note 2.1 --edit",
            "pejl note 2.1 - < note.txt",
            "pejl note 2.1 -- \"--- item 1 ---\"",
        ],
    }
    bearing: Calls {
        da: &["pejl bearing save Efterår", "pejl bearing compare b1"],
        en: &["pejl bearing save Autumn", "pejl bearing compare b1"],
    }
    bearing_save: Calls {
        da: &["pejl bearing save", "pejl bearing save \"Efter seminaret\""],
        en: &["pejl bearing save", "pejl bearing save \"After the seminar\""],
    }
    bearing_list: Calls { da: &["pejl bearing list --json"], en: &["pejl bearing list --json"] }
    bearing_show: Calls {
        da: &["pejl bearing show b1", "pejl bearing show Efterår"],
        en: &["pejl bearing show b1", "pejl bearing show Autumn"],
    }
    bearing_compare: Calls {
        da: &["pejl bearing compare b1", "pejl bearing compare b1 b2"],
        en: &["pejl bearing compare b1", "pejl bearing compare b1 b2"],
    }
    bearing_restore: Calls { da: &["pejl bearing restore b1"], en: &["pejl bearing restore b1"] }
    bearing_delete: Calls { da: &["pejl bearing delete b1"], en: &["pejl bearing delete b1"] }
    decision: Calls {
        da: &["pejl decision add \"Vi slår de to afdelinger sammen\"", "pejl decision list"],
        en: &["pejl decision add \"We merge the two departments\"", "pejl decision list"],
    }
    decision_list: Calls {
        da: &["pejl decision list", "pejl decision list --json"],
        en: &["pejl decision list", "pejl decision list --json"],
    }
    decision_add: Calls {
        da: &["pejl decision add \"Vi slår de to afdelinger sammen\"", "pejl decision add - < beslutning.txt"],
        en: &["pejl decision add \"We merge the two departments\"", "pejl decision add - < decision.txt"],
    }
    decision_show: Calls {
        da: &["pejl decision show d1", "pejl decision show \"vi slår\""],
        en: &["pejl decision show d1", "pejl decision show \"we merge\""],
    }
    decision_delete: Calls { da: &["pejl decision delete d1"], en: &["pejl decision delete d1"] }
    profile: Calls {
        da: &["pejl profile new Sundhed", "pejl profile use Sundhed"],
        en: &["pejl profile new Health", "pejl profile use Health"],
    }
    profile_list: Calls { da: &["pejl profile list --json"], en: &["pejl profile list --json"] }
    profile_new: Calls {
        da: &["pejl profile new Sundhed", "pejl profile new \"Sundhed 2027\" --from Sundhed"],
        en: &["pejl profile new Health", "pejl profile new \"Health 2027\" --from Health"],
    }
    profile_use: Calls { da: &["pejl profile use Sundhed"], en: &["pejl profile use Health"] }
    profile_rename: Calls {
        da: &["pejl profile rename \"Min profil\" Sundhed"],
        en: &["pejl profile rename \"Min profil\" Health"],
    }
    profile_delete: Calls { da: &["pejl profile delete Sundhed"], en: &["pejl profile delete Health"] }
    export: Calls {
        da: &[
            "pejl export html -o ark.html",
            "pejl export md --without notes,decisions",
            "pejl export csv -o - > tal.csv",
        ],
        en: &[
            "pejl export html -o sheet.html",
            "pejl export md --without notes,decisions",
            "pejl export csv -o - > numbers.csv",
        ],
    }
    import: Calls {
        da: &["pejl import anna.json --as Anna", "pejl import - < anna.json"],
        en: &["pejl import anna.json --as Anna", "pejl import - < anna.json"],
    }
    share: Calls {
        da: &["pejl share /fælles/pejlinger --name \"Anne Holm\"", "pejl share /fælles/pejlinger --take-back"],
        en: &["pejl share /shared/bearings --name \"Anne Holm\"", "pejl share /shared/bearings --take-back"],
    }
    compare: Calls {
        da: &["pejl compare /fælles/pejlinger/bo-dal.pejl.json"],
        en: &["pejl compare /shared/bearings/bo-dal.pejl.json"],
    }
    team: Calls {
        da: &["pejl team ledere/", "pejl team ledere/ --format html -o gruppen.html"],
        en: &["pejl team leaders/", "pejl team leaders/ --format html -o team.html"],
    }
    gathering: Calls {
        da: &["pejl gathering list", "pejl gathering show", "pejl gathering export html -o dagens-ark.html"],
        en: &["pejl gathering list", "pejl gathering show", "pejl gathering export html -o sheet-of-the-day.html"],
    }
    gathering_list: Calls { da: &["pejl gathering list --json"], en: &["pejl gathering list --json"] }
    gathering_show: Calls { da: &["pejl gathering show 2026-11-28"], en: &["pejl gathering show 2026-11-28"] }
    gathering_agree: Calls {
        da: &["pejl gathering agree evidens \"Mette følger op 14. januar\""],
        en: &["pejl gathering agree evidens \"Mette follows up on 14 January\""],
    }
    gathering_decide: Calls { da: &["pejl gathering decide"], en: &["pejl gathering decide"] }
    gathering_end: Calls { da: &["pejl gathering end"], en: &["pejl gathering end"] }
    gathering_export: Calls {
        da: &["pejl gathering export pdf -o ark.pdf", "pejl gathering export md 2026-11-28"],
        en: &["pejl gathering export pdf -o sheet.pdf", "pejl gathering export md 2026-11-28"],
    }
    framework: Calls { da: &["pejl framework check vores.json"], en: &["pejl framework check ours.json"] }
    framework_check: Calls {
        da: &["pejl framework check vores.json"],
        en: &["pejl framework check ours.json"],
    }
    framework_new: Calls {
        da: &["pejl framework new vores.json"],
        en: &["pejl framework new ours.json"],
    }
    framework_schema: Calls {
        da: &["pejl framework schema > grundlag.schema.json"],
        en: &["pejl framework schema > framework.schema.json"],
    }
    config: Calls {
        da: &["pejl config init", "pejl config check"],
        en: &["pejl config init", "pejl config check"],
    }
    config_init: Calls { da: &["pejl config init"], en: &["pejl config init"] }
    config_path: Calls { da: &["pejl config path"], en: &["pejl config path"] }
    config_check: Calls { da: &["pejl config check"], en: &["pejl config check"] }
    config_edit: Calls { da: &["pejl config edit"], en: &["pejl config edit"] }
    theme: Calls {
        da: &["pejl theme list", "pejl theme print dark > mit.toml"],
        en: &["pejl theme list", "pejl theme print dark > mine.toml"],
    }
    theme_list: Calls { da: &["pejl theme list"], en: &["pejl theme list"] }
    theme_print: Calls {
        da: &["pejl theme print dark > ~/.config/pejl/themes/mit.toml"],
        en: &["pejl theme print dark > ~/.config/pejl/themes/mine.toml"],
    }
    paths: Calls { da: &["pejl paths"], en: &["pejl paths"] }
    doctor: Calls {
        da: &["pejl doctor", "pejl doctor --json"],
        en: &["pejl doctor", "pejl doctor --json"],
    }
    completions: Calls {
        da: COMPLETIONS,
        en: COMPLETIONS,
    }
    man: Calls {
        da: &["pejl man > ~/.local/share/man/man1/pejl.1"],
        en: &["pejl man > ~/.local/share/man/man1/pejl.1"],
    }
    help: Calls { da: &["pejl help bearing save"], en: &["pejl help bearing save"] }
}
