package org.shoptrace.core.evaluate.kept;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.shoptrace.core.evaluate.Evaluation;
import org.shoptrace.core.evaluate.setup.EvaluationMaterial;
import org.shoptrace.core.file.InputFile;
import org.shoptrace.core.job.Progress;

/// Evaluations of several files that were made at one time with one setup, and all that is needed to show them again tomorrow and to say
/// whether they still hold.
///
/// @param made        when
/// @param scorer      [#SCORER] of the program that made them
/// @param evaluations one a rollout file, in the order of the setup; at least one
public record KeptEvaluation(Instant made, int scorer, Setup setup, List<Evaluation> evaluations) {
    /// Counts up whenever a change of the program changes some run's score, or what a figure needs of it: the first did not keep which
    /// titles are equal. Evaluations of another scorer are stale.
    public static final int SCORER = 2;

    public KeptEvaluation {
        evaluations = List.copyOf(evaluations);
        if (evaluations.isEmpty()) {
            throw new IllegalArgumentException("nothing was evaluated");
        }
    }

    /// What the evaluations were made from, and with.
    ///
    /// @param rollouts    the rollout files as they were
    /// @param tasks       the task files as they were
    /// @param profile     the profile's name; `own` where the files judged their runs themselves
    /// @param similarity  how titles were compared, in the form of the command line: `embedded:MODEL`, `table:FILE`,
    ///     `endpoint:URL,MODEL`
    /// @param table       the table of similarities as it was, where one was used
    /// @param noThink     whether format looked at tool calls only
    /// @param fingerprint of the catalogue, 64 hexadecimal digits; empty text where none was looked at
    /// @param seed        of the bootstrap
    /// @param resamples   of the bootstrap
    /// @param asked       the tasks of the task files as they were; empty for evaluations kept by earlier versions
    public record Setup(
            List<InputFile> rollouts,
            List<InputFile> tasks,
            String profile,
            String similarity,
            Optional<InputFile> table,
            boolean noThink,
            String fingerprint,
            long seed,
            int resamples,
            List<TaskPrint> asked) {
        public Setup {
            rollouts = List.copyOf(rollouts);
            tasks = List.copyOf(tasks);
            asked = List.copyOf(asked);
        }

        /// One that does not know its tasks.
        public Setup(
                List<InputFile> rollouts,
                List<InputFile> tasks,
                String profile,
                String similarity,
                Optional<InputFile> table,
                boolean noThink,
                String fingerprint,
                long seed,
                int resamples) {
            this(rollouts, tasks, profile, similarity, table, noThink, fingerprint, seed, resamples, List.of());
        }

        /// All files, as they were.
        public List<InputFile> files() {
            return Stream.of(rollouts.stream(), tasks.stream(), table.stream()).flatMap(files -> files).toList();
        }
    }

    /// A reason why evaluations may not hold any more.
    ///
    /// @param text what differs, a short sentence without a full stop
    /// @param file that differs, where one does
    public record Stale(Reason reason, String text, Optional<Path> file) {
        public Stale(Reason reason, String text) {
            this(reason, text, Optional.empty());
        }
    }

    /// What may differ.
    public enum Reason {
        ROLLOUTS_CHANGED,
        ROLLOUTS_GONE,
        TASKS_CHANGED,
        TASKS_GONE,
        SIMILARITIES_CHANGED,
        SIMILARITIES_GONE,
        OTHER_CATALOGUE,
        OUTDATED_CATALOGUE,
        OTHER_SCORER
    }

    /// Whether the files judged their runs themselves: neither a catalogue nor a scorer had a part in it.
    public boolean isOwn() {
        return evaluations.getFirst().conditions().own().isPresent();
    }

    /// Every reason not to trust these figures now; none when they still hold. Of files that have changed it says which runs and tasks.
    ///
    /// @param material what is open
    /// @param outdated the names of documents that have changed since the open catalogue was built
    /// @throws java.util.concurrent.CancellationException when the job was cancelled
    public List<Stale> stale(EvaluationMaterial material, List<String> outdated, Progress progress) {
        List<Stale> stale = new ArrayList<>();
        FileChanges changes = new FileChanges(this, material);
        for (Stale one : stale(material.open().map(sandbox -> sandbox.fingerprint().sha256()).orElse(""), progress)) {
            Optional<String> more = switch (one.reason()) {
                case ROLLOUTS_CHANGED -> changes.ofRuns(one.file().orElseThrow());
                case TASKS_CHANGED -> changes.ofTasks(one.file().orElseThrow());
                default -> Optional.empty();
            };
            stale.add(more.map(words -> new Stale(one.reason(), one.text() + ": " + words, one.file())).orElse(one));
        }
        if (!outdated.isEmpty() && !isOwn()) {
            stale.add(new Stale(
                    Reason.OUTDATED_CATALOGUE,
                    String.join(", ", outdated) + (outdated.size() == 1 ? " has" : " have") + " changed since the catalogue was indexed"));
        }
        return stale;
    }

    /// Every reason that the files and the catalogue's fingerprint tell.
    ///
    /// @param fingerprint of the catalogue that is open, 64 hexadecimal digits; empty text where none is
    /// @throws java.util.concurrent.CancellationException when the job was cancelled
    List<Stale> stale(String fingerprint, Progress progress) {
        List<Stale> stale = new ArrayList<>();
        for (InputFile file : setup.rollouts()) {
            stale(file, Reason.ROLLOUTS_CHANGED, Reason.ROLLOUTS_GONE, progress, stale);
        }
        for (InputFile file : setup.tasks()) {
            stale(file, Reason.TASKS_CHANGED, Reason.TASKS_GONE, progress, stale);
        }
        setup.table().ifPresent(file -> stale(file, Reason.SIMILARITIES_CHANGED, Reason.SIMILARITIES_GONE, progress, stale));
        if (!isOwn() && !setup.fingerprint().equals(fingerprint)) {
            stale.add(new Stale(
                    Reason.OTHER_CATALOGUE, "made with the catalogue " + brief(setup.fingerprint())
                            + (fingerprint.isEmpty() ? ", and none is open" : ", not " + brief(fingerprint))));
        }
        if (scorer != SCORER && !isOwn()) {
            stale.add(new Stale(Reason.OTHER_SCORER, "made by the scorer of another version of Shoptrace"));
        }
        return stale;
    }

    private static void stale(InputFile file, Reason changed, Reason gone, Progress progress, List<Stale> stale) {
        Path name = file.path().getFileName();
        switch (file.now(progress)) {
            case SAME -> {}
            case CHANGED -> stale.add(new Stale(changed, name + " has changed since", Optional.of(file.path())));
            case GONE -> stale.add(new Stale(gone, name + " is not there any more", Optional.of(file.path())));
        }
    }

    private static String brief(String fingerprint) {
        return fingerprint.substring(0, Math.min(10, fingerprint.length()));
    }
}
