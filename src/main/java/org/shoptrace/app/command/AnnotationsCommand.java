package org.shoptrace.app.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.annotate.Agreement;
import org.shoptrace.core.annotate.AgreementJson;
import org.shoptrace.core.annotate.AnnotationExport;
import org.shoptrace.core.annotate.AnnotationStore;
import org.shoptrace.core.provenance.Making;
import org.shoptrace.core.provenance.Provenance;
import org.shoptrace.core.provenance.ProvenanceJson;
import org.shoptrace.core.settings.UserFolders;
import org.shoptrace.core.statistics.Bootstrap;
import org.shoptrace.core.statistics.CohenKappa;
import org.shoptrace.core.statistics.ConfidenceInterval;
import org.shoptrace.core.workspace.WorkspaceFolder;
import org.shoptrace.model.annotation.Subject;
import org.shoptrace.model.trajectory.RunId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `shoptrace annotations`: what people said of a workspace's runs, in and out, and how far they agree.
@Command(
        name = "annotations",
        mixinStandardHelpOptions = true,
        description = "Export and merge annotations, and say how far annotators agree.",
        subcommands = {AnnotationsCommand.Export.class, AnnotationsCommand.Merge.class, AnnotationsCommand.AgreementOf.class})
public final class AnnotationsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return spec.exitCodeOnInvalidInput();
    }

    /// `--workspace DIR`.
    static final class WorkspaceOption {
        @Option(names = "--workspace", required = true, paramLabel = "DIR", description = "The folder that was annotated.")
        private Path workspace = Path.of("");

        AnnotationStore open() throws ShoptraceException {
            return AnnotationStore.of(place());
        }

        WorkspaceFolder place() throws ShoptraceException {
            return WorkspaceFolder.existing(workspace, UserFolders.ofThisUser().data());
        }
    }

    /// Writes all annotations.
    @Command(
            name = "export",
            mixinStandardHelpOptions = true,
            description = "Write all annotations: every event as JSON lines, or what stands as a table (--out NAME.csv).")
    static final class Export implements Callable<Integer> {
        @Mixin
        private WorkspaceOption workspace = new WorkspaceOption();

        @Option(names = "--out", paramLabel = "FILE", description = "Where to write (default: JSON lines on standard output).")
        private @Nullable Path out;

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() throws ShoptraceException {
            try (AnnotationStore store = workspace.open()) {
                AnnotationStore.Contents contents = store.read();
                tell(contents, spec.commandLine().getErr());
                if (out == null) {
                    spec.commandLine().getOut().print(AnnotationExport.jsonl(store.lines()));
                } else {
                    spec.commandLine().getOut().println(AnnotationExport.write(store, workspace.place(), out));
                }
            }
            return 0;
        }
    }

    /// Takes in others' annotations.
    @Command(
            name = "merge",
            mixinStandardHelpOptions = true,
            description = "Take in the annotations of files and folders; what is here already is passed over.")
    static final class Merge implements Callable<Integer> {
        @Mixin
        private WorkspaceOption workspace = new WorkspaceOption();

        @Parameters(arity = "1..*", paramLabel = "FILE", description = "Exported files, or folders of annotations.")
        private List<Path> sources = List.of();

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() throws ShoptraceException {
            try (AnnotationStore store = workspace.open()) {
                AnnotationStore.Imported imported = store.importFrom(sources);
                imported.failed().forEach(spec.commandLine().getErr()::println);
                spec.commandLine().getOut().println(String.format(Locale.ROOT, "%d added, %d known, %d rejected", imported.added(),
                        imported.known(), imported.failed().size()));
            }
            return 0;
        }
    }

    /// How far annotators agree.
    @Command(
            name = "agreement",
            mixinStandardHelpOptions = true,
            description = "Cohen's kappa of every two annotators, Krippendorff's alpha of all, and where they differ.")
    static final class AgreementOf implements Callable<Integer> {
        @Mixin
        private WorkspaceOption workspace = new WorkspaceOption();

        @Option(names = "--json", paramLabel = "OUT", description = "Write everything to this file.")
        private @Nullable Path json;

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() throws ShoptraceException {
            Optional<JsonOutput> output = json == null ? Optional.empty() : Optional.of(JsonOutput.at(json));
            Agreement agreement;
            try (AnnotationStore store = workspace.open()) {
                AnnotationStore.Contents contents = store.read();
                tell(contents, spec.commandLine().getErr());
                agreement = Agreement.of(contents.annotations(), Bootstrap.DEFAULT);
            }
            print(agreement, spec.commandLine().getOut());
            if (output.isPresent()) {
                Provenance origin = AnnotationExport.provenance(
                        workspace.place(), Making.by("annotations", "agreement"), "--json", "agreement.json");
                output.get().write(ProvenanceJson.last(AgreementJson.of(agreement), origin));
            }
            return 0;
        }

        private static void print(Agreement agreement, PrintWriter out) {
            out.println(String.format(Locale.ROOT, "%d annotators, %d runs and tasks that at least two annotated, seed %d",
                    agreement.annotators().size(), agreement.subjects(), Bootstrap.DEFAULT.seed()));
            for (Agreement.Answered answered : agreement.questions()) {
                out.println(String.format(Locale.ROOT, "%s\tall\talpha %s\t%s\tagreed on %d of %d", answered.question(),
                        figure(answered.alpha()), interval(answered.alphaInterval()), answered.agreed(),
                        answered.subjects()));
                for (Agreement.Pair pair : answered.pairs()) {
                    out.println(String.format(Locale.ROOT, "%s\t%s and %s\tkappa %s\t%s\tagreed on %d of %d", answered.question(),
                            pair.first(), pair.second(), figure(kappa(pair)),
                            interval(pair.kappa().map(CohenKappa::interval)), pair.agreed(), pair.subjects()));
                }
            }
            for (Agreement.Disagreement disagreement : agreement.disagreements()) {
                out.println(String.format(Locale.ROOT, "differ on %s\t%s", String.join(", ", disagreement.questions()),
                        words(disagreement.subject())));
                disagreement.said().forEach((author, words) -> out.println("\t" + author + ": " + words));
            }
        }

        private static OptionalDouble kappa(Agreement.Pair pair) {
            return pair.kappa().map(kappa -> OptionalDouble.of(kappa.value())).orElse(OptionalDouble.empty());
        }

        private static String figure(OptionalDouble value) {
            return value.isPresent() ? String.format(Locale.ROOT, "%.3f", value.getAsDouble()) : "not defined";
        }

        private static String interval(Optional<ConfidenceInterval> interval) {
            return interval.map(i -> String.format(Locale.ROOT, "%.3f to %.3f", i.low(), i.high())).orElse("");
        }

        private static String words(Subject subject) {
            return subject instanceof Subject.OfTask(String query)
                    ? "task: " + query
                    : "run " + subject.run().map(RunId::sha256).orElse("");
        }
    }

    /// What is kept and could not be read goes to standard error: no silence about it.
    private static void tell(AnnotationStore.Contents contents, PrintWriter err) {
        contents.rejections().forEach(err::println);
        if (contents.newer() > 0) {
            err.println(
                    contents.newer() + " annotations were written by a newer version of Shoptrace; they are kept, and not counted here.");
        }
    }
}
