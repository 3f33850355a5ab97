package org.shoptrace.core.python;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shoptrace.model.json.Json;

/// Calls as Python writes them.
class PythonLiteralTest {
    @Test
    void readsCallsByNameAndByPlace() {
        assertEquals(
                Optional.of(List.of(
                        new PythonLiteral.Call("shop.find", Json.Obj.EMPTY.with("q", Json.of("men's lamp")).with("page", Json.Num.of(2))),
                        new PythonLiteral.Call("buy", Json.Obj.EMPTY.with("0", Json.Num.of(7)).with("gift", Json.NULL)))),
                PythonLiteral.Call.all("[shop.find(q=\"men's lamp\", page=2), buy(7, gift=None)]"));
        assertEquals(Optional.of(List.of(new PythonLiteral.Call("stop", Json.Obj.EMPTY))), PythonLiteral.Call.all("stop()"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "find", "find(", "find(q=)", "find(q='a') and then", "[find(q='a'), 3]", "I call find(q='a')"})
    void takesNothingElseForCalls(String text) {
        assertEquals(Optional.empty(), PythonLiteral.Call.all(text));
    }
}
