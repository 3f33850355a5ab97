package org.shoptrace.core.trajectory;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.Envelope;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.RunSource;
import org.shoptrace.model.trajectory.RunSummary;
import org.shoptrace.model.trajectory.Step;
import org.shoptrace.model.trajectory.ToolCall;

/// The work that a run's agent handed to others, whose runs stand inside its own or in files beside it, and the way back: ATIF's
/// `subagent_trajectory_ref`, and the side chains of Claude Code.
public final class SubAgents {
    private static final String PROMPT = "prompt";

    private SubAgents() {}

    /// A step or a call that another agent worked for.
    ///
    /// @param call   its number; empty where the step itself refers to the other agent
    /// @param inside the part of the line that is the other's run
    /// @param beside the name of the file that holds it, where it is not inside
    public record Handed(int step, OptionalInt call, OptionalInt inside, Optional<String> beside) {

        /// The run, among those that are known.
        ///
        /// @param from where the run stands that handed the work over
        public Optional<RunSummary> in(Collection<RunSummary> runs, RunSource from) {
            return runs.stream().filter(run -> isAt(run.source(), from)).findFirst();
        }

        private boolean isAt(RunSource source, RunSource from) {
            if (inside.isPresent()) {
                return source.equals(new RunSource(from.file(), from.line(), inside.getAsInt()));
            }
            Path folder = from.file().toAbsolutePath().normalize().getParent();
            Path file = source.file().toAbsolutePath().normalize();
            return source.part() == 0 && folder != null && file.startsWith(folder) && beside.filter(file::endsWith).isPresent();
        }
    }

    /// What a run handed over, in its order.
    public static List<Handed> of(Run run) {
        Map<String, Integer> parts = parts(run);
        List<Handed> handed = new ArrayList<>();
        for (Step step : run.steps()) {
            References references = References.of(step);
            add(step, OptionalInt.empty(), references.unasked(), references.files().getOrDefault("", List.of()), parts, handed);
            for (ToolCall call : step.calls()) {
                Set<String> names = new LinkedHashSet<>();
                String id = call.id().orElse("");
                names.addAll(references.byCall().getOrDefault(id, List.of()));
                names.add(id);
                call.parameter(PROMPT).flatMap(Json::asText).ifPresent(text -> names.add(PROMPT + ":" + text));
                add(step, OptionalInt.of(call.number()), names, references.files().getOrDefault(id, List.of()), parts, handed);
            }
        }
        return handed;
    }

    private static void add(
            Step step, OptionalInt call, Collection<String> names, Collection<String> files, Map<String, Integer> parts,
            List<Handed> handed) {
        Set<Integer> inside = new LinkedHashSet<>();
        names.stream().filter(parts::containsKey).forEach(name -> inside.add(parts.get(name)));
        inside.forEach(part -> handed.add(new Handed(step.number(), call, OptionalInt.of(part), Optional.empty())));
        if (inside.isEmpty()) {
            files.forEach(file -> handed.add(new Handed(step.number(), call, OptionalInt.empty(), Optional.of(file))));
        }
    }

    /// The run that handed its work to this one, among those that are known.
    public static Optional<RunSummary> parent(RunSummary run, Collection<RunSummary> runs) {
        return Optional.ofNullable(run.own().metadata().get(RunCodec.SUB_AGENT_OF)).flatMap(place -> runs.stream()
                .filter(other -> other.source().file().equals(run.source().file()) && other.source().place().equals(place)
                        || isFileAbove(other.source(), place, run.source()))
                .findFirst());
    }

    /// Whether a run is that of a file with that name in the folder of another, or in one above it.
    private static boolean isFileAbove(RunSource source, String name, RunSource below) {
        Path file = source.file().toAbsolutePath().normalize();
        Path folder = file.getParent();
        return source.part() == 0 && file.endsWith(name) && folder != null
                && below.file().toAbsolutePath().normalize().startsWith(folder);
    }

    /// The parts that are runs of sub-agents, by each name that they go by. A name of several is none.
    private static Map<String, Integer> parts(Run run) {
        Json value = switch (run.envelope()) {
            case Envelope.Atif atif -> atif.source();
            case Envelope.Messages messages -> messages.source();
            default -> Json.NULL;
        };
        Map<String, Integer> parts = new LinkedHashMap<>();
        Set<String> several = new LinkedHashSet<>();
        walk(value, new int[] {run.source().part()}, parts, several);
        parts.keySet().removeAll(several);
        return parts;
    }

    private static void walk(Json value, int[] part, Map<String, Integer> parts, Set<String> several) {
        RunFormats.read(value).stream().flatMap(content -> content.inside().stream()).forEach(inside -> {
            part[0]++;
            for (String name : names(inside)) {
                if (parts.putIfAbsent(name, part[0]) != null) {
                    several.add(name);
                }
            }
            walk(inside, part, parts, several);
        });
    }

    private static Set<String> names(Json inside) {
        Set<String> names = new LinkedHashSet<>();
        switch (inside) {
            case Json.Obj document -> List.of("trajectory_id", "session_id").forEach(key -> document.text(key).ifPresent(names::add));
            case Json.Arr(List<Json> entries) -> {
                for (Json.Obj entry : MessageParts.objects(entries)) {
                    List.of("agentId", "parent_tool_use_id").forEach(key -> entry.text(key).ifPresent(names::add));
                }
                MessageParts.objects(entries).stream()
                        .flatMap(entry -> entry.object("message").stream())
                        .findFirst()
                        .ifPresent(message -> names.add(PROMPT + ":" + MessageParts.text(message)));
            }
            default -> {}
        }
        return names;
    }

    /// What the record of a step refers to.
    ///
    /// @param byCall  names of runs, by the id of the call that refers to them
    /// @param unasked those that no call refers to
    /// @param files   names of files, by the id of the call; by empty text those of no call
    private record References(Map<String, List<String>> byCall, List<String> unasked, Map<String, List<String>> files) {
        static References of(Step step) {
            References found = new References(new LinkedHashMap<>(), new ArrayList<>(), new LinkedHashMap<>());
            if (step.source() instanceof Json.Arr(List<Json> recorded)) {
                MessageParts.objects(recorded).forEach(found::look);
            }
            return found;
        }

        private void look(Json.Obj item) {
            for (Json result : item.object("observation").map(observation -> observation.items("results")).orElse(List.of())) {
                if (result instanceof Json.Obj answer) {
                    List<Json.Obj> references = new ArrayList<>(MessageParts.objects(answer.items("subagent_trajectory_ref")));
                    answer.object("subagent_trajectory_ref").ifPresent(references::add);
                    references.forEach(reference -> atif(answer.text("source_call_id").orElse(""), reference));
                }
            }
            item.object("toolUseResult").flatMap(result -> result.text("agentId")).ifPresent(agent -> item.object("message").stream()
                    .flatMap(message -> MessageParts.answers(message).stream())
                    .flatMap(answer -> answer.text("tool_use_id").stream())
                    .forEach(call -> {
                        byCall.computeIfAbsent(call, _ -> new ArrayList<>()).add(agent);
                        files.computeIfAbsent(call, _ -> new ArrayList<>()).add("agent-" + agent + ".jsonl");
                    }));
        }

        private void atif(String call, Json.Obj reference) {
            reference.text("trajectory_id").or(() -> reference.text("session_id")).ifPresent(
                    name -> (call.isEmpty() ? unasked : byCall.computeIfAbsent(call, _ -> new ArrayList<>())).add(name));
            reference.text("trajectory_path").ifPresent(path -> files.computeIfAbsent(call, _ -> new ArrayList<>()).add(path));
        }
    }
}
