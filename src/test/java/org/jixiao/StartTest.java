package org.jixiao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.camunda.bpm.engine.ProcessEngine;
import org.flywaydb.core.Flyway;
import org.jixiao.base.Installation;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProductTest
class StartTest {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private Flyway flyway;

    @Autowired
    private Installation installation;

    @Test
    void migrates_an_empty_database_and_the_engine_finds_its_tables_there() {
        assertThat(jdbc.sql("select current_schema()").query(String.class).single())
                .isEqualTo("jixiao");
        assertThat(jdbc.sql("select version_ from act_ge_schema_log")
                        .query(String.class)
                        .list())
                .anyMatch(version -> version.startsWith("7.24"));
        assertThat(engine.getRuntimeService().createProcessInstanceQuery().count())
                .isZero();
    }

    @Test
    void takes_the_next_migration_of_a_module_whose_number_is_below_anothers_last() {
        assertThat(flyway.getConfiguration().isOutOfOrder()).isTrue();
    }

    @Test
    void loads_no_demonstration_unless_asked() {
        assertThat(installation.demo()).isFalse();
        assertThat(installation.embedded()).isFalse();
    }

    @Test
    void works_as_a_role_that_cannot_change_the_schema() {
        assertThatThrownBy(() -> jdbc.sql("create table intruder (id int)").update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.sql("drop table act_ru_task").update()).isInstanceOf(DataAccessException.class);
    }
}
