package org.shoptrace.core.trajectory;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.json.JsonSyntaxException;
import org.shoptrace.core.trajectory.ConversationTurn.Call;
import org.shoptrace.model.json.Json;

/// A call as Qwen's coder models write it: `<function=NAME><parameter=KEY>VALUE</parameter></function>`.
final class XmlCall {
    static final Pattern FUNCTION = Pattern.compile("(?s)<function=([^>\\s]+)>(.*?)(?:</function>|$)");
    private static final Pattern PARAMETER = Pattern.compile("(?s)<parameter=([^>\\s]+)>\\R?(.*?)\\R?</parameter>");

    private XmlCall() {}

    /// @param function found by [#FUNCTION]
    static Call of(MatchResult function) {
        Json.Obj arguments = Json.Obj.EMPTY;
        Matcher parameter = PARAMETER.matcher(function.group(2));
        while (parameter.find()) {
            arguments = arguments.with(parameter.group(1), value(parameter.group(2)));
        }
        return new Call(function.group(1), arguments, Optional.empty());
    }

    /// Values carry no type: what reads as a number, a truth value, a list or an object is one, all else is text.
    private static Json value(String text) {
        try {
            Json value = JsonReader.read(text);
            return value instanceof Json.Str ? Json.of(text) : value;
        } catch (JsonSyntaxException e) {
            return Json.of(text);
        }
    }
}
