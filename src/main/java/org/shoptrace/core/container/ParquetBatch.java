package org.shoptrace.core.container;

import dev.hardwood.metadata.RepetitionType;
import dev.hardwood.reader.ColumnReader;
import dev.hardwood.reader.ColumnReaders;
import dev.hardwood.schema.SchemaNode;
import dev.hardwood.schema.SchemaNode.GroupNode;
import dev.hardwood.schema.SchemaNode.PrimitiveNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.json.JsonSyntaxException;
import org.shoptrace.core.json.JsonWriter;
import org.shoptrace.model.json.Json;

/// Some rows of a parquet file, put together from their columns. A column knows of each group and list above it where the items lie; all
/// columns below a group know the same of it, so that the first is asked.
///
/// A table has every field in every row, and null where a row has none: such a field is left out, as JSON leaves it out.
final class ParquetBatch {
    private final GroupNode root;
    private final ColumnReaders columns;
    private final List<ParquetColumn> values = new ArrayList<>();

    ParquetBatch(GroupNode root, ColumnReaders columns) {
        this.root = root;
        this.columns = columns;
        for (int i = 0; i < columns.getColumnCount(); i++) {
            values.add(new ParquetColumn(columns.getColumnReader(i)));
        }
    }

    int rows() {
        return columns.getRecordCount();
    }

    /// @param index counted from 0
    Json.Obj row(int index) {
        SequencedMap<String, Json> fields = new LinkedHashMap<>(struct(root, 0, index).fields());
        fields.replaceAll((_, value) -> value instanceof Json.Str(String text) ? unfolded(text).orElse(value) : value);
        return new Json.Obj(fields);
    }

    /// A list of objects that a column keeps as a text, as tables do whose writers know no lists.
    private static Optional<Json> unfolded(String text) {
        if (!text.startsWith("[{") && !text.startsWith("[ {")) {
            return Optional.empty();
        }
        try {
            return Optional.of(JsonReader.read(text));
        } catch (JsonSyntaxException e) {
            // Then it is a text that only starts so.
            return Optional.empty();
        }
    }

    private static int firstColumn(SchemaNode node) {
        return switch (node) {
            case PrimitiveNode leaf -> leaf.columnIndex();
            case GroupNode group -> firstColumn(group.children().getFirst());
        };
    }

    /// @param layer how many lists and groups that may be null lie above the node
    /// @param item  which of the items of that layer it belongs to
    private Json value(SchemaNode node, int layer, int item) {
        return switch (node) {
            case PrimitiveNode leaf when leaf.repetitionType() == RepetitionType.REPEATED -> list(leaf, layer, item, i -> leaf(leaf, i));
            case PrimitiveNode leaf -> leaf(leaf, item);
            case GroupNode group when group.isList() ->
                list(group, layer, item, i -> element(Objects.requireNonNull(group.getListElement()), layer + 1, i));
            case GroupNode group when group.isMap() -> map(group, layer, item);
            case GroupNode group when group.repetitionType() == RepetitionType.REPEATED ->
                list(group, layer, item, i -> struct(group, layer + 1, i));
            case GroupNode group when group.repetitionType() == RepetitionType.OPTIONAL ->
                column(group).reader().getLayerValidity(layer).isNull(item) ? Json.NULL : struct(group, layer + 1, item);
            case GroupNode group -> struct(group, layer, item);
        };
    }

    /// An item of a list, whose own repetition the list has counted already.
    private Json element(SchemaNode node, int layer, int item) {
        return switch (node) {
            case PrimitiveNode leaf -> leaf(leaf, item);
            case GroupNode group when group.repetitionType() == RepetitionType.REPEATED && !group.isList() && !group.isMap() ->
                struct(group, layer, item);
            default -> value(node, layer, item);
        };
    }

    private ParquetColumn column(SchemaNode node) {
        return values.get(firstColumn(node));
    }

    private Json leaf(PrimitiveNode leaf, int item) {
        return values.get(leaf.columnIndex()).value(item);
    }

    private Json.Obj struct(GroupNode group, int layer, int item) {
        SequencedMap<String, Json> fields = new LinkedHashMap<>();
        for (SchemaNode child : group.children()) {
            Json value = value(child, layer, item);
            if (!(value instanceof Json.Null)) {
                fields.put(child.name(), value);
            }
        }
        return new Json.Obj(fields);
    }

    @FunctionalInterface
    private interface Items {
        Json item(int index);
    }

    private Json list(SchemaNode node, int layer, int item, Items items) {
        ColumnReader reader = column(node).reader();
        if (reader.getLayerValidity(layer).isNull(item)) {
            return Json.NULL;
        }
        int[] offsets = reader.getLayerOffsets(layer);
        List<Json> list = new ArrayList<>();
        for (int i = offsets[item]; i < offsets[item + 1]; i++) {
            list.add(items.item(i));
        }
        return new Json.Arr(list);
    }

    private Json map(GroupNode map, int layer, int item) {
        ColumnReader reader = column(map).reader();
        if (reader.getLayerValidity(layer).isNull(item)) {
            return Json.NULL;
        }
        SchemaNode key = Objects.requireNonNull(map.getMapKey());
        SchemaNode value = map.getMapValue();
        int[] offsets = reader.getLayerOffsets(layer);
        SequencedMap<String, Json> entries = new LinkedHashMap<>();
        for (int i = offsets[item]; i < offsets[item + 1]; i++) {
            Json name = value(key, layer + 1, i);
            entries.put(name.asText().orElseGet(() -> JsonWriter.compact(name)), value == null ? Json.NULL : value(value, layer + 1, i));
        }
        return new Json.Obj(entries);
    }
}
