package org.shoptrace.core.python;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.shoptrace.model.json.Json;

/// Reads what Python's `str` makes of lists and dicts (`[{'price': 1.0, 'brand': None}]`), which agents in Python record where they
/// should have written JSON. Strings, numbers, `None`, `True`, `False`, lists, tuples and dicts with text keys; nothing is evaluated.
public final class PythonLiteral {
    private static final int MAX_DEPTH = 200;

    private final String text;
    private int at;
    private int depth;

    private PythonLiteral(String text) {
        this.text = text;
    }

    /// That the text is no such literal.
    private static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /// The value; empty when the text is not exactly one literal.
    public static Optional<Json> read(String text) {
        PythonLiteral reader = new PythonLiteral(text);
        try {
            Json value = reader.value();
            reader.space();
            return reader.at == text.length() ? Optional.of(value) : Optional.empty();
        } catch (Malformed e) {
            // Then it is a text like any other, and stays one.
            return Optional.empty();
        }
    }

    /// A call of a function, with arguments by name; those without a name are called `0`, `1`, … after their place.
    public record Call(String name, Json.Obj arguments) {
        /// The calls that a text consists of, one alone or several in a list, such as `[find(q='lamp'), buy(item=3)]`; empty when it is
        /// anything else.
        public static Optional<List<Call>> all(String text) {
            PythonLiteral reader = new PythonLiteral(text.strip());
            try {
                List<Call> calls = reader.calls();
                reader.space();
                return reader.at == reader.text.length() && !calls.isEmpty() ? Optional.of(calls) : Optional.empty();
            } catch (Malformed e) {
                // Then it is a text like any other, and stays one.
                return Optional.empty();
            }
        }
    }

    private List<Call> calls() throws Malformed {
        if (peek() != '[') {
            return List.of(call());
        }
        enter();
        List<Call> calls = new ArrayList<>();
        while (!closes(']')) {
            calls.add(call());
            separator(']');
        }
        depth--;
        return calls;
    }

    private Call call() throws Malformed {
        space();
        String name = name();
        space();
        if (name.isEmpty() || peek() != '(') {
            throw new Malformed();
        }
        enter();
        SequencedMap<String, Json> arguments = new LinkedHashMap<>();
        while (!closes(')')) {
            space();
            int start = at;
            String key = name();
            space();
            if (!key.isEmpty() && at < text.length() && text.charAt(at) == '=') {
                at++;
                arguments.put(key, value());
            } else {
                at = start;
                arguments.put(Integer.toString(arguments.size()), value());
            }
            separator(')');
        }
        depth--;
        return new Call(name, new Json.Obj(arguments));
    }

    private String name() {
        int start = at;
        while (at < text.length() && (Character.isJavaIdentifierPart(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        return text.substring(start, at);
    }

    private Json value() throws Malformed {
        space();
        return switch (peek()) {
            case '[' -> new Json.Arr(items(']'));
            case '(' -> new Json.Arr(items(')'));
            case '{' -> dict();
            case '\'', '"' -> Json.of(string());
            default -> word();
        };
    }

    private List<Json> items(char closing) throws Malformed {
        enter();
        List<Json> items = new ArrayList<>();
        while (!closes(closing)) {
            items.add(value());
            separator(closing);
        }
        depth--;
        return items;
    }

    private Json.Obj dict() throws Malformed {
        enter();
        SequencedMap<String, Json> fields = new LinkedHashMap<>();
        while (!closes('}')) {
            space();
            String key = string();
            space();
            expect(':');
            fields.put(key, value());
            separator('}');
        }
        depth--;
        return new Json.Obj(fields);
    }

    private void enter() throws Malformed {
        if (++depth > MAX_DEPTH) {
            throw new Malformed();
        }
        at++;
    }

    private boolean closes(char closing) throws Malformed {
        space();
        if (peek() != closing) {
            return false;
        }
        at++;
        return true;
    }

    private void separator(char closing) throws Malformed {
        space();
        if (peek() == ',') {
            at++;
        } else if (peek() != closing) {
            throw new Malformed();
        }
    }

    private String string() throws Malformed {
        char quote = peek();
        if (quote != '\'' && quote != '"') {
            throw new Malformed();
        }
        at++;
        StringBuilder out = new StringBuilder();
        while (peek() != quote) {
            char c = text.charAt(at++);
            if (c == '\\') {
                escape(out);
            } else {
                out.append(c);
            }
        }
        at++;
        return out.toString();
    }

    private void escape(StringBuilder out) throws Malformed {
        char c = peek();
        at++;
        switch (c) {
            case 'n' -> out.append('\n');
            case 't' -> out.append('\t');
            case 'r' -> out.append('\r');
            case '\\', '\'', '"' -> out.append(c);
            case 'x' -> out.appendCodePoint(hex(2));
            case 'u' -> out.append((char) hex(4));
            case 'U' -> out.appendCodePoint(hex(8));
            default -> throw new Malformed();
        }
    }

    private int hex(int digits) throws Malformed {
        if (at + digits > text.length()) {
            throw new Malformed();
        }
        int value = 0;
        for (int i = 0; i < digits; i++) {
            int digit = Character.digit(text.charAt(at++), 16);
            if (digit < 0) {
                throw new Malformed();
            }
            value = value << 4 | digit;
        }
        if (!Character.isValidCodePoint(value)) {
            throw new Malformed();
        }
        return value;
    }

    private Json word() throws Malformed {
        int start = at;
        while (at < text.length() && "+-._".indexOf(text.charAt(at)) >= 0
                || at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
            at++;
        }
        String word = text.substring(start, at);
        return switch (word) {
            case "None" -> Json.NULL;
            case "True" -> new Json.Bool(true);
            case "False" -> new Json.Bool(false);
            default -> {
                if (!word.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?")) {
                    throw new Malformed();
                }
                yield new Json.Num(word);
            }
        };
    }

    private void space() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private char peek() throws Malformed {
        if (at >= text.length()) {
            throw new Malformed();
        }
        return text.charAt(at);
    }

    private void expect(char c) throws Malformed {
        if (peek() != c) {
            throw new Malformed();
        }
        at++;
    }
}
