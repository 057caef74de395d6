package org.jixiao.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jixiao.base.Ids;
import org.jixiao.base.Refusal;
import org.jixiao.organisation.Actor;
import org.jixiao.organisation.Administered;
import org.jixiao.organisation.Role;
import org.jixiao.workflow.Acted;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The chained record: each entry carries the hash of the one before, so that a missing or altered one shows. */
@Service
public class Records {

    private static final String FIRST = "0".repeat(64);
    private static final int LARGEST_PAGE = 200;

    private final JdbcClient jdbc;

    Records(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param post for which the actor acted
     * @param what the verb, or the administrator's deed
     * @param subject what it was done to, where it is no case; else whom a task was handed or copied to
     * @param contentHash of the content seen; the content itself is not in the record
     */
    public record Entry(
            long seq,
            Instant at,
            @Nullable String actorName,
            @Nullable String post,
            String what,
            @Nullable String unit,
            int year,
            @Nullable String section,
            @Nullable String period,
            @Nullable String node,
            @Nullable String nodeName,
            @Nullable String nodeNameEn,
            int round,
            @Nullable String contentHash,
            @Nullable String subject,
            String hash) {}

    /** Stands or falls with the act: the listener runs in its transaction. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(Acted acted) {
        var f = acted.facts();
        enter(new Line(
                acted.at(),
                acted.actor(),
                acted.actorName(),
                acted.post(),
                acted.verb().code(),
                f.caseId(),
                f.unit(),
                f.year(),
                f.section(),
                f.period(),
                acted.step(),
                acted.stepName(),
                f.round(),
                acted.opinion() == null ? null : sha256(acted.opinion()),
                acted.contentHash(),
                acted.to(),
                acted.stepNameEn()));
    }

    /** What administrators do to organisation, roles and passwords stands in the same chain. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(Administered deed) {
        enter(new Line(
                deed.at(),
                deed.by().id(),
                deed.by().name(),
                null,
                deed.change().code(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                deed.subject(),
                null));
    }

    record Line(
            Instant at,
            @Nullable UUID actor,
            @Nullable String actorName,
            @Nullable String post,
            String what,
            @Nullable String caseId,
            @Nullable String unit,
            @Nullable Integer year,
            @Nullable String section,
            @Nullable String period,
            @Nullable String node,
            @Nullable String nodeName,
            @Nullable Integer round,
            @Nullable String opinionHash,
            @Nullable String contentHash,
            @Nullable String subject,
            @Nullable String nodeNameEn) {

        /** To the millisecond, as it is hashed: the database rounds what is finer, and may round it up. */
        Line {
            at = at.truncatedTo(ChronoUnit.MILLIS);
        }

        /** Each field with its length, so that no two entries read alike; older entries have no English name. */
        String hashed(String previous) {
            var text = new StringBuilder(previous);
            Stream.of(
                            at.toEpochMilli(), actor, actorName, post, what, caseId, unit, year, section, period, node,
                            nodeName, round, opinionHash, contentHash, subject)
                    .map(String::valueOf)
                    .forEach(field -> text.append('\n').append(field.length()).append(':').append(field));
            if (nodeNameEn != null) text.append('\n').append(nodeNameEn.length()).append(':').append(nodeNameEn);
            return sha256(text.toString());
        }
    }

    /** The chain has one end: whoever writes next waits for whoever writes now. */
    void enter(Line line) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('jixiao.record'))")
                .query((r, i) -> 1)
                .single();
        String previous = jdbc.sql("select hash from record_entry order by seq desc limit 1")
                .query(String.class)
                .optional()
                .orElse(FIRST);
        jdbc.sql(
                        """
                        insert into record_entry (id, at, actor, actor_name, post, what, case_id, unit, year,
                            section, period, node, node_name, round, opinion_hash, content_hash, subject,
                            node_name_en, previous, hash)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        Ids.next(),
                        line.at().atOffset(ZoneOffset.UTC),
                        line.actor(),
                        line.actorName(),
                        line.post(),
                        line.what(),
                        line.caseId(),
                        line.unit(),
                        line.year(),
                        line.section(),
                        line.period(),
                        line.node(),
                        line.nodeName(),
                        line.round(),
                        line.opinionHash(),
                        line.contentHash(),
                        line.subject(),
                        line.nodeNameEn(),
                        previous,
                        line.hashed(previous))
                .update();
    }

    /**
     * Newest first, before the given sequence number (null: from the newest); for auditors.
     *
     * @param whats the deeds whose name, in the reader's language, the search means; see {@link Entry#what}
     */
    @Transactional(readOnly = true)
    public List<Entry> page(Actor reader, String q, Set<String> whats, @Nullable Long before, int size) {
        mustBeAuditor(reader);
        String word = q.replace("\0", "").strip();
        return jdbc.sql(
                        """
                        select * from record_entry
                        where seq < :before and (:q = '' or what = any(:whats) or concat_ws(' ', actor_name, post, what,
                            node, node_name, node_name_en, section, subject) ilike '%' || :like || '%')
                        order by seq desc limit :size""")
                .param("before", before == null ? Long.MAX_VALUE : before)
                .param("q", word)
                .param("whats", whats.toArray(String[]::new))
                .param("like", word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_"))
                .param("size", Math.max(1, Math.min(size, LARGEST_PAGE)))
                .query(Records::entry)
                .list();
    }

    /** The number of the first entry that does not fit the chain, or null when all do. Reads the record in order. */
    @Transactional(readOnly = true)
    public @Nullable Long firstBroken(Actor reader) {
        mustBeAuditor(reader);
        long after = 0;
        String previous = FIRST;
        while (true) {
            record Link(long seq, String previous, String hash, Line line) {}
            var links = jdbc.sql("select * from record_entry where seq > ? order by seq limit 1000")
                    .param(after)
                    .query((r, i) -> new Link(
                            r.getLong("seq"), r.getString("previous"), r.getString("hash"), line(r)))
                    .list();
            if (links.isEmpty()) return null;
            for (Link link : links) {
                boolean fits = link.previous().equals(previous)
                        && link.hash().equals(link.line().hashed(previous));
                if (!fits) return link.seq();
                previous = link.hash();
                after = link.seq();
            }
        }
    }

    private static void mustBeAuditor(Actor reader) {
        if (!reader.is(Role.AUDITOR)) throw Refusal.forbidden();
    }

    private static Line line(ResultSet r) throws SQLException {
        return new Line(
                r.getTimestamp("at").toInstant(),
                r.getObject("actor", UUID.class),
                r.getString("actor_name"),
                r.getString("post"),
                r.getString("what"),
                r.getString("case_id"),
                r.getString("unit"),
                r.getObject("year", Integer.class),
                r.getString("section"),
                r.getString("period"),
                r.getString("node"),
                r.getString("node_name"),
                r.getObject("round", Integer.class),
                r.getString("opinion_hash"),
                r.getString("content_hash"),
                r.getString("subject"),
                r.getString("node_name_en"));
    }

    private static Entry entry(ResultSet r, int row) throws SQLException {
        return new Entry(
                r.getLong("seq"),
                r.getTimestamp("at").toInstant(),
                r.getString("actor_name"),
                r.getString("post"),
                r.getString("what"),
                r.getString("unit"),
                r.getInt("year"),
                r.getString("section"),
                r.getString("period"),
                r.getString("node"),
                r.getString("node_name"),
                r.getString("node_name_en"),
                r.getInt("round"),
                r.getString("content_hash"),
                r.getString("subject"),
                r.getString("hash"));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
