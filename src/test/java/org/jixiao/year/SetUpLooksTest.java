package org.jixiao.year;

import static org.assertj.core.api.Assertions.assertThat;

import org.jixiao.BrowserTest;
import org.jixiao.browser.Looks;
import org.jixiao.browser.Reader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** As {@link LooksTest}, of an installation in which nobody is yet. */
@BrowserTest
@TestPropertySource(properties = "jixiao.demo=false")
class SetUpLooksTest {

    static final String PAGE = "setup";

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @EnumSource
    void the_first_administrator_is_made(Reader reader) throws Exception {
        try (var sight = reader.at(port)) {
            var shot = sight.go("/setup").shot();
            assertThat(sight.axe()).isEmpty();
            assertThat(Looks.differs(PAGE, reader.code(), shot)).isNull();
        }
    }
}
