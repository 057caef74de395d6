package org.jixiao.evaluation;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The files of evidence; their bytes lie apart from what is said of them. */
@Repository
class EvidenceFiles {

    private static final int PIECE = 1 << 20;

    private final JdbcClient jdbc;

    EvidenceFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void stage(Evidence file, byte[] content) {
        jdbc.sql(
                        """
                        insert into evidence (id, name, media_type, size, sha256, uploaded_by, uploaded_at)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        file.id(),
                        file.name(),
                        file.mediaType(),
                        file.size(),
                        file.sha256(),
                        file.uploadedBy(),
                        file.uploadedAt().atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("insert into evidence_content (evidence, content) values (?, ?)")
                .params(file.id(), content)
                .update();
    }

    /** False when it is not staged by that person. */
    boolean attach(UUID id, UUID by, UUID evaluation, UUID indicator, int loop) {
        return jdbc.sql(
                                """
                                update evidence set evaluation = ?, indicator = ?, loop = ?
                                where id = ? and uploaded_by = ? and evaluation is null""")
                        .params(evaluation, indicator, loop, id, by)
                        .update()
                == 1;
    }

    void delete(UUID id) {
        jdbc.sql("delete from evidence where id = ?").param(id).update();
    }

    /** Files that were sent and never attached. */
    void forgetStagedBefore(Instant moment) {
        jdbc.sql("delete from evidence where evaluation is null and uploaded_at < ?")
                .param(moment.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Evidence> find(UUID id) {
        return jdbc.sql("select * from evidence where id = ?")
                .param(id)
                .query(EvidenceFiles::evidence)
                .optional();
    }

    List<Evidence> of(Collection<UUID> evaluations) {
        return jdbc.sql("select * from evidence where evaluation = any(?) order by uploaded_at, id")
                .param(Evaluations.ids(evaluations))
                .query(EvidenceFiles::evidence)
                .list();
    }

    /** Piece by piece: a large file never lies in memory whole. */
    void write(Evidence file, OutputStream out) throws IOException {
        for (long from = 1; from <= file.size(); from += PIECE) {
            byte[] piece = jdbc.sql("select substring(content from ? for ?) from evidence_content where evidence = ?")
                    .params((int) from, PIECE, file.id())
                    .query(byte[].class)
                    .single();
            out.write(Objects.requireNonNull(piece));
        }
    }

    private static Evidence evidence(ResultSet rs, int n) throws SQLException {
        return new Evidence(
                rs.getObject("id", UUID.class),
                rs.getObject("evaluation", UUID.class),
                rs.getObject("indicator", UUID.class),
                rs.getObject("loop", Integer.class),
                rs.getString("name"),
                rs.getString("media_type"),
                rs.getLong("size"),
                rs.getString("sha256"),
                rs.getObject("uploaded_by", UUID.class),
                rs.getObject("uploaded_at", OffsetDateTime.class).toInstant());
    }
}
