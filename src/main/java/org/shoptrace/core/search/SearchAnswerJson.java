package org.shoptrace.core.search;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.shoptrace.core.provenance.FileNames;
import org.shoptrace.core.search.SearchAnswer.RunHits;
import org.shoptrace.core.search.SearchAnswer.StepHit;
import org.shoptrace.model.json.Json;

/// Writes down what a search found.
public final class SearchAnswerJson {
    private SearchAnswerJson() {}

    /// Everything that was listed, and how much there is in all.
    ///
    /// @param question as it was asked
    /// @param names    what the files of runs are called
    public static Json.Obj of(String question, SearchAnswer answer, FileNames names) {
        SequencedMap<String, Json> fields = new LinkedHashMap<>();
        fields.put("question", Json.of(question));
        fields.put("steps", Json.Num.of((long) answer.stepCount()));
        fields.put("not_indexed", Json.Num.of((long) answer.notIndexed()));
        fields.put("not_diagnosed", Json.Num.of((long) answer.undecided()));
        fields.put("runs", Json.array(answer.listed().stream().map(run -> run(run, names)).toList()));
        return new Json.Obj(fields);
    }

    private static Json.Obj run(RunHits run, FileNames names) {
        SequencedMap<String, Json> fields = new LinkedHashMap<>();
        fields.put("id", Json.of(run.run().id().sha256()));
        fields.put("file", Json.of(names.of(run.run().source().file())));
        fields.put("line", Json.Num.of(run.run().source().line()));
        if (run.run().source().part() > 0) {
            fields.put("part", Json.Num.of(run.run().source().part()));
        }
        fields.put("model", Json.of(run.run().model()));
        fields.put("query", run.run().query().<Json>map(Json::of).orElse(Json.NULL));
        fields.put("steps", Json.Num.of((long) run.stepCount()));
        fields.put("hits", Json.array(run.hits().stream().map(SearchAnswerJson::hit).toList()));
        return new Json.Obj(fields);
    }

    private static Json.Obj hit(StepHit hit) {
        SequencedMap<String, Json> fields = new LinkedHashMap<>();
        fields.put("step", Json.Num.of((long) hit.step()));
        fields.put("role", hit.excerpt().<Json>map(e -> Json.of(e.role().wireName())).orElse(Json.NULL));
        fields.put("text", hit.excerpt().<Json>map(e -> Json.of(e.text())).orElse(Json.NULL));
        return new Json.Obj(fields);
    }
}
