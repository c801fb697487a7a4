//! The file of settings and the reader's own themes: what they say, what is wrong with them, and that they are left alone.

use crate::common::home::Home;
use pejl::{
    app::{
        action::Action,
        keymap::{Key, Scope},
        preferences::Glyphs,
    },
    config::{Config, ConfigFile, Themes},
    screens::preferences::{Preferences, Setting},
    text::Lang,
};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// A home with this file of settings.
fn with(config: &str) -> Home {
    let home = Home::new();
    home.write("config.toml", config);
    home
}

fn parse(text: &str) -> (Config, Vec<String>) {
    let themes = ["dark", "light", "nat"].map(str::to_owned);
    let (config, problems) = Config::parse(text, Some(&themes));
    (
        config,
        problems.iter().map(|problem| Lang::Da.problem(problem)).collect(),
    )
}

/// The reader wants the light theme.
fn light() -> Preferences {
    Preferences {
        theme: "light".into(),
        ..Preferences::default()
    }
}

#[test]
fn every_key_is_read() {
    let (config, faults) = parse(
        "language = 'en'\ntheme = 'nat'\nglyphs = 'braille'\nmotion = false\nmouse = false\nghost = false\n\
         team = ['/a', '/b']\n[keys]\nrose = ['o', 'æ']\n",
    );
    assert_eq!(faults, [""; 0]);
    assert_eq!(config.language, Some(Lang::En));
    assert_eq!(config.theme.as_deref(), Some("nat"));
    assert_eq!(config.glyphs, Some(Glyphs::Braille));
    assert_eq!([config.motion, config.mouse, config.ghost], [Some(false); 3]);
    assert_eq!(config.team, Some(vec![PathBuf::from("/a"), PathBuf::from("/b")]));
    let action = config.keymap.action(Scope::Home, Key::parse("æ").unwrap());
    assert_eq!(action, Some(Action::Rose));
    assert_eq!(
        parse("team = '/a'").0.team,
        Some(vec![PathBuf::from("/a")]),
        "a path alone"
    );
    assert_eq!(parse("").0, Config::default());
    assert_eq!(
        parse("\u{feff}mouse = false\r\n").0.mouse,
        Some(false),
        "as an editor on Windows may save it"
    );
}

#[test]
fn every_fault_has_its_line_its_column_and_its_key() {
    for (text, fault) in [
        ("theme = ", "1:9: her kan filen ikke læses som TOML"),
        ("mouse = true\nmouse = false", "2:1: her kan filen ikke læses"),
        (
            "motion = 'nej'",
            "1:10: motion er en tekst, men skal være true eller false",
        ),
        ("æøå = 1\n", "1:1: her kan filen ikke"),
        (
            "theme = 'x'",
            "1:9: theme er »x«, men skal være »auto«, »dark«, »light« eller »nat«",
        ),
        (
            "language = 'de'",
            "1:12: language er »de«, men skal være »da« eller »en«",
        ),
        (
            "\nglyphs = 'fine'",
            "2:10: glyphs er »fine«, men skal være »auto«, »pixels«, »smooth«",
        ),
        ("team = [1]", "1:9: team[0] er et tal, men skal være en tekst"),
        ("thema = 1", "1:1: thema er ukendt: det kan være language, theme"),
        ("keys = 1", "1:8: keys er et tal, men skal være et objekt"),
        (
            "[keys]\nrosen = ['o']",
            "2:1: keys.rosen er ukendt: det kan være rose",
        ),
        (
            "[keys]\nrose = 'o'",
            "2:8: keys.rose er en tekst, men skal være en liste",
        ),
        (
            "[keys]\nrose = ['o', 'Hyper+X']",
            "2:14: keys.rose[1] er »Hyper+X«, som ikke er en tast",
        ),
        (
            "[keys]\nrose = ['o', 'v']",
            "2:14: keys.rose[1] er »v«, som allerede er tast for levels: vælg en anden, eller giv levels en anden",
        ),
        (
            "[keys]\nnote = ['m']\nrose = ['m']",
            "er »m«, som allerede er tast for",
        ),
        (
            "[keys]\nrose = ['Ctrl+C']",
            "2:9: keys.rose[0] er »Ctrl+C«, som allerede er tast for interrupt",
        ),
        ("[keys]\ninterrupt = ['x']", "2:1: keys.interrupt er ukendt"),
    ] {
        let (_, faults) = parse(text);
        assert!(
            faults.first().is_some_and(|first| first.contains(fault)),
            "{text:?}: {faults:?}"
        );
        assert_eq!(faults.len(), 1, "{text:?}: {faults:?}");
    }
}

#[test]
fn a_fault_leaves_the_other_keys_as_they_are() {
    let (config, faults) = parse("theme = 7\nmouse = false\nnope = 1\n[keys]\nrose = ['v']\norder = ['x']\n");
    assert_eq!(faults.len(), 3);
    assert_eq!((config.theme, config.mouse), (None, Some(false)));
    assert_eq!(config.keymap, Default::default(), "keys hold all or none");
    let (config, faults) = parse("[keys]\nrose = ['Hyper+X']\norder = ['x']\n");
    assert_eq!(
        (config.keymap == Default::default(), faults.len()),
        (true, 1),
        "also with a key that is none"
    );
}

#[test]
fn the_default_file_says_nothing_and_names_every_key_and_action() {
    for lang in [Lang::Da, Lang::En] {
        let home = Home::new();
        ConfigFile::init(&home.config(), lang).unwrap();
        let text = fs::read_to_string(home.config()).unwrap();
        assert_eq!(parse(&text).0, Config::default());
        let uncommented: String = text
            .lines()
            .map(|line| match line.strip_prefix('#') {
                Some(line) if !line.starts_with(' ') => format!("{line}\n"),
                _ => format!("{line}\n"),
            })
            .collect();
        let (config, faults) = parse(&uncommented);
        assert_eq!(faults, [""; 0], "{uncommented}");
        assert_eq!(
            config.keymap,
            Default::default(),
            "the keys it names are the keys there are"
        );
        for action in Action::ALL.iter().filter(|action| **action != Action::Interrupt) {
            assert!(text.contains(&format!("\n#{} = [", action.id())), "{action:?}");
        }
    }
}

#[test]
fn setting_a_value_keeps_every_other_byte() {
    let home = with(
        "# mine\r\ntheme='dark' # why\r\nfuture = { x = 1 }\r\n#mouse = true\r\n[keys]\r\n#ghost = true\r\n",
    );
    let wanted = Preferences {
        theme: "light".into(),
        mouse: false,
        ghost: false,
        team: vec![r"G:\ledere".into(), "æ\"b".into()],
        ..Preferences::default()
    };
    for setting in [
        Setting::Theme,
        Setting::Mouse,
        Setting::Ghost,
        Setting::Team,
        Setting::Level,
    ] {
        ConfigFile::keep(&home.config(), setting, &wanted, Lang::Da).unwrap();
    }
    let text = fs::read_to_string(home.config()).unwrap();
    let rest = "# mine\r\ntheme=\"light\" # why\r\nfuture = { x = 1 }\r\nmouse = false\r\n[keys]\r\n#ghost = true\r\n";
    assert!(text.ends_with(rest), "{text}");
    let (config, _) = parse(&text);
    assert_eq!((config.ghost, config.mouse), (Some(false), Some(false)));
    assert_eq!(
        config.team.unwrap(),
        [PathBuf::from(r"G:\ledere"), PathBuf::from("æ\"b")]
    );
}

#[test]
fn a_value_set_where_there_is_no_file_stands_in_the_commented_default() {
    let home = Home::new();
    let file = home.path("new/folder/config.toml");
    ConfigFile::keep(&file, Setting::Theme, &light(), Lang::En).unwrap();
    let text = fs::read_to_string(&file).unwrap();
    assert!(
        text.contains("\ntheme = \"light\"\n") && !text.contains("#theme"),
        "{text}"
    );
    assert!(text.starts_with("# Settings for pejl."));
}

#[test]
fn a_file_that_is_no_toml_is_not_touched() {
    let home = with("theme = \n");
    let fault = ConfigFile::keep(&home.config(), Setting::Theme, &light(), Lang::Da).unwrap_err();
    assert_eq!(fault.exit_code(), 65);
    assert_eq!(fs::read_to_string(home.config()).unwrap(), "theme = \n");
}

#[test]
fn init_makes_the_file_once() {
    let home = Home::new();
    assert_eq!(home.told(&["config", "init"], 0), "config.toml er oprettet\n");
    fs::write(home.config(), "mouse = false\n").unwrap();
    let refused = home.told(&["config", "init"], 73);
    assert!(
        refused.starts_with("pejl: config.toml findes allerede") && !refused.contains("--force"),
        "{refused}"
    );
    assert_eq!(fs::read_to_string(home.config()).unwrap(), "mouse = false\n");
    assert!(home.told(&["config", "path"], 0).ends_with("config.toml\n"));
}

#[test]
fn check_tells_every_fault_and_the_defaults_hold() {
    let config = "language = 'en'\ntheme = 'neon'\n[keys]\nrose = ['v']\n";
    let home = with(config);
    let told = home.told(&["config", "check"], 65);
    assert_eq!(told.lines().count(), 2, "{told}");
    assert!(
        told.starts_with("config.toml:2:9: theme is “neon”, but must be “auto”, “dark”"),
        "{told}"
    );
    assert!(
        told.contains("config.toml:4:9: keys.rose[0] is “v”, which is a key of levels already"),
        "{told}"
    );
    assert!(home.told(&["paths"], 0).contains("config.toml:2:9: theme is"));
    assert!(
        home.told(&["show", "evidens"], 0).contains("weight"),
        "the rest holds"
    );
    assert_eq!(fs::read_to_string(home.config()).unwrap(), config);
    let json: serde_json::Value =
        serde_json::from_str(&home.told(&["config", "check", "--json"], 65)).unwrap();
    assert_eq!(json["faults"][1]["field"], "keys.rose[0]");
    assert_eq!(json["faults"][1]["column"], 9);
}

#[test]
fn check_says_that_all_is_well_or_that_there_is_no_file() {
    assert_eq!(
        with("mouse = false").told(&["config", "check"], 0),
        "config.toml: ingen fejl\n"
    );
    assert!(
        Home::new()
            .told(&["config", "check"], 0)
            .starts_with("config.toml er der ikke endnu")
    );
}

#[test]
fn a_file_that_cannot_be_read_is_told_and_the_defaults_hold() {
    let home = Home::new();
    fs::create_dir(home.config()).unwrap();
    assert!(
        home.told(&["config", "check"], 66)
            .contains("er ikke en almindelig fil")
    );
    assert!(home.told(&["show", "evidens"], 0).contains("vægt"));
    fs::remove_dir(home.config()).unwrap();
    fs::write(home.config(), b"theme = 'dark'\n# \xff\n").unwrap();
    assert!(
        home.told(&["config", "check"], 65)
            .starts_with("config.toml:2:3: her er tegn, der ikke er UTF-8")
    );
}

#[test]
fn an_option_comes_before_the_environment_and_both_before_the_config() {
    let home = with("language = 'en'\n");
    assert!(home.told(&["show", "evidens"], 0).contains("weight"));
    assert!(
        home.told(&["--lang", "da", "show", "evidens"], 0)
            .contains("vægt")
    );
    let other = home.path("other.toml");
    fs::write(&other, "language = 'da'\n").unwrap();
    let other = other.to_str().unwrap();
    assert!(
        home.told(&["show", "evidens", "--config", other], 0)
            .contains("vægt")
    );
    assert!(
        home.told(&[&format!("--config={other}"), "show", "evidens"], 0)
            .contains("vægt")
    );
}

#[test]
fn a_theme_that_does_not_exist_exits_2_with_the_list() {
    let home = Home::new();
    home.write("themes/nat.toml", "accent = 'red'");
    let refused = home.told(&["--theme", "neon", "paths"], 2);
    assert_eq!(
        refused,
        "pejl: --theme kan ikke være »neon«: vælg auto, dark, light, high-contrast, mono eller nat\n"
    );
    assert!(!home.told(&["--theme", "nat", "paths"], 0).contains("accent"));
    let refused = home.told(&["--glyphs", "fine", "paths"], 2);
    assert!(
        refused.contains("vælg auto, pixels, smooth, block, braille eller ascii"),
        "{refused}"
    );
}

#[test]
fn a_faulty_theme_file_is_told_with_its_line_and_column() {
    let home = with("theme = 'nat'\n");
    for (text, fault) in [
        (
            "accent = 'rød'",
            "themes/nat.toml:1:10: accent er »rød«, som ikke er en farve",
        ),
        ("\nglow = 'red'", "themes/nat.toml:2:1: glow er ukendt"),
        (
            "accent = \n",
            "themes/nat.toml:1:10: her kan filen ikke læses som TOML",
        ),
    ] {
        home.write("themes/nat.toml", text);
        assert!(
            home.told(&["paths"], 0).contains(fault),
            "{text:?}: {}",
            home.told(&["paths"], 0)
        );
        assert!(home.told(&["config", "check"], 65).contains(fault));
    }
}

#[test]
fn themes_are_the_shipped_ones_and_the_files_of_the_folder() {
    let home = Home::new();
    let themes = Themes {
        dir: home.path("themes"),
    };
    assert_eq!(themes.names().len(), 4, "no folder is no fault");
    for name in ["ø", "dag", "dark", "../x"] {
        if !name.contains('/') {
            home.write(&format!("themes/{name}.toml"), "base = 'light'");
        }
    }
    home.write("themes/notes.txt", "");
    assert_eq!(
        themes.names()[4..],
        ["dag", "ø"],
        "a file cannot stand in for a shipped one"
    );
    assert!(themes.load("../x", pejl::ui::theme::Depth::True).is_err());
    assert!(Path::new(&themes.dir).is_dir());
}

/// A machine-wide file of settings can be placed by the environment where the system has a variable for it.
#[cfg(all(unix, not(target_os = "macos")))]
#[test]
fn the_machines_config_holds_where_the_readers_own_says_nothing() {
    let home = with("theme = 'light'\n");
    let machine = "language = 'en'\nteam = 'holdet'\nframework = 'andet.json'\nfarver = 1\n";
    home.write("xdg/pejl/config.toml", machine);
    home.write("xdg/pejl/holdet/.keep", "");
    let pejl = |args: &[&str]| {
        let mut command = home.command();
        command.env("XDG_CONFIG_DIRS", home.path("xdg"));
        crate::common::home::Answer::from(command.args(args).output().unwrap())
    };
    let report = pejl(&["doctor", "--json"]);
    let report: serde_json::Value = serde_json::from_slice(&report.out).unwrap();
    assert_eq!(report["config"]["machine"], home.at("xdg/pejl/config.toml"));
    assert_eq!(report["language"]["code"], "en");
    assert_eq!(report["team"][0]["path"], home.at("xdg/pejl/holdet"));
    // its framework is asked for, from its own folder; a fault in it is told with its place
    let told = report["faults"].to_string();
    for said in ["xdg/pejl/andet.json", "xdg/pejl/config.toml:4:1"] {
        assert!(told.contains(said), "{said} in {told}");
    }
    // the path alone is what a script takes
    let (path, file) = (pejl(&["config", "path"]), home.at("xdg/pejl/config.toml"));
    assert_eq!(path.text(), home.at("config.toml") + "\n");
    assert!(path.err.contains(&file), "{}", path.err);
    let path: serde_json::Value = serde_json::from_slice(&pejl(&["config", "path", "--json"]).out).unwrap();
    assert_eq!(path["machine"], file);
    // every file that was looked at is named
    let check = pejl(&["config", "check"]);
    assert_eq!(check.code, Some(65));
    check.in_turn(&[&home.at("config.toml"), "no faults", "xdg/pejl/config.toml:4:1"]);
    let check: serde_json::Value = serde_json::from_slice(&pejl(&["config", "check", "--json"]).out).unwrap();
    assert_eq!(check["machine"], file);
    assert_eq!(
        (&check["faults"][0]["file"], &check["faults"][0]["line"]),
        (&file.clone().into(), &4.into())
    );
    home.write("xdg/pejl/config.toml", machine.replace("farver = 1\n", ""));
    assert_eq!(pejl(&["config", "check"]).text().matches("no faults").count(), 2);
    // the reader's own comes first, and the option and the environment before both
    home.write("config.toml", "language = 'da'\nteam = []\nframework = ''\n");
    let show = pejl(&["show", "evidens"]);
    assert_eq!(show.code, Some(0), "nothing is the built-in one: {}", show.err);
    let own: serde_json::Value = serde_json::from_slice(&pejl(&["doctor", "--json"]).out).unwrap();
    assert_eq!(own["language"]["code"], "da");
    assert_eq!(own["team"], serde_json::json!([]));
    home.write("config.toml", "framework = 'eget.json'\n");
    assert!(pejl(&["show"]).err.contains("eget.json"));
    let answer = pejl(&["show", "--framework", "tredje.json"]);
    assert!(answer.err.contains("tredje.json"), "{}", answer.err);
    assert_eq!(answer.code, Some(66));
}
