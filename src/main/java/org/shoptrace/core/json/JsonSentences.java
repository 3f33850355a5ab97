package org.shoptrace.core.json;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/// What is wrong in a text that is no JSON, in words for people: the library's own speak of its classes and settings.
final class JsonSentences {
    private static final Pattern CHARACTER = Pattern.compile("character .*?code (\\d+)", Pattern.DOTALL);
    private static final Pattern TOKEN = Pattern.compile("Unrecognized token '(.*?)'", Pattern.DOTALL);
    private static final Pattern CLOSING = Pattern.compile("Unexpected close marker '(.)'");
    private static final int SHOWN = 30;

    /// @param known what the library's sentence has in it
    /// @param place what stands behind the character in ours
    private record Place(String known, String place) {}

    private static final List<Place> PLACES = List.of(
            new Place("expected a v", "where a value is expected"),
            new Place("comma to separate", "where a comma is expected"),
            new Place("double-quote to start", "where a key in double quotes is expected"),
            new Place("colon to separate", "where a colon is expected"),
            new Place("numeric value", "inside a number"),
            new Place("hex-digit", "inside an escaped character"),
            new Place("Unrecognized character escape", "after a backslash"),
            new Place("Illegal unquoted", "inside a text, where JSON has it escaped"));

    private JsonSentences() {}

    static JsonSyntaxException of(JacksonException e) {
        return at(what(e), Optional.ofNullable(e.getLocation()));
    }

    static JsonSyntaxException at(String what, Optional<TokenStreamLocation> place) {
        int line = place.map(TokenStreamLocation::getLineNr).orElse(0);
        int column = place.map(TokenStreamLocation::getColumnNr).orElse(0);
        return line > 1 && column > 0
                ? new JsonSyntaxException(what + " (line " + line + ", column " + column + ")", 0)
                : new JsonSyntaxException(what, column);
    }

    static String what(JacksonException e) {
        String message = e.getOriginalMessage();
        if (e instanceof StreamConstraintsException) {
            return message.contains("nesting") ? "nested too deep to be held in memory" : "too large to be held in memory";
        }
        if (isEnd(e)) {
            return "the text ends inside a JSON value";
        }
        Matcher token = TOKEN.matcher(message);
        if (token.find()) {
            return "`" + shown(token.group(1)) + "` is no JSON value";
        }
        Matcher closing = CLOSING.matcher(message);
        if (closing.find()) {
            return "`" + closing.group(1) + "` closes what is not open";
        }
        if (message.contains("Leading zero")) {
            return "a number starts with a zero";
        }
        if (message.contains("surrogate")) {
            return "half a character (a surrogate) in a key";
        }
        if (message.contains("UTF-8")) {
            return Utf8.NONE;
        }
        Matcher character = CHARACTER.matcher(message);
        if (!character.find()) {
            return "it is no JSON";
        }
        String place = PLACES.stream().filter(each -> message.contains(each.known())).map(Place::place).findFirst()
                .orElse("is not expected");
        return character(Integer.parseInt(character.group(1))) + " " + place;
    }

    /// Between the entries of an object the parser reports the end as it reports bad characters.
    static boolean isEnd(JacksonException e) {
        return e instanceof UnexpectedEndOfInputException || e.getOriginalMessage().startsWith("Unexpected end-of-input");
    }

    private static String character(int code) {
        boolean visible = Character.isValidCodePoint(code) && Character.isDefined(code) && !Character.isISOControl(code)
                && Character.getType(code) != Character.SURROGATE && !Character.isWhitespace(code);
        return visible ? "`" + Character.toString(code) + "`" : "a character with the code " + code;
    }

    private static String shown(String token) {
        String clean = token.replaceAll("[\\p{Cntrl}\\p{Cs}]", "\uFFFD");
        return clean.length() > SHOWN ? clean.substring(0, clean.offsetByCodePoints(0, SHOWN)) + "…" : clean;
    }
}
