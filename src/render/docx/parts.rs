//! The parts of a document's archive beside its text: what there is, how it belongs together, what it is called.

use chrono::NaiveDate;

use super::styles::language;
use super::text::escaped;
use crate::text::Lang;

/// The namespace of `WordprocessingML`.
pub(super) const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
/// That of references between parts.
pub(super) const R: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";
/// The headers and footers, by the ids that sections name them with.
pub(super) const MARGINS: [&str; 4] = ["header-default", "header-first", "footer-default", "footer-first"];

fn kind(margin: &str) -> &str {
    margin.split('-').next().unwrap_or_default()
}

/// Writes what type each part has.
pub(super) fn content_types() -> String {
    let part = |name: &str, of: &str| format!("<Override PartName=\"/{name}\" ContentType=\"{of}\"/>");
    let mut list = vec![
        part("word/document.xml", &format!("{WORD}.document.main+xml")),
        part("word/styles.xml", &format!("{WORD}.styles+xml")),
        part("word/settings.xml", &format!("{WORD}.settings+xml")),
        part("word/fontTable.xml", &format!("{WORD}.fontTable+xml")),
        part("word/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml"),
        part("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
        part("docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml"),
    ];
    list.extend(MARGINS.map(|own| part(&format!("word/{own}.xml"), &format!("{WORD}.{}+xml", kind(own)))));
    format!(
        "<Types xmlns=\"{PACKAGE}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>{}</Types>",
        list.concat()
    )
}

fn relationships(list: &[(&str, String, &str)]) -> String {
    let one = |(id, of, target): &(&str, String, &str)| {
        format!("<Relationship Id=\"{id}\" Type=\"{of}\" Target=\"{target}\"/>")
    };
    let all: String = list.iter().map(one).collect();
    format!("<Relationships xmlns=\"{PACKAGE}/relationships\">{all}</Relationships>")
}

/// Writes what the archive holds.
pub(super) fn root_relationships() -> String {
    relationships(&[
        ("document", format!("{R}/officeDocument"), "word/document.xml"),
        ("core", format!("{PACKAGE}/relationships/metadata/core-properties"), "docProps/core.xml"),
        ("app", format!("{R}/extended-properties"), "docProps/app.xml"),
    ])
}

/// Writes what the text refers to.
pub(super) fn document_relationships() -> String {
    let targets = MARGINS.map(|own| format!("{own}.xml"));
    let mut list = vec![
        ("styles", format!("{R}/styles"), "styles.xml"),
        ("settings", format!("{R}/settings"), "settings.xml"),
        ("fonts", format!("{R}/fontTable"), "fontTable.xml"),
        ("theme", format!("{R}/theme"), "theme/theme1.xml"),
    ];
    list.extend(
        MARGINS.iter().zip(&targets).map(|(own, target)| (*own, format!("{R}/{}", kind(own)), target.as_str())),
    );
    relationships(&list)
}

/// Writes the settings: nothing is checked, updated or asked when the document is opened.
pub(super) fn settings(lang: Lang) -> String {
    let language = language(lang);
    format!(
        "<w:settings xmlns:w=\"{W}\"><w:zoom w:percent=\"100\"/><w:defaultTabStop w:val=\"720\"/><w:characterSpacingControl w:val=\"doNotCompress\"/>\
         <w:compat><w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>\
         <w:themeFontLang w:val=\"{language}\"/><w:decimalSymbol w:val=\"{}\"/><w:listSeparator w:val=\";\"/></w:settings>",
        match lang {
            Lang::Vi => ",",
            Lang::En => ".",
        }
    )
}

/// Writes the one font, with what stands in for it.
pub(super) fn fonts() -> String {
    format!(
        "<w:fonts xmlns:w=\"{W}\"><w:font w:name=\"Times New Roman\"><w:altName w:val=\"Liberation Serif\"/><w:panose1 w:val=\"02020603050405020304\"/>\
         <w:charset w:val=\"00\"/><w:family w:val=\"roman\"/><w:pitch w:val=\"variable\"/></w:font></w:fonts>"
    )
}

/// Writes the title, the language and the day; no clock, so that the same document is the same bytes.
pub(super) fn core(title: &str, agency: &str, day: NaiveDate, lang: Lang) -> String {
    let moment = |tag: &str| format!("<dcterms:{tag} xsi:type=\"dcterms:W3CDTF\">{day}T00:00:00Z</dcterms:{tag}>");
    format!(
        "<cp:coreProperties xmlns:cp=\"{PACKAGE}/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
         xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">\
         <dc:title>{}</dc:title><dc:creator>{}</dc:creator><dc:language>{}</dc:language>{}{}</cp:coreProperties>",
        escaped(title),
        escaped(agency),
        language(lang),
        moment("created"),
        moment("modified")
    )
}

/// Writes which program made the document.
pub(super) fn app() -> String {
    "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\"><Application>plan</Application></Properties>".to_owned()
}

/// Writes the theme: black on white in the one font. No style refers to it, but programs miss it.
pub(super) fn theme() -> String {
    let colour = |name: &str, value: &str| format!("<a:{name}><a:srgbClr val=\"{value}\"/></a:{name}>");
    let (dark, light) = ("000000", "FFFFFF");
    let named = [("dk1", dark), ("lt1", light), ("dk2", dark), ("lt2", light)];
    let accents = ["accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink"];
    let colours: String =
        named.into_iter().chain(accents.map(|name| (name, dark))).map(|(name, value)| colour(name, value)).collect();
    let font = |kind: &str| {
        format!(
            "<a:{kind}><a:latin typeface=\"Times New Roman\"/><a:ea typeface=\"\"/><a:cs typeface=\"\"/></a:{kind}>"
        )
    };
    let fill = "<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>";
    let line = format!("<a:ln>{fill}</a:ln>");
    let effect = "<a:effectStyle><a:effectLst/></a:effectStyle>";
    let list = |tag: &str, one: &str| format!("<a:{tag}>{}</a:{tag}>", one.repeat(3));
    format!(
        "<a:theme xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" name=\"plan\"><a:themeElements>\
         <a:clrScheme name=\"plan\">{colours}</a:clrScheme><a:fontScheme name=\"plan\">{}{}</a:fontScheme>\
         <a:fmtScheme name=\"plan\">{}{}{}{}</a:fmtScheme></a:themeElements></a:theme>",
        font("majorFont"),
        font("minorFont"),
        list("fillStyleLst", fill),
        list("lnStyleLst", &line),
        list("effectStyleLst", effect),
        list("bgFillStyleLst", fill)
    )
}
