package org.shoptrace.ui.inspect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.diagnose.Diagnostician;
import org.shoptrace.core.job.JobRunner;
import org.shoptrace.core.sandbox.Explanation;
import org.shoptrace.core.sandbox.FindRequest;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.core.sandbox.SearchRules;
import org.shoptrace.core.sandbox.ToolRequest;
import org.shoptrace.model.finding.TargetTrack;
import org.shoptrace.model.finding.TargetTrack.InSearch;
import org.shoptrace.model.json.Json;
import org.shoptrace.ui.kit.LatestJob;
import org.shoptrace.ui.kit.Notices;
import org.shoptrace.ui.run.Findings;
import org.shoptrace.ui.run.OpenRun;
import org.shoptrace.ui.run.OpenRunViewModel;
import org.shoptrace.ui.session.WorkspaceViewModel;

/// Where every target stood in the searches of the current step, and why: first what the diagnosis says, then the words and their weights
/// as soon as the catalogue has told them.
final class RankReasons {
    private final WorkspaceViewModel workspace;
    private final OpenRunViewModel openRun;
    private final LatestJob explaining;
    private final Notices notices;
    private final ReadOnlyObjectWrapper<List<RankReason>> reasons = new ReadOnlyObjectWrapper<>(List.of());
    private final Map<Integer, List<RankReason>> known = new HashMap<>();

    RankReasons(WorkspaceViewModel workspace, OpenRunViewModel openRun, JobRunner jobs, Notices notices) {
        this.workspace = workspace;
        this.openRun = openRun;
        this.explaining = new LatestJob(jobs);
        this.notices = notices;
        openRun.stepProperty().subscribe(_ -> refresh());
        openRun.findingsProperty().subscribe(_ -> {
            known.clear();
            refresh();
        });
    }

    /// In the order of the targets, then of the calls; none in a step that does not search.
    ReadOnlyObjectProperty<List<RankReason>> reasonsProperty() {
        return reasons.getReadOnlyProperty();
    }

    private void refresh() {
        explaining.forget();
        int step = openRun.stepProperty().get();
        List<RankReason> before = known.get(step);
        if (before != null) {
            reasons.set(before);
            return;
        }
        List<RankReason> plain = plain();
        reasons.set(plain);
        Optional<Sandbox> sandbox = workspace.sandbox();
        Optional<OpenRun> open = openRun.openProperty().get();
        if (plain.isEmpty() || sandbox.isEmpty() || open.isEmpty()) {
            return;
        }
        SearchRules rules = Diagnostician.rules(open.get().run());
        explaining.run("Explain ranks", progress -> {
            List<RankReason> explained = new ArrayList<>();
            for (RankReason reason : plain) {
                progress.checkCancelled();
                explained.add(explained(reason, sandbox.get(), rules));
            }
            return explained;
        }, explained -> {
            known.put(step, explained);
            reasons.set(explained);
        }, notices::report);
    }

    private List<RankReason> plain() {
        List<RankReason> plain = new ArrayList<>();
        if (openRun.findingsProperty().get() instanceof Findings.Known(var diagnosis)) {
            for (TargetTrack target : diagnosis.targets()) {
                for (InSearch search : target.searches()) {
                    if (search.place().step() == openRun.stepProperty().get()) {
                        plain.add(new RankReason(target.productId(), search, words(search), Optional.empty(), ""));
                    }
                }
            }
        }
        return plain;
    }

    /// What the call searches for; empty text when it sends no request.
    private String words(InSearch search) {
        return openRun.currentStep()
                .filter(step -> search.place().call().isPresent() && search.place().call().getAsInt() <= step.calls().size())
                .map(step -> step.calls().get(search.place().call().getAsInt() - 1))
                .filter(call -> call.parameters() instanceof Json.Obj)
                .flatMap(call -> ToolRequest.find((Json.Obj) call.parameters()))
                .map(FindRequest::q)
                .orElse("");
    }

    private static RankReason explained(RankReason reason, Sandbox sandbox, SearchRules rules) throws ShoptraceException {
        if (reason.q().isEmpty()) {
            return reason;
        }
        Optional<Explanation> explanation = sandbox.explain(rules.words(reason.q()), reason.target());
        return new RankReason(
                reason.target(), reason.search(), reason.q(), explanation,
                explanation.map(e -> e.sentence(sandbox.size())).orElse(""));
    }
}
