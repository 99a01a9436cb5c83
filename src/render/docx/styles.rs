//! The styles of a document: Times New Roman, black; headings that Word's navigation knows by name.

use crate::text::Lang;

/// Returns the language of a document as Word names it.
pub(super) fn language(lang: Lang) -> &'static str {
    match lang {
        Lang::Vi => "vi-VN",
        Lang::En => "en-GB",
    }
}

/// A style of paragraphs.
struct Style {
    id: &'static str,
    name: &'static str,
    based: &'static str,
    next: &'static str,
    paragraph: &'static str,
    letters: &'static str,
}

const BODY: &str = "BodyText";
const BOLD: &str = "<w:b/><w:bCs/>";
/// 14 points, 13 points, 12 points.
const SIZE_28: &str = "<w:sz w:val=\"28\"/><w:szCs w:val=\"28\"/>";
const SIZE_24: &str = "<w:sz w:val=\"24\"/><w:szCs w:val=\"24\"/>";

/// Every style but the one that all are based on. Body: justified, first line 1.27 cm in, 6 points between paragraphs, lines 1.1.
const STYLES: [Style; 16] = [
    style(
        BODY,
        "Body Text",
        "Normal",
        BODY,
        "<w:widowControl/><w:spacing w:after=\"120\" w:line=\"264\" w:lineRule=\"auto\"/><w:ind w:firstLine=\"720\"/><w:jc w:val=\"both\"/>",
        "",
    ),
    style(
        "Heading1",
        "heading 1",
        BODY,
        BODY,
        "<w:keepNext/><w:spacing w:before=\"120\"/><w:outlineLvl w:val=\"0\"/>",
        BOLD,
    ),
    style(
        "Heading2",
        "heading 2",
        BODY,
        BODY,
        "<w:keepNext/><w:spacing w:before=\"60\"/><w:outlineLvl w:val=\"1\"/>",
        BOLD,
    ),
    style(
        "Heading3",
        "heading 3",
        BODY,
        BODY,
        "<w:keepNext/><w:outlineLvl w:val=\"2\"/>",
        "<w:b/><w:bCs/><w:i/><w:iCs/>",
    ),
    style("Heading4", "heading 4", BODY, BODY, "<w:keepNext/><w:outlineLvl w:val=\"3\"/>", "<w:i/><w:iCs/>"),
    style(
        "Title",
        "Title",
        "Normal",
        "Subtitle",
        "<w:keepNext/><w:spacing w:before=\"360\" w:after=\"0\"/><w:jc w:val=\"center\"/>",
        "<w:b/><w:bCs/><w:sz w:val=\"28\"/><w:szCs w:val=\"28\"/>",
    ),
    style(
        "Subtitle",
        "Subtitle",
        "Normal",
        BODY,
        "<w:keepNext/><w:spacing w:after=\"0\"/><w:jc w:val=\"center\"/>",
        "<w:b/><w:bCs/><w:sz w:val=\"28\"/><w:szCs w:val=\"28\"/>",
    ),
    style(
        "AppendixHeading",
        "Appendix Heading",
        "Normal",
        BODY,
        "<w:keepNext/><w:spacing w:after=\"60\"/><w:jc w:val=\"center\"/><w:outlineLvl w:val=\"0\"/>",
        "<w:b/><w:bCs/><w:sz w:val=\"28\"/><w:szCs w:val=\"28\"/>",
    ),
    style("Remark", "Remark", BODY, BODY, "", "<w:i/><w:iCs/>"),
    style("HeadText", "Head Text", "Normal", "HeadText", "<w:spacing w:after=\"0\"/><w:jc w:val=\"center\"/>", ""),
    style("FootText", "Foot Text", "Normal", "FootText", "<w:spacing w:after=\"0\"/>", ""),
    style(
        "TableTitle",
        "Table Title",
        "Normal",
        BODY,
        "<w:keepNext/><w:spacing w:before=\"120\" w:after=\"80\"/><w:jc w:val=\"center\"/>",
        BOLD,
    ),
    style("TableText", "Table Text", "Normal", "TableText", "<w:spacing w:before=\"20\" w:after=\"20\"/>", SIZE_24),
    style(
        "AppendixText",
        "Appendix Text",
        "Normal",
        "AppendixText",
        "<w:spacing w:after=\"60\"/><w:ind w:firstLine=\"360\"/><w:jc w:val=\"both\"/>",
        SIZE_24,
    ),
    style("Header", "header", "Normal", "Header", "<w:spacing w:after=\"0\"/>", SIZE_28),
    style("Footer", "footer", "Normal", "Footer", "<w:spacing w:after=\"0\"/>", SIZE_24),
];

/// Those of them that Word does not know.
const CUSTOM: [&str; 7] =
    ["AppendixHeading", "AppendixText", "Remark", "HeadText", "FootText", "TableTitle", "TableText"];

const fn style(
    id: &'static str,
    name: &'static str,
    based: &'static str,
    next: &'static str,
    paragraph: &'static str,
    letters: &'static str,
) -> Style {
    Style { id, name, based, next, paragraph, letters }
}

impl Style {
    fn xml(&self) -> String {
        let Self { id, name, based, next, paragraph, letters } = self;
        let custom = if CUSTOM.contains(id) { " w:customStyle=\"1\"" } else { "" };
        let within = |tag: &str, inner: &str| {
            if inner.is_empty() { String::new() } else { format!("<w:{tag}>{inner}</w:{tag}>") }
        };
        format!(
            "<w:style w:type=\"paragraph\"{custom} w:styleId=\"{id}\"><w:name w:val=\"{name}\"/><w:basedOn w:val=\"{based}\"/>\
             <w:next w:val=\"{next}\"/><w:qFormat/>{}{}</w:style>",
            within("pPr", paragraph),
            within("rPr", letters)
        )
    }
}

/// Writes the part of styles.
pub(super) fn styles(lang: Lang) -> String {
    let language = language(lang);
    let all: String = STYLES.iter().map(Style::xml).collect();
    format!(
        "<w:styles xmlns:w=\"{}\"><w:docDefaults><w:rPrDefault><w:rPr>\
         <w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:eastAsia=\"Times New Roman\" w:cs=\"Times New Roman\"/>\
         <w:color w:val=\"000000\"/>{SIZE_28}<w:lang w:val=\"{language}\" w:eastAsia=\"{language}\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault>\
         <w:pPrDefault><w:pPr><w:spacing w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>\
         <w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/></w:style>\
         <w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/><w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/>\
         <w:tblCellMar><w:top w:w=\"0\" w:type=\"dxa\"/><w:left w:w=\"70\" w:type=\"dxa\"/><w:bottom w:w=\"0\" w:type=\"dxa\"/>\
         <w:right w:w=\"70\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>{all}\
         <w:style w:type=\"table\" w:styleId=\"TableGrid\"><w:name w:val=\"Table Grid\"/><w:basedOn w:val=\"TableNormal\"/><w:tblPr><w:tblBorders>{}</w:tblBorders></w:tblPr></w:style></w:styles>",
        super::parts::W,
        ["top", "left", "bottom", "right", "insideH", "insideV"]
            .map(|side| format!("<w:{side} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>"))
            .concat()
    )
}
