package org.shoptrace.model.trajectory;

import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.shoptrace.model.catalog.Product;
import org.shoptrace.model.catalog.Variant;
import org.shoptrace.model.json.Json;

/// What a tool answered, in the shape that it has; `results` is always the value as recorded.
public sealed interface Observation {

    Json results();

    /// An answer of `find_product`: at most ten products a page; empty when nothing passed.
    record Found(List<Hit> hits, Json results) implements Observation {
        public Found {
            hits = List.copyOf(hits);
        }
    }

    /// An answer of `view_product_information`.
    record Viewed(List<Detail> details, Json results) implements Observation {
        public Viewed {
            details = List.copyOf(details);
        }
    }

    /// A sentence, as `recommend_product` and `terminate` answer.
    record Said(String text, Json results) implements Observation {}

    /// An answer of `web_search` or `python_execute`: `{"observation": …, "success": …}`.
    record Outcome(Json observation, boolean success, Json results) implements Observation {}

    /// `null`: the call failed after its retries.
    record Failed() implements Observation {
        @Override
        public Json results() {
            return Json.NULL;
        }
    }

    /// Anything else, such as the answer of a tool of another shop.
    record Other(Json results) implements Observation {}

    /// A product as search shows it. What the answer leaves out is empty.
    record Hit(
            String productId,
            String shopId,
            String title,
            Optional<Json.Num> price,
            List<String> services,
            Optional<Json.Num> soldCount) {
        public Hit {
            services = List.copyOf(services);
        }

        /// What search shows of a product of the catalogue.
        public static Hit of(Product product) {
            return new Hit(
                    product.productId(),
                    product.shopId(),
                    product.title(),
                    Optional.of(product.price()),
                    product.services(),
                    Optional.of(product.soldCount()));
        }
    }

    /// A product as view shows it.
    record Detail(
            String productId,
            String shortDescription,
            String description,
            List<Variant> variants,
            SequencedMap<String, List<String>> attributes) {
        public Detail {
            variants = List.copyOf(variants);
        }

        /// What view shows of a product of the catalogue.
        public static Detail of(Product product) {
            return new Detail(
                    product.productId(),
                    product.shortDescription(),
                    product.description(),
                    product.variants(),
                    product.attributes());
        }
    }
}
