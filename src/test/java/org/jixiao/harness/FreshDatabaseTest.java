package org.jixiao.harness;

import static org.assertj.core.api.Assertions.assertThat;

import org.jixiao.ProductTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the harness promises to every other test. */
@ProductTest
class FreshDatabaseTest {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private SwitchedDataSource dataSource;

    @Test
    void each_class_gets_another_database_with_what_the_start_left() {
        String before = dataSource.database();
        jdbc.sql("insert into act_ge_property (name_, value_, rev_) values ('left behind', 'x', 1)")
                .update();

        dataSource.renew();

        assertThat(dataSource.database()).isNotEqualTo(before);
        assertThat(jdbc.sql("select current_database()").query(String.class).single())
                .isEqualTo(dataSource.database());
        assertThat(jdbc.sql("select count(*) from act_ge_property where name_ = 'left behind'")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select count(*) from act_ge_property")
                        .query(Long.class)
                        .single())
                .isPositive();
    }
}
