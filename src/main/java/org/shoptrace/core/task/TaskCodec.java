package org.shoptrace.core.task;

import java.util.Locale;
import java.util.Optional;
import org.shoptrace.core.python.PythonText;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.task.Intent;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.task.Voucher;

/// One task as JSON. A task keeps the object that it was read from, so writing it gives back what was read.
public final class TaskCodec {

    private TaskCodec() {}

    /// The task that an object states.
    ///
    /// @throws IllegalArgumentException when `json` is no task; the message names the field
    public static Task decode(Json json) {
        if (!(json instanceof Json.Obj object)) {
            throw new IllegalArgumentException("a task is a JSON object");
        }
        String query = object.text("query").orElseThrow(() -> new IllegalArgumentException("query is missing or no string"));
        Intent intent = intent(object);
        return new Task(
                intent,
                query,
                RewardCodec.decode(object.get("reward").orElse(Json.NULL), intent),
                present(object, "voucher").map(TaskCodec::voucher),
                present(object, "Knowledge_Attribute").map(PythonText::str),
                object.text("title"),
                object.text("difficulty"),
                object);
    }

    /// The object as the file has it.
    public static Json.Obj encode(Task task) {
        return task.source();
    }

    /// A suite says its category; else the fields that only one intent has decide.
    private static Intent intent(Json.Obj task) {
        Optional<Intent> category = task.text("category").flatMap(TaskCodec::category);
        if (category.isPresent()) {
            return category.get();
        }
        if (present(task, "Knowledge_Attribute").isPresent()) {
            return Intent.WEB;
        }
        if (present(task, "voucher").isPresent()) {
            return Intent.VOUCHER;
        }
        return task.get("reward").orElse(Json.NULL) instanceof Json.Arr ? Intent.SHOP : Intent.PRODUCT;
    }

    private static Optional<Intent> category(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return Intent.LEVELS.stream().filter(intent -> intent.wireName().equals(lower)).findFirst();
    }

    private static Optional<Json> present(Json.Obj object, String key) {
        return object.get(key).filter(value -> !(value instanceof Json.Null));
    }

    private static Voucher voucher(Json json) {
        if (!(json instanceof Json.Obj voucher)) {
            throw new IllegalArgumentException("voucher is no object");
        }
        return new Voucher(
                voucher.text("voucher_type").orElse(""),
                number(voucher, "threshold"),
                voucher.text("discount_type").orElse(""),
                number(voucher, "face_value"),
                number(voucher, "discount"),
                number(voucher, "cap"),
                number(voucher, "price_after_voucher"),
                number(voucher, "budget"));
    }

    private static Optional<Json.Num> number(Json.Obj object, String key) {
        return switch (object.get(key).orElse(Json.NULL)) {
            case Json.Num number -> Optional.of(number);
            case Json.Null _ -> Optional.empty();
            default -> throw new IllegalArgumentException("voucher." + key + " is no number");
        };
    }
}
