package org.shoptrace.core.grounding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Keys that mean the same property: a catalogue writes the colour of a thing under `color_family`, `color`, `frame_color`, and an agent
/// under any of them. A family has words of its own that its keys and people use, and the values that are usual, so that a value is known
/// for one even where no product in view has it. Everything here is in the form of [WordForms].
// The sets and lists are copies that nobody changes.
@SuppressWarnings("ImmutableEnumChecker")
enum Family {
    COLOR("color shade", "hair formulation gem changing", """
            red | blue | green | yellow | black | white | grey | brown | pink | purple | orange | beige | gold | silver | navy | maroon
            | violet | cyan | teal | turquoise | khaki | burgundy | lavender | ivory | cream | transparent | clear | magenta | indigo
            | mint | coral | champagne | rose gold | navy blue | sky blue | light blue | dark blue | royal blue | light green
            | dark green | army green | light grey | dark grey | wine red | hot pink | off white | multicolor | camel | apricot | copper
            | bronze | peach | olive | charcoal | salmon | tan | fuchsia | lilac | aqua | crimson | nude
            """),
    MATERIAL("material fabric upper textile", "feature use height", """
            leather | suede | cotton | polyester | silicone | plastic | metal | rubber | glass | wood | wooden | bamboo | steel
            | stainless steel | aluminum | aluminum alloy | alloy | iron | ceramic | porcelain | nylon | canvas | denim | linen | silk
            | wool | velvet | lace | satin | chiffon | tpu | pu | pvc | eva | abs | acrylic | resin | pu leather | faux leather
            | genuine leather | cow leather | synthetic leather | cotton blend | spandex | mesh | fleece | cashmere | carbon fiber
            | titanium | brass | copper | zinc alloy | tempered glass | paper | cardboard | foam | memory foam | latex | microfiber
            | rayon | viscose | jute | rattan | marble | granite | clay | stone | polycarbonate | polypropylene | neoprene | corduroy
            """),
    BRAND("brand", "compatibility classification", ""),
    SIZE("size", "class travel breed", """
            xs | s | m | l | xl | 2xl | 3xl | 4xl | 5xl | small | medium | large | extra large | free size | one size | single | double
            | queen | king | twin | full | family | regular | plus size | super single
            """),
    FIT("fit", "", "regular | slim | loose | oversized | relaxed | skinny | straight | baggy | tailored | slim fit | regular fit"),
    PATTERN("pattern print", "", """
            plain | solid | floral | striped | stripe | checkered | plaid | polka dot | graphic print | abstract | animal print | camouflage
            | geometric | embroidery | tie dye | leopard | cartoon
            """),
    STYLE("style styles", "", """
            vintage | modern | classic | casual | korean | minimalist | traditional | formal | bohemian | retro | sporty | basic
            | contemporary | rustic | international | glamour | fashion
            """),
    OCCASION("occasion wear", "size", "casual | formal | party | wedding | sport | office | work | daily | beach | school | travel"),
    SLEEVE("sleeve", "", "long sleeve | short sleeve | sleeveless | 3/4 sleeve | cap sleeve"),
    NECK("neck collar", "", "v neck | round neck | crew neck | square neck | turtle neck | halter neck | o neck | hooded"),
    LENGTH("length", "", "full length | ankle | knee length | maxi | midi | mini | cropped"),
    CLOSURE("closure closuretype", "", "zipper | button | lace up | slip on | buckle | velcro | magnetic | snap | drawstring | hook"),
    HEEL("heel", "height", "block heel | stiletto heel | wedge | flat | chunky heel | kitten heel"),
    SHAPE("shape", "", "round | square | oval | rectangular | heart | triangle | hexagon | irregular"),
    GENDER("gender unisex", "", "man | woman | unisex | boy | girl"),
    AGE("age", "", "adult | kid | toddler | baby | newborn | teen | teenager | all age"),
    MOVEMENT("movement", "country", "quartz | mechanical | automatic | digital | smart"),
    SEASON("season", "", "summer | winter | spring | autumn | all season"),
    PLUG("plug", "", "us | eu | uk | cn | au | jp | universal | 2 pin | 3 pin | type c"),
    VOLTAGE("voltage", "", ""),
    POWER("power wattage watt", "tool feature supply adapter bank source", ""),
    ORIGIN("origin country", "movement", """
            china | philippines | korea | south korea | japan | thailand | vietnam | taiwan | usa | germany | italy | france | india
            | indonesia | malaysia | singapore
            """),
    STONE("stone gem", "", """
            diamond | ruby | sapphire | emerald | pearl | jade | jadeite | zircon | cubic zirconia | crystal | amethyst | agate | opal
            | moissanite | rhinestone | turquoise | topaz | no stone
            """),
    FLAVOR("flavor", "", "chocolate | vanilla | strawberry | mango | lemon | original | spicy | cheese | barbecue"),
    SCENT("scent fragrance aroma", "type", """
            lavender | rose | vanilla | jasmine | lemon | sandalwood | ocean | fresh | floral | fruity | woody | citrus | white sage
            """),
    CAPACITY("capacity volume", "battery", ""),
    WEIGHT("weight", "", ""),
    SKIN("skin_type", "", "oily | dry | combination | sensitive | normal | all skin type"),
    THEME("theme thematic", "", "nature | animal | movie music | cartoon | sport | solid | basic | pattern"),
    COMPATIBILITY("compatibility compatible motorcycle vehicle", "", ""),
    MODEL("model", "compatibility compatible", ""),
    CUT("cut upperheight", "", "low cut | high cut | mid cut"),
    PACK("unit pack", "quantity measure price weight", "single item | multi pack | bundle"),
    QUANTITY("quantity unit_quantity", "", "");

    /// What a key never ends with for its meaning.
    private static final Set<String> NOISE = Set.of(
            "family", "classification", "filter", "fa", "hb", "new", "text", "type", "of", "the", "m", "w", "option", "by", "sort", "cl",
            "general", "name", "gr", "usage", "consumption", "period", "preference", "main", "product", "item", "specification",
            "available");

    private static final Set<String> WORDS = Arrays.stream(values()).flatMap(family -> family.words.stream())
            .collect(Collectors.toUnmodifiableSet());

    private final Set<String> words;
    private final Set<String> not;
    private final List<List<String>> usual;

    Family(String words, String not, String usual) {
        this.words = Set.of(words.strip().split("\\s+", -1));
        this.not = Set.of(not.strip().split("\\s+", -1));
        List<List<String>> values = new ArrayList<>();
        for (String value : usual.strip().split("\\s*\\|\\s*", -1)) {
            if (!value.isBlank()) {
                values.add(WordForms.forms(value));
            }
        }
        this.usual = List.copyOf(values);
    }

    /// The usual values.
    List<List<String>> usual() {
        return usual;
    }

    /// What people call it.
    Set<String> words() {
        return words;
    }

    /// Whether a word is one of a family's own.
    static boolean isWord(String form) {
        return WORDS.contains(form);
    }

    /// The family of a key in words.
    static Optional<Family> of(List<String> key) {
        for (Family family : values()) {
            if (key.stream().anyMatch(family.words::contains) && key.stream().noneMatch(family.not::contains)) {
                return Optional.of(family);
            }
        }
        return key.equals(List.of("skin", "type")) ? Optional.of(SKIN) : Optional.empty();
    }

    /// The words of a key that mean something: `sleeves type` and `m_sleeve_length`, `bedding_size_2`.
    static List<String> meaning(List<String> key) {
        List<String> words = key.stream().filter(word -> !NOISE.contains(word) && !Character.isDigit(word.charAt(0))).toList();
        return words.isEmpty() ? List.copyOf(new HashSet<>(key)) : words;
    }
}
