package org.shoptrace.app;

import java.util.Optional;
import java.util.OptionalInt;
import org.shoptrace.core.ShoptraceException;

/// What to select in a screen before it is pictured: `run=3,step=2`, `task=5` or `product=4938874422`. Numbers count from 1.
record Selection(OptionalInt run, OptionalInt step, OptionalInt task, Optional<String> product) {
    static final Selection NOTHING =
            new Selection(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty(), Optional.empty());

    Selection withProduct(Optional<String> newProduct) {
        return new Selection(run, step, task, newProduct);
    }

    Selection withTask(OptionalInt newTask) {
        return new Selection(run, step, newTask, product);
    }

    Selection withRun(OptionalInt newRun, OptionalInt newStep) {
        return new Selection(newRun, newStep, task, product);
    }

    /// @throws ShoptraceException when `text` is not of that form
    static Selection parse(String text) throws ShoptraceException {
        Selection selection = NOTHING;
        for (String part : text.split(",")) {
            String[] pair = part.split("=", 2);
            String value = pair.length == 2 ? pair[1].strip() : "";
            selection = switch (pair[0].strip()) {
                case "run" -> new Selection(number(part, value), selection.step, selection.task, selection.product);
                case "step" -> new Selection(selection.run, number(part, value), selection.task, selection.product);
                case "task" -> new Selection(selection.run, selection.step, number(part, value), selection.product);
                case "product" -> new Selection(selection.run, selection.step, selection.task, Optional.of(value));
                default -> throw unreadable(part);
            };
        }
        return selection;
    }

    private static OptionalInt number(String part, String value) throws ShoptraceException {
        try {
            int number = Integer.parseInt(value);
            if (number >= 1) {
                return OptionalInt.of(number);
            }
        } catch (NumberFormatException e) {
            // falls through to the one message for all that is no number from 1
        }
        throw unreadable(part);
    }

    private static ShoptraceException unreadable(String part) {
        return new ShoptraceException(
                "the selection cannot be read", part, "Write run=N,step=N or task=N or product=ID, with numbers from 1");
    }
}
