package org.jixiao.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jixiao.DemoData;
import org.jixiao.ProductTest;
import org.jixiao.base.ProductClock;
import org.jixiao.base.Refusal;
import org.jixiao.workflow.Probe;
import org.jixiao.workflow.Verb;
import org.jixiao.workflow.Verbs;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.flyway.FlywayConnectionDetails;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@ProductTest
@DemoData
@DisplayName("The record")
class RecordsTest {

    @Autowired
    Records records;

    @Autowired
    Probe probe;

    @Autowired
    Verbs verbs;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ProductClock clock;

    @Autowired
    FlywayConnectionDetails database;

    @Test
    void chains_every_act_and_shows_no_content() {
        probe.deploy();
        String caseId = probe.submitted("data");
        probe.does("chief.general", caseId, Verb.APPROVE);
        var auditor = probe.actor("auditor");
        assertThat(records.page(auditor, "", Set.of(), null, 3))
                .extracting(Records.Entry::what)
                .containsExactly("approve", "submit", "open");
        assertThat(records.page(auditor, "coordinator", Set.of(), null, 1))
                .extracting(Records.Entry::nodeName, Records.Entry::nodeNameEn)
                .containsExactly(tuple("核查", "Coordinator"));
        assertThat(records.firstBroken(auditor)).isNull();
    }

    @Test
    void counts_a_return_to_the_round_it_ends() {
        probe.deploy();
        String caseId = probe.submitted("city");
        verbs.act(probe.actor("chief.general"), probe.open(caseId), probe.act(Verb.RETURN, caseId).opinion("请补充"));
        probe.does("chief.city", caseId, Verb.SUBMIT);
        assertThat(records.page(probe.actor("auditor"), "", Set.of(), null, 2))
                .extracting(Records.Entry::what, Records.Entry::round)
                .containsExactly(tuple("submit", 2), tuple("return", 1));
    }

    @Test
    void holds_when_the_database_rounds_the_moment_up() {
        clock.set(Instant.parse("2023-03-01T02:00:00.123999900Z"));
        probe.deploy();
        probe.submitted("data");
        assertThat(records.firstBroken(probe.actor("auditor"))).isNull();
    }

    @Test
    void cannot_be_altered_not_even_by_the_product_itself() {
        probe.deploy();
        probe.submitted("data");
        assertThatThrownBy(() -> jdbc.sql("update record_entry set what = 'x'").update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.sql("delete from record_entry").update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void says_for_which_post_and_at_which_step_and_is_found_by_it() {
        probe.deploy();
        String caseId = probe.submitted("data");
        probe.does("chief.general", caseId, Verb.APPROVE);
        var auditor = probe.actor("auditor");
        var approved = records.page(auditor, "没有的词", Set.of("approve"), null, 3);
        assertThat(approved).isNotEmpty().allSatisfy(entry -> {
            assertThat(entry.what()).isEqualTo("approve");
            assertThat(entry.post()).isEqualTo("牵头科室");
            assertThat(entry.nodeName()).isEqualTo("核查");
        });
        assertThat(records.page(auditor, "牵头科", Set.of(), null, 100)).containsAll(approved);
    }

    @Test
    void shows_where_the_owner_of_the_database_altered_an_entry() {
        probe.deploy();
        probe.submitted("data");
        var auditor = probe.actor("auditor");
        long last = records.page(auditor, "", Set.of(), null, 1).get(0).seq();
        var door = new DriverManagerDataSource(database.getJdbcUrl(), database.getUsername(), database.getPassword());
        door.setSchema("jixiao");
        var owner = JdbcClient.create(door);
        owner.sql("alter table record_entry disable trigger record_entry_final").update();
        for (String column : List.of("actor_name", "post", "what", "unit", "section", "period", "node_name", "node_name_en", "subject")) {
            String set = "update record_entry set " + column + " = ? where seq = ?";
            String stood = owner.sql("select " + column + " from record_entry where seq = ?").param(last)
                    .query((r, i) -> Optional.ofNullable(r.getString(1))).single().orElse(null);
            owner.sql(set).params("x", last).update();
            assertThat(records.firstBroken(auditor)).as(column).isEqualTo(last);
            owner.sql(set).params(stood, last).update();
        }
        owner.sql("alter table record_entry enable trigger record_entry_final").update();
        assertThat(records.firstBroken(auditor)).isNull();
    }

    @Test
    void is_read_by_auditors_alone() {
        assertThatThrownBy(() -> records.page(probe.actor("director"), "", Set.of(), null, 10))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.kind()).isEqualTo(Refusal.Kind.FORBIDDEN));
    }
}
