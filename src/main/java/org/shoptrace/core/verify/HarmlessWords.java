package org.shoptrace.core.verify;

import java.util.List;
import java.util.Set;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.provenance.Provenance.Text;
import org.shoptrace.core.provenance.Provenance.Word;

/// Keeps the words of an export from reading or writing any file but those that are laid out for it: whoever hands on an export may have
/// written them.
final class HarmlessWords {
    /// Options behind which a file stands; a provenance has an input, a catalogue or what is made there.
    private static final Set<String> OF_FILES = Set.of(
            "--catalog", "--tasks", "--rollouts", "--out", "--json", "--annotations", "--calibration", "--suite", "--workspace");

    private HarmlessWords() {}

    /// @throws ShoptraceException when a word is none that a provenance has
    static void require(List<Word> words) throws ShoptraceException {
        boolean ofFiles = false;
        boolean options = true;
        for (Word word : words) {
            if (!(word instanceof Text(String text))) {
                continue;
            }
            boolean option = options && text.startsWith("-");
            boolean harmful = option ? text.contains("=") || OF_FILES.stream().anyMatch(name -> isCut(text, name)) : ofFiles;
            if (harmful || options && (text.startsWith("@") || text.startsWith("table:"))) {
                throw new ShoptraceException("its provenance would read or write a file of its own", text, "Do not trust this export");
            }
            if (option) {
                ofFiles = OF_FILES.contains(text);
                options = !text.equals("--");
            }
        }
    }

    /// Whether an option is the beginning of another's name, in case such are taken for it.
    private static boolean isCut(String text, String name) {
        return !text.equals(name) && !text.equals("--") && text.length() > 2 && name.startsWith(text);
    }
}
