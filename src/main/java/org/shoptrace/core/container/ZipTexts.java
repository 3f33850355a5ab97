package org.shoptrace.core.container;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.shoptrace.core.file.FileInput;
import org.shoptrace.core.file.PackedStreamException;
import org.shoptrace.core.file.UnpackedSize;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.json.JsonSyntaxException;
import org.shoptrace.model.json.Json;

/// The entries of a zip file that are JSON by their names. Of an Inspect log (`.eval`) they are its samples, and its header names their
/// model.
final class ZipTexts extends TextsInside {
    private static final Pattern JSON = Pattern.compile(".*\\.(?:json|jsonl|ndjson)(?:\\.(?:gz|zst|bz2))?");

    /// What some systems lay beside every file that they pack.
    private static final Pattern SHADOW = Pattern.compile("(?:.*/)?(?:__MACOSX/.*|\\._[^/]*)");

    /// An Inspect log names its model in the first of these that is there: the header is written at the end of an evaluation.
    private static final List<String> HEADERS = List.of("header.json", "_journal/start.json");
    private static final Pattern SAMPLE = Pattern.compile("samples/.*\\.json");
    private static final int LARGEST_HEADER = 64 << 20;

    private final ZipFile zip;

    private ZipTexts(ZipFile zip) {
        super(zip);
        this.zip = zip;
    }

    static ZipTexts open(Path file) throws IOException {
        ZipFile zip;
        try {
            zip = ZipFile.builder().setPath(file).get();
        } catch (IOException | RuntimeException e) {
            throw new PackedStreamException("the zip file is cut off or damaged: its list of entries cannot be read", cause(e));
        }
        ZipTexts texts = new ZipTexts(zip);
        try {
            texts.find(file.toFile().length());
            return texts;
        } catch (IOException e) {
            zip.close();
            throw e;
        }
    }

    private static IOException cause(Exception e) {
        return e instanceof IOException io ? io : new IOException(e);
    }

    private void find(long packed) throws IOException {
        List<ZipArchiveEntry> entries = Collections.list(zip.getEntriesInPhysicalOrder());
        List<ZipArchiveEntry> json = entries.stream().filter(entry -> !entry.isDirectory() && isJson(entry.getName())).toList();
        long unpacked = json.stream().mapToLong(entry -> Math.max(0, entry.getSize())).reduce(0, ZipTexts::sum);
        UnpackedSize.check("the zip file", unpacked, packed);
        Optional<ZipArchiveEntry> header = HEADERS.stream().map(zip::getEntry).filter(Objects::nonNull).findFirst();
        boolean inspect = header.isPresent() && json.stream().anyMatch(entry -> SAMPLE.matcher(entry.getName()).matches());
        if (inspect) {
            json = json.stream().filter(entry -> SAMPLE.matcher(entry.getName()).matches()).toList();
        } else if (header.isPresent()) {
            json = List.of(header.get());
        }
        Json.Obj about = inspect ? about(header.get()) : Json.Obj.EMPTY;
        for (ZipArchiveEntry entry : json) {
            add(new Text(readable(entry.getName()), about, OptionalLong.empty(), () -> read(entry)));
        }
    }

    private static long sum(long one, long other) {
        return one > Long.MAX_VALUE - other ? Long.MAX_VALUE : one + other;
    }

    private static boolean isJson(String name) {
        return JSON.matcher(name.toLowerCase(Locale.ROOT)).matches() && !SHADOW.matcher(name).matches();
    }

    /// A name as it can stand in a message.
    private static String readable(String name) {
        return name.replaceAll("[\\p{Cntrl}\\u2028\\u2029]", "?");
    }

    private InputStream read(ZipArchiveEntry entry) throws IOException {
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw new PackedStreamException("it is encrypted");
        }
        if (!zip.canReadEntryData(entry)) {
            throw new PackedStreamException("it is packed by zip's method " + entry.getMethod() + ", which Shoptrace does not read");
        }
        try {
            return FileInput.unpacked(new EntryStream(zip.getInputStream(entry), entry.getSize(), entry.getCrc()));
        } catch (PackedStreamException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new PackedStreamException("it is damaged", cause(e));
        } catch (LinkageError e) {
            throw new PackedStreamException("what unpacks it cannot be loaded on this computer");
        }
    }

    /// A header that cannot be read costs what it says, such as the model's name, not the samples.
    private Json.Obj about(ZipArchiveEntry header) {
        try (InputStream in = read(header)) {
            return JsonReader.read(in.readNBytes(LARGEST_HEADER)) instanceof Json.Obj object ? object : Json.Obj.EMPTY;
        } catch (IOException | JsonSyntaxException e) {
            return Json.Obj.EMPTY;
        }
    }
}
