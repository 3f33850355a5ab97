package org.shoptrace.core.export;

import java.util.Locale;
import java.util.OptionalInt;
import org.shoptrace.core.markup.Markup;
import org.shoptrace.model.finding.Place;

/// The parts that all sections of a run's page are made of. Texts of models and products are text only: nothing in them becomes an
/// element, an attribute or a link, and what would turn the reading direction around is shown as what it is.
final class PageText {
    private static final int FOLDED_BEYOND = 1_200;
    private static final int TEASER = 240;

    private final Markup html;

    /// @param html where the sections stand
    PageText(Markup html) {
        this.html = html;
    }

    PageText open(String element, String... attributes) {
        html.open(element, attributes);
        return this;
    }

    PageText close() {
        html.close();
        return this;
    }

    PageText text(String text) {
        html.text(text);
        return this;
    }

    PageText element(String element, String text, String... attributes) {
        html.element(element, text, attributes);
        return this;
    }

    /// An image that stands in its own address.
    PageText image(String dataUrl, String says) {
        html.empty("img", "src", dataUrl, "alt", says);
        return this;
    }

    PageText heading(String id, String text) {
        return open("section", "id", id).element("h2", text);
    }

    /// A text of any length: a long one is folded, and nothing of it is left out.
    PageText prose(String text, String styleClass) {
        if (text.length() <= FOLDED_BEYOND) {
            return open("div", "class", "prose " + styleClass, "dir", "auto").text(text).close();
        }
        String teaser = text.substring(0, Character.isHighSurrogate(text.charAt(TEASER - 1)) ? TEASER - 1 : TEASER).replaceAll("\\s+", " ");
        open("details", "class", "prose " + styleClass).open("summary").element("span", teaser + "…", "dir", "auto");
        element("span", String.format(Locale.ROOT, " all %,d characters", text.length()), "class", "muted").close();
        return open("div", "dir", "auto").text(text).close().close();
    }

    /// A link to a step or a call of this page.
    PageText link(Place place) {
        return element("a", place.toString(), "href", "#" + anchor(place.step(), place.call()));
    }

    static String anchor(int step, OptionalInt call) {
        return "step-" + step + (call.isPresent() ? "-call-" + call.getAsInt() : "");
    }

    PageText chip(String text, String styleClass) {
        return element("span", text, "class", "chip " + styleClass);
    }

    PageText fact(String name, String value) {
        return element("dt", name).element("dd", value);
    }

    /// The head of a table whose rows follow; close it with [#endTable].
    PageText table(String... columns) {
        open("div", "class", "scroll").open("table").open("thead").open("tr");
        for (String column : columns) {
            element("th", column, "scope", "col");
        }
        return close().close().open("tbody");
    }

    PageText endTable() {
        return close().close().close();
    }

    PageText cell(String text) {
        return element("td", text, "dir", "auto");
    }
}
