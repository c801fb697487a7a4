//! A whole leadership day in real terminals, as `docs/lederdag.md` tells it: one presents, five share while it runs, what was
//! agreed is kept, and a sheet comes of it. Nothing is waited for but what the screens show and what lies on the disk.

use crate::common::{
    home::Home,
    pty::{Exit, Signal, text},
};
use serde_json::Value;
use std::{ffi::OsStr, fs, path::Path};

const LEADERS: [(&str, i64); 5] = [
    ("Anne Holm", 4),
    ("Bo Berg", -3),
    ("Carla Juul", 3),
    ("Dan Krag", 4),
    ("Eva Lund", -5),
];

/// A leader at her own machine, with her dials turned.
fn leader(name: &str, evidens: i64) -> Home {
    let home = Home::visited();
    home.says(&["profile", "rename", "Min profil", name]);
    home.says(&["set", "evidens", &evidens.to_string()]);
    home.says(&["note", "evidens", "Fortroligt"]);
    home
}

/// The one gathering that the presenter has.
fn gathering(home: &Home) -> Value {
    let names = home.names("data/gatherings");
    let mut files = names.iter().filter(|name| name.ends_with(".json"));
    let name = files.next().expect("a gathering");
    assert_eq!(files.next(), None, "one a day: {names:?}");
    serde_json::from_slice(&fs::read(home.path(&format!("data/gatherings/{name}"))).unwrap()).unwrap()
}

#[test]
fn a_day_with_one_presenter_and_five_leaders_ends_with_the_sheet() {
    let presenter = Home::visited();
    let group = presenter.path("group");
    fs::create_dir(&group).unwrap();
    let leaders = LEADERS.map(|(name, evidens)| leader(name, evidens));
    let share = |leader: &Home| leader.says(&["share", group.to_str().unwrap()]);
    let program = Path::new(env!("CARGO_BIN_EXE_pejl"));
    let args: [&OsStr; 3] = ["team".as_ref(), group.as_ref(), "--present".as_ref()];
    let mut screen = presenter.run_in((80, 24), program, &args, &[]);
    screen.wait_for(&["Her vises alle"]);
    // they come one by one, while it is on the screen
    for (at, leader) in leaders[..4].iter().enumerate() {
        share(leader);
        let said = match at + 1 {
            1 => "1 har lagt sin pejling".to_owned(),
            count => format!("{count} har lagt deres pejling"),
        };
        // a long title leaves room for the short words alone
        let short = format!("{} med", at + 1);
        screen.wait_until(|screen| [&said, &short].iter().any(|said| text(screen).contains(*said)));
    }
    // left and come back to
    screen.send("\x1b");
    screen.wait_for(&["Samlingen"]);
    screen.send("\x1b");
    screen.wait_for(&["profiler"]);
    screen.send("\x1b[15~");
    screen.wait_for(&["Præsentation"]);
    // the one that was on the screen, and then the one they stand furthest apart on
    screen.send("\x1b[C");
    screen.wait_for(&["2 af 12 · Evidens"]);
    screen.send(" ");
    screen.wait_until(|screen| text(screen).contains("hak") || text(screen).contains("samme sted"));
    // one turns her dial and shares again, and the fifth comes late
    leaders[0].says(&["set", "evidens", "5"]);
    share(&leaders[0]);
    share(&leaders[4]);
    screen.wait_for(&["5 med"]);
    screen.send("n");
    screen.wait_for(&["Det aftalte vi"]);
    screen.send("Mette følger op");
    screen.wait_for(&["Mette følger op"]);
    // the machine is switched off in the middle of it
    screen.signal(Signal::TERM);
    assert_eq!(screen.exit(), Exit::Status(143));
    let kept = gathering(&presenter);
    assert_eq!(kept["leaders"].as_array().map(Vec::len), Some(5), "{kept}");
    let mut screen = presenter.run_in((120, 36), program, &args, &[]);
    screen.wait_for(&["Mette følger op"]);
    screen.send("\x1b");
    screen.wait_for(&["I talte om 1 pejlemærke: 1 aftale."]);
    screen.send("d");
    screen.wait_for(&["1 aftale står nu som beslutning"]);
    screen.send("\r");
    screen.wait_for(&["Skriv arket"]);
    screen.send("\x15\x0b");
    screen.send(presenter.path("ark.html").to_str().unwrap());
    screen.send("\r");
    screen.wait_for(&["Skrevet i"]);
    screen.send("\x1b");
    screen.wait_for(&["5 profiler"]);
    screen.send("q");
    assert_eq!(screen.exit(), Exit::Status(0));
    let sheet = fs::read_to_string(presenter.path("ark.html")).unwrap();
    for said in ["Mette følger op", "Anne Holm", "Eva Lund", "<svg"] {
        assert!(sheet.contains(said), "{said}: {sheet}");
    }
    assert!(!sheet.contains("Fortroligt"));
    let shown = presenter.says(&["gathering", "show"]);
    assert!(shown.contains("Mette følger op"), "{shown}");
    assert!(presenter.says(&["decision", "list"]).contains("Mette følger op"));
}
