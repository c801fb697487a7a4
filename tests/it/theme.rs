//! What a reader is promised of the themes: that text can be read, that fields can be told apart by every eye, and
//! that a faulty theme file says where.

use pejl::core::problem::{Kind, Problem, ProblemKind};
use pejl::ui::theme::color::Rgb;
use pejl::ui::theme::{Depth, FIELDS, Palette, Role, SHIPPED, Theme};
use ratatui::style::{Color, Modifier};
use vision::{Deficiency, Looks};

mod vision;

const COLOURED: [&str; 3] = ["dark", "light", "high-contrast"];
const PAINTED: [Depth; 2] = [Depth::True, Depth::Indexed256];
const DEPTHS: [Depth; 4] = [Depth::True, Depth::Indexed256, Depth::Ansi16, Depth::None];

fn theme(name: &str, depth: Depth) -> Theme {
    Theme::shipped(name, depth).unwrap_or_else(|| panic!("no theme {name}"))
}

fn rgb(theme: &Theme, role: Role) -> Rgb {
    Rgb::of(theme.color(role)).unwrap_or_else(|| panic!("{}: {role:?} has no colour", theme.name()))
}

fn text_roles() -> impl Iterator<Item = Role> {
    use Role::*;
    [Text, Muted, Strong, Accent, Notice, Good, Alarm, Key, Unofficial]
        .into_iter()
        .chain((0..FIELDS).map(Field))
}

/// Each theme that paints its background, at each depth where it does.
fn painted() -> impl Iterator<Item = Theme> {
    COLOURED
        .into_iter()
        .flat_map(|name| PAINTED.map(|depth| theme(name, depth)))
}

#[test]
fn every_shipped_file_reads_without_a_problem() {
    for name in SHIPPED {
        let path = format!("{}/assets/themes/{name}.toml", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(path).expect("a shipped theme");
        assert!(
            Palette::parse(&text).is_ok(),
            "{name}: {:?}",
            Palette::parse(&text)
        );
    }
    assert!(Palette::shipped("midnight").is_none());
}

#[test]
fn coloured_themes_give_every_role_a_colour() {
    for theme in painted() {
        for role in Role::all() {
            rgb(&theme, role);
        }
    }
}

#[test]
fn text_can_be_read_on_both_pages_in_true_colour_and_in_256() {
    for theme in painted() {
        let floor = if theme.name() == "high-contrast" { 7.0 } else { 4.5 };
        for page in [Role::Background, Role::Overlay] {
            for role in text_roles() {
                let contrast = rgb(&theme, role).contrast(rgb(&theme, page));
                let (name, depth) = (theme.name(), theme.depth());
                assert!(
                    contrast >= floor,
                    "{name} {depth:?}: {role:?} on {page:?} has {contrast:.2}"
                );
            }
        }
    }
}

#[test]
fn text_with_its_own_background_can_be_read_on_it() {
    for theme in painted() {
        for role in [Role::Match, Role::Selection, Role::Background, Role::Overlay] {
            let style = theme.style(role);
            let (fg, bg) = (style.fg.and_then(Rgb::of), style.bg.and_then(Rgb::of));
            let contrast = fg.zip(bg).map_or(0.0, |(fg, bg)| fg.contrast(bg));
            assert!(
                contrast >= 7.0,
                "{} {:?}: {role:?} has {contrast:.2}",
                theme.name(),
                theme.depth()
            );
        }
    }
}

#[test]
fn shapes_that_carry_meaning_can_be_seen() {
    use Role::*;
    for theme in painted() {
        let shapes = [Border, SelectedBorder, Ghost, NeutralMark].map(|role| (role, 3.0));
        let dims = (0..FIELDS).map(|field| (FieldDim(field), 3.0));
        for (role, floor) in shapes
            .into_iter()
            .chain(dims)
            .chain([(Needle, 4.5), (Track, 2.2)])
        {
            let contrast = rgb(&theme, role).contrast(rgb(&theme, Background));
            assert!(
                contrast >= floor,
                "{} {:?}: {role:?} has {contrast:.2}",
                theme.name(),
                theme.depth()
            );
        }
    }
}

/// CIEDE2000 between each two of the four fields, as everyone sees them and simulated after Machado, Oliveira and
/// Fernandes (2009). 1 is just noticeable side by side, black and white
/// are 100 apart.
#[test]
fn the_four_fields_stay_apart_for_every_kind_of_eye() {
    for name in COLOURED {
        for (depth, floor) in [(Depth::True, 14.0), (Depth::Indexed256, 12.0)] {
            let theme = theme(name, depth);
            let eyes = Deficiency::ALL.map(Some).into_iter().chain([None]);
            for eye in eyes {
                for (a, b) in pairs(4) {
                    let seen = |field| {
                        let color = rgb(&theme, Role::Field(field));
                        eye.map_or(color, |eye| color.seen_with(eye))
                    };
                    let apart = seen(a).difference(seen(b));
                    assert!(
                        apart >= floor,
                        "{name} {depth:?} {eye:?}: fields {a} and {b} are {apart:.1} apart"
                    );
                }
            }
        }
    }
}

/// In true colour; 256 have too few dark ones for twelve, and a field's name stands beside its colour anyway.
#[test]
fn twelve_fields_differ_and_a_thirteenth_starts_over() {
    for theme in COLOURED.map(|name| theme(name, Depth::True)) {
        for (a, b) in pairs(FIELDS) {
            let apart = rgb(&theme, Role::Field(a)).difference(rgb(&theme, Role::Field(b)));
            assert!(
                apart >= 5.0,
                "{}: fields {a} and {b} are {apart:.1} apart",
                theme.name()
            );
        }
        assert_eq!(theme.style(Role::Field(FIELDS)), theme.style(Role::Field(0)));
    }
}

fn pairs(count: usize) -> impl Iterator<Item = (usize, usize)> {
    (0..count).flat_map(move |a| (a + 1..count).map(move |b| (a, b)))
}

#[test]
fn sixteen_colours_keep_the_terminals_background_and_tell_the_four_fields_apart() {
    for name in SHIPPED {
        let theme = theme(name, Depth::Ansi16);
        for role in Role::all() {
            let style = theme.style(role);
            assert!(
                matches!(style.bg, None | Some(Color::Reset)),
                "{name}: {role:?} paints {:?}",
                style.bg
            );
            let many = matches!(style.fg, Some(Color::Rgb(..) | Color::Indexed(_)));
            assert!(!many, "{name}: {role:?} is {:?}", style.fg);
        }
        if name != "mono" {
            for (a, b) in pairs(4) {
                assert_ne!(theme.color(Role::Field(a)), theme.color(Role::Field(b)), "{name}");
            }
        }
        assert!(
            theme
                .style(Role::Selection)
                .add_modifier
                .contains(Modifier::REVERSED)
        );
    }
}

#[test]
fn without_colour_no_theme_sets_one_and_nothing_that_is_read_is_dimmed() {
    for name in SHIPPED {
        let theme = theme(name, Depth::None);
        for role in Role::all() {
            let style = theme.style(role);
            assert_eq!(style.fg, Some(Color::Reset), "{name}: {role:?}");
            assert!(matches!(style.bg, None | Some(Color::Reset)), "{name}: {role:?}");
        }
        for role in text_roles().chain([Role::Match, Role::Selection]) {
            assert!(
                !theme.style(role).add_modifier.contains(Modifier::DIM),
                "{name}: {role:?} is dimmed"
            );
        }
        let styles = [Role::Text, Role::Strong, Role::Alarm, Role::Selection].map(|role| theme.style(role));
        for (a, b) in pairs(styles.len()) {
            assert_ne!(styles[a], styles[b]);
        }
    }
}

#[test]
fn mono_has_no_colour_in_any_terminal() {
    for depth in DEPTHS {
        let theme = theme("mono", depth);
        for role in Role::all() {
            assert_eq!(theme.color(role), Color::Reset, "{depth:?} {role:?}");
        }
    }
}

#[test]
fn auto_takes_dark_on_dark_and_light_on_light() {
    for (background, expected) in [
        (Rgb(0, 0, 0), "dark"),
        (Rgb(0x00, 0x2b, 0x36), "dark"),
        (Rgb(0x1e, 0x1e, 0x2e), "dark"),
        (Rgb(255, 255, 255), "light"),
        (Rgb(0xfd, 0xf6, 0xe3), "light"),
        (Rgb(0xe0, 0xe0, 0xe0), "light"),
    ] {
        assert_eq!(
            Theme::for_background(background, Depth::True).name(),
            expected,
            "{background:?}"
        );
    }
}

#[test]
fn a_user_theme_changes_what_it_names_and_keeps_the_rest_of_its_base() {
    let text = "accent = '#ff00ff'\nmuted = 250\ngood = 'light green'\nmatch = { underline = true }\nbase = 'light'\n";
    let palette = Palette::parse(text).expect("a sound theme");
    let (own, light) = (
        Theme::new("own", &palette, Depth::True),
        theme("light", Depth::True),
    );
    assert_eq!(own.name(), "own");
    assert_eq!(own.color(Role::Accent), Color::Rgb(255, 0, 255));
    assert_eq!(own.color(Role::Muted), Color::Indexed(250));
    assert_eq!(own.color(Role::Good), Color::LightGreen);
    assert_eq!(
        own.style(Role::Match),
        light.style(Role::Match).add_modifier(Modifier::UNDERLINED)
    );
    for role in [
        Role::Background,
        Role::Text,
        Role::Alarm,
        Role::Field(3),
        Role::FieldDim(2),
    ] {
        assert_eq!(own.style(role), light.style(role), "{role:?}");
    }
    let few = Theme::new("own", &palette, Depth::Ansi16);
    assert_eq!(
        few.color(Role::Accent),
        Color::LightMagenta,
        "the nearest, not the base's cyan"
    );
}

#[test]
fn a_theme_without_a_base_builds_on_dark_and_an_empty_one_is_dark() {
    let palette = Palette::parse("").expect("an empty theme");
    assert_eq!(
        Theme::new("dark", &palette, Depth::True),
        theme("dark", Depth::True)
    );
}

#[test]
fn a_user_theme_may_name_one_field_or_twelve() {
    let one = Theme::new(
        "one",
        &Palette::parse("fields = ['#80c0ff']").expect("one field"),
        Depth::True,
    );
    assert_eq!(one.color(Role::Field(0)), Color::Rgb(0x80, 0xc0, 0xff));
    let list: Vec<String> = (0..12).map(|n| format!("'#{n:x}{n:x}8040'")).collect();
    let palette = Palette::parse(&format!("fields = [{}]", list.join(", "))).expect("twelve fields");
    let twelve = Theme::new("twelve", &palette, Depth::True);
    assert_eq!(twelve.color(Role::Field(11)), Color::Rgb(0xbb, 0x80, 0x40));
}

#[test]
fn a_faulty_theme_file_says_where_and_what() {
    use ProblemKind::*;
    let color = |found: &str| NotAColor { found: found.into() };
    let wrong = |expected, found| WrongType { expected, found };
    let count = |found| Count {
        min: 1,
        max: 12,
        found,
    };
    for (text, line, column, path, kind) in [
        ("accent = ", 1, 10, "", NotToml),
        ("accent = '#112233'\naccent = '#112233'", 2, 1, "", NotToml),
        (
            "text = '#ffffff'\nneedles = '#ffffff'",
            2,
            1,
            "needles",
            UnknownKey {
                known: vec!["needle".into()],
            },
        ),
        ("\n\naccent = '#12345'", 3, 10, "accent", color("#12345")),
        ("accent = '#+1+2+3'", 1, 10, "accent", color("#+1+2+3")),
        ("accent = 256", 1, 10, "accent", color("256")),
        ("accent = -1", 1, 10, "accent", color("-1")),
        ("accent = 'lyseblå'", 1, 10, "accent", color("lyseblå")),
        ("accent = true", 1, 10, "accent", wrong(Kind::String, Kind::Bool)),
        (
            "match = { bold = 'ja' }",
            1,
            18,
            "match.bold",
            wrong(Kind::Bool, Kind::String),
        ),
        ("fields = ['æøå', 'rød']", 1, 11, "fields[0]", color("æøå")),
        ("fields = []", 1, 10, "fields", count(0)),
        (
            "fields = 'blue'",
            1,
            10,
            "fields",
            wrong(Kind::Array, Kind::String),
        ),
        (
            "base = 'midnight'",
            1,
            8,
            "base",
            UnknownChoice {
                found: "midnight".into(),
                allowed: SHIPPED.map(str::to_owned).to_vec(),
            },
        ),
        ("base = 7", 1, 8, "base", wrong(Kind::String, Kind::Number)),
    ] {
        let problems = Palette::parse(text).expect_err(text);
        let Problem {
            position,
            path: at,
            kind: found,
        } = &problems[0];
        assert_eq!(
            (position.line, position.column, at.as_str()),
            (line, column, path),
            "{text:?}: {problems:?}"
        );
        assert_eq!(*found, kind, "{text:?}");
    }
    let problems = Palette::parse("match = { color = 'red', glow = true }").unwrap_err();
    assert!(
        matches!(&problems[0].kind, UnknownKey { known } if known.len() == 8),
        "{problems:?}"
    );
}

#[test]
fn all_problems_of_a_theme_file_are_told_in_its_order_with_columns_in_characters() {
    let problems = Palette::parse("zz = 1\ntext = 'æ'\nfields = ['æøå', 'rød']\n").expect_err("three faults");
    let places: Vec<_> = problems
        .iter()
        .map(|problem| (problem.position.line, problem.position.column))
        .collect();
    assert_eq!(places, [(1, 1), (2, 8), (3, 11), (3, 18)]);
}

#[test]
fn notices_stay_warm_in_256_colours() {
    for theme in painted() {
        let Rgb(red, _, blue) = rgb(&theme, Role::Notice);
        assert!(
            red > blue,
            "{} {:?}: {:?}",
            theme.name(),
            theme.depth(),
            theme.color(Role::Notice)
        );
    }
}
