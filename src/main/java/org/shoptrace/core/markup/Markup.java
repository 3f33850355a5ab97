package org.shoptrace.core.markup;

import java.io.StringWriter;
import java.util.Set;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// Writes elements, for HTML and SVG alike. Whatever text comes in, a product's title or a model's name, comes out as text: the
/// JDK's XML writer escapes it, and what people read goes through [DrawnText] first.
public final class Markup {
    private static final Set<String> READ = Set.of("title", "alt", "aria-label");

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    public Markup() {
        try {
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Opens an element.
    ///
    /// @param attributes names and values in turn
    public Markup open(String element, String... attributes) {
        return write(() -> {
            xml.writeStartElement(element);
            for (int i = 0; i < attributes.length; i += 2) {
                xml.writeAttribute(attributes[i], attribute(attributes[i], attributes[i + 1]));
            }
        });
    }

    public Markup close() {
        return write(xml::writeEndElement);
    }

    /// Text for people, as [DrawnText] has it.
    public Markup text(String content) {
        return write(() -> xml.writeCharacters(DrawnText.of(content)));
    }

    /// An element whose text is for programs and comes back as it was given, but for what XML does not allow.
    public Markup carried(String element, String content, String... attributes) {
        return open(element, attributes).write(() -> xml.writeCharacters(allowed(content))).close();
    }

    /// An element that holds text.
    public Markup element(String element, String content, String... attributes) {
        return open(element, attributes).text(content).close();
    }

    /// An element that never has an end tag in HTML.
    public Markup empty(String element, String... attributes) {
        return write(() -> {
            xml.writeEmptyElement(element);
            for (int i = 0; i < attributes.length; i += 2) {
                xml.writeAttribute(attributes[i], attribute(attributes[i], attributes[i + 1]));
            }
        });
    }

    @Override
    public String toString() {
        write(xml::flush);
        return text.toString();
    }

    /// Attributes that people read; all others are for programs.
    private static String attribute(String name, String value) {
        return READ.contains(name) ? DrawnText.of(value) : allowed(value);
    }

    private static String allowed(String text) {
        StringBuilder allowed = new StringBuilder(text.length());
        text.codePoints().map(c -> isAllowed(c) ? c : 0xFFFD).forEach(allowed::appendCodePoint);
        return allowed.toString();
    }

    private static boolean isAllowed(int c) {
        boolean control = c < 0x20 && c != '\t' && c != '\n';
        boolean surrogate = c >= 0xD800 && c <= 0xDFFF;
        return !control && !surrogate && c != 0x7F && c != 0xFFFE && c != 0xFFFF;
    }

    /// A step that writes to memory, and so does not fail.
    @FunctionalInterface
    private interface Writing {
        void run() throws XMLStreamException;
    }

    private Markup write(Writing writing) {
        try {
            writing.run();
            return this;
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }
}
