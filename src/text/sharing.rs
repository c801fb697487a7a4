//! The words of sharing with the group: what goes into its folder and what stays, that it lies there, that it is taken back.

use super::Lang;
use super::calendar;
use jiff::civil::Date;

messages! {
    /// Sharing in one language.
    pub struct SharingText;

    /// What goes into the group's folder and what stays, before it does for the first time.
    what_goes {
        da: "I mappen kan gruppen se dit navn, din enhed, dit niveau og hvor dine drejeknapper står. \
            Noter, beslutninger og svar bliver hos dig",
        en: "In the folder the team can see your name, your unit, your level and where your dials stand. \
            Notes, decisions and answers stay with you",
    }
    /// The key that does it then.
    key_puts(key: &str) { da: "{key} lægger din pejling der", en: "{key} puts your dials there" }
    /// Asks for the leader's name, where the profile has none.
    ask_name { da: "Dit navn, som gruppen skal se det:", en: "Your name, as the team is to see it:" }
    /// It is on its way into the folder, or out of it.
    underway { da: "Mappen skrives …", en: "Writing to the folder …" }
    /// It lies in this file.
    shared(file: &str) { da: "Din pejling ligger i {file}", en: "Your dials are in {file}" }
    /// It was taken out of the folder.
    taken_back { da: "Din pejling er taget ud af mappen", en: "Your dials are out of the folder" }
    /// There was nothing to take out.
    nothing_there { da: "Du har ikke delt noget i mappen", en: "You have shared nothing in the folder" }
    /// It did not come into the folder, and why; the key that tries again.
    not_shared(why: &str, key: &str) {
        da: "Din pejling er ikke lagt i mappen: {why}. {key} prøver igen",
        en: "Your dials are not in the folder: {why}. {key} tries again",
    }
    /// It did not come out of the folder, and why; the key that tries again.
    not_taken_back(why: &str, key: &str) {
        da: "Din pejling er ikke taget ud af mappen: {why}. {key} prøver igen",
        en: "Your dials are still in the folder: {why}. {key} tries again",
    }
    /// What was done last is no step of the profile; the key that takes back the last one that is.
    no_step(key: &str) {
        da: "Det kan ikke fortrydes her. {key} igen fortryder det seneste i din egen profil",
        en: "That cannot be undone here. {key} again undoes the latest in your own profile",
    }
    /// Nothing was shared yet.
    not_yet { da: "Du har ikke delt din pejling endnu", en: "You have not shared your dials yet" }
    /// When it was shared, and on how many marks the dials stand otherwise since.
    since(date: Date, turned: usize) {
        da: {
            let date = calendar::short(Lang::Da, date);
            match turned {
                0 => format!("Du har delt {date}"),
                turned => format!("Du har delt {date} og siden skruet på {turned}"),
            }
        },
        en: {
            let date = calendar::short(Lang::En, date);
            match turned {
                0 => format!("You shared on {date}"),
                turned => format!("You shared on {date} and have turned {turned} since"),
            }
        },
    }
    /// The keys that share again and take back.
    again(share: &str, take_back: &str) {
        da: "{share} deler igen, {take_back} tager den tilbage",
        en: "{share} shares again, {take_back} takes it back",
    }
    /// To put it into the folder.
    put { da: "Læg min pejling i mappen", en: "Put my dials in the folder" }
    /// To put it there once more.
    put_again { da: "Læg min pejling i mappen igen", en: "Put my dials in the folder again" }
    /// To take it out.
    take_back { da: "Tag min pejling ud af mappen", en: "Take my dials out of the folder" }
    /// To do neither.
    leave { da: "Lad være", en: "Leave it" }
    /// It was left.
    left { da: "Intet er delt.", en: "Nothing was shared." }
}
