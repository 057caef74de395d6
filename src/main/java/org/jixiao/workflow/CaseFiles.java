package org.jixiao.workflow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The dossiers of cases; the root's row is the lock that every verb takes first. */
@Component
class CaseFiles {

    private final JdbcClient jdbc;

    CaseFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record CaseFile(
            String caseId,
            String rootId,
            String process,
            String definitionId,
            @Nullable String content,
            @Nullable String unit,
            int year,
            @Nullable String section,
            @Nullable String period,
            long revision,
            int round,
            boolean ended) {

        CaseFacts facts() {
            return new CaseFacts(caseId, rootId, process, unit == null ? "" : unit, year, section, period, round);
        }
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    void open(
            String caseId,
            String rootId,
            String process,
            String definitionId,
            @Nullable String content,
            @Nullable String unit,
            @Nullable Integer year,
            @Nullable String section,
            @Nullable String period,
            Instant at) {
        jdbc.sql(
                        """
                        insert into case_file (case_id, root_id, process, definition_id, content, unit, year, section,
                            period, started_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(caseId, rootId, process, definitionId, content, unit, year, section, period, utc(at))
                .update();
    }

    void ended(String caseId, Instant at) {
        jdbc.sql("update case_file set ended_at = ? where case_id = ? and ended_at is null")
                .params(utc(at), caseId)
                .update();
    }

    /** Waits for and holds the lock of all cases under the root until the transaction ends. */
    void lock(String rootId) {
        jdbc.sql("select 1 from case_file where case_id = ? for update")
                .param(rootId)
                .query(Integer.class)
                .optional();
    }

    Optional<CaseFile> find(String caseId) {
        return jdbc.sql("select * from case_file where case_id = ?")
                .param(caseId)
                .query(CaseFiles::read)
                .optional();
    }

    Map<String, CaseFile> of(Collection<String> caseIds) {
        var found = new HashMap<String, CaseFile>();
        jdbc.sql("select * from case_file where case_id = any(?)")
                .param(caseIds.toArray(String[]::new))
                .query(CaseFiles::read)
                .list()
                .forEach(file -> found.put(file.caseId(), file));
        return found;
    }

    Optional<CaseFile> latest(
            String process, String unit, int year, @Nullable String section, @Nullable String period) {
        return jdbc.sql(
                        """
                        select * from case_file where process = ? and unit = ? and year = ?
                            and section is not distinct from cast(? as text)
                            and period is not distinct from cast(? as text)
                        order by started_at desc, case_id desc limit 1""")
                .params(process, unit, year, section, period)
                .query(CaseFiles::read)
                .optional();
    }

    void advance(String caseId, long revision, int round) {
        jdbc.sql("update case_file set revision = ?, round = ? where case_id = ?")
                .params(revision, round, caseId)
                .update();
    }

    /** The case follows another version of its process from now on. */
    void follows(String caseId, String definitionId) {
        jdbc.sql("update case_file set definition_id = ? where case_id = ?")
                .params(definitionId, caseId)
                .update();
    }

    /** Running cases of a version, in pages after the given one. */
    List<CaseFile> running(String definitionId, @Nullable String after, int size) {
        return jdbc.sql(
                        """
                        select * from case_file where definition_id = ? and ended_at is null and case_id > ?
                        order by case_id limit ?""")
                .params(definitionId, after == null ? "" : after, size)
                .query(CaseFiles::read)
                .list();
    }

    Map<String, Integer> running(String process) {
        var counts = new HashMap<String, Integer>();
        jdbc.sql(
                        """
                        select definition_id, count(*) from case_file where process = ? and ended_at is null
                        group by definition_id""")
                .param(process)
                .query(r -> {
                    counts.put(r.getString(1), r.getInt(2));
                });
        return counts;
    }

    private static CaseFile read(ResultSet r, int row) throws SQLException {
        return new CaseFile(
                r.getString("case_id"),
                r.getString("root_id"),
                r.getString("process"),
                r.getString("definition_id"),
                r.getString("content"),
                r.getString("unit"),
                r.getInt("year"),
                r.getString("section"),
                r.getString("period"),
                r.getLong("revision"),
                r.getInt("round"),
                r.getObject("ended_at") != null);
    }
}
