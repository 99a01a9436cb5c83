//! Values of a table by key and type.
//!
//! A getter returns nothing for a key that is missing or has a value of another type: `check` reports both, so the
//! caller need not.

use chrono::NaiveDate;

use super::{Entry, Node, TableNode, Value};
use crate::diag::{Place, Spanned};

impl Node {
    fn spanned<T>(&self, value: T) -> Spanned<T> {
        Spanned { value, place: self.place }
    }

    /// Returns the text, if it is one.
    pub fn text(&self) -> Option<Spanned<String>> {
        if let Value::Text(text) = &self.value { Some(self.spanned(text.clone())) } else { None }
    }

    /// Returns the digits of a whole or decimal number.
    pub fn number(&self) -> Option<Spanned<String>> {
        if let Value::Integer { text, .. } | Value::Number { text } = &self.value {
            Some(self.spanned(text.clone()))
        } else {
            None
        }
    }

    /// Returns the day, if it is one.
    pub fn date(&self) -> Option<Spanned<NaiveDate>> {
        if let Value::Date(date) = self.value { Some(self.spanned(date)) } else { None }
    }

    /// Returns the table, if it is one.
    pub fn table(&self) -> Option<&TableNode> {
        if let Value::Table(table) = &self.value { Some(table) } else { None }
    }

    /// Returns the values of a list; a single value counts as a list of one.
    pub fn items(&self) -> &[Self] {
        if let Value::List(list) = &self.value { list } else { std::slice::from_ref(self) }
    }
}

impl TableNode {
    fn entry(&self, key: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.key == key)
    }

    fn items(&self, key: &str) -> &[Node] {
        self.get(key).map_or(&[], Node::items)
    }

    /// Returns the value of a key, whatever its type.
    pub fn get(&self, key: &str) -> Option<&Node> {
        self.entry(key).map(|entry| &entry.node)
    }

    /// Returns where a key stands.
    pub fn key_place(&self, key: &str) -> Option<Place> {
        self.entry(key).map(|entry| entry.key_place)
    }

    /// Returns a text.
    pub fn text(&self, key: &str) -> Option<Spanned<String>> {
        self.get(key)?.text()
    }

    /// Returns a whole number.
    pub fn integer(&self, key: &str) -> Option<Spanned<i64>> {
        let node = self.get(key)?;
        if let Value::Integer { value, .. } = node.value { Some(node.spanned(value)) } else { None }
    }

    /// Returns the digits of a whole or decimal number, as written.
    pub fn number(&self, key: &str) -> Option<Spanned<String>> {
        self.get(key)?.number()
    }

    /// Returns `true` or `false`.
    pub fn boolean(&self, key: &str) -> Option<Spanned<bool>> {
        let node = self.get(key)?;
        if let Value::Boolean(value) = node.value { Some(node.spanned(value)) } else { None }
    }

    /// Returns a day.
    pub fn date(&self, key: &str) -> Option<Spanned<NaiveDate>> {
        self.get(key)?.date()
    }

    /// Returns the texts of a list; a single text counts as a list of one.
    pub fn texts(&self, key: &str) -> Vec<Spanned<String>> {
        self.items(key).iter().filter_map(Node::text).collect()
    }

    /// Returns the numbers of a list, as written.
    pub fn numbers(&self, key: &str) -> Vec<Spanned<String>> {
        self.items(key).iter().filter_map(Node::number).collect()
    }

    /// Returns the days of a list.
    pub fn dates(&self, key: &str) -> Vec<Spanned<NaiveDate>> {
        self.items(key).iter().filter_map(Node::date).collect()
    }

    /// Returns a table.
    pub fn table(&self, key: &str) -> Option<&Self> {
        self.get(key)?.table()
    }

    /// Returns the tables of a list, other values left out; a single table counts as a list of one.
    pub fn tables(&self, key: &str) -> Vec<&Self> {
        self.items(key).iter().filter_map(Node::table).collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::diag::SourceId;
    use crate::syntax::parse;

    #[test]
    fn values_come_by_type() {
        let text = "t = 'a'\ni = 1_000\nn = +2.50\nb = true\nd = 2019-07-05\nl = ['x', 'y']\none = 'x'\n\
                    ns = [1, 2.5]\nds = [2019-01-01]\nin = { k = 1 }\n[[u]]\nid = 'a'\n[[u]]\nid = 'b'\n";
        let (root, found) = parse(SourceId(0), text);
        assert_eq!(found, []);
        assert_eq!(root.text("t").unwrap().value, "a");
        assert_eq!(root.integer("i").unwrap().value, 1000);
        assert_eq!(root.number("i").unwrap().value, "1000");
        assert_eq!(root.number("n").unwrap().value, "2.50");
        assert!(root.boolean("b").unwrap().value);
        assert_eq!(root.date("d").unwrap().value.to_string(), "2019-07-05");
        assert_eq!(root.texts("l").len(), 2);
        assert_eq!(root.texts("one")[0].value, "x");
        assert_eq!(root.numbers("ns")[1].value, "2.5");
        assert_eq!(root.dates("ds").len(), 1);
        assert_eq!(root.table("in").unwrap().integer("k").unwrap().value, 1);
        let ids: Vec<_> = root.tables("u").iter().map(|u| u.text("id").unwrap().value).collect();
        assert_eq!(ids, ["a", "b"]);
        assert_eq!(root.key_place("t").unwrap().line, 1);
    }

    #[test]
    fn other_types_and_missing_keys_are_nothing() {
        let (root, _) = parse(SourceId(0), "t = 1\n");
        assert_eq!(root.text("t"), None);
        assert_eq!(root.date("t"), None);
        assert_eq!(root.table("t"), None);
        assert!(root.get("x").is_none() && root.texts("x").is_empty() && root.tables("t").is_empty());
    }
}
