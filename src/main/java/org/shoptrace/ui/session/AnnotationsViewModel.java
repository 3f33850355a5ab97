package org.shoptrace.ui.session;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.annotate.AnnotationExport;
import org.shoptrace.core.annotate.AnnotationStore;
import org.shoptrace.core.annotate.Annotations;
import org.shoptrace.core.annotate.AnnotatorFile;
import org.shoptrace.core.annotate.LabelSet;
import org.shoptrace.core.annotate.LabelSetFile;
import org.shoptrace.core.export.WorkspaceInputs;
import org.shoptrace.core.job.JobRunner;
import org.shoptrace.core.workspace.WorkspaceFolder;
import org.shoptrace.model.annotation.Occasion;
import org.shoptrace.model.annotation.Queue;
import org.shoptrace.model.annotation.Statement;
import org.shoptrace.model.annotation.Subject;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.ui.kit.Counts;
import org.shoptrace.ui.kit.Notices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What people say of the workspace's runs, as the user may see it, and the way to say something. What others add meanwhile appears by
/// itself. Writes are done one after the other, in the order in which they were asked for.
public final class AnnotationsViewModel {
    private static final Logger LOG = LoggerFactory.getLogger(AnnotationsViewModel.class);

    private final JobRunner jobs;
    private final Notices notices;
    private final AnnotationFolder following;
    private final AnnotatorFile annotator;
    private final ReadOnlyObjectWrapper<Annotations> annotations = new ReadOnlyObjectWrapper<>(Annotations.NONE);
    private final ReadOnlyObjectWrapper<LabelSet> labels = new ReadOnlyObjectWrapper<>(LabelSet.FAILURE_CLASSES);
    private final ReadOnlyStringWrapper author = new ReadOnlyStringWrapper();
    private final ReadOnlyObjectWrapper<Optional<Queue>> queue = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Deque<Write> waiting = new ArrayDeque<>();
    private final List<Runnable> drafting = new ArrayList<>();
    private final List<Runnable> forgetting = new ArrayList<>();
    private AnnotationStore.Contents contents = AnnotationStore.Contents.EMPTY;
    private Optional<AnnotationStore> store = Optional.empty();
    private Optional<WorkspaceFolder> place = Optional.empty();
    private Optional<Closeable> watch = Optional.empty();
    private Optional<Write> working = Optional.empty();
    private int failures;

    /// @param following how others' annotations are noticed
    /// @param annotator where the user's name is kept
    public AnnotationsViewModel(
            WorkspaceViewModel workspace, JobRunner jobs, Notices notices, AnnotationFolder following, AnnotatorFile annotator) {
        this.jobs = jobs;
        this.notices = notices;
        this.following = following;
        this.annotator = annotator;
        author.set(annotator.load().orElse(""));
        workspace.folderProperty().subscribe(this::open);
    }

    // Properties

    /// What stands and stood, without what the user may not see yet: others' annotations in a blind queue.
    public ReadOnlyObjectProperty<Annotations> annotationsProperty() {
        return annotations.getReadOnlyProperty();
    }

    /// The labels to choose from.
    public ReadOnlyObjectProperty<LabelSet> labelSetProperty() {
        return labels.getReadOnlyProperty();
    }

    /// The user's name as an annotator; empty before they were asked.
    public ReadOnlyStringProperty authorProperty() {
        return author.getReadOnlyProperty();
    }

    /// The queue that the user works on.
    public ReadOnlyObjectProperty<Optional<Queue>> queueProperty() {
        return queue.getReadOnlyProperty();
    }

    /// Whether something can be said: a workspace is open, and the user has a name.
    public boolean canAnnotate() {
        return store.isPresent() && !author.get().isEmpty();
    }

    /// How many annotations a newer version of Shoptrace wrote; they are kept, and cannot be shown.
    public int newer() {
        return contents.newer();
    }

    // Commands

    /// Has a form asked for what is not submitted in it, before the workspace or the window closes.
    ///
    /// @param forget called when the workspace has closed: what the form still has of it belongs to no other
    public void keepingDrafts(Runnable keepDraft, Runnable forget) {
        drafting.add(keepDraft);
        forgetting.add(forget);
    }

    /// Returns when all that was asked for is on the disk, drafts too, or could not be written. Only for the end of a workspace or the
    /// window: it waits for the disk.
    ///
    /// @return whether nothing is lost when it closes now
    public boolean finish() {
        int before = failures;
        drafting.forEach(Runnable::run);
        List<Write> all = new ArrayList<>(waiting);
        working.ifPresent(all::addFirst);
        return all.stream().filter(write -> !write.now()).count() == 0 && failures == before;
    }

    /// Says how the user is called, in all workspaces.
    public void setAuthor(String name) {
        String plain = name.strip();
        if (!plain.isEmpty()) {
            author.set(plain);
            publish(contents);
            jobs.run(
                    "Keeping your name",
                    _ -> {
                        annotator.save(plain);
                        return plain;
                    },
                    _ -> notices.settled("Keeping your name"),
                    failure -> notices.report(failure, "Keeping your name"));
        }
    }

    /// Says something of a subject, in place of what the user said before.
    ///
    /// @param saved called when it is on the disk; a failure is shown, and then it is not called
    public void state(Subject subject, Statement statement, Occasion occasion, Runnable saved) {
        String name = author.get();
        change("Saving the annotation", subject, open -> open.state(name, subject, statement, occasion), _ -> saved.run());
    }

    /// Keeps what is not submitted yet; an empty statement ends the draft.
    ///
    /// @param kept called when it is on the disk; a failure is shown, and then it is not called
    public void draft(Subject subject, Statement statement, Runnable kept) {
        String name = author.get();
        change("Saving the draft", subject, open -> open.draft(name, subject, statement), _ -> kept.run());
    }

    /// Takes back what the user did last.
    public void undo() {
        String name = author.get();
        change("Undoing", "Undoing", open -> open.undo(name), _ -> {});
    }

    /// Does again what was taken back last.
    public void redo() {
        String name = author.get();
        change("Redoing", "Redoing", open -> open.redo(name), _ -> {});
    }

    /// Makes a queue of runs and starts to work on it.
    public void makeQueue(String name, boolean blind, List<RunId> runs, Consumer<Queue> made) {
        String by = author.get();
        change("Saving the queue", "Saving the queue", open -> open.queue(by, name, blind, runs), now -> {
            // The last of all may be another's whose clock is ahead.
            Queue last = now.annotations().queues().stream()
                    .filter(each -> each.name().equals(name) && each.blind() == blind && each.runs().equals(runs))
                    .toList()
                    .getLast();
            workOn(Optional.of(last));
            made.accept(last);
        });
    }

    /// Works on a queue, or on none.
    public void workOn(Optional<Queue> newQueue) {
        queue.set(newQueue);
        publish(contents);
    }

    /// Takes in others' annotations.
    public void importFrom(List<Path> sources, Consumer<AnnotationStore.Imported> done) {
        store.ifPresent(open -> jobs.run(
                "Importing annotations",
                _ -> open.importFrom(sources),
                imported -> {
                    done.accept(imported);
                    refresh();
                },
                notices::report));
    }

    /// Writes all annotations to a file: every event as JSON lines, or for a name that ends in `.csv` what stands as a table.
    public void exportTo(Path file, Runnable done) {
        Optional<WorkspaceFolder> of = place;
        store.ifPresent(open -> jobs.run(
                "Exporting annotations",
                _ -> {
                    WorkspaceInputs.spare(of.orElseThrow(), file);
                    return AnnotationExport.write(open, of.orElseThrow(), file);
                },
                _ -> {
                    notices.settled("Exporting annotations");
                    done.run();
                },
                failure -> notices.report(failure, "Exporting annotations")));
    }

    /// Computes something from all annotations that the user may see.
    public <T> void compute(String title, Function<Annotations, T> function, Consumer<T> done) {
        Annotations now = annotations.get();
        jobs.run(title, _ -> function.apply(now), done, notices::report);
    }

    private void open(Optional<WorkspaceFolder> folder) {
        close();
        place = folder;
        folder.ifPresent(now -> {
            AnnotationStore opened = AnnotationStore.of(now);
            store = Optional.of(opened);
            watch = Optional.of(following.follow(opened, () -> jobs.publisher().execute(() -> refresh(opened))));
            readLabels(now);
            refresh();
        });
    }

    private void readLabels(WorkspaceFolder place) {
        Path own = place.storage().resolve(LabelSetFile.NAME);
        Path inside = place.inside().resolve(LabelSetFile.NAME);
        jobs.run("Reading the labels", _ -> LabelSetFile.read(Files.exists(own) ? own : inside), labels::set, notices::report);
    }

    private void close() {
        finish();
        forgetting.forEach(Runnable::run);
        watch.ifPresent(this::close);
        watch = Optional.empty();
        store.ifPresent(AnnotationStore::close);
        store = Optional.empty();
        queue.set(Optional.empty());
        labels.set(LabelSet.FAILURE_CLASSES);
        publish(AnnotationStore.Contents.EMPTY);
    }

    private void close(Closeable ending) {
        try {
            ending.close();
        } catch (IOException e) {
            notices.report(e);
        }
    }

    private void refresh(AnnotationStore asked) {
        if (store.filter(open -> open == asked).isPresent()) {
            refresh();
        }
    }

    private void refresh() {
        change("Reading annotations", "Reading annotations", AnnotationStore::read, _ -> {});
    }

    /// Something that is done with the store.
    private interface Change {
        AnnotationStore.Contents of(AnnotationStore store) throws ShoptraceException;
    }

    /// A change that a job makes in its turn, or [#finish] at once; whoever comes first.
    private record Write(FutureTask<AnnotationStore.Contents> task, Runnable start) {
        AnnotationStore.Contents result() throws Exception {
            task.run();
            try {
                return task.get();
            } catch (ExecutionException e) {
                throw e.getCause() instanceof Exception cause ? cause : e;
            }
        }

        /// A failure is told by the job, or in the log where the window has gone.
        boolean now() {
            try {
                result();
                return true;
            } catch (Exception e) {
                LOG.warn("{}", e.getMessage());
                return false;
            }
        }
    }

    /// @param about what it is about, by which a failure is known until it succeeds
    private void change(String title, Object about, Change change, Consumer<AnnotationStore.Contents> then) {
        store.ifPresent(open -> {
            FutureTask<AnnotationStore.Contents> task = new FutureTask<>(() -> change.of(open));
            AtomicReference<Write> self = new AtomicReference<>();
            Write write = new Write(task, () -> jobs.run(
                    title,
                    _ -> self.get().result(),
                    now -> {
                        notices.settled(about);
                        if (store.filter(still -> still == open).isPresent()) {
                            publish(now);
                            then.accept(now);
                        }
                        next();
                    },
                    failure -> {
                        failures++;
                        notices.report(failure, about);
                        next();
                    },
                    this::next));
            self.set(write);
            waiting.add(write);
            if (working.isEmpty()) {
                next();
            }
        });
    }

    private void next() {
        working = Optional.ofNullable(waiting.poll());
        working.ifPresent(write -> write.start().run());
    }

    private void publish(AnnotationStore.Contents now) {
        if (!now.rejections().equals(contents.rejections()) && !now.rejections().isEmpty()) {
            notices.report(
                    "Lines that are no annotations, " + now.rejections().size() + ": " + now.rejections().getFirst()
                            + ". They are kept as they are.",
                    String.join("\n", now.rejections().stream().map(Object::toString).toList()));
        }
        if (now.newer() > contents.newer()) {
            notices.report(
                    "By a newer version of Shoptrace: " + Counts.of(now.newer(), "annotation")
                            + ". Kept as written; look at them with that version.",
                    String.valueOf(store.map(AnnotationStore::folders).orElse(List.of())));
        }
        contents = now;
        Annotations all = now.annotations();
        annotations.set(queue.get().map(working -> all.shownTo(author.get(), working)).orElse(all));
    }
}
