package org.shoptrace.app.command;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.annotate.AnnotationStore;
import org.shoptrace.core.evaluate.setup.SetupMaking;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.provenance.ExportOrigin;
import org.shoptrace.core.provenance.FileNames;
import org.shoptrace.core.provenance.FolderFiles;
import org.shoptrace.core.provenance.Making;
import org.shoptrace.core.provenance.Provenance;
import org.shoptrace.core.provenance.Provenance.Settings;
import org.shoptrace.core.provenance.ProvenanceJson;
import org.shoptrace.core.provenance.ProvenanceOf;
import org.shoptrace.core.sandbox.lucene.LuceneCatalogs;
import org.shoptrace.core.score.ChosenScorer;
import org.shoptrace.core.search.Query;
import org.shoptrace.core.search.QueryParser;
import org.shoptrace.core.search.RunSearch;
import org.shoptrace.core.search.SearchAnswer;
import org.shoptrace.core.search.SearchAnswer.RunHits;
import org.shoptrace.core.search.SearchAnswer.StepHit;
import org.shoptrace.core.search.SearchAnswerJson;
import org.shoptrace.core.search.WorkspaceSearch;
import org.shoptrace.core.search.lucene.LuceneRunSearch;
import org.shoptrace.core.session.WorkspaceVisit;
import org.shoptrace.core.settings.UserFolders;
import org.shoptrace.core.workspace.WorkspaceFolder;
import org.shoptrace.model.json.Json;
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
        ChosenScorer chosen = scorer.chosen(spec);
        Query query = QueryParser.parse(question);
        Optional<JsonOutput> output = json == null ? Optional.empty() : Optional.of(JsonOutput.at(json));
        PrintWriter err = spec.commandLine().getErr();
        Progress progress = new TerminalProgress(err, System::nanoTime);
        WorkspaceFolder place = WorkspaceFolder.existing(workspace, UserFolders.ofThisUser().data());
        try (WorkspaceVisit visit = WorkspaceVisit.to(place, new LuceneCatalogs(), new PrintedComplaints(err), progress);
                RunSearch search = new LuceneRunSearch(place.own().folder("search"))) {
            SearchAnswer answer = new WorkspaceSearch(visit, search, chosen).answer(query, steps, this::tell, progress);
            print(answer, place.folder());
            if (output.isPresent()) {
                Json.Obj written = SearchAnswerJson.of(question, answer, FileNames.of(visit.found().rolloutFiles()));
                output.get().write(ProvenanceJson.last(written, provenance(visit, chosen, progress)));
            }
        }
        return 0;
    }

    /// Of all that the workspace has: what was answered in the window, tasks, runs and annotations count.
    private Provenance provenance(WorkspaceVisit visit, ChosenScorer chosen, Progress progress) throws ShoptraceException {
        WorkspaceFolder place = visit.found().folder();
        List<Path> files = new ArrayList<>(visit.found().taskFiles());
        files.addAll(visit.found().rolloutFiles());
        if (Files.isDirectory(place.storage())) {
            Path answers = place.storage().resolve("identity.json");
            if (Files.exists(answers)) {
                files.add(answers);
            }
        }
        for (Path folder : AnnotationStore.folders(place)) {
            files.addAll(FolderFiles.of(folder));
        }
        Making making = Making.by("search").folder("--workspace", Making.Role.WORKSPACE, place.folder(), files)
                .option("--steps", Integer.toString(steps));
        making = SetupMaking.scorer(making, chosen.profile(), chosen.similarity())
                .out("--json", Path.of("search.json"))
                .options("--", List.of(question));
        Optional<Provenance.Catalogue> catalogue = visit.sandbox().map(sandbox -> ProvenanceOf.catalogue(sandbox.info()));
        return ExportOrigin.of(making, Settings.NONE, catalogue, progress).provenance();
    }

    private void tell(RunSearch.Update update) {
        if (update == RunSearch.Update.LEFT_TO_ANOTHER) {
            spec.commandLine().getErr().println("Another process is updating the index; what it has finished is searched.");
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
        return PrintedName.of(file.startsWith(root) ? root.relativize(file) : file) + ":" + run.source().place();
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
