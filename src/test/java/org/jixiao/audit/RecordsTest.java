package org.jixiao.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jixiao.DemoData;
import org.jixiao.ProductTest;
import org.jixiao.base.Refusal;
import org.jixiao.workflow.Probe;
import org.jixiao.workflow.Verb;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProductTest
@DemoData
@DisplayName("The record")
class RecordsTest {

    @Autowired
    Records records;

    @Autowired
    Probe probe;

    @Autowired
    JdbcClient jdbc;

    @Test
    void chains_every_act_and_shows_no_content() {
        probe.deploy();
        String caseId = probe.submitted("data");
        probe.does("chief.general", caseId, Verb.APPROVE);
        var auditor = probe.actor("auditor");
        assertThat(records.page(auditor, "", null, 3))
                .extracting(Records.Entry::what)
                .containsExactly("approve", "submit", "open");
        assertThat(records.firstBroken(auditor)).isNull();
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
    void is_read_by_auditors_alone() {
        assertThatThrownBy(() -> records.page(probe.actor("director"), "", null, 10))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.kind()).isEqualTo(Refusal.Kind.FORBIDDEN));
    }
}
