package org.shoptrace.core.trajectory;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.shoptrace.core.json.JsonSpans;
import org.shoptrace.core.trajectory.format.OwnReading;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.OwnRecord;

/// Files that are one object with many runs in a list, and around them what all have in common.
enum RunCollection {
    /// `{info, tasks, simulations: […]}`.
    TAU2("simulations", "info", List.of("agent_info", "llm"), "a tau2-bench result without simulations"),
    /// `{eval, results, samples: […]}`.
    INSPECT("samples", "eval", List.of("model"), "an Inspect log without samples"),
    /// `{eval_set_id, eval_case_results: […]}`, in which each case names its set.
    ADK("eval_case_results", "eval_set_id", List.of("model"), "an evaluation of the Google ADK without results");

    /// What stands in the header of an Inspect log, one of them at least, beside what it evaluates.
    private static final Set<String> INSPECT_HEADER = Set.of("status", "plan", "version");

    private final String list;
    private final String about;
    private final List<String> model;
    private final String empty;

    RunCollection(String list, String about, List<String> model, String empty) {
        this.list = list;
        this.about = about;
        this.model = model;
        this.empty = empty;
    }

    /// The field with the runs.
    String list() {
        return list;
    }

    /// The field with what they have in common.
    String about() {
        return about;
    }

    static Set<String> lists() {
        return Arrays.stream(values()).map(RunCollection::list).collect(Collectors.toSet());
    }

    /// What an object with these fields is; empty when it is none.
    static Optional<RunCollection> of(Set<String> fields) {
        return Arrays.stream(values()).filter(one -> fields.contains(one.list) && fields.contains(one.about)).findFirst();
    }

    /// What an object is that says what runs elsewhere have in common, such as the header of a log; empty when it is none.
    static Optional<RunCollection> around(Json.Obj header) {
        return Arrays.stream(values()).filter(one -> header.object(one.about).isPresent()).findFirst();
    }

    /// What a value is that would hold runs and holds none, for people; empty when it holds some, or is nothing of the kind. The header of
    /// a log stands alone when nothing followed it.
    static Optional<String> empty(Json value) {
        if (!(value instanceof Json.Obj object)) {
            return Optional.empty();
        }
        Set<String> fields = object.fields().keySet();
        boolean header = object.object(INSPECT.about).isPresent() && object.get(INSPECT.list).isEmpty()
                && fields.stream().anyMatch(INSPECT_HEADER::contains);
        return header
                ? Optional.of(INSPECT.empty)
                : of(fields).filter(kind -> object.items(kind.list).isEmpty()).map(kind -> kind.empty);
    }

    /// As [#empty(Json)], of a file of any size.
    static Optional<String> empty(JsonSpans spans) {
        if (spans.values().size() != 1 || spans.failure().isPresent()) {
            return Optional.empty();
        }
        Map<String, JsonSpans.Field> fields = spans.values().getFirst().fields();
        return of(fields.keySet()).filter(kind -> Objects.requireNonNull(fields.get(kind.list)).items().isEmpty()).map(kind -> kind.empty);
    }

    /// What the file says once of all its runs: what they can be grouped by.
    ///
    /// @param common the value of [#about]
    OwnRecord own(Json common) {
        if (!(common instanceof Json.Obj object)) {
            return OwnRecord.NONE;
        }
        OwnReading own = new OwnReading(name());
        switch (this) {
            case TAU2 -> {
                object.object("environment_info").flatMap(environment -> environment.get("domain_name"))
                        .ifPresent(domain -> own.metadata("domain", domain));
                object.object("agent_info").flatMap(agent -> agent.get("implementation"))
                        .ifPresent(agent -> own.metadata("agent", agent));
                object.object("user_info").flatMap(user -> user.get("llm")).ifPresent(user -> own.metadata("user_model", user));
            }
            case INSPECT -> {
                object.get("task").ifPresent(task -> own.metadata("eval", task));
                object.object("dataset").flatMap(dataset -> dataset.get("name")).ifPresent(name -> own.metadata("dataset", name));
                object.get("solver").ifPresent(solver -> own.metadata("solver", solver));
            }
            case ADK -> {}
        }
        return own.record();
    }

    /// The name of the model.
    ///
    /// @param common the value of [#about]
    Optional<String> model(Json common) {
        Json value = common;
        for (String key : model) {
            value = value instanceof Json.Obj object ? object.get(key).orElse(Json.NULL) : Json.NULL;
        }
        return value.asText().filter(name -> !name.isBlank());
    }
}
