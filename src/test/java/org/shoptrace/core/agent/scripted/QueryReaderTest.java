package org.shoptrace.core.agent.scripted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.shoptrace.core.agent.scripted.Errand.Purse;

class QueryReaderTest {

    @Test
    void readsWordsPriceAndServices() {
        Errand errand = QueryReader.read(
                "Looking for a slim phone case in navy blue, made of tpu, with free delivery, priced from 10 to 25 pesos.");
        Wish wish = errand.wishes().getFirst();
        assertEquals(List.of("slim", "phone", "case", "navy", "blue"), wish.named());
        assertEquals(List.of("slim", "phone", "case", "navy", "blue", "tpu"), wish.words());
        assertEquals(OptionalInt.of(10), wish.low());
        assertEquals(OptionalInt.of(25), wish.high());
        assertEquals(List.of("freeShipping"), wish.services());
        assertFalse(errand.oneShop());
    }

    @Test
    void aServiceInUnknownWordsStaysWords() {
        Wish wish = QueryReader.read("Find a cap payable at the door.").wishes().getFirst();
        assertEquals(List.of(), wish.services());
        assertEquals(List.of("cap", "payable", "door"), wish.words());
    }

    @Test
    void splitsItemsHoweverTheyAreListed() {
        for (String query : List.of(
                "Find a shop that offers these items: (1) a cap in red; (2) a belt. The shop should sell all these products.",
                "I'm looking for a shop that sells all of these: a cap in red, and a belt.",
                "Looking for a shop that offers these items: First, a cap in red. Lastly, a belt. "
                        + "Please show shops that sell all of them.")) {
            Errand errand = QueryReader.read(query);
            assertTrue(errand.oneShop(), query);
            assertEquals(
                    List.of(List.of("cap", "red"), List.of("belt")), errand.wishes().stream().map(Wish::words).toList(), query);
        }
    }

    @Test
    void anItemWithoutAnArticleRunsIntoTheOneBeforeIt() {
        Errand errand = QueryReader.read("I'm looking for a shop that sells all of these: a cap, running shoes, and a belt.");
        assertEquals(List.of("cap", "running", "shoes"), errand.wishes().getFirst().words());
    }

    @Test
    void readsTheQuestionApartFromTheItem() {
        Errand errand = QueryReader.read("Which planet has rings? I would like to buy a metal magnet that shows this planet.");
        assertEquals(Optional.of("Which planet has rings?"), errand.question());
        assertEquals(List.of("metal", "magnet", "planet"), errand.wishes().getFirst().words());
    }

    @Test
    void readsFixedAndPercentageVouchers() {
        String items = "Looking for a cap, and a belt.\n\nMy budget is only `90`, but I have a voucher with the following rules:\n";
        String threshold = "\n2. It is valid only when the total price of the products exceeds `50`.\n3. ";
        Errand anywhere = QueryReader.read(
                items + "1. The voucher applies to all products." + threshold + "It provides a fixed discount of `20`.");
        assertEquals(Optional.of(new Purse(90, 50, 20, 1)), anywhere.purse());
        assertFalse(anywhere.oneShop());
        assertEquals(2, anywhere.wishes().size());
        Errand oneShop = QueryReader.read(items + "1. The voucher only applies to the products from the same shop." + threshold
                + "It provides a percentage discount of `10%` with a cap of `15`.");
        assertEquals(Optional.of(new Purse(90, 50, 15, 0.1)), oneShop.purse());
        assertTrue(oneShop.oneShop());
    }

    @Test
    void aVoucherTakesOffNoMoreThanItsCapAndNothingBelowItsThreshold() {
        Purse purse = new Purse(90, 50, 15, 0.1);
        assertEquals(50, purse.pays(50));
        assertEquals(90, purse.pays(100));
        assertEquals(285, purse.pays(300));
    }
}
