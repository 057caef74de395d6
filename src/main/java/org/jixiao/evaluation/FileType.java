package org.jixiao.evaluation;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The kinds of file that may be evidence, told by their bytes; the name's ending must agree. */
enum FileType {
    PDF("application/pdf", List.of("pdf"), bytes -> starts(bytes, "%PDF-")),
    PNG("image/png", List.of("png"), bytes -> starts(bytes, "\u0089PNG\r\n\u001a\n")),
    JPG("image/jpeg", List.of("jpg", "jpeg"), bytes -> starts(bytes, "\u00ff\u00d8\u00ff")),
    DOCX(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            List.of("docx"),
            bytes -> entries(bytes).contains("word/document.xml")),
    XLSX(
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            List.of("xlsx"),
            bytes -> entries(bytes).contains("xl/workbook.xml")),
    OFD("application/ofd", List.of("ofd"), bytes -> entries(bytes).contains("OFD.xml")),
    TXT("text/plain", List.of("txt", "csv"), FileType::isText);

    static final String ENDINGS = "pdf、png、jpg、docx、xlsx、ofd、txt、csv";

    private static final int MAX_ENTRIES = 20_000;

    final String mediaType;
    private final List<String> endings;
    private final Predicate<byte[]> test;

    FileType(String mediaType, List<String> endings, Predicate<byte[]> test) {
        this.mediaType = mediaType;
        this.endings = endings;
        this.test = test;
    }

    /** Empty when the ending is not allowed or the bytes are something else. */
    static Optional<FileType> of(String name, byte[] bytes) {
        int dot = name.lastIndexOf('.');
        String ending = dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
        for (FileType type : values()) {
            if (type.endings.contains(ending)) return type.test.test(bytes) ? Optional.of(type) : Optional.empty();
        }
        return Optional.empty();
    }

    private static boolean starts(byte[] bytes, String magic) {
        byte[] first = magic.getBytes(StandardCharsets.ISO_8859_1);
        if (bytes.length < first.length) return false;
        for (int i = 0; i < first.length; i++) {
            if (bytes[i] != first[i]) return false;
        }
        return true;
    }

    /** UTF-8 or GB 18030 without control characters. */
    private static boolean isText(byte[] bytes) {
        for (byte b : bytes) {
            if (b >= 0 && b < 0x20 && b != '\t' && b != '\n' && b != '\r' && b != '\f') return false;
        }
        return bytes.length > 0 && (decodes(bytes, StandardCharsets.UTF_8) || decodes(bytes, Charset.forName("GB18030")));
    }

    private static boolean decodes(byte[] bytes, Charset charset) {
        try {
            charset.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** Names in the central directory of a zip; nothing is unpacked, so a bomb stays shut. */
    private static Set<String> entries(byte[] bytes) {
        Set<String> names = new HashSet<>();
        if (!starts(bytes, "PK\u0003\u0004")) return names;
        ByteBuffer zip = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int end = bytes.length - 22;
        int stop = Math.max(0, end - 0xFFFF);
        while (end >= stop && zip.getInt(end) != 0x06054b50) end--;
        if (end < stop) return names;
        long at = zip.getInt(end + 16) & 0xFFFFFFFFL;
        for (int i = 0; i < MAX_ENTRIES && at >= 0 && at + 46 <= bytes.length; i++) {
            int p = (int) at;
            if (zip.getInt(p) != 0x02014b50) break;
            int name = zip.getShort(p + 28) & 0xFFFF;
            if (at + 46 + name > bytes.length) break;
            names.add(new String(bytes, p + 46, name, StandardCharsets.UTF_8));
            at += 46L + name + (zip.getShort(p + 30) & 0xFFFF) + (zip.getShort(p + 32) & 0xFFFF);
        }
        return names;
    }
}
