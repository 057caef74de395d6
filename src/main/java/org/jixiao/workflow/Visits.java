package org.jixiao.workflow;

import java.util.Optional;
import org.jixiao.base.ProductClock;
import org.jixiao.organisation.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What each person has seen of a case: later changes are read against it, and copies count as read. */
@Component
public class Visits {

    private final JdbcClient jdbc;
    private final Acts acts;
    private final Copies copies;
    private final ProductClock clock;

    Visits(JdbcClient jdbc, Acts acts, Copies copies, ProductClock clock) {
        this.jdbc = jdbc;
        this.acts = acts;
        this.copies = copies;
        this.clock = clock;
    }

    /** The person has the case before them, as it was submitted last. */
    @Transactional
    public void opened(Actor reader, String caseId) {
        jdbc.sql(
                        """
                        insert into case_seen (person, case_id, submission, before, seen_at)
                        select ?, s.case_id, s.act, null, ? from submission s where s.case_id = ?
                        order by s.seq desc limit 1
                        on conflict (person, case_id) do update set seen_at = excluded.seen_at,
                            submission = excluded.submission,
                            before = case when case_seen.submission = excluded.submission then case_seen.before
                                else case_seen.submission end""")
                .params(reader.id(), CaseFiles.utc(clock.now()), caseId)
                .update();
        copies.read(reader, caseId);
    }

    /**
     * The submission this person had seen before the present one came, whatever lay between; empty for whoever sees
     * the case for the first time. For content whose reader's right is established.
     */
    @Transactional(readOnly = true)
    public Optional<Cases.Submission> before(Actor reader, String caseId) {
        return acts.seenBefore(reader.id(), caseId);
    }
}
