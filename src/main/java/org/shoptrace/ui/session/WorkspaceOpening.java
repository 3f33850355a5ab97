package org.shoptrace.ui.session;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.shoptrace.core.Rejection;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.file.FileWatch;
import org.shoptrace.core.job.Job;
import org.shoptrace.core.job.JobHandle;
import org.shoptrace.core.job.JobRunner;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.core.session.CatalogState;
import org.shoptrace.core.task.TaskFile;
import org.shoptrace.core.task.TaskFileReader;
import org.shoptrace.core.task.TaskIndex;
import org.shoptrace.core.trajectory.RolloutLibrary;
import org.shoptrace.core.workspace.CatalogueChoice;
import org.shoptrace.core.workspace.Identity;
import org.shoptrace.core.workspace.Workspace;
import org.shoptrace.core.workspace.Workspace.Catalogue;
import org.shoptrace.model.trajectory.RunSummary;
import org.shoptrace.ui.kit.Notices;

/// One workspace while it is open. What it still has under way when another is opened is cancelled.
final class WorkspaceOpening {
    private final WorkspaceViewModel model;
    private final JobRunner jobs;
    private final Notices notices;
    private final WorkspacePorts ports;
    private final List<JobHandle> handles = new ArrayList<>();
    private final DiagnosisRounds diagnosing;
    private Optional<RolloutLibrary> rollouts = Optional.empty();
    private Optional<FileWatch> watch = Optional.empty();
    private Optional<Catalogue> catalogue = Optional.empty();
    private Optional<Workspace> workspace = Optional.empty();
    private Optional<IdentityAnswers> answers = Optional.empty();
    private int reading;
    private boolean following;
    private boolean changedMeanwhile;
    private boolean closed;

    WorkspaceOpening(WorkspaceViewModel model, JobRunner jobs, Notices notices, WorkspacePorts ports) {
        this.model = model;
        this.jobs = jobs;
        this.notices = notices;
        this.ports = ports;
        diagnosing = new DiagnosisRounds(model, jobs, ports.profile(), this::failed);
    }

    void close() {
        closed = true;
        handles.forEach(JobHandle::cancel);
        diagnosing.close();
        watch.ifPresent(FileWatch::close);
        rollouts.ifPresent(this::close);
    }

    private void close(RolloutLibrary library) {
        try {
            library.close();
        } catch (IOException e) {
            notices.report(
                    new ShoptraceException("a rollout file could not be closed", String.valueOf(e.getMessage()), "Nothing is lost", e));
        }
    }

    <T> void run(String title, Job<T> job, Consumer<? super T> then) {
        handles.removeIf(JobHandle::isDone);
        handles.add(jobs.run(title, job, then, this::failed));
    }

    private void failed(Exception failure) {
        if (!closed) {
            notices.report(failure);
        }
    }

    /// From inside a job: one file that cannot be read does not keep the others from being read.
    private void reportLater(ShoptraceException failure) {
        jobs.publisher().execute(() -> failed(failure));
    }

    void found(Workspace workspace) {
        report("What could not be looked at", workspace.problems());
        if (workspace.isEmpty()) {
            notices.report(
                    "Nothing was recognised in " + workspace.folder().folder()
                            + ". Open a folder with a catalogue (documents.jsonl), task files or rollouts.",
                    workspace.folder().folder().toString());
        }
        this.workspace = Optional.of(workspace);
        IdentityAnswers identity = new IdentityAnswers(model, workspace.folder());
        answers = Optional.of(identity);
        reading = 3;
        diagnosing.keepIn(workspace.folder().storage());
        run("Looking up what belongs together", progress -> identity.belonging(workspace, ports.catalogs(), this::reportLater, progress),
                belonging -> read(workspace, belonging));
    }

    private void read(Workspace workspace, IdentityAnswers.Belonging belonging) {
        model.publishIdentity(belonging.identity());
        readTasks(workspace.taskFiles());
        openCatalogue(workspace, belonging.catalogue());
        readRollouts(workspace);
    }

    private void openCatalogue(Workspace workspace, Optional<Catalogue> chosen) {
        catalogue = chosen;
        model.publishRemark(IdentityAnswers.remark(workspace, chosen));
        model.publishChoices(model.choicesProperty().get().with(
                workspace.catalogues().stream().filter(Catalogue::built).toList(), chosen.map(Catalogue::directory)));
        openCatalogue();
    }

    /// Applies and keeps new answers about tasks and the step limit; runs that have another task by now are diagnosed anew, and all of them
    /// under another limit.
    void answer(Identity identity) {
        answers.filter(_ -> !closed).ifPresent(kept -> {
            boolean otherLimit = !identity.stepLimit().equals(model.identityProperty().get().stepLimit());
            diagnosing.changed(kept.apply(identity));
            if (otherLimit) {
                diagnosing.forgetAll();
            }
            keep(kept, identity);
            diagnose();
        });
    }

    /// Opens another catalogue of the workspace and keeps that answer; every run is diagnosed anew.
    ///
    /// @param directory empty: the one that the runs were made over
    void chooseCatalogue(Optional<Path> directory) {
        if (closed || workspace.isEmpty() || answers.isEmpty()) {
            return;
        }
        Workspace here = workspace.get();
        IdentityAnswers kept = answers.get();
        Identity identity = model.identityProperty().get().withCatalogue(directory.map(kept::name));
        model.publishIdentity(identity);
        keep(kept, identity);
        run(
                "Choosing the catalogue",
                progress -> CatalogueChoice.of(here, identity, ports.catalogs(), progress),
                chosen -> {
                    diagnosing.forgetAll();
                    reading++;
                    openCatalogue(here, chosen);
                });
    }

    private void keep(IdentityAnswers kept, Identity identity) {
        kept.toKeep(identity);
        run("Keeping an answer", _ -> kept.save(), _ -> {});
    }

    /// For the end of each of the three readings, however it ended.
    private void read() {
        if (--reading == 0) {
            if (!closed) {
                model.publishLoaded();
            }
            diagnosing.diagnose();
        }
    }

    /// What is still being read is told by the end of that: a run that is diagnosed before its task is there would stay without.
    private void diagnose() {
        if (reading == 0) {
            diagnosing.diagnose();
        }
    }

    private <T> void readPart(String title, Job<T> job, Consumer<? super T> then) {
        handles.add(jobs.run(
                title,
                job,
                result -> {
                    then.accept(result);
                    read();
                },
                failure -> {
                    failed(failure);
                    read();
                },
                this::read));
    }

    private void readTasks(List<Path> files) {
        readPart(
                "Reading tasks",
                progress -> {
                    List<TaskFile> read = new ArrayList<>();
                    for (Path file : files) {
                        progress.checkCancelled();
                        try {
                            read.add(TaskFileReader.read(file));
                        } catch (ShoptraceException e) {
                            reportLater(e);
                        }
                    }
                    return read;
                },
                this::publishTasks);
    }

    private void publishTasks(List<TaskFile> files) {
        List<TaskIndex.Ambiguity> ambiguities = answers.orElseThrow().publishTasks(files);
        report("Lines left out as no tasks", files.stream().flatMap(file -> file.rejections().stream()).toList());
        Identity identity = model.identityProperty().get();
        List<TaskIndex.Ambiguity> untold = ambiguities.stream().filter(each -> !identity.asked().contains(each.query())).toList();
        if (!untold.isEmpty() && !closed) {
            // Asked once; afterwards the header of a run that asks one of them asks on.
            report("Which task file counts? Several ask these queries for different rewards (answer above a run that asks one)", untold);
            Identity told = identity.withAsked(untold.stream().map(TaskIndex.Ambiguity::query).toList());
            model.publishIdentity(told);
            answers.filter(IdentityAnswers::isReadable).ifPresent(kept -> keep(kept, told));
        }
    }

    private void openCatalogue() {
        if (catalogue.isEmpty()) {
            model.publishCatalog(new CatalogState.None());
            read();
            return;
        }
        Catalogue chosen = catalogue.get();
        if (chosen.built()) {
            open(chosen.directory());
        } else {
            model.publishCatalog(new CatalogState.NotIndexed(chosen.documents().stream().toList(), chosen.bytes()));
            read();
        }
    }

    private void open(Path directory) {
        AtomicReference<Optional<Sandbox>> opened = new AtomicReference<>(Optional.empty());
        handles.add(jobs.run(
                "Opening the catalogue",
                _ -> {
                    Sandbox sandbox = ports.catalogs().open(directory);
                    opened.set(Optional.of(sandbox));
                    return sandbox;
                },
                sandbox -> {
                    publishSandbox(sandbox, directory);
                    read();
                },
                failure -> {
                    failed(failure);
                    read();
                },
                () -> {
                    // Called off when it was open already.
                    opened.get().ifPresent(Sandbox::close);
                    read();
                }));
    }

    private boolean isChosen(Path directory) {
        return !closed && catalogue.filter(chosen -> chosen.directory().equals(directory)).isPresent();
    }

    private void publishSandbox(Sandbox sandbox, Path directory) {
        if (!isChosen(directory)) {
            // Another one was chosen meanwhile.
            sandbox.close();
        } else {
            model.publishCatalog(new CatalogState.Open(sandbox, Optional.of(directory)));
        }
    }

    void buildIndex() {
        if (!(model.catalogProperty().get() instanceof CatalogState.NotIndexed before) || catalogue.isEmpty()) {
            return;
        }
        Path directory = catalogue.get().directory();
        model.publishCatalog(new CatalogState.Building(before.documents()));
        List<Rejection> rejections = new ArrayList<>();
        handles.add(jobs.run(
                "Building the index",
                progress -> {
                    ports.catalogs().build(before.documents(), directory, rejections::add, progress);
                    return ports.catalogs().open(directory);
                },
                sandbox -> {
                    report("Lines that were not indexed", rejections);
                    publishSandbox(sandbox, directory);
                    diagnose();
                },
                failure -> {
                    failed(failure);
                    unbuilt(before, directory);
                },
                () -> unbuilt(before, directory)));
    }

    private void unbuilt(CatalogState.NotIndexed before, Path directory) {
        if (isChosen(directory)) {
            model.publishCatalog(before);
        }
    }

    private void readRollouts(Workspace workspace) {
        List<Path> files = workspace.rolloutFiles();
        RolloutLibrary library = new RolloutLibrary(files, workspace.folder().scratch());
        rollouts = Optional.of(library);
        model.publishReader(library::read);
        readPart(
                "Reading rollouts",
                progress -> library.index(batch -> jobs.publisher().execute(() -> publish(batch)), progress),
                rejections -> {
                    report("Lines left out as no runs", rejections);
                    watch = Optional.of(new FileWatch(
                            library::paths, Duration.ofSeconds(1), _ -> jobs.publisher().execute(() -> follow(library))));
                });
    }

    /// Looks at a rollout file that was just written here, so that its runs are listed at once.
    void written(Path file) {
        rollouts.filter(_ -> !closed).ifPresent(library -> {
            library.add(file);
            follow(library);
        });
    }

    private void publish(List<RunSummary> batch) {
        if (!closed) {
            model.addRuns(batch);
        }
    }

    /// One look at a time; changes seen meanwhile are looked at afterwards.
    private void follow(RolloutLibrary library) {
        if (closed) {
            return;
        }
        if (following) {
            changedMeanwhile = true;
            return;
        }
        following = true;
        changedMeanwhile = false;
        Runnable end = () -> {
            following = false;
            if (changedMeanwhile) {
                follow(library);
            }
        };
        handles.removeIf(JobHandle::isDone);
        handles.add(jobs.run(
                "Following rollouts",
                library::refresh,
                changes -> {
                    changes.replaced().forEach(model::removeRuns);
                    publish(changes.added());
                    report("Lines left out as no runs", changes.rejected());
                    diagnose();
                    end.run();
                },
                failure -> {
                    failed(failure);
                    end.run();
                },
                end));
    }

    private void report(String what, List<?> items) {
        if (!items.isEmpty() && !closed) {
            String rest = items.size() == 1 ? "" : " (and " + (items.size() - 1) + " more)";
            notices.report(
                    what + ", " + items.size() + ": " + items.getFirst() + rest,
                    items.stream().map(Object::toString).collect(Collectors.joining("\n")));
        }
    }
}
