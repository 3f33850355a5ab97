package org.shoptrace.core.diagnose;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.model.catalog.Product;

/// Which recommended id stands for which reward, each for one: as many rewards as possible get an id that answers them, in its own place if
/// it can be; the others get what stands in theirs, or else what is left.
final class Assignment {
    private static final int NONE = -1;

    private final List<String> ids;
    /// By reward, a place among the ids.
    private final int[] places;
    private final boolean[] answered;

    private Assignment(List<String> ids, int[] places) {
        this.ids = ids;
        this.places = places;
        this.answered = new boolean[places.length];
        for (int reward = 0; reward < places.length; reward++) {
            answered[reward] = places[reward] != NONE;
        }
    }

    static Assignment of(Equivalents equivalents, Recommendation recommendation) throws ShoptraceException {
        int rewards = equivalents.task().rewards().size();
        List<String> ids = recommendation.meant(rewards);
        int[] places = new int[rewards];
        Arrays.fill(places, NONE);
        Search search = new Search(equivalents, ids, places);
        for (int reward = 0; reward < rewards; reward++) {
            if (reward < ids.size() && search.fits(reward, reward)) {
                places[reward] = reward;
            }
        }
        for (int reward = 0; reward < rewards; reward++) {
            if (places[reward] == NONE) {
                search.place(reward, new HashSet<>());
            }
        }
        Assignment assignment = new Assignment(ids, places);
        assignment.fill();
        return assignment;
    }

    /// The ids by place, as they were meant.
    List<String> ids() {
        return ids;
    }

    /// Whether the id of the reward answers it.
    boolean answers(int reward) {
        return answered[reward];
    }

    /// Whether the id of the reward stands in the reward's place.
    boolean inPlace(int reward) {
        return places[reward] == reward;
    }

    /// The place of the reward's id, from 0; empty when it has none.
    OptionalInt place(int reward) {
        return places[reward] == NONE ? OptionalInt.empty() : OptionalInt.of(places[reward]);
    }

    /// The id of the reward; empty text when it has none.
    String id(int reward) {
        return places[reward] == NONE ? "" : ids.get(places[reward]);
    }

    /// The products of the rewards, in their order; fewer when the catalogue lacks one.
    List<Product> products(Sandbox sandbox) throws ShoptraceException {
        List<Product> products = new ArrayList<>();
        for (int reward = 0; reward < places.length; reward++) {
            Optional<Product> product = sandbox.product(id(reward));
            product.ifPresent(products::add);
        }
        return products;
    }

    /// Gives rewards that nothing answers what stands in their place, then what stands for no other.
    private void fill() {
        for (int reward = 0; reward < places.length && reward < ids.size(); reward++) {
            if (places[reward] == NONE && isFree(reward)) {
                places[reward] = reward;
            }
        }
        for (int reward = 0; reward < places.length; reward++) {
            for (int place = 0; place < ids.size() && places[reward] == NONE; place++) {
                if (isFree(place)) {
                    places[reward] = place;
                }
            }
        }
    }

    private boolean isFree(int place) {
        return !ids.get(place).isEmpty() && Arrays.stream(places).noneMatch(taken -> taken == place);
    }

    /// Looks for a place for a reward, moving others out of the way where they have another.
    private static final class Search {
        private final Equivalents equivalents;
        private final List<String> ids;
        private final int[] places;

        Search(Equivalents equivalents, List<String> ids, int[] places) {
            this.equivalents = equivalents;
            this.ids = ids;
            this.places = places;
        }

        boolean fits(int reward, int place) throws ShoptraceException {
            return !ids.get(place).isEmpty() && equivalents.answers(reward, ids.get(place));
        }

        boolean place(int reward, Set<Integer> tried) throws ShoptraceException {
            for (int place = 0; place < ids.size(); place++) {
                if (fits(reward, place) && tried.add(place)) {
                    int holder = holder(place);
                    if (holder == NONE || place(holder, tried)) {
                        places[reward] = place;
                        return true;
                    }
                }
            }
            return false;
        }

        private int holder(int place) {
            for (int reward = 0; reward < places.length; reward++) {
                if (places[reward] == place) {
                    return reward;
                }
            }
            return NONE;
        }
    }
}
