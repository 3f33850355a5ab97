package org.shoptrace.core.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shoptrace.core.file.OwnFolder;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.search.lucene.LuceneRunSearch;
import org.shoptrace.core.trajectory.RunCodec;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.RunSource;
import org.shoptrace.model.trajectory.RunSummary;

/// What can be asked of what files say of their runs.
class OwnFieldsTest {
    @TempDir
    private Path folder = Path.of("");

    private final List<Run> runs = new ArrayList<>();

    @BeforeEach
    void readRuns() throws Exception {
        String asked = "{\"messages\": [{\"role\": \"user\", \"content\": \"a lantern\"},"
                + "{\"role\": \"assistant\", \"content\": \"here\"";
        read(asked + ", \"usage\": {\"prompt_tokens\": 900, \"completion_tokens\": 200, \"cost\": 0.05}}],"
                + "\"task_id\": 12, \"trial\": 1, \"reward\": 0.75, \"termination_reason\": \"max_steps\","
                + "\"reward_info\": {\"DB\": 1.0, \"COMMUNICATE\": false}, \"metadata\": {\"domain\": \"retail\", \"Max Price\": 300}}");
        read(asked + "}], \"task_id\": \"2\", \"success\": true, \"reward\": 0.2, \"error\": \"request timed out\","
                + "\"explanation\": \"The answer names the right lantern\", \"metadata\": {\"domain\": \"airline\"}}");
        read(asked + "}]}");
    }

    private void read(String json) throws Exception {
        byte[] line = json.getBytes(StandardCharsets.UTF_8);
        runs.add(RunCodec.decode(line, 0, line.length, new RunSource(Path.of("m.jsonl"), runs.size() + 1), "m"));
    }

    private String found(String question, double from) throws Exception {
        try (RunSearch search = new LuceneRunSearch(OwnFolder.at(folder))) {
            search.update(RunTexts.summaries(runs), RunTexts.reader(runs), Progress.NONE);
            List<RunRecord> records = runs.stream()
                    .map(run -> new RunRecord(RunSummary.of(run, 1), Optional.empty(), Set.of(), from)).toList();
            SearchAnswer answer = search.search(
                    QueryParser.parse(question), records, _ -> Optional.empty(), new RunSearch.Limit(100, 3));
            assertEquals(0, answer.undecided(), "nobody has to diagnose a run to know what its file says");
            return String.join(" ", answer.listed().stream().map(run -> Long.toString(run.run().source().line())).toList());
        }
    }

    @ParameterizedTest
    @CsvSource(
            textBlock = """
                    own.passed:true, 2
                    own.passed:no, 1
                    -own.passed:yes, 1 3
                    own.score>0.5, 1
                    own.score:0.2..0.75, 1 2
                    own.score<0.1,
                    own.ending:max_steps, 1
                    own.error:timed, 2
                    own.task:12, 1
                    own.task:2, 2
                    own.trial:1, 1
                    own.domain:retail, 1
                    own.domain:e, 1 2
                    own.max_price>=300, 1
                    own.db:1, 1
                    own.communicate:no, 1
                    own.nothing:1,
                    tokens>1000, 1
                    cost>=0.05, 1
                    cost>0.05,
                    latency>0,
                    own.judge:lantern, 2
                    own.judge:"right lantern" own.passed:yes, 2
                    lantern right,
                    role:own.judge, 2
                    """)
    void findsWhatFilesSay(String question, String lines) throws Exception {
        assertEquals(lines == null ? "" : lines, found(question, 1));
    }

    @Test
    void aScoreIsASuccessFromTheChosenOneOn() throws Exception {
        assertEquals("1 2", found("own.passed:yes", 0.75));
        assertEquals("2", found("own.passed:yes", 0.76));
    }

    @Test
    void aValueThatIsNoneIsNamed() {
        assertThrows(QuerySyntaxException.class, () -> QueryParser.parse("own.passed:maybe"));
        assertThrows(QuerySyntaxException.class, () -> QueryParser.parse("own.score>much"));
        assertThrows(QuerySyntaxException.class, () -> QueryParser.parse("own.domain>much"));
        assertThrows(QuerySyntaxException.class, () -> QueryParser.parse("tokens:many"));
    }
}
