package org.shoptrace.model.task;

import java.util.List;
import java.util.Optional;
import org.shoptrace.model.json.Json;

/// A task: a query in a user's words, and the targets that answer it.
///
/// @param query             what the user asks; also the only key that ties a rollout to its task
/// @param rewards           one for product and web, several for shop and voucher in the order of the query
/// @param voucher           voucher tasks only
/// @param knowledgeAnswer   web tasks only: the answer that the product must mention, as text
/// @param title             a suite's name for the task, such as `Product 1`
/// @param difficulty        a suite's word for it, such as `easy`
/// @param source            the object as the file has it, so that nothing is lost when it is written again
public record Task(
        Intent intent,
        String query,
        List<Reward> rewards,
        Optional<Voucher> voucher,
        Optional<String> knowledgeAnswer,
        Optional<String> title,
        Optional<String> difficulty,
        Json.Obj source) {
    public Task {
        rewards = List.copyOf(rewards);
    }
}
