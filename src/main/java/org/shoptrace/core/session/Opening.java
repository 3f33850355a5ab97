package org.shoptrace.core.session;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.job.Job;
import org.shoptrace.core.job.JobRunner;
import org.shoptrace.core.task.TaskFile;
import org.shoptrace.core.task.TaskIndex;
import org.shoptrace.core.workspace.CatalogueChoice;
import org.shoptrace.core.workspace.Identity;
import org.shoptrace.core.workspace.UnreadFiles;
import org.shoptrace.core.workspace.Workspace;
import org.shoptrace.core.workspace.Workspace.Catalogue;
import org.shoptrace.core.workspace.WorkspaceFolder;
import org.shoptrace.core.workspace.WorkspaceScanner;
import org.shoptrace.model.trajectory.RunId;

/// One workspace from being opened to being left: its tasks, its catalogue and its rollouts are read side by side, and when all are
/// there its runs are diagnosed.
final class Opening {
    private final OpenWorkspace open;
    private final OpeningJobs jobs;
    private final Complaints complaints;
    private final WorkspacePorts ports;
    private final DiagnosisRounds diagnosing;
    private final OpenCatalogue catalogue;
    private Optional<Found> found = Optional.empty();
    private int reading;

    /// What is known once the folder was looked through.
    private record Found(Workspace workspace, IdentityAnswers answers, FollowedRollouts rollouts) {}

    /// What was answered before, and the catalogue: a person's choice, else the one that the runs were made over.
    private record Belonging(Identity identity, Optional<Catalogue> catalogue) {}

    /// A catalogue of those that are there by now.
    private record Chosen(Workspace among, Optional<Catalogue> catalogue) {}

    Opening(OpenWorkspace open, JobRunner runner, Complaints complaints, WorkspacePorts ports) {
        this.open = open;
        this.jobs = new OpeningJobs(runner, complaints);
        this.complaints = complaints;
        this.ports = ports;
        this.diagnosing = new DiagnosisRounds(open, jobs, ports.profile());
        this.catalogue = new OpenCatalogue(open, jobs, ports.catalogs(), this::buildAgain);
    }

    /// Calls off what is under way, for good.
    void close() {
        diagnosing.close();
        jobs.close();
        found.ifPresent(known -> {
            try {
                known.rollouts().close();
            } catch (ShoptraceException e) {
                complaints.failed(e);
            }
        });
    }

    /// Makes the demo, which another opening is to open.
    void makeDemo(Consumer<Path> then) {
        jobs.run(WorkspaceSession.MAKING_THE_DEMO, ports.demo()::folder, folder -> ifOpen(() -> then.accept(folder)));
    }

    void look(WorkspaceFolder place, String name) {
        WorkspaceScanner scanner = new WorkspaceScanner(ports.catalogs()::isCatalog);
        jobs.run("Opening " + name, progress -> scanner.scan(place, progress), workspace -> ifOpen(() -> found(workspace)));
    }

    private void ifOpen(Runnable next) {
        if (!jobs.isClosed()) {
            next.run();
        }
    }

    private void found(Workspace workspace) {
        jobs.about("What could not be looked at", workspace.problems());
        open.leave(UnreadFiles.of(workspace));
        if (workspace.isEmpty()) {
            complaints.nothingRecognised(workspace.folder().folder());
        }
        IdentityAnswers answers = new IdentityAnswers(workspace.folder());
        reading = 3;
        diagnosing.keepIn(workspace.folder().own());
        jobs.run(
                "Looking up what belongs together",
                progress -> {
                    Identity identity = answers.load(jobs::failedMeanwhile);
                    return new Belonging(identity, CatalogueChoice.of(workspace, identity, ports.catalogs(), progress));
                },
                belonging -> ifOpen(() -> read(workspace, answers, belonging)));
    }

    private void read(Workspace workspace, IdentityAnswers answers, Belonging belonging) {
        FollowedRollouts rollouts = new FollowedRollouts(open, jobs, workspace, diagnosing::replaced, this::diagnose);
        found = Optional.of(new Found(workspace, answers, rollouts));
        open.answer(belonging.identity());
        readPart("Reading tasks", progress -> TaskFiles.read(workspace.taskFiles(), jobs::failedMeanwhile, progress),
                files -> publishTasks(files, answers));
        catalogue.choose(workspace, belonging.catalogue(), this::read);
        readPart("Reading rollouts", rollouts.reading(), rollouts::read);
    }

    private <T> void readPart(String title, Job<T> job, Consumer<? super T> then) {
        jobs.run(
                title,
                job,
                result -> {
                    ifOpen(() -> then.accept(result));
                    read();
                },
                this::read);
    }

    /// For the end of each of the three readings, however it ended.
    private void read() {
        if (--reading == 0) {
            ifOpen(open::loaded);
            diagnosing.diagnose();
        }
    }

    /// What is still being read is told by the end of that: a run that is diagnosed before its task is there would stay without.
    private void diagnose() {
        if (reading == 0) {
            diagnosing.diagnose();
        }
    }

    private void publishTasks(List<TaskFile> files, IdentityAnswers answers) {
        open.tasks(files);
        jobs.about("Lines left out as no tasks", files.stream().flatMap(file -> file.rejections().stream()).toList());
        Identity identity = open.identity();
        List<TaskIndex.Ambiguity> untold = open.belonging().unanswered().stream()
                .filter(each -> !identity.asked().contains(each.query())).toList();
        if (!untold.isEmpty()) {
            // Asked once; afterwards the header of a run that asks one of them asks on.
            jobs.about("Which task file counts? Several ask these queries for different rewards (answer above a run that asks one)",
                    untold);
            Identity told = identity.withAsked(untold.stream().map(TaskIndex.Ambiguity::query).toList());
            open.answer(told);
            if (answers.isReadable()) {
                keep(answers, told);
            }
        }
    }

    void answer(Identity identity) {
        found.filter(_ -> !jobs.isClosed()).ifPresent(known -> {
            boolean otherLimit = !identity.stepLimit().equals(open.identity().stepLimit());
            Set<RunId> moved = open.answer(identity);
            diagnosing.changed(moved);
            if (otherLimit) {
                diagnosing.forgetAll();
            }
            keep(known.answers(), identity);
            diagnose();
        });
    }

    void chooseCatalogue(Optional<Path> directory) {
        found.filter(_ -> !jobs.isClosed()).ifPresent(known -> {
            Workspace workspace = known.workspace();
            Identity identity = open.identity().withCatalogue(directory.map(workspace.folder()::name));
            open.answer(identity);
            keep(known.answers(), identity);
            jobs.run(
                    "Choosing the catalogue",
                    progress -> {
                        // Since the folder was looked through an index may have been built here.
                        Workspace now = workspace.indexedBy(ports.catalogs()::isCatalog);
                        return new Chosen(now, CatalogueChoice.of(now, identity, ports.catalogs(), progress));
                    },
                    chosen -> ifOpen(() -> {
                        diagnosing.forgetAll();
                        reading++;
                        catalogue.choose(chosen.among(), chosen.catalogue(), this::read);
                    }));
        });
    }

    private void keep(IdentityAnswers answers, Identity identity) {
        answers.toKeep(identity);
        jobs.run("Keeping an answer", _ -> answers.save(), _ -> {});
    }

    void buildIndex() {
        catalogue.build(this::diagnose);
    }

    /// Builds the open catalogue's index again; every run is diagnosed anew.
    private void buildAgain() {
        diagnosing.forgetAll();
        catalogue.buildAgain(this::diagnose);
    }

    void written(Path file) {
        found.filter(_ -> !jobs.isClosed()).ifPresent(known -> known.rollouts().written(file));
    }
}
