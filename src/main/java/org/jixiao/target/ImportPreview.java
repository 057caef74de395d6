package org.jixiao.target;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Map;

/** What an import would do, line by line; nothing is stored until it is confirmed, and then all of it or nothing. */
public record ImportPreview(List<Line> lines) {

    public enum Status {
        CREATED,
        CHANGED,
        UNCHANGED,
        REFUSED
    }

    /**
     * @param line in the file
     * @param section code, or as written when there is no such section
     * @param old field → text that stands now, of a changed line
     * @param questions cells the file itself does not settle; they stay 待确认 unless answered
     * @param problems message codes under {@code target.import.problem.}, with their argument
     */
    public record Line(
            int line,
            Status status,
            String section,
            String sectionName,
            DraftRow row,
            Map<String, String> old,
            List<Question> questions,
            List<Problem> problems) {}

    /** @param cell section, key_work, level2 or measure; value as it stands in the file */
    public record Question(String cell, String value) {}

    public record Problem(String code, String value) {}

    public long count(Status status) {
        return lines.stream().filter(l -> l.status() == status).count();
    }

    @JsonIgnore
    public boolean refused() {
        return count(Status.REFUSED) > 0;
    }

    @JsonIgnore
    public int questionCount() {
        return lines.stream().mapToInt(l -> l.questions().size()).sum();
    }
}
