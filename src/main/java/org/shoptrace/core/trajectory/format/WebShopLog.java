package org.shoptrace.core.trajectory.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.shoptrace.core.trajectory.format.Conversation.Item;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.OwnRecord;

/// What a person did in WebShop, as its server logs it: the pages that were opened, one a line, `{page, url, goal, content}`, and with the
/// last the reward. The actions are not in it; each page tells which led to it.
final class WebShopLog implements ConversationFormat {
    private static final String INDEX = "index";
    private static final String RESULTS = "search_results";
    private static final String ITEM = "item_page";
    private static final String PART_OF_ITEM = "item_sub_page";
    private static final String DONE = "done";

    /// The parts of an item that have pages of their own, as their buttons are called.
    private static final List<String> PARTS = List.of("Description", "Features", "Reviews", "Attributes");

    @Override
    public String name() {
        return "WebShop log";
    }

    @Override
    public boolean mayHave(Set<String> keys) {
        return keys.contains("page") && keys.contains("url") && keys.contains("goal");
    }

    @Override
    public boolean isEntry(Json value) {
        return value instanceof Json.Obj entry && entry.text("page").isPresent() && entry.text("url").isPresent()
                && entry.object("goal").isPresent();
    }

    @Override
    public Optional<Conversation> read(Json value) {
        List<Json> pages = value instanceof Json.Arr(List<Json> items) ? items : List.of(value);
        if (pages.isEmpty() || !isEntry(pages.getFirst()) || !(pages.getFirst() instanceof Json.Obj first)) {
            return Optional.empty();
        }
        Optional<Json.Obj> goal = first.object("goal");
        Optional<String> query = goal.flatMap(asked -> asked.text("instruction_text"));
        Reading reading = new Reading();
        query.ifPresent(text -> reading.items.add(new Item(Fields.message("user", Json.of(text)), List.of())));
        Fields.objects(pages).forEach(reading::page);
        return Optional.of(new Conversation(reading.items, Optional.empty(), query, own(goal, Fields.objects(pages))));
    }

    private static OwnRecord own(Optional<Json.Obj> goal, List<Json.Obj> pages) {
        OwnReading own = new OwnReading("WebShop's reward");
        goal.ifPresent(asked -> {
            asked.get("asin").ifPresent(own::task);
            asked.get("category").ifPresent(category -> own.metadata("category", category));
        });
        pages.stream().filter(page -> page.get("reward").isPresent()).reduce((_, last) -> last).ifPresent(own::verdict);
        return own.record();
    }

    /// Goes from page to page.
    private static final class Reading {
        private final List<Item> items = new ArrayList<>();
        private Json.Obj before = Json.Obj.EMPTY;

        void page(Json.Obj page) {
            String kind = page.text("page").orElse("");
            List<String> clicks = new ArrayList<>();
            switch (kind) {
                case INDEX -> {
                    if (!before.equals(Json.Obj.EMPTY)) {
                        clicks.add("Back to Search");
                    }
                }
                case RESULTS -> {
                    if (kind(before).equals(ITEM) || kind(before).equals(PART_OF_ITEM) || isSameSearch(page)) {
                        clicks.add(number(page) > number(before) ? "Next >" : "< Prev");
                    } else {
                        act("search", String.join(" ", keywords(page)), page, false);
                    }
                }
                case ITEM -> {
                    if (kind(before).equals(PART_OF_ITEM)) {
                        clicks.add("< Prev");
                    } else if (!asin(page).equals(asin(before)) || kind(before).equals(RESULTS)) {
                        clicks.add(asin(page));
                    }
                    clicks.addAll(newOptions(page));
                }
                case PART_OF_ITEM -> clicks.add(part(page));
                case DONE -> {
                    clicks.addAll(newOptions(page));
                    clicks.add("Buy Now");
                }
                default -> clicks.add(kind);
            }
            for (int i = 0; i < clicks.size(); i++) {
                act("click", clicks.get(i), page, i < clicks.size() - 1);
            }
            if (clicks.isEmpty() && kind.equals(INDEX)) {
                items.add(Item.unsaid(page));
            }
            before = page;
        }

        /// @param onTheWay whether the page came about by this action and those that follow, so that what it looked like is not known
        private void act(String tool, String value, Json.Obj page, boolean onTheWay) {
            Optional<String> id = Optional.of("action-" + items.size());
            Json.Obj call = Fields.call(id, tool, Json.Obj.EMPTY.with("value", Json.of(value)));
            items.add(new Item(Fields.message("assistant", Json.NULL).with("tool_calls", new Json.Arr(List.of(call))), List.of()));
            Json.Obj answer = Json.Obj.EMPTY.with("page", page.get("page").orElse(Json.NULL));
            items.add(onTheWay
                    ? new Item(Fields.answer(id, tool, answer), List.of())
                    : new Item(
                            Fields.answer(id, tool, page.get("content").map(shown -> answer.with("content", shown)).orElse(answer)),
                            List.of(page)));
        }

        private static String kind(Json.Obj page) {
            return page.text("page").orElse("");
        }

        private static Json.Obj content(Json.Obj page) {
            return page.object("content").orElse(Json.Obj.EMPTY);
        }

        private static List<String> keywords(Json.Obj page) {
            return content(page).items("keywords").stream().map(Fields::text).toList();
        }

        private boolean isSameSearch(Json.Obj page) {
            return kind(before).equals(RESULTS) && keywords(before).equals(keywords(page)) && number(before) != number(page);
        }

        private static int number(Json.Obj page) {
            String number = content(page).get("page").map(Fields::text).orElse("");
            return number.matches("\\d{1,6}") ? Integer.parseInt(number) : 0;
        }

        private static String asin(Json.Obj page) {
            return content(page).text("asin").orElse("");
        }

        /// The options that were not chosen on the page before, or otherwise.
        private List<String> newOptions(Json.Obj page) {
            boolean sameItem = asin(page).equals(asin(before));
            Map<String, Json> chosen = sameItem ? options(before) : Map.of();
            return options(page).entrySet().stream()
                    .filter(option -> !option.getValue().equals(chosen.get(option.getKey())))
                    .map(option -> Fields.text(option.getValue()))
                    .toList();
        }

        private static Map<String, Json> options(Json.Obj page) {
            return content(page).object("options").orElse(Json.Obj.EMPTY).fields();
        }

        /// Its page says it only in its address.
        private static String part(Json.Obj page) {
            String url = page.text("url").orElse("");
            return PARTS.stream().filter(part -> url.contains("/" + part)).findFirst().orElse(PART_OF_ITEM);
        }
    }
}
