//! Reads Rust source just far enough to know which paths it names, where, and how long its parts are.

/// A word, a `::` or another sign, outside comments and literals.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Token {
    pub(crate) text: String,
    pub(crate) line: usize,
}

impl Token {
    fn is(&self, text: &str) -> bool {
        self.text == text
    }

    fn is_word(&self) -> bool {
        self.text.starts_with(|c: char| c.is_alphabetic() || c == '_')
    }
}

/// A path that a file names, from the crate's root where it lies within the crate.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Named {
    pub(crate) path: Vec<String>,
    pub(crate) line: usize,
}

/// Cuts source into tokens; what stands in comments, texts and characters is left out.
pub(crate) fn tokens(source: &str) -> Vec<Token> {
    let chars: Vec<char> = source.chars().collect();
    let mut list = Vec::new();
    let (mut at, mut line) = (0, 1);
    while at < chars.len() {
        let end = skipped(&chars, at);
        if end > at {
            line += newlines(&chars[at..end]);
            at = end;
            continue;
        }
        let word = |c: &char| c.is_alphanumeric() || *c == '_';
        let end = match chars[at] {
            c if word(&c) => at + chars[at..].iter().take_while(|c| word(c)).count(),
            ':' if chars.get(at + 1) == Some(&':') => at + 2,
            _ => at + 1,
        };
        list.push(Token { text: chars[at..end].iter().collect(), line });
        at = end;
    }
    list
}

fn newlines(chars: &[char]) -> usize {
    chars.iter().filter(|c| **c == '\n').count()
}

/// Returns where a space, a comment or a literal that begins here ends; the same place if none does.
fn skipped(chars: &[char], at: usize) -> usize {
    let next = |ahead: usize| chars.get(at + ahead).copied().unwrap_or('\0');
    let until = |stop: &str, from: usize| {
        let stop: Vec<char> = stop.chars().collect();
        (from..chars.len())
            .find(|&place| chars[place..].starts_with(&stop))
            .map_or(chars.len(), |place| place + stop.len())
    };
    match chars[at] {
        c if c.is_whitespace() => at + 1,
        '/' if next(1) == '/' => until("\n", at),
        '/' if next(1) == '*' => until("*/", at + 2),
        '"' => quoted(chars, at, '"'),
        '\'' if next(1) == '\\' || next(2) == '\'' => quoted(chars, at, '\''),
        'b' if next(1) == '"' => quoted(chars, at + 1, '"'),
        'b' if next(1) == '\'' => quoted(chars, at + 1, '\''),
        'r' | 'b' => {
            let raw = at + usize::from(chars[at] == 'b');
            let hashes = chars[raw..].iter().skip(1).take_while(|c| **c == '#').count();
            let opens = chars[raw] == 'r' && chars.get(raw + 1 + hashes) == Some(&'"');
            let inside_word = at > 0 && (chars[at - 1].is_alphanumeric() || chars[at - 1] == '_');
            if opens && !inside_word { until(&format!("\"{}", "#".repeat(hashes)), raw + hashes + 2) } else { at }
        }
        _ => at,
    }
}

fn quoted(chars: &[char], open: usize, quote: char) -> usize {
    let mut at = open + 1;
    while at < chars.len() && chars[at] != quote {
        at += if chars[at] == '\\' { 2 } else { 1 };
    }
    at + 1
}

/// Returns every path that a file names, in `use` and inline, those within the crate resolved to its root.
pub(crate) fn named(module: &[&str], source: &str) -> Vec<Named> {
    let tokens = tokens(source);
    let mut list = Vec::new();
    // The modules written out within the file, with the depth of their braces.
    let mut inner: Vec<(String, usize)> = Vec::new();
    let (mut depth, mut at) = (0usize, 0);
    while at < tokens.len() {
        let base: Vec<String> =
            module.iter().map(|name| (*name).to_owned()).chain(inner.iter().map(|(name, _)| name.clone())).collect();
        let token = &tokens[at];
        match token.text.as_str() {
            "{" => depth += 1,
            "}" => {
                depth = depth.saturating_sub(1);
                inner.retain(|(_, opened)| *opened < depth + 1);
            }
            "mod" if tokens.get(at + 2).is_some_and(|next| next.is("{")) => {
                inner.push((tokens[at + 1].text.clone(), depth + 1));
                at += 1;
            }
            // `use<'a>` of a bound is no import.
            "use" if !tokens.get(at + 1).is_some_and(|next| next.is("<")) => {
                let mut paths = Vec::new();
                at = tree(&tokens, at + 1, &[], &mut paths);
                list.extend(paths.into_iter().map(|own: Named| Named { path: resolved(&base, own.path), ..own }));
                continue;
            }
            _ if token.is_word() => {
                let mut path = vec![token.text.clone()];
                let mut end = at + 1;
                while tokens.get(end).is_some_and(|sign| sign.is("::"))
                    && tokens.get(end + 1).is_some_and(Token::is_word)
                {
                    path.push(tokens[end + 1].text.clone());
                    end += 2;
                }
                if path.len() > 1 {
                    list.push(Named { path: resolved(&base, path), line: token.line });
                }
                at = end;
                continue;
            }
            _ => {}
        }
        at += 1;
    }
    list
}

/// Reads one branch of a `use` tree and returns where it ends.
fn tree(tokens: &[Token], mut at: usize, before: &[String], paths: &mut Vec<Named>) -> usize {
    let mut path = before.to_vec();
    let line = tokens.get(at).map_or(0, |token| token.line);
    while let Some(token) = tokens.get(at) {
        match token.text.as_str() {
            "::" => at += 1,
            "as" => at += 2,
            "{" => {
                at += 1;
                while tokens.get(at).is_some_and(|token| !token.is("}")) {
                    at = tree(tokens, at, &path, paths);
                    at += usize::from(tokens.get(at).is_some_and(|token| token.is(",")));
                }
                return at + 1;
            }
            "self" if !path.is_empty() => at += 1,
            "," | "}" | ";" => break,
            _ => {
                path.push(token.text.clone());
                at += 1;
            }
        }
    }
    paths.push(Named { path, line });
    at
}

/// Turns `crate::a`, `self::a` and `super::a` into a path from the crate's root, which begins with `crate`.
fn resolved(base: &[String], path: Vec<String>) -> Vec<String> {
    let ups = path.iter().take_while(|part| *part == "super").count();
    let mut from = match path[0].as_str() {
        "crate" => Vec::new(),
        "self" | "super" => base[..base.len().saturating_sub(ups)].to_vec(),
        _ => return path,
    };
    let rest = path.into_iter().skip_while(|part| part == "super" || part == "self" || part == "crate");
    from.extend(rest);
    from.insert(0, "crate".to_owned());
    from
}

/// Returns the lines of a file that do not belong to a module of tests.
pub(crate) fn lines_without_tests(source: &str) -> usize {
    let tokens = tokens(source);
    let is_test = |at: usize| {
        ["#", "[", "cfg", "(", "test", ")", "]", "mod"]
            .iter()
            .enumerate()
            .all(|(more, text)| tokens.get(at + more).is_some_and(|token| token.is(text)))
    };
    let tests: usize = (0..tokens.len())
        .filter(|&at| is_test(at))
        .map(|at| body(&tokens, at).map_or(1, |end| end - tokens[at].line + 1))
        .sum();
    source.lines().count() - tests
}

/// Returns how many lines each function takes, with its name.
pub(crate) fn functions(source: &str) -> Vec<(String, usize)> {
    let tokens = tokens(source);
    let starts = (0..tokens.len()).filter(|&at| tokens[at].is("fn") && tokens.get(at + 1).is_some_and(Token::is_word));
    starts.filter_map(|at| Some((tokens[at + 1].text.clone(), body(&tokens, at)? - tokens[at].line + 1))).collect()
}

/// Returns the line where the next braces after a token close; none if a semicolon comes first.
fn body(tokens: &[Token], at: usize) -> Option<usize> {
    let mut depth = 0;
    for token in &tokens[at..] {
        match token.text.as_str() {
            ";" if depth == 0 => return None,
            "{" => depth += 1,
            "}" if depth == 1 => return Some(token.line),
            "}" => depth -= 1,
            _ => {}
        }
    }
    None
}
