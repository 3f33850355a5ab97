package org.shoptrace.core.diagnose;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.function.Function;
import org.shoptrace.core.provenance.FileNames;
import org.shoptrace.core.sandbox.CatalogFingerprint;
import org.shoptrace.core.trajectory.format.OwnJson;
import org.shoptrace.model.finding.Claim;
import org.shoptrace.model.finding.Diagnosis;
import org.shoptrace.model.finding.Evidence;
import org.shoptrace.model.finding.FailureClass;
import org.shoptrace.model.finding.Fault;
import org.shoptrace.model.finding.HealthFinding;
import org.shoptrace.model.finding.Milestones;
import org.shoptrace.model.finding.NearMiss;
import org.shoptrace.model.finding.Place;
import org.shoptrace.model.finding.Reexecution;
import org.shoptrace.model.finding.RewardOutcome;
import org.shoptrace.model.finding.TargetTrack;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.Run;

/// Diagnoses as JSON, in the schema at the end of `src/site/markdown/findings.md`: what does not apply is null.
public final class DiagnosisJson {
    private DiagnosisJson() {}

    /// The object of several files' runs.
    ///
    /// @param similarity the name of what compared titles
    /// @param runs       each as [#run] gives it
    public static Json.Obj report(CatalogFingerprint catalog, String similarity, List<Json.Obj> runs) {
        SequencedMap<String, Json> fields = new LinkedHashMap<>();
        fields.put("catalog", Json.of(catalog.sha256()));
        fields.put("similarity", Json.of(similarity));
        fields.put("runs", Json.array(runs));
        return new Json.Obj(fields);
    }

    /// One run, whose file has a name that tells it from others.
    ///
    /// @param run of which its file may say something too
    static Json.Obj run(Diagnosis diagnosis, FileNames names, Run run) {
        Json.Obj told = run(diagnosis).with("file", Json.of(names.of(diagnosis.source().file())));
        Json.Obj own = OwnJson.write(run.own().with(run.usage()));
        return own.fields().isEmpty() ? told : told.with("own", own);
    }

    /// One run.
    public static Json.Obj run(Diagnosis diagnosis) {
        SequencedMap<String, Json> fields = new LinkedHashMap<>();
        fields.put("id", Json.of(diagnosis.id().sha256()));
        fields.put("file", Json.of(FileNames.NONE.of(diagnosis.source().file())));
        fields.put("line", Json.Num.of(diagnosis.source().line()));
        if (diagnosis.source().part() > 0) {
            fields.put("part", Json.Num.of(diagnosis.source().part()));
        }
        fields.put("query", text(diagnosis.query()));
        fields.put("intent", text(diagnosis.task().map(Task::intent).map(intent -> intent.wireName())));
        fields.put("model", Json.of(diagnosis.model()));
        fields.put("success", orNull(diagnosis.success().map(Json.Bool::new)));
        fields.put("stage", text(diagnosis.failure().map(failure -> failure.stage().wireName())));
        fields.put("fault", text(diagnosis.failure().map(failure -> failure.fault().wireName())));
        fields.put("second_fault", text(diagnosis.failure().flatMap(FailureClass::secondFault).map(Fault::wireName)));
        fields.put("rewards", each(diagnosis.rewards(), DiagnosisJson::reward));
        fields.put("ending", Json.of(diagnosis.ending().wireName()));
        fields.put("evidence", each(diagnosis.failure().map(FailureClass::allEvidence).orElse(List.of()), DiagnosisJson::evidence));
        fields.put("titles_not_compared", Json.Num.of((long) diagnosis.notCompared().pairs()));
        fields.put("near_misses", each(diagnosis.nearMisses(), DiagnosisJson::nearMiss));
        fields.put("health", each(diagnosis.health(), DiagnosisJson::health));
        fields.put("targets", each(diagnosis.targets(), DiagnosisJson::target));
        fields.put("grounding", each(diagnosis.claims(), DiagnosisJson::claim));
        fields.put("reexecution", reexecution(diagnosis.reexecution()));
        fields.put("milestones", milestones(diagnosis.milestones()));
        return new Json.Obj(fields);
    }

    private static Json.Obj reward(RewardOutcome reward) {
        SequencedMap<String, Json> fields = new LinkedHashMap<>();
        fields.put("product_id", Json.of(reward.target()));
        fields.put("stage", Json.of(reward.stage().wireName()));
        fields.put("fault", text(reward.fault().map(Fault::wireName)));
        return new Json.Obj(fields);
    }

    private static Json.Obj evidence(Evidence evidence) {
        SequencedMap<String, Json> fields = new LinkedHashMap<>();
        fields.put("step", step(evidence.place()));
        fields.put("call", call(evidence.place()));
        fields.put("product", text(evidence.product()));
        fields.put("constraint", text(evidence.constraint()));
        fields.put("text", Json.of(evidence.text()));
        return new Json.Obj(fields);
    }

    private static Json.Obj nearMiss(NearMiss miss) {
        SequencedMap<String, Json> fields = new LinkedHashMap<>();
        fields.put("step", step(Optional.of(miss.place())));
        fields.put("product", text(miss.product()));
        fields.put("key", Json.of(miss.key()));
        fields.put("expected", Json.of(miss.expected()));
        fields.put("actual", Json.of(miss.actual()));
        fields.put("kind", Json.of(miss.kind().wireName()));
        return new Json.Obj(fields);
    }

    private static Json.Obj health(HealthFinding finding) {
        SequencedMap<String, Json> fields = new LinkedHashMap<>();
        fields.put("step", step(Optional.of(finding.place())));
        fields.put("call", call(Optional.of(finding.place())));
        fields.put("kind", Json.of(finding.kind().wireName()));
        return new Json.Obj(fields);
    }

    private static Json.Obj target(TargetTrack target) {
        SequencedMap<String, Json> fields = new LinkedHashMap<>();
        fields.put("product_id", Json.of(target.productId()));
        fields.put("returned", step(target.firstSight().returned()));
        fields.put("viewed", step(target.firstSight().viewed()));
        fields.put("named", step(target.firstSight().named()));
        fields.put("recommended", step(target.firstSight().recommended()));
        fields.put("searches", each(target.searches(), DiagnosisJson::search));
        return new Json.Obj(fields);
    }

    private static Json.Obj search(TargetTrack.InSearch search) {
        SequencedMap<String, Json> fields = new LinkedHashMap<>();
        fields.put("step", step(Optional.of(search.place())));
        fields.put("call", call(Optional.of(search.place())));
        fields.put("page", number(search.page()));
        fields.put("place", number(search.position()));
        fields.put("rank", number(search.rank()));
        fields.put("hidden_by", text(search.hiddenBy().map(TargetTrack.HiddenBy::wireName)));
        return new Json.Obj(fields);
    }

    private static Json.Obj claim(Claim claim) {
        SequencedMap<String, Json> fields = new LinkedHashMap<>();
        fields.put("step", step(Optional.of(claim.place())));
        fields.put("text", Json.of(claim.text()));
        fields.put("kind", Json.of(claim.kind().wireName()));
        fields.put("verdict", Json.of(claim.verdict().wireName()));
        fields.put("field", Json.of(claim.sentence().field().wireName()));
        fields.put("sentence", Json.of(claim.sentence().quote()));
        fields.put("start", Json.Num.of((long) claim.start()));
        fields.put("end", Json.Num.of((long) claim.end()));
        fields.put("products", Json.texts(claim.products()));
        fields.put("other", text(claim.other()));
        fields.put("shown", step(claim.shown()));
        fields.put("because", Json.of(claim.because()));
        return new Json.Obj(fields);
    }

    private static Json.Obj reexecution(Reexecution reexecution) {
        SequencedMap<String, Json> fields = new LinkedHashMap<>();
        for (Reexecution.Outcome outcome : Reexecution.Outcome.values()) {
            fields.put(outcome.wireName(), reexecution.calls().isEmpty() ? Json.NULL : Json.Num.of(reexecution.share(outcome)));
        }
        return new Json.Obj(fields);
    }

    private static Json.Obj milestones(Milestones milestones) {
        SequencedMap<String, Json> fields = new LinkedHashMap<>();
        fields.put("out_of_steps", number(milestones.outOfSteps()));
        fields.put("let_go", number(milestones.letGo()));
        fields.put("committed", number(milestones.committed()));
        return new Json.Obj(fields);
    }

    private static <T> Json.Arr each(List<T> items, Function<T, Json.Obj> encoding) {
        return Json.array(items.stream().map(encoding).toList());
    }

    private static Json orNull(Optional<? extends Json> value) {
        return value.isPresent() ? value.get() : Json.NULL;
    }

    private static Json text(Optional<String> text) {
        return orNull(text.map(Json::of));
    }

    private static Json number(OptionalInt number) {
        return number.isPresent() ? Json.Num.of((long) number.getAsInt()) : Json.NULL;
    }

    private static Json step(Optional<Place> place) {
        return orNull(place.map(p -> Json.Num.of((long) p.step())));
    }

    private static Json call(Optional<Place> place) {
        return number(place.map(Place::call).orElse(OptionalInt.empty()));
    }
}
