package org.jixiao.inbox;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one looks for in a box, in words: as it stands in the address of the page, in a saved filter and at the API.
 * Whatever it does not know in an address it leaves out, so that an old link still opens.
 *
 * @param q words of which each must occur (section, matter, step, submitter, year)
 * @param section code
 */
public record Query(
        String q,
        @Nullable String section,
        @Nullable Integer year,
        @Nullable String process,
        @Nullable String period,
        Set<Mark> marks,
        Sort sort) {

    public static final Query ALL = new Query("", null, null, null, null, Set.of(), Sort.DUE);

    /** What a chip asks for. */
    public enum Mark {
        OVERDUE,
        /** due until the end of today, overdue included */
        TODAY,
        UNREAD,
        /** mine in the place of a post that nobody holds */
        SUBSTITUTED,
        /** submitted again after a return */
        AGAIN,
        URGED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public enum Sort {
        /** the box's own order: by due time what is to do, newest first elsewhere */
        DUE,
        SUBMITTED
    }

    /** Of what is searched for, in characters; what is beyond is not looked at. */
    public static final int LONGEST = 200;

    public Query {
        q = q.replace("\0", "");
        if (q.length() > LONGEST) q = q.substring(0, LONGEST);
        marks = marks.isEmpty() ? Set.of() : Set.copyOf(marks);
    }

    public static Query words(String q) {
        return ALL.q(q);
    }

    public Query q(String words) {
        return new Query(words, section, year, process, period, marks, sort);
    }

    public Query process(@Nullable String key, @Nullable String of) {
        return new Query(q, section, year, key, of, marks, sort);
    }

    public Query section(@Nullable String code) {
        return new Query(q, code, year, process, period, marks, sort);
    }

    public Query year(@Nullable Integer of) {
        return new Query(q, section, of, process, period, marks, sort);
    }

    public Query marks(Set<Mark> wanted) {
        return new Query(q, section, year, process, period, wanted, sort);
    }

    public Query sort(Sort by) {
        return new Query(q, section, year, process, period, marks, by);
    }

    public boolean has(Mark mark) {
        return marks.contains(mark);
    }

    /** Whether it leaves anything out; the order alone does not. */
    public boolean narrows() {
        return !sort(Sort.DUE).equals(ALL);
    }

    public static Query read(Map<String, List<String>> address) {
        var marks = EnumSet.noneOf(Mark.class);
        for (Mark mark : Mark.values()) if (asked(one(address, mark.code()))) marks.add(mark);
        String words = one(address, "q");
        return new Query(
                words == null ? "" : words,
                one(address, "section"),
                number(one(address, "year")),
                one(address, "process"),
                one(address, "period"),
                marks,
                "submitted".equals(one(address, "sort")) ? Sort.SUBMITTED : Sort.DUE);
    }

    /** As {@link #read} reads it. */
    public Map<String, String> address() {
        var address = new LinkedHashMap<String, String>();
        if (!q.isBlank()) address.put("q", q.strip());
        if (section != null) address.put("section", section);
        if (year != null) address.put("year", year.toString());
        if (process != null) address.put("process", process);
        if (period != null) address.put("period", period);
        for (Mark mark : Mark.values()) if (has(mark)) address.put(mark.code(), "1");
        if (sort == Sort.SUBMITTED) address.put("sort", "submitted");
        return address;
    }

    private static @Nullable String one(Map<String, List<String>> address, String name) {
        List<String> values = address.getOrDefault(name, List.of());
        return values.isEmpty() || values.get(0).isBlank() ? null : values.get(0);
    }

    private static boolean asked(@Nullable String value) {
        return value != null && !value.equals("false") && !value.equals("0");
    }

    private static @Nullable Integer number(@Nullable String text) {
        try {
            return text == null ? null : Integer.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
