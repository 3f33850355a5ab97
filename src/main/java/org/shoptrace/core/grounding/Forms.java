package org.shoptrace.core.grounding;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Words that are written in several ways: each line names the form that is compared, then what is the same. All are singular and in
/// lower case, as [WordForms] makes them.
final class Forms {
    /// Spelling → the one that is compared.
    static final Map<String, String> SAME = table("""
            color: colour coloured colored colours colors colorway
            grey: gray
            jewelry: jewellery jewelries
            aluminum: aluminium
            fiber: fibre
            neck: neckline necked
            sleeve: sleeved
            flavor: flavour
            odor: odour
            warranty: guarantee
            formulation: fmlt
            sock: socks
            pant: pants trousers trouser
            jean: jeans
            short: shorts
            glasses: eyeglasses glasses
            woman: women womens ladies lady female females
            man: men mens male males
            girl: girls
            boy: boys
            kid: kids child children childrens
            baby: babies infant infants
            inch: inches
            2: two
            3: three
            4: four
            5: five
            6: six
            7: seven
            8: eight
            9: nine
            10: ten
            11: eleven
            12: twelve
            2xl: xxl
            3xl: xxxl
            4xl: xxxxl
            centimeter: centimetre
            """);

    /// Behind a number: spelling → the unit that is compared.
    static final Map<String, String> UNITS = table("""
            inch: inch in \" ″ ”
            cm: cm centimeter
            mm: mm millimeter millimetre
            m: m meter metre mtr
            ft: ft foot feet
            l: l liter litre ltr
            ml: ml milliliter millilitre
            kg: kg kilogram kilo kgs
            g: g gram gm grams
            mg: mg milligram
            oz: oz ounce
            lb: lb lbs pound
            pc: pc pcs piece
            pack: pack pk
            w: w watt
            v: v volt
            hz: hz hertz
            gb: gb gigabyte
            tb: tb terabyte
            mb: mb megabyte
            mah: mah
            mp: mp megapixel
            day: day
            year: year yr yrs y
            month: month mo mos
            """);

    /// Words that say nothing by themselves.
    static final Set<String> IDLE = Set.of(
            """
            a an the this that these those it its they them their is are was were be been being has have had do does did of in on at by to
            for from with without and or but as so than then not no nor if it's i you we he she my your our me us which who what where when
            there here all both each any some more most less least very also just only can will one product item option result
            choice available come offer offered feature made make new suitable fit use used perfect good great best well
            """.strip().split("\\s+", -1));

    private Forms() {}

    private static Map<String, String> table(String text) {
        Map<String, String> table = new HashMap<>();
        Set<String> seen = new HashSet<>();
        for (String line : text.strip().split("\n", -1)) {
            int colon = line.indexOf(':');
            String form = line.substring(0, colon).strip();
            for (String same : line.substring(colon + 1).strip().split("\\s+", -1)) {
                if (!seen.add(same)) {
                    throw new IllegalStateException("the word " + same + " has two forms");
                }
                table.put(same, form);
            }
        }
        return Map.copyOf(table);
    }
}
