package org.shoptrace.core.verify;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.shoptrace.core.markup.MarkupPart;
import org.shoptrace.core.markup.MarkupPart.Closed;
import org.shoptrace.core.markup.MarkupPart.Foreign;
import org.shoptrace.core.markup.MarkupPart.Opened;
import org.shoptrace.core.markup.MarkupPart.Said;
import org.shoptrace.core.markup.MarkupText;
import org.shoptrace.core.provenance.CarriedProvenance;

/// Where two pages or two drawings differ first: in an element, in an attribute, which is where a drawing has its numbers, or in a text.
/// Every number has to be written as it was: the program measures texts in a font of its own, so that a drawing is laid out alike on every
/// machine.
final class DocumentDifference {
    private final Allowance allowance;

    DocumentDifference(Allowance allowance) {
        this.allowance = allowance;
    }

    /// A sentence without a full stop; empty when they are the same.
    Optional<String> of(byte[] exported, byte[] again) {
        Optional<MarkupText> one = MarkupText.read(exported);
        Optional<MarkupText> other = MarkupText.read(again);
        if (one.isEmpty() || other.isEmpty()) {
            return Optional.of("it cannot be read any more as Shoptrace wrote it");
        }
        return of(told(one.get().parts()), told(other.get().parts()));
    }

    /// Without the warning of changed documents, and without the paragraph that holds nothing else.
    private List<MarkupPart> told(List<MarkupPart> parts) {
        List<MarkupPart> told = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            MarkupPart part = parts.get(i);
            if (!(part instanceof Said(String text)) || allowance.withoutWarning(text).equals(text)) {
                told.add(part);
            } else if (!allowance.withoutWarning(text).isBlank()) {
                told.add(new Said(allowance.withoutWarning(text)));
            } else if (told.getLast() instanceof Opened && parts.get(i + 1) instanceof Closed) {
                told.removeLast();
                i++;
            }
        }
        return told;
    }

    private Optional<String> of(List<MarkupPart> one, List<MarkupPart> other) {
        String last = "";
        Optional<Opened> inside = Optional.empty();
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            Optional<String> difference = difference(one.get(i), other.get(i), inside);
            if (difference.isPresent()) {
                return Optional.of(difference.get() + (last.isBlank() ? "" : ", after " + ExportComparison.quoted(last)));
            }
            last = one.get(i) instanceof Said(String text) && !text.isBlank() && !isCarried(inside) ? text : last;
            inside = one.get(i) instanceof Opened opened ? Optional.of(opened) : Optional.empty();
        }
        return one.size() == other.size() ? Optional.empty() : Optional.of("it ends elsewhere");
    }

    /// @param inside the element that both stand in when nothing else is between its beginning and them
    private Optional<String> difference(MarkupPart one, MarkupPart other, Optional<Opened> inside) {
        if (one instanceof Opened a && other instanceof Opened b && a.element().equals(b.element())) {
            return attributes(a, b);
        }
        if (one instanceof Said(String a) && other instanceof Said(String b)) {
            return isCarried(inside)
                    ? allowance.difference(a)
                    : a.equals(allowance.of(b))
                            ? Optional.empty()
                            : Optional.of(ExportComparison.says(a, b));
        }
        return one.equals(other) ? Optional.empty() : Optional.of("it has " + name(one) + ", made again " + name(other));
    }

    private static boolean isCarried(Optional<Opened> inside) {
        return inside.filter(of -> CarriedProvenance.isIn(of.element(), of.attributes())).isPresent();
    }

    private Optional<String> attributes(Opened one, Opened other) {
        Set<String> names = new LinkedHashSet<>(one.attributes().keySet());
        names.addAll(other.attributes().keySet());
        for (String name : names) {
            Optional<String> a = value(one.attributes(), name);
            Optional<String> b = value(other.attributes(), name);
            if (name.equals("content") && a.isPresent() && b.isPresent() && CarriedProvenance.isIn(other.element(), other.attributes())) {
                Optional<String> difference = allowance.difference(a.get());
                if (difference.isPresent()) {
                    return difference;
                }
            } else if (!a.equals(b.map(allowance::of))) {
                return Optional.of(name + " of " + name(one) + told(one) + " is " + quoted(a) + ", made again " + quoted(b));
            }
        }
        return Optional.empty();
    }

    /// Several bars stand behind the same text: the class says which.
    private static String told(Opened one) {
        return value(one.attributes(), "class").map(kind -> " of class " + kind).orElse("");
    }

    private static Optional<String> value(SequencedMap<String, String> attributes, String name) {
        return Optional.ofNullable(attributes.get(name));
    }

    private static String quoted(Optional<String> value) {
        return value.map(ExportComparison::quoted).orElse("none");
    }

    private static String name(MarkupPart part) {
        return switch (part) {
            case Opened(String element, _) -> "<" + element + ">";
            case Closed(String element) -> "the end of <" + element + ">";
            case Said(String text) -> "the text " + ExportComparison.quoted(text);
            case Foreign(String text) -> "what people do not see, " + ExportComparison.quoted(text);
        };
    }
}
