package org.shoptrace.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.sandbox.tool.SandboxTools;
import org.shoptrace.core.score.ShoppingBenchProfile;
import org.shoptrace.core.score.TitleSimilarity;
import org.shoptrace.core.session.CatalogState;
import org.shoptrace.core.session.GivenWorkspace;
import org.shoptrace.core.session.RunOutcome;
import org.shoptrace.core.task.TaskCodec;
import org.shoptrace.core.trajectory.RunCodec;
import org.shoptrace.core.trajectory.StepEncoder;
import org.shoptrace.core.trajectory.StepEncoder.Exchange;
import org.shoptrace.core.trajectory.StepEncoder.Turn;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.model.trajectory.RunSource;
import org.shoptrace.model.trajectory.RunSummary;
import org.shoptrace.model.trajectory.Step;
import org.shoptrace.ui.run.OpenRun;
import org.shoptrace.ui.session.WorkspaceViewModel;

/// An open workspace of 25 kettles, one task whose target is `k12`, on the second page, and runs whose answers are the sandbox's own.
/// JSON is written in single quotes for reading's sake.
public final class KettleWorkspace {
    public static final String QUERY = "a steel kettle for 120 pesos";

    public final GivenWorkspace given = new GivenWorkspace();
    public final WorkspaceViewModel workspace = new WorkspaceViewModel(given.open());
    public final FakeSandbox sandbox = new FakeSandbox(Products.kettles(25));
    public final ShoppingBenchProfile profile = new ShoppingBenchProfile(sandbox::product, sameWords(), false);
    private final Map<RunId, Run> runs = new HashMap<>();
    private final Task task;

    public KettleWorkspace() throws Exception {
        task = TaskCodec.decode(json("{'query':'" + QUERY + "','reward':{'product_id':'k12','title':['Steel kettle 12'],'service':['COD'],"
                + "'price':[{'less than':[null,130]}]}}"));
        given.tasks(List.of(task));
        given.reader(summary -> Objects.requireNonNull(runs.get(summary.id())));
        openCatalog();
    }

    public void openCatalog() {
        given.catalog(new CatalogState.Open(sandbox));
    }

    /// Adds a scored run of that model with a step for each call, such as `find_product {'q':'kettle','page':1}`.
    public Run run(String model, String... calls) throws Exception {
        return runOf(QUERY, model, calls);
    }

    public Run runOf(String query, String model, String... calls) throws Exception {
        SandboxTools tools = new SandboxTools(sandbox, (_, _) -> List.of());
        StepEncoder encoder = new StepEncoder("You shop.", query);
        List<Step> steps = new ArrayList<>();
        for (String call : calls) {
            String name = call.substring(0, call.indexOf(' '));
            Json.Obj parameters = (Json.Obj) json(call.substring(call.indexOf(' ')));
            steps.add(encoder.add(Turn.of("hm", List.of(new Exchange(name, parameters, tools.call(name, parameters))), "", 1)));
        }
        Run run = RunCodec.ofSteps(steps, new RunSource(Path.of("rollout_product_" + model + ".jsonl"), runs.size() + 1L), model);
        add(run);
        return run;
    }

    /// Lists a run that was made elsewhere.
    public void add(Run run) throws Exception {
        runs.put(run.id(), run);
        given.add(List.of(RunSummary.of(run, 1000)));
        Optional<Task> known = run.query().flatMap(workspace::task);
        if (known.isPresent()) {
            given.outcomes(Map.of(run.id(), new RunOutcome.Scored(profile.score(known.get(), run))));
        }
    }

    public OpenRun open(Run run) {
        RunSummary summary = workspace.runs().stream().filter(each -> each.id().equals(run.id())).findFirst().orElseThrow();
        return new OpenRun(summary, run, workspace.task(summary));
    }

    private static Json json(String text) throws Exception {
        return JsonReader.read(text.replace('\'', '"'));
    }

    private static TitleSimilarity sameWords() {
        return new TitleSimilarity() {
            @Override
            public String name() {
                return "same words";
            }

            @Override
            public boolean comparableWithPublished() {
                return false;
            }

            @Override
            public double similarity(String a, String b) {
                return a.equals(b) ? 1 : 0;
            }
        };
    }
}
