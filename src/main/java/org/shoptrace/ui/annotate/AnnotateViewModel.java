package org.shoptrace.ui.annotate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.shoptrace.core.annotate.LabelSet;
import org.shoptrace.model.annotation.Annotation;
import org.shoptrace.model.annotation.Occasion;
import org.shoptrace.model.annotation.Overrule;
import org.shoptrace.model.annotation.Queue;
import org.shoptrace.model.annotation.Statement;
import org.shoptrace.model.annotation.Subject;
import org.shoptrace.model.annotation.TaskVerdict;
import org.shoptrace.model.finding.FailureClass;
import org.shoptrace.model.finding.Fault;
import org.shoptrace.model.finding.Stage;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.Observation;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.model.trajectory.RunPlace;
import org.shoptrace.model.trajectory.Span;
import org.shoptrace.model.trajectory.Step;
import org.shoptrace.model.trajectory.ToolCall;
import org.shoptrace.ui.run.Findings;
import org.shoptrace.ui.run.OpenRun;
import org.shoptrace.ui.run.OpenRunViewModel;
import org.shoptrace.ui.session.AnnotationsViewModel;

/// The form: what the user says of the open run, a step of it, a call, a product in an answer, or the task. It follows the current step.
/// What is not submitted is kept as a draft when the user goes elsewhere.
public final class AnnotateViewModel {
    private final OpenRunViewModel openRun;
    private final AnnotationsViewModel annotations;
    private final Next next;
    private final ObservableList<Subject> subjects = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<Subject>> subject = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Statement> statement = new ReadOnlyObjectWrapper<>(Statement.EMPTY);
    private final ReadOnlyBooleanWrapper unfolded = new ReadOnlyBooleanWrapper();
    /// What the disk has of the form; what differs from it is to be kept as a draft.
    private Statement kept = Statement.EMPTY;
    /// Drafts that have not reached the disk, as while it is full.
    private final Map<Subject, Statement> unwritten = new HashMap<>();
    private boolean ofStep = true;

    public AnnotateViewModel(OpenRunViewModel openRun, AnnotationsViewModel annotations, Next next) {
        this.openRun = openRun;
        this.annotations = annotations;
        this.next = next;
        openRun.stepProperty().subscribe(_ -> refreshSubjects());
        openRun.openProperty().subscribe(_ -> refreshSubjects());
        annotations.annotationsProperty().subscribe(_ -> arrived());
        annotations.authorProperty().subscribe(_ -> {
            unwritten.clear();
            load();
        });
        annotations.keepingDrafts(this::keepDraft, unwritten::clear);
    }

    // Properties

    /// What can be spoken of at the current step: the step, its calls and the products in their answers, the run, the task.
    ObservableList<Subject> subjects() {
        return subjects;
    }

    /// What is spoken of; empty when no run is open.
    ReadOnlyObjectProperty<Optional<Subject>> subjectProperty() {
        return subject.getReadOnlyProperty();
    }

    /// What the form holds.
    ReadOnlyObjectProperty<Statement> statementProperty() {
        return statement.getReadOnlyProperty();
    }

    /// Whether the form is shown whole, or as one line.
    ReadOnlyBooleanProperty unfoldedProperty() {
        return unfolded.getReadOnlyProperty();
    }

    AnnotationsViewModel annotations() {
        return annotations;
    }

    LabelSet labelSet() {
        return annotations.labelSetProperty().get();
    }

    /// Whether the form holds something else than what was submitted.
    boolean isUnsubmitted() {
        return !statement.get().equals(submitted());
    }

    /// What others say of the subject, as far as the user may see it.
    List<Annotation> others() {
        return subject.get().stream()
                .flatMap(about -> annotations.annotationsProperty().get().on(about).stream())
                .filter(each -> !each.author().equals(author()))
                .toList();
    }

    /// What the user said of the subject before, oldest first, without what stands.
    List<Annotation> earlier() {
        return subject.get().stream()
                .flatMap(about -> annotations.annotationsProperty().get().history(about).stream())
                .filter(each -> each.author().equals(author()) && !each.stands())
                .toList();
    }

    /// How many annotations the open run has, of anybody that the user may see.
    int ofTheRun() {
        return openRun.openProperty().get().map(run -> annotations.annotationsProperty().get().of(run.run().id()).size()).orElse(0);
    }

    /// Whether the computed class is among the truth that is not to be seen.
    ReadOnlyBooleanProperty truthHiddenProperty() {
        return openRun.truthHiddenProperty();
    }

    /// What is known of the open run, [#computed()] among it.
    ReadOnlyObjectProperty<Findings> findingsProperty() {
        return openRun.findingsProperty();
    }

    /// The computed class of the run, which an overrule stands beside; empty while it is not known.
    Optional<FailureClass> computed() {
        return openRun.findingsProperty().get() instanceof Findings.Known(var diagnosis) ? diagnosis.failure() : Optional.empty();
    }

    /// How far the user is with the queue that they work on, such as `3 of 12`; empty without one.
    Optional<String> progress() {
        return annotations.queueProperty().get()
                .map(queue -> String.format(Locale.ROOT, "%d of %d done", Next.done(queue, done(queue)), queue.runs().size()));
    }

    /// The texts of the current step that a piece can be marked in.
    List<MarkedText> texts() {
        List<MarkedText> texts = new ArrayList<>();
        openRun.currentStep().ifPresent(step -> {
            step.think().ifPresent(text -> texts.add(new MarkedText(Span.Field.THINK, text)));
            step.reasoning().ifPresent(text -> texts.add(new MarkedText(Span.Field.REASONING, text)));
            step.response().ifPresent(text -> texts.add(new MarkedText(Span.Field.RESPONSE, text)));
            step.content().ifPresent(text -> texts.add(new MarkedText(Span.Field.OUTPUT, text)));
        });
        return texts.stream().filter(text -> !text.text().isBlank()).toList();
    }

    /// A text of a step.
    record MarkedText(Span.Field field, String text) {}

    // Commands

    /// Shows the whole form, or one line of it.
    void unfold(boolean now) {
        unfolded.set(now && openRun.openProperty().get().isPresent());
    }

    void speakOf(Subject chosen) {
        if (!subject.get().equals(Optional.of(chosen))) {
            keepDraft();
            ofStep = chosen.atStep() > 0;
            subject.set(Optional.of(chosen));
            load();
        }
    }

    /// Gives the label with that digit, or takes it back.
    void toggleLabel(int digit) {
        List<LabelSet.Label> labels = labelSet().labels();
        if (digit >= 1 && digit <= Math.min(LabelSet.WITH_KEY, labels.size())) {
            toggleLabel(labels.get(digit - 1).name());
        }
    }

    void toggleLabel(String label) {
        if (annotations.canAnnotate() && subject.get().isPresent()) {
            statement.set(statement.get().toggled(label));
        }
    }

    void note(String text) {
        statement.set(statement.get().withNote(text));
    }

    /// On the task itself; the same one again takes it back.
    void verdict(TaskVerdict verdict) {
        boolean same = statement.get().verdict().equals(Optional.of(verdict));
        statement.set(statement.get().withVerdict(same ? Optional.empty() : Optional.of(verdict)));
    }

    /// Says another stage or fault than the computed one; both are kept.
    void overrule(Optional<Stage> stage, Optional<Fault> fault) {
        Optional<FailureClass> computed = computed();
        statement.set(statement.get().withOverrule(new Overrule(
                stage,
                fault,
                stage.flatMap(_ -> computed.map(FailureClass::stage)),
                fault.flatMap(_ -> computed.map(FailureClass::fault)))));
    }

    /// Points at a piece of one of the step's texts; nothing happens where it is empty.
    void mark(MarkedText text, int start, int end) {
        if (end > start) {
            List<Span> spans = new ArrayList<>(statement.get().spans());
            spans.add(new Span(text.field(), start, end, text.text().substring(start, end)));
            statement.set(statement.get().withSpans(spans));
        }
    }

    void unmark(Span span) {
        statement.set(statement.get().withSpans(statement.get().spans().stream().filter(each -> !each.equals(span)).toList()));
    }

    /// Keeps what is not submitted, so that a killed program loses no more than the last words. What could not be kept before, as on a full
    /// disk, is tried again.
    void keepDraft() {
        if (annotations.canAnnotate()) {
            Statement now = statement.get();
            if (!now.equals(kept)) {
                subject.get().ifPresent(about -> unwritten.put(about, now));
            }
            Map.copyOf(unwritten).forEach(this::write);
        }
    }

    private void write(Subject about, Statement now) {
        annotations.draft(about, now, () -> {
            unwritten.remove(about, now);
            if (subject.get().equals(Optional.of(about))) {
                kept = onDisk();
            }
        });
    }

    void undo() {
        annotations.undo();
    }

    void redo() {
        annotations.redo();
    }

    void setAuthor(String name) {
        annotations.setAuthor(name);
    }

    /// Submits what the form holds.
    void submit() {
        submit(() -> {});
    }

    /// Submits what the form holds and opens the next run: of the queue the next that is not done, otherwise of the list. Nothing that was
    /// not written is left behind: a failure keeps the run open and the form filled.
    ///
    /// @param submitted called when it is written, before the next run opens
    void submitAndGoOn(Runnable submitted) {
        submit(() -> {
            submitted.run();
            goOn();
        });
    }

    private void submit(Runnable then) {
        if (!annotations.canAnnotate()) {
            unfold(true);
            return;
        }
        subject.get().ifPresent(about -> {
            Statement said = statement.get();
            annotations.state(about, said, occasion(), () -> {
                unwritten.remove(about);
                if (subject.get().equals(Optional.of(about))) {
                    kept = said;
                }
                then.run();
            });
        });
    }

    private void goOn() {
        Optional<Queue> queue = annotations.queueProperty().get();
        if (queue.isEmpty()) {
            next.run();
            return;
        }
        Set<RunId> done = done(queue.get());
        List<RunPlace> runs = next.places(queue.get());
        int here = openRun.openProperty().get().map(run -> place(runs, run)).orElse(-1);
        // From here on, then from the start: what was skipped comes again at the end.
        List<RunPlace> order = new ArrayList<>(runs.subList(here + 1, runs.size()));
        order.addAll(runs.subList(0, here + 1));
        order.stream().filter(run -> !done.contains(run.id())).findFirst().ifPresent(run -> next.open(run, 1));
    }

    private static int place(List<RunPlace> runs, OpenRun open) {
        int exact = runs.indexOf(open.summary().place());
        return exact >= 0 ? exact : runs.stream().map(RunPlace::id).toList().indexOf(open.run().id());
    }

    private Set<RunId> done(Queue queue) {
        return annotations.annotationsProperty().get().done(author(), queue);
    }

    private Occasion occasion() {
        Optional<OpenRun> run = openRun.openProperty().get();
        return new Occasion(
                run.map(open -> open.run().id()),
                run.map(open -> open.summary().source().toString()),
                run.flatMap(open -> open.run().query()),
                annotations.queueProperty().get().map(Queue::id));
    }

    private void refreshSubjects() {
        keepDraft();
        Optional<Subject> before = subject.get();
        subjects.setAll(available());
        Optional<Subject> same = before.filter(subjects::contains);
        Optional<Subject> fitting = ofStep ? subjects.stream().filter(each -> each.atStep() > 0).findFirst() : same;
        subject.set(fitting.or(() -> subjects.stream().findFirst()));
        if (subjects.isEmpty()) {
            unfolded.set(false);
        }
        load();
    }

    private List<Subject> available() {
        List<Subject> available = new ArrayList<>();
        openRun.openProperty().get().ifPresent(open -> {
            RunId run = open.run().id();
            openRun.currentStep().ifPresent(step -> {
                available.add(new Subject.OfStep(run, step.number()));
                step.calls().forEach(call -> addCall(run, step, call, available));
            });
            available.add(new Subject.OfRun(run));
            open.task().map(Task::query).map(Subject.OfTask::new).ifPresent(available::add);
        });
        return available;
    }

    private static void addCall(RunId run, Step step, ToolCall call, List<Subject> available) {
        available.add(new Subject.OfCall(run, step.number(), call.number()));
        call.observation().stream()
                .flatMap(answer -> switch (answer) {
                    case Observation.Found found -> found.hits().stream().map(Observation.Hit::productId);
                    case Observation.Viewed viewed -> viewed.details().stream().map(Observation.Detail::productId);
                    default -> Stream.<String>empty();
                })
                .distinct()
                .forEach(id -> available.add(new Subject.OfProduct(run, step.number(), call.number(), id)));
    }

    /// Others' or the user's own annotations have come from the disk. What the user has begun to write stays.
    private void arrived() {
        if (statement.get().equals(kept)) {
            load();
        }
    }

    private void load() {
        kept = onDisk();
        statement.set(subject.get().map(unwritten::get).orElse(kept));
    }

    private Statement onDisk() {
        return subject.get()
                .flatMap(about -> annotations.annotationsProperty().get().draft(author(), about))
                .orElseGet(this::submitted);
    }

    private Statement submitted() {
        return subject.get()
                .flatMap(about -> annotations.annotationsProperty().get().by(author(), about))
                .map(Annotation::statement)
                .orElse(Statement.EMPTY);
    }

    private String author() {
        return annotations.authorProperty().get();
    }
}
