package org.shoptrace.ui.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.core.sandbox.CallText;
import org.shoptrace.core.sandbox.ToolRequest;
import org.shoptrace.core.transcript.EventKind;
import org.shoptrace.core.transcript.Fold;
import org.shoptrace.core.transcript.Match;
import org.shoptrace.core.transcript.Part;
import org.shoptrace.core.transcript.RunTexts;
import org.shoptrace.core.transcript.StepEvents;
import org.shoptrace.model.finding.Place;
import org.shoptrace.model.trajectory.Picture;
import org.shoptrace.model.trajectory.ToolCall;
import org.shoptrace.ui.kit.Chip;
import org.shoptrace.ui.kit.Destination;
import org.shoptrace.ui.kit.FoldedText;
import org.shoptrace.ui.kit.Icons;
import org.shoptrace.ui.kit.MeasuredBox;
import org.shoptrace.ui.kit.Texts;
import org.shoptrace.ui.run.RunAction;
import org.shoptrace.ui.run.StepIcons;

/// A call: the tool, its arguments, what can be done with it, and the answer.
final class CallBox extends MeasuredBox {
    /// A summary of at most so many characters keeps its place beside long arguments.
    private static final int SHORT = 42;

    private final int step;
    private final ToolCall call;
    private final CardContext context;
    private final Part part;

    /// @param pictures images in the call's answer
    CallBox(int step, ToolCall call, List<Picture> pictures, CardContext context) {
        this.step = step;
        this.call = call;
        this.context = context;
        part = Part.ofCall(step, call.number(), Part.Kind.CALL);
        setId(String.format(Locale.ROOT, "call-%d-%d", step, call.number()));
        getStyleClass().add("call-box");
        boolean failed = StepEvents.isFailed(call);
        boolean answer = context.shows(step, failed ? new EventKind.Failure() : new EventKind.Answer());
        if (context.shows(step, new EventKind.Calls(call.name())) || failed && answer) {
            getChildren().add(call());
        }
        if (answer && !context.compact(step)) {
            getChildren().add(new AnswerView(step, call, context));
            pictures.forEach(picture -> getChildren().add(new PictureView(picture, context)));
        }
    }

    /// Whether the filter leaves anything of it.
    boolean isShown() {
        return !getChildren().isEmpty();
    }

    private Node call() {
        Chip tool = new Chip(call.name().isEmpty() ? "no tool named" : call.name(), Chip.Tone.ACCENT);
        tool.setGraphic(Icons.of(StepIcons.of(call)));
        tool.setTooltip(Texts.tip(tool.getText()));
        List<Button> does = new ArrayList<>();
        ToolRequest.find(call).ifPresent(request -> {
            Button open = Icons.button(Feather.EXTERNAL_LINK, "Open this search in Sandbox",
                    () -> context.ports().navigator().open(new Destination.OpenSearch(request)));
            open.setId(String.format(Locale.ROOT, "open-search-%d-%d", step, call.number()));
            does.add(open);
        });
        does.addAll(context.actions().buttons(RunAction.Scope.CALL, new Place(step, OptionalInt.of(call.number()))));
        Button copy = Icons.button(Feather.COPY, "Copy this call as JSON", () -> context.ports().clipboard().copy(CallText.call(call)));
        copy.setId(String.format(Locale.ROOT, "copy-call-%d-%d", step, call.number()));
        does.add(copy);
        return new CallLine(Tag.put(tool, part, 0), arguments(), does);
    }

    private Region arguments() {
        String text = RunTexts.arguments(call);
        if (context.compact(step)) {
            Label arguments = Texts.code(AnswerText.oneLine(text));
            arguments.setMinWidth(60);
            arguments.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(arguments, Priority.ALWAYS);
            boolean trouble = AnswerText.trouble(call).isPresent();
            String summary = AnswerText.summary(call, context.targets());
            Label answer = trouble ? new Chip(summary, Chip.Tone.DOUBT) : Texts.muted(summary);
            if (summary.length() <= SHORT) {
                answer.setMinWidth(USE_PREF_SIZE);
            }
            HBox both = new HBox(arguments, answer);
            both.getStyleClass().add("call-line");
            HBox.setHgrow(both, Priority.ALWAYS);
            return both;
        }
        int nameLength = call.name().length() + 1;
        Fold fold = new Fold(step, call.number(), Fold.Part.ARGUMENTS);
        FoldedText arguments = new FoldedText(text, context.place().isOpened(fold), now -> context.place().open(fold, now), "code");
        arguments.getStyleClass().add("call-arguments");
        context.look().sought().match()
                .filter(match -> match.part().equals(part))
                .map(Match::start)
                .ifPresent(start -> arguments.reveal(Math.max(0, start - nameLength)));
        HBox.setHgrow(arguments, Priority.ALWAYS);
        return Tag.put(arguments, part, nameLength);
    }
}
