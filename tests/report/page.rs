//! The page of a report: what it says, that it fetches nothing, that texts stay text.

use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::common::{BY_DECEMBER, Scratch, Simple, ours};
use crate::parts::{written, written_by};

/// A page taken apart.
pub(crate) struct Page {
    /// Each tag as it stands, in order.
    tags: Vec<String>,
    /// Each text between tags, and each alternative of a drawing.
    pub(crate) texts: Vec<String>,
    html: String,
}

/// What stands at the ends of axes: no figure of the plan.
const ENDS: &str = "class=\"ends\"";

impl Page {
    pub(crate) fn read(bytes: Vec<u8>) -> Self {
        let html = String::from_utf8(bytes).expect("UTF-8");
        let (mut tags, mut texts) = (Vec::new(), Vec::new());
        let mut rest = html.as_str();
        // Spans within the ends of an axis.
        let mut skipped = 0_usize;
        while let Some(begin) = rest.find('<') {
            if skipped == 0 {
                texts.push(unescaped(&rest[..begin]));
            }
            let end = begin + rest[begin..].find('>').expect("a tag's end");
            let tag = &rest[begin..=end];
            rest = &rest[end + 1..];
            for element in ["style", "script"] {
                if tag == format!("<{element}>") {
                    rest = &rest[rest.find(&format!("</{element}>")).expect("its end")..];
                }
            }
            match tag {
                _ if tag.contains(ENDS) => skipped = 1,
                _ if skipped > 0 && tag == "<span>" => skipped += 1,
                _ if skipped > 0 && tag == "</span>" => skipped -= 1,
                _ => {}
            }
            if let Some((_, label)) = tag.split_once("aria-label=\"") {
                texts.push(unescaped(label.split_once('"').expect("a quote").0));
            }
            tags.push(tag.to_owned());
        }
        Self { tags, texts, html }
    }

    fn of(args: &str) -> Self {
        Self::read(written(args, "html"))
    }

    /// The names of the tags and their attributes, without what these hold.
    fn skeleton(&self) -> Vec<String> {
        let bare = |tag: &String| {
            let mut parts = tag.split('"');
            std::iter::from_fn(|| {
                let part = parts.next()?.to_owned();
                parts.next();
                Some(part)
            })
            .collect::<Vec<_>>()
            .join("\"\"")
        };
        self.tags.iter().map(bare).collect()
    }

    fn text(&self) -> String {
        self.texts.iter().map(|text| text.trim()).filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n")
    }
}

fn unescaped(text: &str) -> String {
    let mut plain = text.to_owned();
    for (entity, sign) in [("&#60;", "<"), ("&#62;", ">"), ("&#34;", "\""), ("&#39;", "'"), ("&#38;", "&")] {
        plain = plain.replace(entity, sign);
    }
    plain
}

const PERIODS: [&str; 4] = ["2019-Q1", "2019-H1", "2019-9M", "2019"];

#[test]
fn nothing_is_fetched_and_a_strict_policy_says_so() {
    for period in PERIODS {
        let page = Page::of(&format!("--period {period}"));
        for word in [
            "http:",
            "https:",
            "//",
            "url(",
            "@import",
            " src=",
            "<link",
            "<img",
            "<iframe",
            "<object",
            "<form",
            " onload",
            " onclick",
            " onerror",
            "javascript:",
        ] {
            let held = page.tags.iter().filter(|tag| !tag.starts_with("<meta")).any(|tag| tag.contains(word));
            assert!(!held, "{period}: {word}");
        }
        let policy = page.tags.iter().find(|tag| tag.contains("Content-Security-Policy")).expect("a policy");
        let policy = unescaped(policy);
        assert!(policy.contains("default-src 'none'") && !policy.contains("unsafe"), "{policy}");
        for element in ["style", "script"] {
            let inner = page.html.split_once(&format!("<{element}>")).expect("it").1;
            let inner = inner.split_once(&format!("</{element}>")).expect("its end").0;
            let hash = data_encoding::BASE64.encode(&Sha256::digest(inner.as_bytes()));
            assert!(policy.contains(&format!("{element}-src 'sha256-{hash}'")), "{policy}");
            assert!(!inner.contains("http") && !inner.contains("url(") && !inner.contains("eval"), "{element}");
        }
        assert!(!page.tags.iter().any(|tag| tag.contains(" style=")), "a style that the policy forbids");
    }
}

#[test]
fn the_first_screen_counts_targets_as_status_does() {
    for period in PERIODS {
        let page = Page::of(&format!("--period {period}"));
        let report: Value = json(&format!("report --period {period} --format json"));
        let status: Value =
            json(&format!("status --as-of {} --format json", report["head"]["as-of"].as_str().expect("a day")));
        let of = |codes: &[&str]| -> u64 {
            let rows = status["totals"].as_array().expect("a table").iter();
            rows.filter(|row| codes.contains(&row["verdict"].as_str().expect("a code")))
                .filter_map(|row| row["targets"].as_u64())
                .sum()
        };
        let expected = [
            ("met", of(&["met"])),
            ("on-track", of(&["on-track"])),
            ("behind", of(&["behind"])),
            ("missed", of(&["missed"])),
            ("unknown", of(&["no-data", "open", "not-due", "no-cases"])),
        ];
        for (kind, count) in expected {
            let tile = page.html.split_once(&format!("<li class=\"tile {kind}\"><b>")).expect("a tile").1;
            assert_eq!(tile.split_once('<').expect("its end").0, count.to_string(), "{period} {kind}");
        }
        assert_eq!(expected.iter().map(|(_, count)| count).sum::<u64>(), 10);
    }
}

fn json(args: &str) -> Value {
    let ran = ours(args);
    assert_eq!(ran.code, 0, "{args}: {}", ran.stderr);
    serde_json::from_str(&ran.stdout).expect("JSON")
}

#[test]
fn three_tasks_are_put_first_the_worst_before_the_others() {
    let page = Page::of("--period 2019-9M");
    let list = page.html.split_once("<ol>").expect("a list").1.split_once("</ol>").expect("its end").0;
    let links: Vec<&str> =
        list.split("href=\"#task-").skip(1).filter_map(|rest| Some(rest.split_once('"')?.0)).collect();
    assert_eq!(links, ["10", "1", "9"]);
    for no in links {
        assert!(page.html.contains(&format!("<tbody id=\"task-{no}\"")), "{no}");
    }
    let good = Simple { rows: "2019-01,a,2019-02-03,9,10", ..Simple::default() }.scratch();
    let page = Page::read(written_by(&good, "--period 2019-01", "html"));
    assert!(page.text().contains("Không có nội dung nào cần quyết định."), "{}", page.text());
}

#[test]
fn every_task_and_target_stands_there_with_its_value_and_explanation() {
    let page = Page::of("--period 2019-9M");
    let report = json("report --period 2019-9M --format json");
    let status = json("status --as-of 2019-10-07 --format json");
    let text = page.text();
    for part in status["parts"].as_array().expect("a table").iter().filter(|part| part["part"] == "target") {
        let id = part["id"].as_str().expect("an id");
        let row = page.html.split_once(&format!("class=\"no\">{id}</th>")).unwrap_or_else(|| panic!("{id}")).1;
        let row = row.split_once("</tr>").expect("its end").0;
        match part["percent"].as_f64() {
            Some(_) => {
                let percent = part["percent"].to_string().replace('.', ",");
                let whole = if percent.contains(',') { format!("{percent}00") } else { format!("{percent},00") };
                assert!(
                    row.contains(&whole[..percent.find(',').unwrap_or(percent.len()) + 3]),
                    "{id}: {percent} in {row}"
                );
                assert!(row.contains("<svg") && row.contains("role=\"img\" aria-label=\""), "{id}: a drawing in words");
            }
            None => assert!(!row.contains("<svg"), "{id}: nothing to draw"),
        }
    }
    let tasks = report["results"].as_array().expect("a table").iter().filter(|row| row["bound"].is_null());
    assert_eq!(page.tags.iter().filter(|tag| tag.starts_with("<tbody id=")).count(), tasks.count());
    assert_eq!(page.tags.iter().filter(|tag| *tag == "<details>").count(), 14);
    for said in [
        "Hiện là 35,22% (317/900), đạt mốc từ 35% của ngày 30/09/2019.".replace("từ 35%", "từ 35% trở lên"),
        "Chưa gửi báo cáo theo biểu mẫu “Niêm yết công khai TTHC”: Tổ CNTT quý III/2019.".to_owned(),
        "Sản phẩm “Kế hoạch”: số 05/KH-SKHCN ngày 21/01/2019, Mục II, trang 2; hoàn thành đúng hạn.".to_owned(),
        "Tỷ lệ hồ sơ tiếp nhận trực tuyến: 35,22% (317/900); mức giao từ 40% trở lên; mốc 30/06/2019: từ 30% trở lên; mốc 30/09/2019".to_owned(),
    ] {
        assert!(text.contains(&said), "{said}\n{text}");
    }
}

#[test]
fn who_reported_when_stands_in_a_table_of_marks() {
    let page = Page::of("--period 2019-H1");
    let report = json("report --period 2019-H1 --format json");
    let count = |class: &str| page.tags.iter().filter(|tag| *tag == &format!("<td class=\"{class}\">")).count();
    let rows = report["reports"].as_array().expect("a table");
    let standing = |code: &str| rows.iter().filter(|row| row["standing"] == code).count();
    for code in ["on-time", "late", "missing", "excused"] {
        assert_eq!(count(code), standing(code), "{code}");
    }
    assert!(standing("late") > 0 && standing("missing") > 0);
}

#[test]
fn points_stand_by_field_and_by_who_answers_for_them_with_their_reasons() {
    for period in ["2019-H1", "2019"] {
        let page = Page::of(&format!("--period {period}"));
        let report = json(&format!("report --period {period} --format json"));
        let part = page.html.split_once("<section id=\"scores\">").expect("points").1;
        let part = unescaped(part.split_once("<section class=\"heat\">").expect("what follows").0);
        assert!(part.contains("Bộ tiêu chí này là ví dụ, không theo văn bản nào"), "{part}");
        let vietnamese = |own: &Value| match own {
            Value::Null => "–".to_owned(),
            other => plan::text::number(&other.to_string(), plan::text::Lang::Vi),
        };
        let rows = report["criteria"].as_array().expect("a table");
        for own in rows {
            let no = own["no"].as_str().expect("a number");
            let row = part.split_once(&format!("<tr id=\"criterion-cchc-so-{no}\"")).expect(no).1;
            let row = row.split_once("</tr>").expect("its end").0;
            let [points, lost] = ["points", "lost"].map(|key| vietnamese(&own[key]));
            for said in [own["name"].as_str().expect("a name"), own["why"].as_str().unwrap_or_default(), &points, &lost]
            {
                assert!(row.contains(said), "{period} {no}: {said}\n{row}");
            }
            let loses = own["lost"].as_f64().is_some_and(|lost| lost > 0.0);
            assert_eq!(row.contains("data-loses"), loses, "{period} {no}");
            assert_eq!(row.contains("data-owners"), !own["rule"].is_null(), "{period} {no}");
        }
        // Each field begins a group of rows of its own.
        assert_eq!(part.matches("class=\"field\"").count(), 6);
        let owners =
            part.split_once("<table class=\"lost\">").expect("owners").1.split_once("</table>").expect("its end").0;
        let answering = report["owners"].as_array().expect("a table");
        assert_eq!(owners.matches("<tr>").count() - 1, answering.len());
        for own in answering {
            let lost = vietnamese(&own["lost"]);
            let begun = format!(
                "<th scope=\"row\">{}</th><td class=\"num\">{lost}</td>",
                own["name"].as_str().expect("a name")
            );
            assert!(owners.contains(&begun), "{begun}\n{owners}");
            for no in own["criteria"].as_array().expect("numbers") {
                let link = format!("<a href=\"#criterion-cchc-so-{}\">", no.as_str().expect("a number"));
                assert!(owners.contains(&link), "{link}");
            }
        }
    }
    let without = Simple { rows: "2019-01,a,2019-02-03,9,10", ..Simple::default() }.scratch();
    let page = Page::read(written_by(&without, "--period 2019-01", "html"));
    assert!(!page.html.contains("id=\"scores\"") && !page.html.contains("class=\"points\""), "no index, no section");
}

#[test]
fn drawings_lie_within_their_axes() {
    for period in PERIODS {
        let page = Page::of(&format!("--period {period}"));
        for tag in page.tags.iter().filter(|tag| tag.starts_with("<rect") || tag.starts_with("<path")) {
            let places = tag.split('"').skip(1).step_by(2).flat_map(|value| value.split(|c: char| !c.is_ascii_digit()));
            let over: Vec<u32> = places.filter_map(|own| own.parse().ok()).filter(|own: &u32| *own > 1000).collect();
            assert!(over.is_empty(), "{tag}");
        }
    }
    // The bar of 35,22%, its bound of 40% and its milestone of 35%.
    let page = Page::of("--period 2019-9M");
    let row = page.html.split_once("class=\"no\">7.2</th>").expect("7.2").1.split_once("</tr>").expect("its end").0;
    for drawn in [
        "<rect class=\"value good\" x=\"0\" y=\"14\" width=\"352\"",
        "class=\"bound\" d=\"M400 0V40\"",
        "class=\"milestone\" d=\"M350 8V32\"",
        "class=\"holds\" x=\"400\" y=\"6\" width=\"600\"",
    ] {
        assert!(row.contains(drawn), "{drawn}\n{row}");
    }
}

#[test]
fn a_target_that_is_not_to_be_passed_is_drawn_from_the_other_side() {
    let plan = Simple {
        schedule: BY_DECEMBER,
        target: "at-most = 10",
        rows: "2019-01,a,2019-02-03,3,12",
        ..Simple::default()
    };
    let page = Page::read(written_by(&plan.scratch(), "--period 2019-01", "html"));
    assert!(page.html.contains("class=\"holds\" x=\"0\" y=\"6\" width=\"100\""), "{}", page.html);
    assert!(page.html.contains("x=\"0\" y=\"14\" width=\"250\""), "{}", page.html);
}

#[test]
fn texts_make_no_tags() {
    let plan = |text: &str| {
        let toml = Simple { task: "deliverables = [\"D\"]", rows: "", ..Simple::default() }.toml();
        let toml = ["Việc", "Biểu", "Tỷ lệ", "Đơn vị a", "Kế hoạch"]
            .iter()
            .fold(toml, |toml, name| toml.replace(&format!("\"{name}\""), &format!("'{text}'")));
        let updates = format!(
            "date,period,task,unit,kind,text\n2019-02-01,2019-Q1,1,a,result,\"{}\"\n",
            text.replace('"', "\"\"")
        );
        let head = "updates = { every = \"quarter\", due = { days = 5 } }\n[[unit]]";
        let index = format!(
            "[[index]]\nid = \"x\"\nname = '{text}'\nsource = '{text}'\n[[index.criterion]]\nno = \"1\"\nname = '{text}'\nmax = 2\n\
             rule = \"linear\"\nindicator = \"rate\"\n"
        );
        Scratch::new(&format!("{}{index}", toml.replacen("[[unit]]", head, 1)))
            .file(
                "data/f.csv",
                "period,unit,reported,good,all,note\n2019-01,a,2019-02-03,7,10,\n2019-02,a,2019-03-03,8,10,\n",
            )
            .file("data/updates.csv", updates)
    };
    let page = |text: &str| Page::read(written_by(&plan(text), "--period 2019-Q1", "html"));
    let usual = page("lời").skeleton();
    for text in [
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "</td></tr></table><h1>x",
        "</style></script><b>",
        "&lt;b&gt; &amp; &#60;i&#62;",
        "]]> {{ page.title }} {% if %}",
        "a\" onmouseover=\"alert(1)",
    ] {
        let own = page(text);
        assert_eq!(own.skeleton(), usual, "{text}");
        assert!(own.text().matches(text).count() >= 8, "{text} is lost:\n{}", own.text());
    }
}

#[test]
fn the_same_page_is_the_same_bytes_and_both_languages_have_everything() {
    assert_eq!(written("--period 2019-9M", "html"), written("--period 2019-9M", "html"));
    let english = Page::of("--period 2019-9M --lang en");
    assert!(
        english.html.contains("<html lang=\"en\">") && Page::of("--period 2019-9M").html.contains("<html lang=\"vi\">")
    );
    for word in
        ["To be decided", "Task by task", "Who reported when", "not known yet", "Why, figures, documents", "Sort by"]
    {
        assert!(english.text().contains(word), "{word}");
    }
    for word in ["Cần quyết định", "Mức giao", "Chủ trì", "Tất cả", "Chưa gửi"] {
        assert!(!english.text().contains(word), "{word}");
    }
}
