package org.shoptrace.ui.tasks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.core.score.VoucherRule;
import org.shoptrace.model.catalog.Product;
import org.shoptrace.model.score.BasketVerdict.Payment;
import org.shoptrace.model.task.Reward;
import org.shoptrace.model.task.Task;
import org.shoptrace.ui.tasks.Target.Truth;

/// A task with what the catalogue knows of its targets.
///
/// @param targets in the order of the rewards
public record TaskDetail(Task task, List<Target> targets) {
    public TaskDetail {
        targets = List.copyOf(targets);
    }

    /// The task before anything is looked up.
    static TaskDetail unknown(Task task, Truth truth) {
        return new TaskDetail(task, task.rewards().stream().map(reward -> new Target(reward, truth)).toList());
    }

    /// The task with its targets as the catalogue has them.
    static TaskDetail lookedUp(Task task, Sandbox sandbox) throws ShoptraceException {
        List<Target> targets = new ArrayList<>();
        for (Reward reward : task.rewards()) {
            Optional<Product> product = sandbox.product(reward.productId());
            targets.add(new Target(reward, product.<Truth>map(Truth.Known::new).orElseGet(Truth.Missing::new)));
        }
        return new TaskDetail(task, targets);
    }

    /// What the targets themselves cost with the task's voucher; empty without a voucher, or when a target is not known.
    public Optional<Payment> payment() {
        List<Product> products = targets.stream().flatMap(target -> target.product().stream()).toList();
        return products.size() == targets.size()
                ? task.voucher().map(voucher -> VoucherRule.payment(voucher, products))
                : Optional.empty();
    }
}
