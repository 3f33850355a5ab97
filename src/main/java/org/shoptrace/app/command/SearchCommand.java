package org.shoptrace.app.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.shoptrace.core.trajectory.RunReader;
import org.shoptrace.core.Rejection;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.annotate.AnnotationStore;
import org.shoptrace.core.annotate.Annotations;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.core.score.Similarities;
import org.shoptrace.core.score.SimilarityChoice;
import org.shoptrace.core.score.embedding.SimilarityModels;
import org.shoptrace.core.search.Query;
import org.shoptrace.core.search.QueryParser;
import org.shoptrace.core.search.RunRecord;
import org.shoptrace.core.search.RunSearch;
import org.shoptrace.core.search.SearchAnswer;
import org.shoptrace.core.search.SearchAnswer.RunHits;
import org.shoptrace.core.search.SearchAnswer.StepHit;
import org.shoptrace.core.search.lucene.LuceneRunSearch;
import org.shoptrace.core.settings.UserFolders;
import org.shoptrace.core.trajectory.RolloutLibrary;
import org.shoptrace.core.workspace.TaskBelonging;
import org.shoptrace.core.workspace.Workspace;
import org.shoptrace.core.workspace.WorkspaceFolder;
import org.shoptrace.model.finding.RunFacts;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.model.trajectory.RunSummary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `shoptrace search`: the steps and runs of a workspace that answer a question, a line each. The workspace's index is used and brought up
/// to date; runs are diagnosed only for a question that asks what the diagnosis tells. What a person answered in the window about tasks,
/// catalogue and step limit counts here too.
@Command(
        name = "search",
        mixinStandardHelpOptions = true,
        description = "Search all runs of a workspace: words, \"phrases\", field:value, -not, OR; see the help of the search in the"
                + " window.")
public final class SearchCommand implements Callable<Integer> {
    @Option(names = "--workspace", required = true, paramLabel = "DIR", description = "A folder with rollouts, tasks and catalogues.")
    private Path workspace = Path.of("");

    @Parameters(paramLabel = "QUESTION", description = "Such as: '\"garden hose\" role:thought' or 'target.page:2 -paged'.")
    private String question = "";

    @Option(names = "--steps", paramLabel = "N", defaultValue = "3", description = "List at most so many steps of a run (default: 3).")
    private int steps = 3;

    @Option(names = "--json", paramLabel = "OUT", description = "Write everything found to this file.")
    private @Nullable Path json;

    @Mixin
    private ScorerOptions scorer = new ScorerOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        if (steps < 1) {
            throw new ParameterException(spec.commandLine(), "--steps: at least 1 is expected, not " + steps);
        }
        SimilarityChoice similarity = scorer.similarity(spec);
        Query query = QueryParser.parse(question);
        Optional<JsonOutput> output = json == null ? Optional.empty() : Optional.of(JsonOutput.at(json));
        PrintWriter err = spec.commandLine().getErr();
        Progress progress = new TerminalProgress(err, System::nanoTime);
        try (KnownWorkspace known = KnownWorkspace.of(workspace, err, progress)) {
            Workspace found = known.found();
            if (found.rolloutFiles().isEmpty()) {
                throw new ShoptraceException("there are no rollouts to search", workspace.toString(),
                        "Name a folder that holds rollout files");
            }
            SearchAnswer answer = search(known, query, similarity, err, progress);
            print(answer, found.folder().folder());
            if (output.isPresent()) {
                output.get().write(json(answer));
            }
        }
        return 0;
    }

    private SearchAnswer search(KnownWorkspace known, Query query, SimilarityChoice similarity, PrintWriter err, Progress progress)
            throws Exception {
        WorkspaceFolder folder = known.found().folder();
        TaskBelonging tasks = known.belonging(known.taskFiles());
        try (RolloutLibrary library = new RolloutLibrary(known.found().rolloutFiles(), folder.scratch());
                RunSearch search = new LuceneRunSearch(folder.storage().resolve("search"));
                AnnotationStore store = AnnotationStore.of(folder)) {
            Annotations annotations = store.read().annotations();
            List<RunSummary> runs = new ArrayList<>();
            List<Rejection> rejected = library.index(batch -> batch.stream().map(tasks::settle).forEach(runs::add), progress);
            rejected.forEach(err::println);
            RunReader reader = run -> {
                Run read = library.read(run);
                return run.query().map(read::asking).orElse(read);
            };
            if (search.update(runs, reader, progress) == RunSearch.Update.LEFT_TO_ANOTHER) {
                err.println("Another process is updating the index; what it has finished is searched.");
            }
            Asking asking = new Asking(search, query, runs, annotations,
                    id -> known.sandbox().isPresent() ? known.sandbox().get().product(id) : Optional.empty());
            SearchAnswer answer = asking.answer(Map.of(), steps);
            return answer.undecided() > 0 && known.sandbox().isPresent()
                    ? asking.answer(facts(known, tasks, similarity, runs, reader, progress), steps)
                    : answer;
        }
    }

    /// A question that is asked of all runs, with what is known of them by then.
    private record Asking(RunSearch search, Query query, List<RunSummary> runs, Annotations annotations, RunSearch.Products products) {
        SearchAnswer answer(Map<RunId, RunFacts> facts, int steps) throws ShoptraceException {
            List<RunRecord> records = runs.stream()
                    .map(run -> new RunRecord(run, Optional.ofNullable(facts.get(run.id())), annotations.labels(run.id()))).toList();
            return search.search(query, records, products, new RunSearch.Limit(Integer.MAX_VALUE, steps));
        }
    }

    private Map<RunId, RunFacts> facts(
            KnownWorkspace known, TaskBelonging tasks, SimilarityChoice similarity, List<RunSummary> runs, RunReader reader,
            Progress progress)
            throws ShoptraceException {
        Sandbox sandbox = known.sandbox().orElseThrow();
        SimilarityModels models = new SimilarityModels(UserFolders.ofThisUser().cache(), System.getenv());
        try (Similarities.Opened opened = models.open(similarity,
                known.taskFiles().stream().flatMap(file -> file.tasks().stream()).toList())) {
            return new WorkspaceFacts(sandbox, tasks, scorer.profile(sandbox, opened.similarity(), false), known.stepLimit())
                    .of(runs, reader, progress);
        }
    }

    private void print(SearchAnswer answer, Path root) {
        PrintWriter out = spec.commandLine().getOut();
        for (RunHits run : answer.listed()) {
            String place = place(run.run(), root);
            if (run.hits().isEmpty()) {
                out.println(place + "\t\t" + oneLine(run.run().query().orElse("")));
            }
            for (StepHit hit : run.hits()) {
                String text = hit.excerpt().map(e -> e.role().wireName() + ": " + e.text()).orElseGet(() -> run.run().query().orElse(""));
                out.println(place + "\tstep " + hit.step() + "\t" + oneLine(text));
            }
            if (run.stepCount() > run.hits().size()) {
                out.println(place + "\t\tand " + (run.stepCount() - run.hits().size()) + " more steps");
            }
        }
        PrintWriter err = spec.commandLine().getErr();
        err.println(answer.stepCount() > 0
                ? answer.stepCount() + " steps in " + answer.runs().size() + " runs"
                : answer.runs().size() + " runs");
        if (!answer.isWhole()) {
            err.println("Not everything could be asked: " + answer.notIndexed() + " runs not indexed, " + answer.undecided()
                    + " not diagnosed (that takes a built catalogue and the runs' tasks in the workspace)");
        }
    }

    private static String place(RunSummary run, Path root) {
        Path file = run.source().file().toAbsolutePath().normalize();
        return (file.startsWith(root) ? root.relativize(file) : file) + ":" + run.source().line();
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private Json.Obj json(SearchAnswer answer) {
        SequencedMap<String, Json> fields = new LinkedHashMap<>();
        fields.put("question", Json.of(question));
        fields.put("steps", Json.Num.of((long) answer.stepCount()));
        fields.put("not_indexed", Json.Num.of((long) answer.notIndexed()));
        fields.put("not_diagnosed", Json.Num.of((long) answer.undecided()));
        fields.put("runs", Json.array(answer.listed().stream().map(SearchCommand::run).toList()));
        return new Json.Obj(fields);
    }

    private static Json.Obj run(RunHits run) {
        SequencedMap<String, Json> fields = new LinkedHashMap<>();
        fields.put("id", Json.of(run.run().id().sha256()));
        fields.put("file", Json.of(run.run().source().file().toString()));
        fields.put("line", Json.Num.of(run.run().source().line()));
        fields.put("model", Json.of(run.run().model()));
        fields.put("query", run.run().query().<Json>map(Json::of).orElse(Json.NULL));
        fields.put("steps", Json.Num.of((long) run.stepCount()));
        fields.put("hits", Json.array(run.hits().stream().map(SearchCommand::hit).toList()));
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
