package org.shoptrace.ui.run;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.annotate.Annotations;
import org.shoptrace.core.annotate.LabelSet;
import org.shoptrace.core.diagnose.Diagnostician;
import org.shoptrace.core.diagnose.RunFactsOf;
import org.shoptrace.core.job.JobRunner;
import org.shoptrace.core.json.JsonSyntaxException;
import org.shoptrace.core.sandbox.CatalogFingerprint;
import org.shoptrace.core.sandbox.CatalogInfo;
import org.shoptrace.core.sandbox.FindAnswer;
import org.shoptrace.core.sandbox.FindRequest;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.core.score.ShoppingBenchProfile;
import org.shoptrace.core.score.TitleSimilarity;
import org.shoptrace.core.session.CatalogState;
import org.shoptrace.core.session.GivenWorkspace;
import org.shoptrace.core.session.RunOutcome;
import org.shoptrace.core.trajectory.RunCodec;
import org.shoptrace.model.annotation.AnnotationEvent;
import org.shoptrace.model.annotation.Occasion;
import org.shoptrace.model.annotation.Stamp;
import org.shoptrace.model.annotation.Statement;
import org.shoptrace.model.annotation.Subject;
import org.shoptrace.model.catalog.Product;
import org.shoptrace.model.catalog.Variant;
import org.shoptrace.model.finding.Diagnosis;
import org.shoptrace.model.finding.RunFacts;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.task.Intent;
import org.shoptrace.model.task.PriceRange;
import org.shoptrace.model.task.Reward;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.task.Voucher;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.model.trajectory.RunSource;
import org.shoptrace.model.trajectory.RunSummary;
import org.shoptrace.ui.kit.Destination;
import org.shoptrace.ui.kit.Navigator;
import org.shoptrace.ui.kit.Notices;
import org.shoptrace.ui.session.WorkspaceViewModel;

/// A small workspace made in code: three products, two tasks, and runs of several endings, scored by the real profile.
public class RunFixture {
    public static final String LAMP_QUERY = "A red desk lamp under 300 pesos with cash on delivery";
    public static final String PAIR_QUERY = "A red desk lamp and a tea kettle, together under 500 pesos with my voucher";

    public final OpenRunViewModel openRun = new OpenRunViewModel();
    public final JobRunner jobs;
    public final GivenWorkspace given = new GivenWorkspace();
    public final WorkspaceViewModel workspace = new WorkspaceViewModel(given.open());
    public final Notices notices = new Notices();
    public final RecordingNavigator navigator = new RecordingNavigator();
    public final List<String> copied = new ArrayList<>();
    public final Map<RunId, Run> runs = new HashMap<>();
    public final Map<String, Product> products = new HashMap<>();
    public final List<RunSummary> summaries = new ArrayList<>();
    public final ReadOnlyObjectWrapper<Annotations> annotations = new ReadOnlyObjectWrapper<>(Annotations.NONE);
    public final VisibleAnnotations said;
    public final RemarksViewModel remarks;
    private final List<AnnotationEvent> events = new ArrayList<>();
    private final ShoppingBenchProfile profile;

    public RunFixture(JobRunner jobs) {
        this.jobs = jobs;
        add(product("11", "7", "Red desk lamp", "250.0", List.of("COD"), Map.of("color", "red")));
        add(product("12", "7", "Blue desk lamp", "320.5", List.of(), Map.of("color", "blue")));
        add(product("21", "8", "Tea kettle", "300.0", List.of("COD"), Map.of()));
        profile = new ShoppingBenchProfile(id -> Optional.ofNullable(products.get(id)), new WordSimilarity(), false);
        said = new VisibleAnnotations(
                annotations.getReadOnlyProperty(), new ReadOnlyObjectWrapper<>(LabelSet.FAILURE_CLASSES).getReadOnlyProperty());
        remarks = new RemarksViewModel(openRun, said);
    }

    /// Publishes tasks and an open catalogue, then four runs: two of *alpha* that succeed and fail, one of *beta* that fails with a
    /// basket, one that belongs to no task; all scored.
    public RunFixture open() throws Exception {
        given.tasks(List.of(lampTask(), pairTask()));
        openCatalog();
        run("alpha", lampSteps("11"));
        run("alpha", lampSteps("12"));
        run("beta", List.of(
                step(PAIR_QUERY, "I buy both.", "find_product", "{\"q\":\"kettle\",\"page\":1}", null),
                step(PAIR_QUERY, null, "recommend_product", "{\"product_ids\":\"11,21\"}", "\"Recommended 11,21\"")));
        run("beta", List.of(step("A query of nobody", "Hm.", "search_shop", "{\"q\":[1]}", null, false)));
        publishRuns();
        return this;
    }

    public void openCatalog() {
        given.catalog(new CatalogState.Open(new MapSandbox(products)));
    }

    /// Somebody says something of a run, by its line, or of a step of it; 0 for the run as a whole.
    public void annotate(int line, int step, String author, String... labels) {
        RunId run = summaries.get(line - 1).id();
        Stamp stamp = new Stamp("event-" + events.size(), Instant.ofEpochSecond(events.size()), author);
        Statement statement = Statement.EMPTY;
        for (String label : labels) {
            statement = statement.toggled(label);
        }
        Subject subject = step == 0 ? new Subject.OfRun(run) : new Subject.OfStep(run, step);
        events.add(new AnnotationEvent.Stated(stamp, subject, statement, Optional.empty(), Occasion.UNKNOWN));
        annotations.set(Annotations.of(events));
    }

    public void publishRuns() throws ShoptraceException {
        given.reader(summary -> Objects.requireNonNull(runs.get(summary.id())));
        given.add(summaries);
        Map<RunId, RunOutcome> outcomes = new HashMap<>();
        for (Run run : runs.values()) {
            Optional<Task> task = run.query().flatMap(workspace::task);
            outcomes.put(
                    run.id(),
                    task.isEmpty()
                            ? new RunOutcome.Unscorable("its task is not here")
                            : new RunOutcome.Scored(profile.score(task.get(), run)));
        }
        given.outcomes(outcomes);
    }

    /// Opens a run by its line, at its first step, as the screen does when it has read it.
    public void publish(int line) {
        RunSummary summary = summaries.get(line - 1);
        openRun.publish(Optional.empty(), 0);
        openRun.publish(Optional.of(new OpenRun(summary, Objects.requireNonNull(runs.get(summary.id())), workspace.task(summary))), 1);
    }

    /// Diagnoses every run, and publishes what that boils down to.
    public void publishFacts() throws ShoptraceException {
        Diagnostician diagnostician = new Diagnostician(workspace.sandbox().orElseThrow(), profile, Diagnostician.USUAL_STEP_LIMIT);
        Map<RunId, RunFacts> facts = new HashMap<>();
        for (Run run : runs.values()) {
            facts.put(run.id(), RunFactsOf.run(run, diagnostician.diagnose(run.query().flatMap(workspace::task), run)));
        }
        given.facts(facts);
    }

    /// The diagnosis of the run that is open.
    public Diagnosis diagnosis() throws ShoptraceException {
        Run run = openRun.openProperty().get().orElseThrow().run();
        return new Diagnostician(workspace.sandbox().orElseThrow(), profile, Diagnostician.USUAL_STEP_LIMIT)
                .diagnose(run.query().flatMap(workspace::task), run);
    }

    /// A search, a view, a recommendation of `id`, and the end.
    public static List<String> lampSteps(String id) {
        return List.of(
                step(LAMP_QUERY, "I look for a lamp.", "find_product", "{\"q\":\"desk lamp\",\"page\":1,\"price\":\"0-300\"}", FOUND),
                step(LAMP_QUERY, "I look closer.", "view_product_information", "{\"product_ids\":\"11\"}", VIEWED),
                step(LAMP_QUERY, null, "find_product", "{\"q\":\"lamp\",\"page\":2}", "null"),
                step(LAMP_QUERY, "This one.", "recommend_product", "{\"product_ids\":\"" + id + "\"}", "\"Recommended " + id + "\""),
                step(LAMP_QUERY, null, "terminate", "{\"status\":\"success\"}", "\"Ended\""));
    }

    static final String FOUND = """
            [{"product_id":"11","shop_id":"7","title":"Red desk lamp","price":250.0,"service":["COD"],"sold_count":4},\
            {"product_id":"12","shop_id":"7","title":"Blue desk lamp","price":320.5,"service":[],"sold_count":9}]""";
    static final String VIEWED = """
            [{"product_id":"11","short_description":"Shines red","description":"A lamp.","sku_options":{"1":{"color":"red"}},\
            "attributes":{"style":["modern"]}}]""";

    public Run run(String model, List<String> steps) throws JsonSyntaxException {
        return line(model, "[" + String.join(",", steps) + "]");
    }

    public Run line(String model, String json) throws JsonSyntaxException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        RunSource source = new RunSource(Path.of("rollout_test_" + model + ".jsonl"), summaries.size() + 1L);
        Run run = RunCodec.decode(bytes, 0, bytes.length, source, model);
        runs.put(run.id(), run);
        summaries.add(RunSummary.of(run, bytes.length));
        return run;
    }

    public static String step(String query, @Nullable String think, String tool, String parameters, @Nullable String results) {
        return step(query, think, tool, parameters, results, true);
    }

    public static String step(
            String query, @Nullable String think, String tool, String parameters, @Nullable String results, boolean answered) {
        return """
                {"completion":{"content":"","message":{%s"tool_call":[{"name":"%s","parameters":%s,"tool_call_id":"x"}]%s}},\
                "extra_info":{"step":1,"query":"%s","timestamp":1}}"""
                .formatted(
                        think == null ? "" : "\"think\":\"" + think + "\",",
                        tool,
                        parameters,
                        answered ? ",\"obs\":[{\"tool_call_id\":\"x\",\"results\":" + (results == null ? "[]" : results) + "}]" : "",
                        query);
    }

    public static Task lampTask() {
        return new Task(
                Intent.PRODUCT, LAMP_QUERY, List.of(lampReward()), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Json.Obj.EMPTY);
    }

    public static Task pairTask() {
        Voucher voucher = new Voucher(
                Voucher.PLATFORM, number("400"), Voucher.FIXED, number("40"), Optional.empty(), Optional.empty(), Optional.empty(),
                number("500"));
        return new Task(
                Intent.VOUCHER,
                PAIR_QUERY,
                List.of(lampReward(),
                        new Reward("21", List.of("Tea kettle"), List.of(), List.of(), List.of(), List.of(), Optional.empty())),
                Optional.of(voucher),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Json.Obj.EMPTY);
    }

    private static Reward lampReward() {
        SequencedMap<String, String> red = new LinkedHashMap<>(Map.of("color", "red"));
        return new Reward(
                "11",
                List.of("Red desk lamp"),
                List.of(red),
                List.of(),
                List.of("COD"),
                List.of(new PriceRange(PriceRange.LESS_THAN, Optional.empty(), number("300"))),
                Optional.empty());
    }

    private static Optional<Json.Num> number(String text) {
        return Optional.of(new Json.Num(text));
    }

    private void add(Product product) {
        products.put(product.productId(), product);
    }

    private static Product product(
            String id, String shop, String title, String price, List<String> services, Map<String, String> options) {
        List<Variant> variants = options.isEmpty() ? List.of() : List.of(new Variant("1", new LinkedHashMap<>(options)));
        return new Product(
                id, shop, "", "", title, "", "", "", new Json.Num(price), Json.Num.of(4L), variants, new LinkedHashMap<>(), services, "",
                "");
    }

    /// Remembers where the user was sent.
    public static final class RecordingNavigator implements Navigator {
        public final List<String> products = new ArrayList<>();
        public final List<FindRequest> searches = new ArrayList<>();

        @Override
        public void open(Destination destination) {
            switch (destination) {
                case Destination.OpenProduct(var id) -> products.add(id);
                case Destination.OpenSearch(var request) -> searches.add(request);
                default -> throw new AssertionError("not expected here: " + destination);
            }
        }
    }

    /// Titles are alike when they have the same words.
    private static final class WordSimilarity implements TitleSimilarity {
        @Override
        public String name() {
            return "words";
        }

        @Override
        public boolean comparableWithPublished() {
            return false;
        }

        @Override
        public double similarity(String a, String b) {
            return a.equals(b) ? 1 : 0;
        }
    }

    private record MapSandbox(Map<String, Product> products) implements Sandbox {
        @Override
        public CatalogInfo info() {
            return new CatalogInfo(products.size(), 0, new CatalogFingerprint("00"), java.time.Instant.EPOCH, List.of());
        }

        @Override
        public FindAnswer find(FindRequest request) {
            return FindAnswer.NOTHING;
        }

        @Override
        public Optional<Product> product(String productId) {
            return Optional.ofNullable(products.get(productId));
        }

        @Override
        public java.util.OptionalInt rank(String q, String productId) {
            return java.util.OptionalInt.empty();
        }

        @Override
        public void close() {}
    }
}
