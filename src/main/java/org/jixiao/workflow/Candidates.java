package org.jixiao.workflow;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jixiao.base.ProductClock;
import org.jixiao.organisation.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Shipped updates of processes whose live version is an administrator's, until somebody decides on them. */
@Component
class Candidates {

    private final JdbcClient jdbc;
    private final ProductClock clock;

    Candidates(JdbcClient jdbc, ProductClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Offers the file where the product itself brings something new; what was decided on is not offered again. */
    void offer(String process, String file, byte[] content) {
        withdraw(process);
        if (deployed(process, content)) return;
        jdbc.sql("insert into model_candidate (process, hash, file, content, offered_at) values (?, ?, ?, ?, ?) on conflict do nothing")
                .params(process, hash(content), file, content, CaseFiles.utc(clock.now()))
                .update();
    }

    /** An offer that the product itself has overtaken. */
    void withdraw(String process) {
        jdbc.sql("delete from model_candidate where process = ? and decided_at is null").param(process).update();
    }

    /** Whether this is what the product brought last, or what is live. */
    private boolean deployed(String process, byte[] content) {
        return jdbc.sql(
                        """
                        select b.bytes_ from act_re_procdef d join act_re_deployment p on p.id_ = d.deployment_id_
                        join act_ge_bytearray b on b.deployment_id_ = p.id_ and b.name_ = d.resource_name_
                        where d.key_ = :process and d.version_ in (
                            (select max(version_) from act_re_procdef where key_ = :process),
                            (select max(x.version_) from act_re_procdef x join act_re_deployment y on y.id_ = x.deployment_id_
                             where x.key_ = :process and y.source_ = :shipped))""")
                .param("process", process)
                .param("shipped", ShippedModels.SOURCE)
                .query((r, i) -> r.getBytes(1))
                .list()
                .stream()
                .anyMatch(known -> Arrays.equals(known, content));
    }

    Optional<Upkeep.Candidate> of(String process) {
        return all().stream().filter(c -> c.process().equals(process)).findFirst();
    }

    List<Upkeep.Candidate> all() {
        return jdbc.sql("select process, file, content, offered_at from model_candidate where decided_at is null order by process")
                .query((r, i) -> new Upkeep.Candidate(
                        r.getString("process"),
                        r.getString("file"),
                        r.getBytes("content"),
                        r.getObject("offered_at", java.time.OffsetDateTime.class).toInstant()))
                .list();
    }

    /** False when somebody else was first. */
    boolean decide(Actor by, String process, boolean taken) {
        return jdbc.sql(
                                """
                                update model_candidate set decided_at = ?, decided_by = ?, decided_name = ?, taken = ?
                                where process = ? and decided_at is null""")
                        .params(CaseFiles.utc(clock.now()), by.id(), by.name(), taken, process)
                        .update()
                > 0;
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
