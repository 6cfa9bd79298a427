//! HTML: text, attributes, links, and data for scripts.
//!
//! Deliberately absent: a method for what stands within `<script>` or `<style>`.
//! Nothing is decoded there, so text has no form that is safe; data for a
//! script goes through [`Html::json`].

use std::fmt::Write as _;

use super::{Href, Json};

/// HTML that is being written.
///
/// ```
/// use errcat_codegen::sink::Html;
///
/// let text = String::from("1 < 2");
/// let mut html = Html::default();
/// html.raw("<p>").text(&text).raw("</p>");
/// assert_eq!(html.finish(), "<p>1 &lt; 2</p>");
/// ```
///
/// Text can't be written as markup:
///
/// ```compile_fail,E0597
/// use errcat_codegen::sink::Html;
///
/// let text = String::from("1 < 2");
/// let mut html = Html::default();
/// html.raw("<p>").raw(&text).raw("</p>");
/// assert_eq!(html.finish(), "<p>1 &lt; 2</p>");
/// ```
#[derive(Debug, Default)]
pub struct Html(String);

/// An attribute whose value is text: it neither runs nor loads anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attribute {
    /// `aria-label`.
    AriaLabel,
    /// `class`.
    Class,
    /// `content`, of `<meta>`.
    Content,
    /// `id`.
    Id,
    /// `lang`.
    Lang,
    /// `title`.
    Title,
    /// `data-` and this name.
    Data(&'static str),
}

impl Html {
    /// Markup that stands in our own source.
    pub fn raw(&mut self, markup: &'static str) -> &mut Self {
        self.0.push_str(markup);
        self
    }

    /// Text between tags, or within quotes. HTML can't hold NUL: U+FFFD stands for it.
    ///
    /// A parser drops a line break right behind `<pre>`; one of our own, as in
    /// `raw("<pre>\n")`, keeps that of the text.
    pub fn text(&mut self, text: &str) -> &mut Self {
        for character in text.chars() {
            match character {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                // A parser would make it a line feed.
                '\r' => self.0.push_str("&#13;"),
                '\0' => self.0.push('\u{fffd}'),
                other => self.0.push(other),
            }
        }
        self
    }

    /// A number.
    pub fn number(&mut self, number: impl Into<i64>) -> &mut Self {
        write!(self.0, "{}", number.into()).expect("a String takes all text");
        self
    }

    /// An attribute, with the blank before it.
    ///
    /// ```
    /// use errcat_codegen::sink::{Attribute, Html};
    ///
    /// let value = String::from("\" onclick=\"");
    /// let mut html = Html::default();
    /// html.raw("<p").attribute(Attribute::Title, &value).raw(">");
    /// assert_eq!(html.finish(), "<p title=\"&quot; onclick=&quot;\">");
    /// ```
    ///
    /// Its name is no text:
    ///
    /// ```compile_fail,E0308
    /// use errcat_codegen::sink::{Attribute, Html};
    ///
    /// let value = String::from("\" onclick=\"");
    /// let mut html = Html::default();
    /// html.raw("<p").attribute("onclick", &value).raw(">");
    /// assert_eq!(html.finish(), "<p title=\"&quot; onclick=&quot;\">");
    /// ```
    pub fn attribute(&mut self, attribute: Attribute, value: &str) -> &mut Self {
        self.raw(" ").raw(match attribute {
            Attribute::AriaLabel => "aria-label",
            Attribute::Class => "class",
            Attribute::Content => "content",
            Attribute::Id => "id",
            Attribute::Lang => "lang",
            Attribute::Title => "title",
            Attribute::Data(_) => "data-",
        });
        if let Attribute::Data(name) = attribute {
            self.raw(name);
        }
        self.raw("=\"").text(value).raw("\"")
    }

    /// The attribute `href`, with the blank before it.
    ///
    /// ```
    /// use errcat_codegen::sink::{Href, Html};
    ///
    /// let url = String::from("https://parcel.example/?a=b&c=d");
    /// let mut html = Html::default();
    /// html.raw("<a").href(&Href::new(&url).expect("a link")).raw(">");
    /// assert_eq!(html.finish(), "<a href=\"https://parcel.example/?a=b&amp;c=d\">");
    /// ```
    ///
    /// Text is no link before [`Href`] has looked at it:
    ///
    /// ```compile_fail,E0308
    /// use errcat_codegen::sink::{Href, Html};
    ///
    /// let url = String::from("https://parcel.example/?a=b&c=d");
    /// let mut html = Html::default();
    /// html.raw("<a").href(&url).raw(">");
    /// assert_eq!(html.finish(), "<a href=\"https://parcel.example/?a=b&amp;c=d\">");
    /// ```
    pub fn href(&mut self, href: &Href) -> &mut Self {
        self.raw(" href=\"").text(href.as_str()).raw("\"")
    }

    /// A `<script>` element that holds data, for a script to parse. What could
    /// end the element can stand in strings only, so it is escaped as they are.
    ///
    /// ```
    /// use errcat_codegen::sink::{Html, Json};
    ///
    /// let text = String::from("</script>");
    /// let mut json = Json::default();
    /// json.string(&text);
    /// let mut html = Html::default();
    /// html.json("errors", json);
    /// assert_eq!(
    ///     html.finish(),
    ///     "<script type=\"application/json\" id=\"errors\">\n\"\\u003c/script\\u003e\"\n</script>"
    /// );
    /// ```
    ///
    /// Text is no data before [`Json`] has made it so:
    ///
    /// ```compile_fail,E0308
    /// use errcat_codegen::sink::{Html, Json};
    ///
    /// let text = String::from("</script>");
    /// let mut json = Json::default();
    /// json.string(&text);
    /// let mut html = Html::default();
    /// html.json("errors", text);
    /// ```
    pub fn json(&mut self, id: &'static str, json: Json) -> &mut Self {
        self.raw("<script type=\"application/json\"")
            .attribute(Attribute::Id, id)
            .raw(">\n");
        for character in json.finish().chars() {
            match character {
                '<' => self.0.push_str("\\u003c"),
                '>' => self.0.push_str("\\u003e"),
                '&' => self.0.push_str("\\u0026"),
                other => self.0.push(other),
            }
        }
        self.raw("</script>")
    }

    /// The HTML.
    #[must_use]
    pub fn finish(self) -> String {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_and_data_stand_in_their_order() {
        let href = Href::new("/a?b&c").expect("a link");
        let mut json = Json::default();
        json.string("</script>&");
        let mut html = Html::default();
        html.raw("<a").href(&href).raw("></a>").json("b", json);
        html.raw("<i>");
        assert_eq!(
            html.finish(),
            "<a href=\"/a?b&amp;c\"></a><script type=\"application/json\" id=\"b\">\n\
             \"\\u003c/script\\u003e\\u0026\"\n</script><i>"
        );
    }

    #[test]
    fn what_is_written_stands_in_its_order() {
        let mut html = Html::default();
        html.raw("<p").attribute(Attribute::Data("n"), "a'b");
        html.raw(">")
            .number(-7)
            .raw(" ")
            .text("\r\0<>&\"'é")
            .raw("</p>");
        assert_eq!(
            html.finish(),
            "<p data-n=\"a'b\">-7 &#13;\u{fffd}&lt;&gt;&amp;&quot;'é</p>"
        );
    }
}
