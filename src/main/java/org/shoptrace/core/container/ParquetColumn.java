package org.shoptrace.core.container;

import dev.hardwood.metadata.LogicalType;
import dev.hardwood.metadata.LogicalType.TimeUnit;
import dev.hardwood.reader.ColumnReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.json.JsonSyntaxException;
import org.shoptrace.model.json.Json;

/// The values of one column in some rows, as JSON: dates and times as texts of ISO 8601, numbers as they are, bytes that are no text as
/// base64.
record ParquetColumn(ColumnReader reader) {
    /// The day that an old kind of timestamp counts from: the Julian day of 1970-01-01.
    private static final long JULIAN_1970 = 2_440_588;

    Json value(int item) {
        if (reader.getLeafValidity().isNull(item)) {
            return Json.NULL;
        }
        @Nullable
        LogicalType type = reader.getColumnSchema().logicalType();
        return switch (reader.getColumnSchema().type()) {
            case BOOLEAN -> new Json.Bool(reader.getBooleans()[item]);
            case INT32 -> ofInteger(reader.getInts()[item], type, 32);
            case INT64 -> ofInteger(reader.getLongs()[item], type, 64);
            case FLOAT -> new Json.Num(Float.toString(reader.getFloats()[item]));
            case DOUBLE -> Json.Num.of(reader.getDoubles()[item]);
            case INT96 -> ofInt96(bytes(item));
            case BYTE_ARRAY, FIXED_LEN_BYTE_ARRAY -> ofBytes(bytes(item), type);
        };
    }

    private byte[] bytes(int item) {
        int[] offsets = reader.getBinaryOffsets();
        return Arrays.copyOfRange(reader.getBinaryValues(), offsets[item], offsets[item + 1]);
    }

    private static Json ofInteger(long number, @Nullable LogicalType type, int bits) {
        return switch (type) {
            case LogicalType.DateType _ -> Json.of(LocalDate.ofEpochDay(number).toString());
            case LogicalType.TimeType time ->
                Json.of(DateTimeFormatter.ISO_LOCAL_TIME.format(LocalTime.MIDNIGHT.plus(since(number, time.unit()))));
            case LogicalType.TimestampType time -> timestamp(since(number, time.unit()), time.isAdjustedToUTC());
            case LogicalType.DecimalType decimal -> decimal(BigInteger.valueOf(number), decimal.scale());
            case LogicalType.IntType integer when !integer.isSigned() ->
                new Json.Num(bits == 32 ? Integer.toUnsignedString((int) number) : Long.toUnsignedString(number));
            case null, default -> Json.Num.of(number);
        };
    }

    private static Duration since(long number, TimeUnit unit) {
        return switch (unit) {
            case MILLIS -> Duration.ofMillis(number);
            case MICROS -> Duration.ofSeconds(Math.floorDiv(number, 1_000_000), Math.floorMod(number, 1_000_000) * 1_000L);
            case NANOS -> Duration.ofNanos(number);
        };
    }

    /// A time of no zone stays one of no zone.
    private static Json timestamp(Duration since1970, boolean utc) {
        OffsetDateTime time = Instant.EPOCH.plus(since1970).atOffset(ZoneOffset.UTC);
        return Json.of((utc ? DateTimeFormatter.ISO_OFFSET_DATE_TIME : DateTimeFormatter.ISO_LOCAL_DATE_TIME).format(time));
    }

    private static Json ofInt96(byte[] bytes) {
        ByteBuffer little = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        long nanos = little.getLong();
        long day = little.getInt();
        return timestamp(Duration.ofDays(day - JULIAN_1970).plusNanos(nanos), true);
    }

    private static Json ofBytes(byte[] bytes, @Nullable LogicalType type) {
        return switch (type) {
            case LogicalType.DecimalType decimal -> decimal(new BigInteger(bytes), decimal.scale());
            case LogicalType.UuidType _ -> {
                ByteBuffer big = ByteBuffer.wrap(bytes);
                yield Json.of(new UUID(big.getLong(), big.getLong()).toString());
            }
            case LogicalType.Float16Type _ -> new Json.Num(Float.toString(
                    Float.float16ToFloat(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getShort())));
            case LogicalType.JsonType _ -> ofJson(bytes);
            case LogicalType.StringType _ -> ofText(bytes);
            // Older writers do not mark what is text.
            case null, default -> holdsControls(bytes) ? base64(bytes) : ofText(bytes);
        };
    }

    private static Json decimal(BigInteger unscaled, int scale) {
        return new Json.Num(new BigDecimal(unscaled, scale).toPlainString());
    }

    private static Json ofJson(byte[] bytes) {
        try {
            return JsonReader.read(bytes);
        } catch (JsonSyntaxException e) {
            return ofText(bytes);
        }
    }

    private static Json ofText(byte[] bytes) {
        try {
            return Json.of(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return base64(bytes);
        }
    }

    private static boolean holdsControls(byte[] bytes) {
        for (byte b : bytes) {
            if (b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t') {
                return true;
            }
        }
        return false;
    }

    private static Json base64(byte[] bytes) {
        return Json.of(Base64.getEncoder().encodeToString(bytes));
    }
}
