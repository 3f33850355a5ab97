package org.shoptrace.core.agent.scripted;

import java.io.Serial;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.shoptrace.core.agent.Agent.Reply;
import org.shoptrace.core.json.PythonJsonWriter;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.Observation;
import org.shoptrace.model.trajectory.Step;

/// What the tools have answered so far, in the order of asking.
///
/// The shopper's plan is written as if every answer were there already. It is gone through from its beginning at each turn; the first
/// question without an answer ends it ([Pending]) and becomes the turn. So the shopper keeps no state of its own, and a turn is a
/// function of the query and the history.
final class Notebook {
    private final List<Step> history;
    private int read;

    Notebook(List<Step> history) {
        this.history = history;
    }

    /// A question to a tool.
    record Question(String tool, SequencedMap<String, Json> parameters) {
        static Question of(String tool, String parameter, String value) {
            SequencedMap<String, Json> parameters = new LinkedHashMap<>();
            parameters.put(parameter, Json.of(value));
            return new Question(tool, parameters);
        }

        private Json.Obj json() {
            SequencedMap<String, Json> call = new LinkedHashMap<>();
            call.put("name", Json.of(tool));
            call.put("parameters", new Json.Obj(parameters));
            return new Json.Obj(call);
        }
    }

    /// The plan has come to questions that are not answered yet.
    static final class Pending extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1L;

        private final transient Reply reply;

        Pending(Reply reply) {
            super("the plan waits for an answer", null, false, false);
            this.reply = reply;
        }

        Reply reply() {
            return reply;
        }
    }

    /// The answers to questions that are asked together.
    ///
    /// @param think why they are asked
    /// @throws Pending when they have not been asked yet
    List<Observation> ask(String think, List<Question> questions) {
        return ask(think, questions, "");
    }

    /// As [#ask(String, List)], telling the user something at the same time.
    List<Observation> ask(String think, List<Question> questions, String response) {
        if (read < history.size()) {
            return history.get(read++).calls().stream()
                    .map(call -> call.observation().orElseGet(Observation.Failed::new))
                    .toList();
        }
        String calls = PythonJsonWriter.json(Json.array(questions.stream().map(Question::json).toList()));
        throw new Pending(new Reply(
                "<think>" + think + "</think>\n<tool_call>" + calls + "</tool_call>"
                        + (response.isEmpty() ? "" : "\n<response>" + response + "</response>"),
                ""));
    }
}
