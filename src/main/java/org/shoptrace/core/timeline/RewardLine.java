package org.shoptrace.core.timeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.shoptrace.model.finding.ConstraintMatrix.Row;
import org.shoptrace.model.finding.Diagnosis;
import org.shoptrace.model.finding.Place;
import org.shoptrace.model.finding.RewardOutcome;
import org.shoptrace.model.finding.RewardProgress;
import org.shoptrace.model.finding.Stage;
import org.shoptrace.model.finding.TargetTrack;
import org.shoptrace.model.finding.TargetTrack.HiddenBy;
import org.shoptrace.model.finding.TargetTrack.InSearch;

/// What became of one request of the task, in a line under the strip.
///
/// @param name     the target's title in a few words
/// @param chosen   whether what is recommended answers it
/// @param progress how near the agent had come, step by step
/// @param story    when its target was seen and viewed, or what kept it from being seen
public record RewardLine(String name, boolean chosen, RewardProgress progress, String story) {
    private static final int WORDS = 3;

    /// A line for every reward; none for a run of no task.
    public static List<RewardLine> of(Diagnosis diagnosis, int steps) {
        List<RewardLine> lines = new ArrayList<>();
        int rewards = diagnosis.task().map(task -> task.rewards().size()).orElse(0);
        boolean success = diagnosis.success().orElse(false);
        for (int i = 0; i < rewards; i++) {
            String target = diagnosis.task().orElseThrow().rewards().get(i).productId();
            Optional<TargetTrack> track = diagnosis.targets().stream().filter(each -> each.productId().equals(target)).findFirst();
            Optional<RewardOutcome> outcome = i < diagnosis.rewards().size() ? Optional.of(diagnosis.rewards().get(i)) : Optional.empty();
            lines.add(new RewardLine(
                    name(diagnosis, i, target),
                    success || outcome.filter(each -> each.stage() == Stage.CHOSEN).isPresent(),
                    RewardProgress.of(diagnosis.matrix(), i, steps),
                    track.map(RewardLine::story).orElse("")));
        }
        return lines;
    }

    /// How many constraints the best product is known to meet after that step: `4 of 6`.
    public String met(int step) {
        int best = step >= 1 && step <= progress.best().size() ? progress.best().get(step - 1) : 0;
        return best + " of " + progress.constraints();
    }

    /// The line as of a step.
    public String words(int step) {
        return met(step) + (story.isEmpty() ? "" : " · " + story);
    }

    private static String name(Diagnosis diagnosis, int reward, String target) {
        List<String> stated = diagnosis.task().orElseThrow().rewards().get(reward).titles();
        String title = stated.isEmpty()
                ? diagnosis.matrix().rows().stream()
                        .filter(row -> row.productId().equals(target) && !row.title().isEmpty())
                        .findFirst()
                        .map(Row::title)
                        .orElse(target)
                : stated.getFirst();
        List<String> words = Arrays.asList(title.strip().split("\\s+"));
        return String.join(" ", words.subList(0, Math.min(WORDS, words.size()))) + (words.size() > WORDS ? " …" : "");
    }

    private static String story(TargetTrack track) {
        if (track.firstSight().returned().isPresent() || track.firstSight().viewed().isPresent()) {
            List<String> parts = new ArrayList<>();
            track.firstSight().returned().map(Place::step).ifPresent(step -> parts.add("target seen " + step));
            track.firstSight().viewed().map(Place::step).ifPresent(step -> parts.add("viewed " + step));
            return String.join(", ", parts);
        }
        Optional<InSearch> onAPage = track.searches().stream()
                .filter(search -> search.dueOn().isPresent())
                .min(Comparator.comparingInt(search -> search.dueOn().getAsInt()));
        if (onAPage.isPresent()) {
            return String.format(Locale.ROOT, "target on page %d, not asked for", onAPage.get().dueOn().getAsInt());
        }
        Map<HiddenBy, Long> causes = track.searches().stream()
                .flatMap(search -> search.hiddenBy().stream())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return causes.entrySet().stream()
                .max(Map.Entry.<HiddenBy, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(cause -> "target never seen: " + words(cause.getKey()))
                .orElse("never searched for");
    }

    private static String words(HiddenBy cause) {
        return switch (cause) {
            case SHOP_FILTER -> "another shop was asked for";
            case PRICE_FILTER -> "the price filter hid it";
            case SERVICE_FILTER -> "the service filter hid it";
            case PAGE, SORT -> "on another page";
            case CUT_KEPT -> "fifty better ones matched";
            case CUT_WALKED -> "ranked too low";
            case NOT_MATCHING -> "the words do not match it";
            case CALL_FAILED -> "the searches failed";
            case NOT_IN_CATALOG -> "not in the catalogue";
            case OTHER_CATALOG -> "recorded over another catalogue";
        };
    }
}
