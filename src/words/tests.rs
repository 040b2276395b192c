//! The language files are complete, alike in both languages, and used.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use fluent_syntax::ast;

use super::*;

/// Chinese words that need no Chinese character.
const SAME_IN_CHINESE: [&str; 0] = [];

/// The variables and the text of every message of a language, and the messages it quotes.
#[derive(Default)]
struct Message {
    variables: BTreeSet<String>,
    text: String,
    quoted: BTreeSet<String>,
}

fn messages(language: Language) -> BTreeMap<String, Message> {
    let mut found = BTreeMap::new();
    for subject in SUBJECTS {
        let resource = FluentResource::try_new(subject.text(language).to_owned())
            .unwrap_or_else(|(_, errors)| panic!("{}.ftl in {language}: {errors:?}", subject.name));
        for entry in resource.entries() {
            let ast::Entry::Message(message) = entry else { continue };
            let key = message.id.name;
            assert!(key.starts_with(&format!("{}-", subject.name)), "{key} stands in {}.ftl", subject.name);
            let mut read = Message::default();
            read_pattern(message.value.as_ref().expect("a message has a text"), &mut read);
            assert!(found.insert(key.to_owned(), read).is_none(), "{key} stands twice in {language}");
        }
    }
    // What a message quotes gets the variables of that message.
    let variables: BTreeMap<_, _> =
        found.iter().map(|(key, message)| (key.clone(), message.variables.clone())).collect();
    for message in found.values_mut() {
        message.variables.extend(message.quoted.iter().flat_map(|key| variables[key].clone()));
    }
    found
}

fn read_pattern(pattern: &ast::Pattern<&str>, into: &mut Message) {
    for element in &pattern.elements {
        match element {
            ast::PatternElement::TextElement { value } => into.text.push_str(value),
            ast::PatternElement::Placeable { expression } => read_expression(expression, into),
        }
    }
}

fn read_expression(expression: &ast::Expression<&str>, into: &mut Message) {
    match expression {
        ast::Expression::Inline(inline) => read_inline(inline, into),
        ast::Expression::Select { selector, variants } => {
            read_inline(selector, into);
            for variant in variants {
                read_pattern(&variant.value, into);
            }
        }
    }
}

fn read_inline(inline: &ast::InlineExpression<&str>, into: &mut Message) {
    match inline {
        ast::InlineExpression::VariableReference { id } => {
            into.variables.insert(id.name.to_owned());
        }
        ast::InlineExpression::StringLiteral { value } => into.text.push_str(value),
        ast::InlineExpression::Placeable { expression } => read_expression(expression, into),
        ast::InlineExpression::MessageReference { id, attribute: None } => {
            into.quoted.insert(id.name.to_owned());
        }
        other => panic!("only variables and other messages are used in messages, not {other:?}"),
    }
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}')
}

/// The source files of the program, without their tests.
fn sources() -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == "rs") && !path.ends_with("tests.rs") {
                let text = std::fs::read_to_string(&path).unwrap();
                let end = text.find("#[cfg(test)]\nmod tests {").unwrap_or(text.len());
                found.push((path, text[..end].to_owned()));
            }
        }
    }
    found
}

/// A piece of Rust source, as far as it matters here.
#[derive(Clone, Debug, PartialEq)]
enum Token {
    Word(String),
    Literal(String),
    Sign(char),
}

/// Splits Rust source into words, string literals and signs; comments and character literals are left out.
fn tokens(source: &str) -> Vec<Token> {
    let chars: Vec<char> = source.chars().collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let next = chars.get(at + 1).copied().unwrap_or(' ');
        match chars[at] {
            '/' if next == '/' => at = end_of(&chars, at, '\n'),
            '\'' if next == '\\' => at = end_of(&chars, at + 3, '\'') + 1,
            '\'' if chars.get(at + 2) == Some(&'\'') => at += 3,
            'r' if next == '"' || (next == '#' && chars.get(at + 2) == Some(&'"')) => {
                let start = at + if next == '"' { 2 } else { 3 };
                let end = end_of(&chars, start, '"');
                found.push(Token::Literal(chars[start..end].iter().collect()));
                at = end + 1 + usize::from(next == '#');
            }
            '"' => {
                let mut end = at + 1;
                while end < chars.len() && chars[end] != '"' {
                    end += if chars[end] == '\\' { 2 } else { 1 };
                }
                found.push(Token::Literal(chars[at + 1..end.min(chars.len())].iter().collect()));
                at = end + 1;
            }
            c if c.is_alphanumeric() || c == '_' => {
                let word: String = chars[at..].iter().take_while(|c| c.is_alphanumeric() || **c == '_').collect();
                at += word.chars().count();
                found.push(Token::Word(word));
            }
            c => {
                if !c.is_whitespace() {
                    found.push(Token::Sign(c));
                }
                at += 1;
            }
        }
    }
    found
}

fn end_of(chars: &[char], from: usize, last: char) -> usize {
    (from..chars.len()).find(|&at| chars[at] == last).unwrap_or(chars.len())
}

/// What a place in the source says: its key and the variables it puts in.
fn said(tokens: &[Token]) -> Vec<(String, BTreeSet<String>)> {
    let word = |at: usize, text: &str| tokens.get(at) == Some(&Token::Word(text.into()));
    let sign = |at: usize, c: char| tokens.get(at) == Some(&Token::Sign(c));
    let mut found = Vec::new();
    for at in 0..tokens.len() {
        if sign(at, '.')
            && word(at + 1, "text")
            && sign(at + 2, '(')
            && sign(at + 4, ')')
            && let Token::Literal(key) = &tokens[at + 3]
        {
            found.push((key.clone(), BTreeSet::new()));
        }
        if word(at, "t") && sign(at + 1, '!') && sign(at + 2, '(') {
            let parts = arguments(&tokens[at + 3..]);
            if let Some([Token::Literal(key)]) = parts.get(1).map(Vec::as_slice) {
                found.push((key.clone(), parts[2..].iter().filter_map(|part| variable(part)).collect()));
            }
        }
    }
    found
}

/// The name before the first `=` of a macro's argument.
fn variable(argument: &[Token]) -> Option<String> {
    match argument {
        [Token::Word(name), Token::Sign('='), ..] => Some(name.clone()),
        _ => None,
    }
}

/// The arguments up to the bracket that closes them.
fn arguments(tokens: &[Token]) -> Vec<Vec<Token>> {
    let mut parts = vec![Vec::new()];
    let mut depth = 0;
    for token in tokens {
        match token {
            Token::Sign('(' | '[' | '{') => depth += 1,
            Token::Sign(')' | ']' | '}') if depth == 0 => break,
            Token::Sign(')' | ']' | '}') => depth -= 1,
            Token::Sign(',') if depth == 0 => {
                parts.push(Vec::new());
                continue;
            }
            _ => {}
        }
        parts.last_mut().unwrap().push(token.clone());
    }
    parts
}

#[test]
fn both_languages_say_the_same_with_the_same_variables() {
    let (zh, en) = (messages(Language::ZhCn), messages(Language::En));
    for (key, message) in &en {
        let other = zh.get(key).unwrap_or_else(|| panic!("{key} is missing in zh-CN"));
        assert_eq!(message.variables, other.variables, "variables of {key}");
    }
    for key in zh.keys() {
        assert!(en.contains_key(key), "{key} is missing in en");
    }
}

#[test]
fn each_language_speaks_its_own() {
    for (key, message) in messages(Language::ZhCn) {
        let needs_han = message.text.chars().any(char::is_alphabetic) && !SAME_IN_CHINESE.contains(&key.as_str());
        assert!(!needs_han || message.text.chars().any(is_han), "{key} is English in zh-CN: {}", message.text);
    }
    for (key, message) in messages(Language::En) {
        assert!(!message.text.chars().any(is_han), "{key} is Chinese in en: {}", message.text);
    }
}

#[test]
fn what_the_program_says_has_words() {
    let messages = messages(Language::En);
    for (path, source) in sources() {
        for (key, variables) in said(&tokens(&source)) {
            let message = messages.get(&key).unwrap_or_else(|| panic!("{}: no words for {key:?}", path.display()));
            assert_eq!(variables, message.variables, "{}: variables of {key}", path.display());
        }
    }
}

/// The codes of all findings: they stand beside their severity.
fn codes(sources: &[(PathBuf, String)]) -> BTreeSet<String> {
    let severity =
        |token: &Token| matches!(token, Token::Word(word) if ["Error", "Warning", "Advice"].contains(&word.as_str()));
    let mut found = BTreeSet::new();
    for (_, source) in sources.iter().filter(|(path, _)| path.ends_with("problems.rs")) {
        found.extend(tokens(source).windows(3).filter_map(|three| match three {
            [first, Token::Sign(','), Token::Literal(code)] if severity(first) => Some(code.clone()),
            _ => None,
        }));
    }
    found
}

#[test]
fn every_finding_has_words_under_its_code() {
    let (messages, codes) = (messages(Language::En), codes(&sources()));
    assert!(codes.len() > 40, "{codes:?}");
    for code in codes {
        for key in [format!("findings-{code}"), format!("findings-{code}-mend")] {
            assert!(messages.contains_key(&key), "no words for {key}");
        }
    }
}

#[test]
fn no_words_are_left_over() {
    let literals: BTreeSet<String> = sources()
        .iter()
        .flat_map(|(_, source)| tokens(source))
        .filter_map(|token| match token {
            Token::Literal(text) => Some(text),
            _ => None,
        })
        .collect();
    let (messages, codes) = (messages(Language::En), codes(&sources()));
    // Findings say the words of their code, and name the field they are about.
    let of_finding = |key: &str| {
        let key = key.strip_prefix("findings-").unwrap_or_default();
        let field = key.strip_prefix("field-").unwrap_or_default();
        codes.contains(key.strip_suffix("-mend").unwrap_or(key)) || literals.contains(field)
    };
    let quoted = |key: &String| messages.values().any(|message| message.quoted.contains(key));
    // Every tab has its name from the start; common words wait for the tabs that say them.
    let is_unused = |key: &&String| {
        !literals.contains(*key)
            && !key.ends_with("-tab")
            && !key.starts_with("common-")
            && !of_finding(key)
            && !quoted(key)
    };
    let unused: Vec<&String> = messages.keys().filter(is_unused).collect();
    assert!(unused.is_empty(), "nothing in src says {unused:?}");
}

#[test]
fn the_scan_understands_rust() {
    let source = r##"let a = '"'; t!(words, "a-b", x = f(1, 2), y = "z"); // t!(w, "no")
        words.text("c-d"); r#"raw "# 'x' "esc \" aped""##;
    let tokens = tokens(source);
    let variables = |names: &[&str]| names.iter().map(ToString::to_string).collect();
    assert_eq!(said(&tokens), [("a-b".into(), variables(&["x", "y"])), ("c-d".into(), variables(&[]))]);
    assert!(tokens.contains(&Token::Literal("raw ".into())));
}

#[test]
fn languages_are_found_and_missing_words_do_no_harm() {
    assert_eq!(Language::of_locale("zh_CN.UTF-8"), Language::ZhCn);
    assert_eq!(Language::of_locale("de-DE"), Language::En);
    assert_eq!(Language::of_locale("C"), Language::En);
    assert_eq!("zh-CN".parse(), Ok(Language::ZhCn));
    assert_eq!("fr".parse::<Language>(), Err(UnknownLanguage));
    assert_eq!(serde_json::to_string(&Language::ZhCn).unwrap(), "\"zh-CN\"");
    assert_eq!(Words::of(Language::En).text("no-such-key"), "no-such-key");
    assert_eq!(Words::of(Language::ZhCn).text("goal-tab"), "目标");
}

#[test]
fn chinese_has_one_word_for_one_thing() {
    let zh = messages(Language::ZhCn);
    for (shunned, word) in [("你", "您"), ("示例", "范例"), ("分目标", "子目标"), ("联合活动", "共享活动")]
    {
        let wrong: Vec<&String> =
            zh.iter().filter(|(_, message)| message.text.contains(shunned)).map(|(key, _)| key).collect();
        assert!(wrong.is_empty(), "{shunned} instead of {word}: {wrong:?}");
    }
    // The goal and what the best allocation is to have most of are two things.
    assert_eq!(zh["goal-tab"].text, "目标");
    assert_eq!(zh["allocation-objective"].text, "优化指标");
    assert!(!zh["allocation-step-objective"].text.contains("目标"));
}
