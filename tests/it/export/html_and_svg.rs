//! The sheet and the picture, read by an HTML tokenizer and by an XML parser.

use super::*;
use base64::prelude::{BASE64_STANDARD, Engine};
use html5ever::tokenizer::{
    BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts, states::RawKind,
};
use pejl::core::dial::DialValue;
use profiles::HOSTILE;
use sha2::{Digest, Sha256};
use std::cell::RefCell;

/// What a tokenizer saw.
#[derive(Default)]
pub struct Page {
    /// Names of elements that are open.
    open: Vec<String>,
    /// Every start tag with its attributes.
    tags: Vec<(String, Vec<(String, String)>)>,
    /// Text, by the element it stands in.
    texts: Vec<(String, String)>,
    /// What was wrong.
    pub faults: Vec<String>,
}

const VOID: [&str; 3] = ["meta", "hr", "br"];

#[derive(Default)]
struct Sink(RefCell<Page>);

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<()> {
        let mut page = self.0.borrow_mut();
        match token {
            Token::TagToken(tag) => return page.tag(&tag, line),
            Token::CharacterTokens(text) => {
                let within = page.open.last().cloned().unwrap_or_default();
                page.texts.push((within, text.to_string()));
            }
            Token::ParseError(fault) => page.faults.push(format!("line {line}: {fault}")),
            Token::CommentToken(text) => page.faults.push(format!("line {line}: a comment, {text}")),
            Token::NullCharacterToken => page.faults.push(format!("line {line}: a null")),
            Token::DoctypeToken(_) | Token::EOFToken => {}
        }
        TokenSinkResult::Continue
    }
}

impl Page {
    fn tag(&mut self, tag: &Tag, line: u64) -> TokenSinkResult<()> {
        let name = tag.name.to_string();
        if tag.kind == TagKind::EndTag {
            if self.open.pop().as_ref() != Some(&name) {
                self.faults.push(format!("line {line}: </{name}> closes nothing"));
            }
            return TokenSinkResult::Continue;
        }
        let attributes = tag
            .attrs
            .iter()
            .map(|attribute| (attribute.name.local.to_string(), attribute.value.to_string()));
        self.tags.push((name.clone(), attributes.collect()));
        if tag.self_closing || VOID.contains(&name.as_str()) {
            return TokenSinkResult::Continue;
        }
        self.open.push(name.clone());
        match name.as_str() {
            "style" => TokenSinkResult::RawData(RawKind::Rawtext),
            "title" => TokenSinkResult::RawData(RawKind::Rcdata),
            _ => TokenSinkResult::Continue,
        }
    }

    fn text(&self, within: &str) -> String {
        self.texts
            .iter()
            .filter(|(name, _)| name == within)
            .map(|(_, text)| text.as_str())
            .collect()
    }

    pub fn all_text(&self) -> String {
        self.texts.iter().map(|(_, text)| text.as_str()).collect()
    }
}

pub fn page(html: &str) -> Page {
    let tokenizer = Tokenizer::new(
        Sink::default(),
        TokenizerOpts {
            exact_errors: true,
            ..Default::default()
        },
    );
    let queue = BufferQueue::default();
    queue.push_back(html.into());
    let _ = tokenizer.feed(&queue);
    tokenizer.end();
    let mut page = tokenizer.sink.0.into_inner();
    page.faults
        .extend(page.open.iter().map(|name| format!("<{name}> stays open")));
    page
}

#[test]
fn the_sheet_is_html_without_a_fault_and_every_tag_is_closed() {
    for profile in [sample(), hostile(), Profile::new("", "kalundborg-lsg", 1)] {
        for lang in LANGS {
            let html = text(Format::Html, &profile, lang);
            assert!(html.starts_with("<!DOCTYPE html>\n"));
            assert_eq!(page(&html).faults, [""; 0]);
        }
    }
}

#[test]
fn the_sheet_holds_no_script_fetches_nothing_and_forbids_the_rest() {
    let page = page(&text(Format::Html, &hostile(), Lang::Da));
    for (name, attributes) in &page.tags {
        assert!(
            !["script", "link", "img", "iframe", "object", "a", "base", "form"].contains(&name.as_str()),
            "{name}"
        );
        for (attribute, _) in attributes {
            let allowed = [
                "class",
                "lang",
                "charset",
                "name",
                "content",
                "http-equiv",
                "role",
                "aria-label",
            ];
            let drawing = name == "svg" || ["path", "circle", "text"].contains(&name.as_str());
            assert!(
                drawing && !attribute.starts_with("on") || allowed.contains(&attribute.as_str()),
                "{attribute}"
            );
        }
    }
    let style = page.text("style");
    assert!(!style.contains("url(") && !style.contains("@import"));
    let hash = BASE64_STANDARD.encode(Sha256::digest(&style));
    let policy =
        format!("default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'");
    let said = page
        .tags
        .iter()
        .find(|(_, attributes)| attributes.contains(&("content".into(), policy.clone())));
    assert!(
        said.is_some(),
        "the policy does not name the style's hash, {hash}"
    );
}

#[test]
fn hostile_text_stands_on_the_sheet_as_text() {
    let page = page(&text(Format::Html, &hostile(), Lang::Da));
    let seen = "=1+1</style><script>alert(1)</script>]]>&amp;\"'|*_`#[x](http://x)<!--";
    assert_eq!(page.text("h1"), seen);
    assert_eq!(page.text("title"), seen);
}

#[test]
fn the_sheet_tells_what_the_profile_holds() {
    let told = page(&text(Format::Html, &sample(), Lang::Da)).all_text();
    for part in [
        "Anna Østergaard",
        "Ældre & Handicap, Øst",
        "Niveau 2",
        "Et nyt botilbud åbner til foråret",
        "23. februar 2027",
        "23. november 2026",
        "Det kendte",
        "Vi skaber velfærd sammen med andre",
        "35 %",
        "Rettidig samskabelse",
        "+3 → +4",
        "skruet op · 13,0 %",
        "Vi begynder med kaffe.",
        "Sikker drift med prioriterede ressourcer på tværs",
        "Udviklingsstrategien",
        "Souschefen har driften i haven.",
        "Efterår · 14. september 2026",
        "De unge kom selv med forslag.",
        "Spørg før vi planlægger.",
        "Vi lukker onsdagsmødet",
        "Giver os tid til de pårørende.",
        "Det aftalte vi",
    ] {
        assert!(told.contains(part), "the sheet lacks {part}");
    }
    let told = page(&text(Format::Html, &sample(), Lang::En)).all_text();
    for part in [
        "Unit",
        "Current challenge",
        "23 November 2026",
        "turned up · 13.0%",
        "The mirror asks",
        "We agreed",
    ] {
        assert!(told.contains(part), "the sheet lacks {part}");
    }
}

#[test]
fn a_rendering_stands_beside_the_titles_and_says_that_it_is_unofficial() {
    let (framework, english, profile) = (Framework::built_in(), Framework::built_in_english(), sample());
    let input = Input {
        rendering: Some(&english),
        ..input(&framework, &profile, Lang::En)
    };
    for format in [Format::Html, Format::Markdown] {
        let told = String::from_utf8(export(format, &input).unwrap()).unwrap();
        for part in [
            "Rettidig samskabelse",
            "Timely co-creation",
            "unofficial translation",
        ] {
            assert!(told.contains(part), "{format:?} lacks {part}");
        }
    }
}

#[test]
fn only_the_newest_bearings_stand_on_the_sheet_and_the_rest_are_counted() {
    let mut profile = sample();
    let bearing = profile.bearings[0].clone();
    *bearings(&mut profile) = (1..=52)
        .map(|number| {
            let mut bearing = bearing.clone();
            bearing.id = format!("b{number}");
            bearing.label = format!("Uge {number}.");
            bearing
        })
        .collect();
    let told = page(&text(Format::Html, &profile, Lang::Da)).all_text();
    assert!(told.contains("Uge 49.") && told.contains("Uge 52.") && !told.contains("Uge 48."));
    assert!(told.contains("Og 48 tidligere pejlinger."));
}

#[test]
fn the_sheet_has_one_first_heading_and_the_others_in_order_within_main() {
    let hostile = hostile();
    for profile in [&sample(), &hostile, &Profile::new("", "kalundborg-lsg", 1)] {
        let page = page(&text(Format::Html, profile, Lang::Da));
        let named: Vec<&str> = page.tags.iter().map(|(name, _)| name.as_str()).collect();
        let headings: Vec<u32> = named
            .iter()
            .filter_map(|name| name.strip_prefix('h')?.parse().ok())
            .collect();
        assert_eq!(headings.iter().filter(|level| **level == 1).count(), 1);
        assert_eq!(headings[0], 1);
        assert!(
            headings.windows(2).all(|pair| pair[1] <= pair[0] + 1),
            "{headings:?}"
        );
        assert_eq!(named.iter().filter(|name| **name == "main").count(), 1);
    }
}

#[test]
fn a_footnote_stands_after_the_definition_with_its_mark() {
    let told = page(&text(Format::Html, &sample(), Lang::Da)).all_text();
    let definition = told.find("ressourcer*").expect("the definition's asterisk");
    let footnote = told
        .find("* Ressourcer: både penge og personer.")
        .expect("the footnote");
    let next = told.find("Differentieret og proaktiv økonomistyring").unwrap();
    assert!(definition < footnote && footnote < next);
}

/// The first page's text of a sheet, and the titles of the marks on it.
fn first_page(profile: &Profile) -> (String, Vec<String>) {
    let html = text(Format::Html, profile, Lang::Da);
    let start = html.find("<div class=\"first\">").unwrap();
    let end = html.find("<section class=\"all\">").unwrap();
    let first = page(&html[start..end]);
    let titles: String = first
        .texts
        .iter()
        .map(|(within, text)| if within == "h3" { text } else { "\n" })
        .collect();
    let titles = titles.lines().filter(|title| !title.is_empty());
    (first.all_text(), titles.map(str::to_owned).collect())
}

#[test]
fn the_first_page_has_the_marks_that_matter_with_the_frameworks_text_and_room_to_write() {
    let (told, titles) = first_page(&sample());
    assert!((3..=5).contains(&titles.len()), "{titles:?}");
    assert!(
        titles.contains(&"Rettidig samskabelse".to_owned()),
        "decided about"
    );
    for part in [
        "Handler om at producere velfærd gennem samskabelse",
        "Inddrager borgere i skabelsen af velfærd",
        "+3 → +4",
        "Nyt botilbud: pårørende",
        "De unge kom selv med forslag.",
        "Spørg før vi planlægger.",
        "Vi lukker onsdagsmødet",
        "Det aftalte vi",
    ] {
        assert!(told.contains(part), "the first page lacks {part}");
    }
}

#[test]
fn what_has_no_room_on_the_first_page_goes_to_the_next_the_least_moved_first() {
    let mut profile = sample();
    for dial in profile.dials.values_mut() {
        dial.note = "Et langt behov, som fylder meget. ".repeat(300);
    }
    for bearing in bearings(&mut profile).iter_mut() {
        for (_, dial) in bearing.dials.iter_mut() {
            (dial.effect, dial.learning) = ("Effekt. ".repeat(900), "Læring. ".repeat(900));
        }
    }
    profile.note = "En note til hele profilen. ".repeat(300);
    profile.challenge = "En udfordring. ".repeat(500);
    let (told, titles) = first_page(&profile);
    assert!((1..5).contains(&titles.len()), "{titles:?}");
    assert!(
        titles.contains(&"Rettidig samskabelse".to_owned()),
        "decided about"
    );
    assert!(told.contains("Står på næste side, fordi her ikke er plads:"));
    assert!(told.contains("(hele teksten står længere fremme)"));
    assert!(told.chars().count() < 5000, "{}", told.chars().count());
    let whole = page(&text(Format::Html, &profile, Lang::Da)).all_text();
    assert!(whole.contains(profile.challenge.trim()) && whole.contains(profile.note.trim()));
}

#[test]
fn where_nothing_was_turned_the_sheet_is_an_invitation() {
    let (told, titles) = first_page(&Profile::new("Min profil", "kalundborg-lsg", 2));
    assert!(titles.is_empty());
    assert!(told.contains("Vælg sammen de pejlemærker på næste side"));
}

#[test]
fn a_picture_fills_the_window_it_is_shown_in() {
    let svg = text(Format::Svg, &sample(), Lang::Da);
    let picture = picture(&svg);
    let root = picture.root_element();
    assert_eq!(root.attribute("viewBox"), Some("0 0 1600 1131"));
    assert_eq!((root.attribute("width"), root.attribute("height")), (None, None));
}

fn picture(svg: &str) -> roxmltree::Document<'_> {
    roxmltree::Document::parse(svg).unwrap()
}

#[test]
fn the_picture_is_well_formed_xml_whatever_stands_in_it() {
    for profile in [sample(), hostile(), Profile::new("", "kalundborg-lsg", 1)] {
        for lang in LANGS {
            let svg = text(Format::Svg, &profile, lang);
            let picture = picture(&svg);
            assert!(
                picture
                    .root_element()
                    .has_tag_name(("http://www.w3.org/2000/svg", "svg"))
            );
            let names = ["svg", "title", "desc", "rect", "circle", "path", "text"];
            for node in picture.descendants().filter(|node| node.is_element()) {
                assert!(names.contains(&node.tag_name().name()), "{node:?}");
                assert!(
                    node.attributes()
                        .all(|attribute| !attribute.name().starts_with("on"))
                );
            }
        }
    }
    let svg = text(Format::Svg, &hostile(), Lang::Da);
    let title = picture(&svg)
        .descendants()
        .find(|node| node.has_tag_name("title"))
        .unwrap()
        .text()
        .map(str::to_owned);
    assert_eq!(
        title.as_deref(),
        Some("=1+1</style><script>alert(1)</script>]]>&amp;\"'|*_`#[x](http://x)<!--")
    );
    assert!(HOSTILE.starts_with("=1+1</style>"));
}

#[test]
fn the_picture_names_every_mark_and_field_with_its_share() {
    for (lang, shares) in [
        (Lang::Da, ["35 %", "+4 · 13,0 %"]),
        (Lang::En, ["35%", "+4 · 13.0%"]),
    ] {
        let svg = text(Format::Svg, &sample(), lang);
        let picture = picture(&svg);
        let texts = picture.descendants().filter(|node| node.has_tag_name("text"));
        let told: Vec<&str> = texts.filter_map(|node| node.text()).collect();
        let words = told.join(" ");
        for (_, field, mark) in Framework::built_in().marks() {
            assert!(words.contains(&mark.title), "{}", mark.title);
            assert!(words.contains(&field.title), "{}", field.title);
        }
        assert!(shares.iter().all(|share| told.contains(share)), "{told:?}");
    }
}

/// The points of a path that begin and end its pieces.
fn points(path: &str) -> Vec<(f64, f64)> {
    let numbers = |piece: &str| {
        piece
            .split_whitespace()
            .map(|number| number.parse().unwrap())
            .collect::<Vec<f64>>()
    };
    let pieces = path
        .split(['M', 'L', 'A', 'Z'])
        .map(numbers)
        .filter(|piece| !piece.is_empty());
    pieces
        .map(|piece| (piece[piece.len() - 2], piece[piece.len() - 1]))
        .collect()
}

#[test]
fn the_fields_lie_in_the_picture_as_they_lie_in_the_grid() {
    let svg = text(Format::Svg, &sample(), Lang::Da);
    let picture = picture(&svg);
    let tracks = picture
        .descendants()
        .filter(|node| node.attribute("fill-opacity").is_some());
    let sides: Vec<(bool, bool)> = tracks
        .map(|node| {
            let points = points(node.attribute("d").unwrap());
            let count = points.len() as f64;
            let middle = points.iter().fold((0.0, 0.0), |sum, point| {
                (sum.0 + point.0 / count, sum.1 + point.1 / count)
            });
            (middle.0 < 800.0, middle.1 < 610.0)
        })
        .collect();
    let grid = [(true, true), (false, true), (true, false), (false, false)];
    assert_eq!(sides, grid.map(|side| [side; 3]).concat());
}

#[test]
fn a_petal_is_longer_the_higher_its_dial_and_never_nothing() {
    let reach = |steps: i64| {
        let mut profile = Profile::new("x", "kalundborg-lsg", 1);
        profile.dials.entry("samskabelse".into()).or_default().value = DialValue::new(steps).unwrap();
        let svg = text(Format::Svg, &profile, Lang::Da);
        let picture = picture(&svg);
        let petals = picture.descendants().filter(|node| {
            node.attribute("stroke-linejoin").is_some() && node.attribute("fill") == Some("#1a8060")
        });
        let first = petals.into_iter().next().unwrap();
        let far = points(first.attribute("d").unwrap())
            .into_iter()
            .map(|(x, y)| (x - 800.0).hypot(y - 610.0));
        far.fold(0.0, f64::max)
    };
    let reaches: Vec<f64> = (-5..=5).map(reach).collect();
    assert!(
        reaches.windows(2).all(|pair| pair[0] + 1.0 < pair[1]),
        "{reaches:?}"
    );
    assert!(reaches[0] > 60.0);
}

#[test]
fn the_last_bearing_is_an_outline_and_without_one_there_is_none() {
    let outlines = |profile: &Profile| {
        let svg = text(Format::Svg, profile, Lang::Da);
        let picture = picture(&svg);
        let line =
            |node: &roxmltree::Node| node.has_tag_name("path") && node.attribute("fill") == Some("none");
        picture
            .descendants()
            .filter(|node| line(node) && node.attribute("stroke-linejoin").is_some())
            .count()
    };
    assert_eq!(outlines(&sample()), 2, "a line and a light one under it");
    assert_eq!(outlines(&Profile::new("x", "kalundborg-lsg", 1)), 0);
}

#[test]
fn names_in_the_picture_do_not_touch() {
    for (fields, marks) in [(4, 3), (3, 5), (2, 12), (12, 12)] {
        let framework = framework(fields, marks);
        let bytes = export(Format::Svg, &input(&framework, &sample(), Lang::Da)).unwrap();
        let svg = String::from_utf8(bytes).unwrap();
        let picture = picture(&svg);
        let number =
            |node: &roxmltree::Node, name: &str| node.attribute(name).unwrap().parse::<f64>().unwrap();
        let mut sides = [Vec::new(), Vec::new()];
        for node in picture
            .descendants()
            .filter(|node| node.has_tag_name("text") && number(node, "y") > 180.0)
        {
            let x = number(&node, "x");
            // Names at the page's edge and the legend are beside or below.
            if (100.0..1500.0).contains(&x) && number(&node, "y") < 1060.0 {
                sides[usize::from(x > 800.0)].push((number(&node, "y"), number(&node, "font-size")));
            }
        }
        for mut lines in sides {
            lines.sort_by(|a, b| a.0.total_cmp(&b.0));
            let apart = lines
                .windows(2)
                .all(|pair| pair[1].0 - pair[0].0 >= pair[1].1 * 0.99);
            assert!(apart, "{fields}×{marks} {lines:?}");
            assert!(!lines.is_empty());
        }
    }
}

#[test]
fn cards_in_a_browser_have_every_title_definition_and_level_under_one_heading() {
    let framework = Framework::built_in();
    for lang in LANGS {
        let profile = sample();
        let mut input = input(&framework, &profile, lang);
        input.what = Some(What::Cards);
        let page = String::from_utf8(export(Format::Html, &input).unwrap()).unwrap();
        assert_eq!(
            (page.matches("<h1").count(), page.matches("<article").count()),
            (1, 12)
        );
        assert!(page.contains("<main"), "{page}");
        for (.., mark) in framework.marks() {
            for text in [&mark.title, &mark.definition, &mark.levels[0], &mark.levels[1]] {
                assert!(page.contains(text.as_str()), "{text}");
            }
        }
    }
}
