package org.shoptrace.core.markup;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.CDATASection;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.w3c.dom.Text;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/// Reads what [Markup] wrote. Nothing that a document names is fetched.
public final class MarkupText {
    private final Document document;

    private MarkupText(Document document) {
        this.document = document;
    }

    /// The document of a page or a drawing; empty when it is not one of ours.
    public static Optional<MarkupText> read(byte[] utf8) {
        String text = new String(utf8, StandardCharsets.UTF_8).replaceFirst("^<!DOCTYPE html>\\s*", "");
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            // A page may be long; the limits of the secure mode are for documents that name entities, which are refused.
            // A page of many quotes is one too: the limits count `&quot;`.
            for (String limit : List.of("maxGeneralEntitySizeLimit", "totalEntitySizeLimit", "entityExpansionLimit")) {
                factory.setAttribute("http://www.oracle.com/xml/jaxp/properties/" + limit, "0");
            }
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Silent());
            return Optional.of(new MarkupText(builder.parse(new InputSource(new StringReader(text)))));
        } catch (SAXException | IOException e) {
            return Optional.empty();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the JDK's own parser", e);
        }
    }

    /// An attribute of the first element whose other attribute has a value.
    public Optional<String> attribute(String element, String key, String value, String attribute) {
        return first(element, key, value).map(found -> found.getAttribute(attribute));
    }

    /// The text inside the first element whose attribute has a value.
    public Optional<String> content(String element, String key, String value) {
        return first(element, key, value).map(Element::getTextContent);
    }

    /// All of the document in its order: elements with all their attributes, texts, and whatever else there is.
    public List<MarkupPart> parts() {
        List<MarkupPart> parts = new ArrayList<>();
        gather(document, parts);
        return parts;
    }

    private static void gather(Node node, List<MarkupPart> parts) {
        NodeList children = node.getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            switch (children.item(i)) {
                case CDATASection section -> parts.add(new MarkupPart.Foreign(section.getData()));
                case Text text -> parts.add(new MarkupPart.Said(text.getData()));
                case Element element -> {
                    parts.add(new MarkupPart.Opened(element.getTagName(), attributes(element)));
                    gather(element, parts);
                    parts.add(new MarkupPart.Closed(element.getTagName()));
                }
                case Node other -> parts.add(new MarkupPart.Foreign(String.valueOf(other.getNodeValue())));
            }
        }
    }

    private static SequencedMap<String, String> attributes(Element element) {
        NamedNodeMap given = element.getAttributes();
        SequencedMap<String, String> attributes = new TreeMap<>();
        for (int i = 0; i < given.getLength(); i++) {
            attributes.put(given.item(i).getNodeName(), given.item(i).getNodeValue());
        }
        return attributes;
    }

    private Optional<Element> first(String element, String key, String value) {
        NodeList found = document.getElementsByTagName(element);
        for (int i = 0; i < found.getLength(); i++) {
            if (found.item(i) instanceof Element one && one.getAttribute(key).equals(value)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    /// The parser's own handler writes to standard error.
    private static final class Silent implements ErrorHandler {
        @Override
        public void warning(SAXParseException warning) {
            // says nothing about what is read
        }

        @Override
        public void error(SAXParseException error) throws SAXException {
            throw error;
        }

        @Override
        public void fatalError(SAXParseException error) throws SAXException {
            throw error;
        }
    }
}
