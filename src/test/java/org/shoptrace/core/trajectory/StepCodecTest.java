package org.shoptrace.core.trajectory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.Observation;
import org.shoptrace.model.trajectory.Step;

class StepCodecTest {
    private static final String HIT = "{'product_id':'7','shop_id':'1','title':'Cup','price':12.0,'service':['COD'],'sold_count':3}";

    /// A step with this message; single quotes stand for double ones.
    private static Step step(String message) throws Exception {
        String json = "{'completion':{'content':null,'message':" + message
                + "},'extra_info':{'step':1,'query':'a cup','timestamp':null}}";
        return StepCodec.decode(JsonReader.read(json.replace('\'', '"')), 1);
    }

    private static Optional<Json> results(Step step, int call) {
        return step.calls().get(call - 1).observation().map(Observation::results);
    }

    @Test
    void readsThePartsOfAStep() throws Exception {
        Step step = step("{'think':'t','tool_call':[{'name':'find_product','parameters':{'q':'cup'},'tool_call_id':'a'}],"
                + "'obs':[{'tool_call_id':'a','results':[" + HIT + "]}],'response':'r'}");
        assertEquals(Optional.of("a cup"), step.query());
        assertEquals(Optional.of("t"), step.think());
        assertEquals(Optional.of("r"), step.response());
        assertEquals(Optional.empty(), step.content());
        assertEquals(Optional.empty(), step.timestamp());
        Observation.Found found = assertInstanceOf(
                Observation.Found.class, step.calls().getFirst().observation().orElseThrow());
        assertEquals(
                List.of(new Observation.Hit(
                        "7", "1", "Cup", Optional.of(new Json.Num("12.0")), List.of("COD"), Optional.of(new Json.Num("3")))),
                found.hits());
    }

    @Test
    void tellsTheAnswersApartByTheirShape() throws Exception {
        Step step = step("{'tool_call':["
                + "{'name':'find_product','parameters':{},'result':[]},"
                + "{'name':'view_product_information','parameters':{},'result':[{'product_id':'7','short_description':'s',"
                + "'description':'d','sku_options':{'1':{'size':'m'}},'attributes':{'material':['clay']}}]},"
                + "{'name':'recommend_product','parameters':{},'result':'Having recommended'},"
                + "{'name':'web_search','parameters':{},'result':{'observation':[],'success':true}},"
                + "{'name':'find_product','parameters':{},'result':null},"
                + "{'name':'find_product','parameters':{},'result':[{'title':'no id'}]},"
                + "{'name':'click','parameters':{},'result':[" + HIT + "]}]}");
        List<Class<?>> kinds = List.of(
                Observation.Found.class,
                Observation.Viewed.class,
                Observation.Said.class,
                Observation.Outcome.class,
                Observation.Failed.class,
                Observation.Other.class,
                Observation.Other.class);
        for (int i = 0; i < kinds.size(); i++) {
            assertInstanceOf(kinds.get(i), step.calls().get(i).observation().orElseThrow());
        }
    }

    @Test
    void pairsById() throws Exception {
        Step step = step("{'tool_call':[{'name':'find_product','tool_call_id':'a'},{'name':'search_shop','tool_call_id':'b'},"
                + "{'name':'find_product','tool_call_id':'c'}],"
                + "'obs':[{'tool_call_id':'c','results':'third'},{'tool_call_id':'a','results':'first'}]}");
        assertEquals(Optional.of(Json.of("first")), results(step, 1));
        assertEquals(Optional.empty(), results(step, 2));
        assertEquals(Optional.of(Json.of("third")), results(step, 3));
    }

    @Test
    void pairsIdenticalCallsInOrder() throws Exception {
        Step step = step("{'tool_call':[{'name':'find_product','tool_call_id':'a'},{'name':'find_product','tool_call_id':'a'}],"
                + "'obs':[{'tool_call_id':'a','results':'first'},{'tool_call_id':'a','results':'second'}]}");
        assertEquals(Optional.of(Json.of("first")), results(step, 1));
        assertEquals(Optional.of(Json.of("second")), results(step, 2));
    }

    @Test
    void neverPairsTwoDifferentIds() throws Exception {
        Step step = step("{'tool_call':[{'name':'search_shop','tool_call_id':'a'}],'obs':[{'tool_call_id':'b','results':'x'}]}");
        assertEquals(Optional.empty(), results(step, 1));
    }

    @Test
    void pairsByPositionWithoutIds() throws Exception {
        Step step = step("{'tool_call':[{'name':'find_product'},{'name':'terminate'}],"
                + "'obs':[{'results':'first'},{'results':'second'}]}");
        assertEquals(Optional.of(Json.of("first")), results(step, 1));
        assertEquals(Optional.of(Json.of("second")), results(step, 2));
    }

    @Test
    void passesOverAnUnknownToolWhenPairingByPosition() throws Exception {
        Step step = step("{'tool_call':[{'name':'search_shop'},{'name':'find_product'}],'obs':[{'results':'answer'}]}");
        assertEquals(Optional.empty(), results(step, 1));
        assertEquals(Optional.of(Json.of("answer")), results(step, 2));
    }

    @Test
    void readsObservationsInsideAString() throws Exception {
        Json.Obj message = (Json.Obj) JsonReader.read("{\"tool_call\":[{\"name\":\"find_product\",\"parameters\":{\"q\":\"a\"}},"
                + "{\"name\":\"find_product\",\"parameters\":{\"q\":\"b\"}}]}");
        String obs = "[{\"name\":\"find_product\",\"parameters\":{\"q\":\"b\"},\"results\":\"of b\"},"
                + "{\"name\":\"find_product\",\"parameters\":{\"q\":\"a\"},\"results\":\"of a\"}]";
        Json.Obj completion = Json.Obj.EMPTY.with("message", message.with("obs", Json.of(obs)));
        Json.Obj json = Json.Obj.EMPTY.with("completion", completion);
        Step step = StepCodec.decode(json, 1);
        assertEquals(Optional.of(Json.of("of a")), results(step, 1));
        assertEquals(Optional.of(Json.of("of b")), results(step, 2));
        assertEquals(json, StepCodec.encode(step));
    }

    @Test
    void takesAnEntryWithoutResultsAsACallThatGotNothing() throws Exception {
        Step step = step("{'tool_call':[{'name':'find_product','tool_call_id':'a'}],'obs':[{'tool_call_id':'a'}]}");
        assertInstanceOf(Observation.Failed.class, step.calls().getFirst().observation().orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                    "null", "{}", "\"text\"", "[]", "7", "{\"completion\":null}", "{\"completion\":{\"message\":null}}",
                    "{\"completion\":{\"message\":\"text\"}}", "{\"completion\":{\"message\":{\"tool_call\":\"x\",\"obs\":\"{\"}}}",
                    "{\"completion\":{\"message\":{\"tool_call\":{\"name\":7,\"parameters\":[1]},\"obs\":[null,3]}}}",
                    "{\"completion\":{\"message\":{\"tool_call\":[null,\"a\",[]],\"think\":[],\"response\":{}}},\"extra_info\":7}"
            })
    void keepsMisshapenStepsAsTheyAre(String text) throws Exception {
        Json json = JsonReader.read(text);
        Step step = StepCodec.decode(json, 3);
        assertEquals(json, StepCodec.encode(step));
        assertEquals(Optional.empty(), step.think());
        assertEquals(3, step.number());
    }

    @Test
    void keepsTheParametersOfMisshapenCalls() throws Exception {
        Step step = step("{'tool_call':['find it',{'name':'find_product','parameters':'cup'},{'name':'find_product'}]}");
        assertEquals(Json.of("find it"), step.calls().get(0).parameters());
        assertEquals("", step.calls().get(0).name());
        assertEquals(Json.of("cup"), step.calls().get(1).parameters());
        assertEquals(Json.NULL, step.calls().get(2).parameters());
    }
}
