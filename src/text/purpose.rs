//! The words of the screen and the dialogue for what is printed and shared: what it is for, what goes along, where it went.
//! What stands in the files themselves is in `export`.

use crate::core::{
    format::{Format, Part, Size},
    purpose::Purpose,
};

messages! {
    /// The words in one language.
    pub struct PurposeText;

    /// The name of the screen.
    title { da: "Print og del", en: "Print and share" }
    /// What something is for, of the team or of the profile.
    name(purpose: Purpose, team: bool) -> &'static str {
        da: {
            match (purpose, team) {
                (Purpose::Talk, false) => "Ark til en samtale",
                (Purpose::Talk, true) => "Ark med ledergruppen",
                (Purpose::Wall, false) => "Billede til væggen",
                (Purpose::Wall, true) => "Billede af ledergruppen",
                (Purpose::Cards, _) => "Kort",
                (Purpose::Whole, _) => "Ark, billede og kort",
                (Purpose::Spreadsheet, _) => "Regneark",
                (Purpose::Colleague, false) => "Til en kollegas pejl",
                (Purpose::Colleague, true) => "Til et andet program",
                (Purpose::Reminder, _) => "Påmindelse",
            }
        },
        en: {
            match (purpose, team) {
                (Purpose::Talk, false) => "Sheet for a one-to-one",
                (Purpose::Talk, true) => "Sheet with the team",
                (Purpose::Wall, false) => "Picture for the wall",
                (Purpose::Wall, true) => "Picture of the team",
                (Purpose::Cards, _) => "Cards",
                (Purpose::Whole, _) => "Sheet, picture and cards",
                (Purpose::Spreadsheet, _) => "Spreadsheet",
                (Purpose::Colleague, false) => "For a colleague's pejl",
                (Purpose::Colleague, true) => "For another program",
                (Purpose::Reminder, _) => "Reminder",
            }
        },
    }
    /// What a file for it is called, after whose it is and before the day; in letters that every system takes.
    in_file_names(purpose: Purpose, team: bool) -> &'static str {
        da: {
            match purpose {
                Purpose::Talk => "ark",
                Purpose::Wall if team => "billede",
                Purpose::Wall => "rose",
                Purpose::Cards => "kort",
                Purpose::Whole => "samlet",
                Purpose::Spreadsheet => "regneark",
                Purpose::Colleague if team => "tal",
                Purpose::Colleague => "profil",
                Purpose::Reminder => "kalender",
            }
        },
        en: {
            match purpose {
                Purpose::Talk => "sheet",
                Purpose::Wall if team => "picture",
                Purpose::Wall => "rose",
                Purpose::Cards => "cards",
                Purpose::Whole => "whole",
                Purpose::Spreadsheet => "spreadsheet",
                Purpose::Colleague if team => "figures",
                Purpose::Colleague => "profile",
                Purpose::Reminder => "calendar",
            }
        },
    }
    /// What a file with the team in it is called, before that.
    team_file { da: "ledergruppen", en: "team" }
    /// What comes out and what it is good for, of the team or of the profile.
    about(purpose: Purpose, format: Format, team: bool) -> &'static str {
        da: {
            match (purpose, format, team) {
                (_, Format::Markdown, false) => "Arket som tekst, til at læse og klippe i.",
                (_, Format::Markdown, true) => "Tallene som tekst, til at læse og klippe i.",
                (Purpose::Cards, Format::Html, _) => "Et kort for hvert pejlemærke, i en browser: på skærmen og til at printe.",
                (Purpose::Cards, _, _) => "Et kort for hvert pejlemærke på A4 med mærker at klippe efter. Print på begge sider, vendt om den lange kant.",
                (Purpose::Whole, _, _) => "Ark, billede og kort i én fil, til at printe.",
                (Purpose::Wall, Format::Png, false) => "Rosen i punkter, til mail og slides.",
                (Purpose::Wall, Format::Png, true) => "Ledergruppen i punkter, til mail og slides.",
                (Purpose::Wall, Format::Pdf, false) => "Rosen på A3, til at printe og hænge op.",
                (Purpose::Wall, Format::Pdf, true) => "Ledergruppen på A4, til at printe og hænge op.",
                (Purpose::Wall, _, false) => "Rosen i streger, der er skarpe i alle størrelser.",
                (Purpose::Wall, _, true) => "Ledergruppen i streger, der er skarpe i alle størrelser.",
                (_, Format::Xlsx, _) => "Til Excel og andre regneark, med diagram.",
                (_, Format::Csv, _) => "Én række for hvert pejlemærke, til alle regneark.",
                (_, Format::Json, false) => "Profilen, som en anden pejl henter ind.",
                (_, Format::Json, true) => "Tallene, til et andet program.",
                (_, Format::Ics, _) => "Dagen, hvor du vil se på den igen, til din kalender.",
                (_, Format::Html, false) => "Arket i en browser: på skærmen, på telefonen og til at printe.",
                (_, Format::Html, true) => "Ledergruppen i en browser: på skærmen, på telefonen og til at printe.",
                (_, _, false) => "Et ark til MUS og LUS: det, der fylder nu, og plads til at skrive. Til at printe og sende.",
                (_, _, true) => "Hvor I står på hvert pejlemærke, og plads til at skrive. Til at printe og sende.",
            }
        },
        en: {
            match (purpose, format, team) {
                (_, Format::Markdown, false) => "The sheet as text, to read and to cut from.",
                (_, Format::Markdown, true) => "The figures as text, to read and to cut from.",
                (Purpose::Cards, Format::Html, _) => "A card for each guidepost, in a browser: on the screen and to print.",
                (Purpose::Cards, _, _) => "A card for each guidepost on A4 with marks to cut by. Print on both sides, turned over the long edge.",
                (Purpose::Whole, _, _) => "Sheet, picture and cards in one file, to print.",
                (Purpose::Wall, Format::Png, false) => "The rose in pixels, for mail and slides.",
                (Purpose::Wall, Format::Png, true) => "The team in pixels, for mail and slides.",
                (Purpose::Wall, Format::Pdf, false) => "The rose on A3, to print and put up.",
                (Purpose::Wall, Format::Pdf, true) => "The team on A4, to print and put up.",
                (Purpose::Wall, _, false) => "The rose in lines that are sharp at any size.",
                (Purpose::Wall, _, true) => "The team in lines that are sharp at any size.",
                (_, Format::Xlsx, _) => "For Excel and other spreadsheets, with a chart.",
                (_, Format::Csv, _) => "One row for each guidepost, for any spreadsheet.",
                (_, Format::Json, false) => "The profile, which another pejl brings in.",
                (_, Format::Json, true) => "The figures, for another program.",
                (_, Format::Ics, _) => "The day when you will look at it again, for your calendar.",
                (_, Format::Html, false) => "The sheet in a browser: on the screen, on the telephone and to print.",
                (_, Format::Html, true) => "The team in a browser: on the screen, on the telephone and to print.",
                (_, _, false) => "A sheet for a one-to-one: what matters now, and room to write. To print and send.",
                (_, _, true) => "Where you stand on each guidepost, and room to write. To print and send.",
            }
        },
    }
    /// Over the choices of what goes along.
    along { da: "Det tager du med", en: "What goes along" }
    /// A part of a profile.
    part_name(part: Part) -> &'static str {
        da: {
            match part {
                Part::Notes => "Noter",
                Part::Bearings => "Pejlinger",
                Part::Questions => "Svar på spørgsmål",
                Part::Decisions => "Beslutninger",
                Part::OpenQuestions => "Åbne spørgsmål",
            }
        },
        en: {
            match part {
                Part::Notes => "Notes",
                Part::Bearings => "Bearings",
                Part::Questions => "Answers to questions",
                Part::Decisions => "Decisions",
                Part::OpenQuestions => "Open questions",
            }
        },
    }
    /// The names of a team's leaders.
    names { da: "Navne", en: "Names" }
    /// A part goes out, or stays at home.
    goes: (&'static str, &'static str) { da: ("med", "ikke med"), en: ("included", "left out") }
    /// How wide a picture is.
    size { da: "Bredde", en: "Width" }
    /// So wide.
    pixels(size: Size) -> String {
        da: { format!("{} punkter", thousands(size, '.')) },
        en: { format!("{} pixels", thousands(size, ',')) },
    }
    /// What a picture stands on.
    ground { da: "Baggrund", en: "Background" }
    /// Nothing, so that what is under it shows through; or the colour of paper.
    grounds: (&'static str, &'static str) { da: ("gennemsigtig", "papir"), en: ("transparent", "paper") }
    /// So many pages come out.
    pages(count: usize) { da: { count: 1 => "1 side", _ => "{count} sider" }, en: { count: 1 => "1 page", _ => "{count} pages" } }
    /// Where the file is suggested to be, which this key asks for.
    suggested(key: &str, file: &str) { da: "{key} skriver {file}", en: "{key} writes {file}" }
    /// What is done with the file that was written: by these keys.
    then(open: &str, copy: &str, file: &str) {
        da: "✓ {open} åbner, {copy} kopierer stien: {file}",
        en: "✓ {open} opens, {copy} copies the path: {file}",
    }
    /// What of the profile goes along without being asked for.
    private {
        da: "Det, du har skrevet, er kun med på dit eget ark, medmindre du sætter kryds.",
        en: "What you have written goes along on your own sheet alone, unless you tick it.",
    }
    /// The file was handed to a program of the reader's own.
    opened(file: &str) { da: "{file} åbnes i sit eget program", en: "{file} opens in a program of its own" }
    /// No program took the file, which is here.
    not_opened(file: &str) {
        da: "Her er intet skrivebord, der kan åbne den. Den ligger i {file}",
        en: "There is no desktop here to open it. It is in {file}",
    }
    /// What was put on the clipboard: the path of the file.
    path { da: "stien", en: "the path" }
    /// Nothing was written yet whose path could be copied.
    not_written { da: "Skriv filen først", en: "Write the file first" }
    /// To open the file that was written.
    open_it { da: "Åbn filen", en: "Open the file" }
    /// Over what comes out.
    preview { da: "Sådan bliver det", en: "What comes out" }
    /// So many more lines are not shown.
    more_lines(more: usize) {
        da: { more: 1 => "… og 1 linje til", _ => "… og {more} linjer til" },
        en: { more: 1 => "… and 1 more line", _ => "… and {more} more lines" },
    }
    /// The reminder in the calendar: its day and what it is called.
    reminder(date: &str, title: &str) { da: "Hele dagen {date}: {title}", en: "All day, {date}: {title}" }
    /// Asks for the file.
    ask_file { da: "Skriv i filen:", en: "Write to the file:" }
    /// The name of the file has not the format's ending.
    ends_in(ending: &str) { da: "Lad navnet ende på .{ending}", en: "Let the name end in .{ending}" }
    /// This file is there already.
    exists(file: &str) {
        da: "{file} findes allerede. Enter igen skriver over den; Esc lader den være",
        en: "{file} already exists. Enter again replaces it; Esc leaves it alone",
    }
    /// What people call a format when they look for it in the palette.
    format_words: &'static [(Format, &'static [&'static str])] {
        da: &[
            (Format::Html, &["html", "browser"]),
            (Format::Pdf, &["pdf", "papir"]),
            (Format::Png, &["png"]),
            (Format::Xlsx, &["xlsx", "excel", "regneark"]),
            (Format::Csv, &["csv", "tabel"]),
            (Format::Svg, &["svg", "billede", "plakat"]),
            (Format::Markdown, &["md", "markdown", "word", "tekst"]),
            (Format::Json, &["json"]),
            (Format::Ics, &["ics", "kalender", "påmindelse"]),
        ],
        en: &[
            (Format::Xlsx, &["spreadsheet"]),
            (Format::Csv, &["table"]),
            (Format::Svg, &["picture", "image", "poster"]),
            (Format::Markdown, &["text"]),
            (Format::Ics, &["calendar", "reminder"]),
        ],
    }
    /// And what they call a purpose, where no format goes by that.
    purpose_words: &'static [(Purpose, &'static [&'static str])] {
        da: &[(Purpose::Cards, &["kort"]), (Purpose::Whole, &["samlet"])],
        en: &[(Purpose::Cards, &["cards"])],
    }
}

/// A width with a sign between its thousands.
fn thousands(size: Size, sign: char) -> String {
    let pixels = size.pixels();
    format!("{}{sign}{:03}", pixels / 1000, pixels % 1000)
}
