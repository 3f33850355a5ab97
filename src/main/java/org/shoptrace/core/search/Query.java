package org.shoptrace.core.search;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.shoptrace.core.search.MetProduct.Way;

/// A question about runs and their steps. [Said], [Called] and [AtStep] are asked of a step, [Met] and [Test] of its whole run.
public sealed interface Query {

    record All(List<Query> parts) implements Query {
        public All {
            parts = List.copyOf(parts);
        }
    }

    record Any(List<Query> parts) implements Query {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    record Not(Query part) implements Query {}

    /// The step's text has these words, one after the other.
    ///
    /// @param role   whose text; empty: anyone's
    /// @param words  folded (see [Words]); none: the role has any text
    /// @param prefix whether the last word may go on
    record Said(Optional<Role> role, List<String> words, boolean prefix) implements Query {
        public Said {
            words = List.copyOf(words);
        }
    }

    /// The step calls the tool.
    record Called(String tool) implements Query {}

    /// The step's number, from 1.
    record AtStep(Relation relation, int number) implements Query {}

    /// The run came across a product of that kind.
    record Met(Way way, Thing thing) implements Query {}

    /// Something about the run.
    ///
    /// @param text as it is asked
    /// @param of   empty when it is not known of the run
    record Test(String text, Function<RunRecord, Optional<Boolean>> of) implements Query {}

    /// A kind of product.
    sealed interface Thing {
        record AllOf(List<Thing> parts) implements Thing {
            public AllOf {
                parts = List.copyOf(parts);
            }
        }

        record AnyOf(List<Thing> parts) implements Thing {
            public AnyOf {
                parts = List.copyOf(parts);
            }
        }

        record No(Thing part) implements Thing {}

        /// The title has these words one after the other, or the product has that id.
        ///
        /// @param words  folded
        /// @param prefix whether the last word may go on
        /// @param id     the same as it was written
        record Named(List<String> words, boolean prefix, String id) implements Thing {
            public Named {
                words = List.copyOf(words);
            }
        }

        record Costs(Relation relation, double price) implements Thing {}

        /// @param name the service's wire name, compared without case
        record Offers(String name) implements Thing {}

        record OfShop(String shopId) implements Thing {}
    }
}
