package org.jixiao.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.Duration;
import java.time.Instant;
import org.jixiao.DemoData;
import org.jixiao.ProductTest;
import org.jixiao.base.ProductClock;
import org.jixiao.harness.Statements;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;

@ProductTest
@DemoData
class TokenStatementsTest {

    private static final Instant NOW = Instant.parse("2023-07-03T01:00:00Z");

    @Autowired
    private MockMvc mvc;

    @Autowired
    private AccessTokens tokens;

    @Autowired
    private ProductClock clock;

    @Autowired
    private ApplicationContext context;

    @Test
    void the_door_asks_the_database_once_and_writes_once_a_day() {
        clock.set(NOW);
        String token = tokens.make(SignIn.in(context, "director"), "脚本", TokenScope.READ, 90);
        assertThat(statements("jixiao_unknown")).isOne();
        assertThat(statements(token)).as("the first use is on the record").isGreaterThan(2);
        assertThat(statements(token)).isOne();
        clock.set(NOW.plus(Duration.ofDays(1)));
        assertThat(statements(token)).isEqualTo(2);
        assertThat(statements(token)).isOne();
    }

    /** An address that nobody has: what is asked is asked by the door alone. */
    private int statements(String token) {
        return Statements.of(() -> {
            try {
                mvc.perform(get("/api/nowhere").header("Authorization", "Bearer " + token));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
