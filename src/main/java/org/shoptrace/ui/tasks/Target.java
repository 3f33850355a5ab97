package org.shoptrace.ui.tasks;

import java.util.Optional;
import org.shoptrace.model.catalog.Product;
import org.shoptrace.model.task.Reward;

/// What a task wants of one product, and the true product beside it.
public record Target(Reward reward, Truth truth) {

    /// What the catalogue has under the target's id.
    public sealed interface Truth {

        /// No catalogue is open, so nobody knows.
        record NoCatalogue() implements Truth {}

        record Looking() implements Truth {}

        record Known(Product product) implements Truth {}

        record Missing() implements Truth {}

        /// The index cannot be read.
        record Failed(String message) implements Truth {}
    }

    /// The product, when the catalogue has it.
    public Optional<Product> product() {
        return truth instanceof Truth.Known(Product product) ? Optional.of(product) : Optional.empty();
    }
}
