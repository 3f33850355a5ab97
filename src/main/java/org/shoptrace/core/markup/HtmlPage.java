package org.shoptrace.core.markup;

import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// One HTML page that needs nothing else: no script, no file beside it, nothing from the network. Its own policy forbids all three, so that
/// nothing which a model or a product says can act.
public final class HtmlPage {
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'";

    /// Of a page with images, which stand in it.
    private static final String WITH_IMAGES = POLICY + "; img-src data:";

    private final Markup html = new Markup();

    /// @param style its style sheet
    public HtmlPage(String title, String style) {
        this(title, style, new LinkedHashMap<>());
    }

    /// @param style   its style sheet
    /// @param carried what the page says of itself to programs, by name; nobody sees it
    public HtmlPage(String title, String style, SequencedMap<String, String> carried) {
        this(title, style, carried, false);
    }

    /// @param images whether the page may show images, which stand in it as `data:` URLs
    public HtmlPage(String title, String style, SequencedMap<String, String> carried, boolean images) {
        html.open("html", "lang", "en").open("head").empty("meta", "charset", "utf-8");
        html.empty("meta", "http-equiv", "Content-Security-Policy", "content", images ? WITH_IMAGES : POLICY);
        html.empty("meta", "name", "viewport", "content", "width=device-width");
        html.empty("meta", "name", "referrer", "content", "no-referrer");
        carried.forEach((name, content) -> html.empty("meta", "name", name, "content", content));
        html.element("title", title).carried("style", style).close();
        html.open("body");
    }

    /// What is written here stands in the page, in this order.
    public Markup body() {
        return html;
    }

    /// The whole page, when all that was opened in its body is closed.
    public String text() {
        html.close().close();
        return "<!DOCTYPE html>\n" + html + "\n";
    }
}
