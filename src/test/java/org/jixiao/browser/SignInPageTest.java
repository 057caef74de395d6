package org.jixiao.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jixiao.BrowserTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@BrowserTest
class SignInPageTest {

    @LocalServerPort
    private int port;

    @Test
    void greets_in_chinese_on_a_desk() {
        try (var window = Browser.at(port).open()) {
            window.go("/login");
            window.shot("sign-in");
            assertThat(window.page().locator("input[name=password]").isVisible())
                    .isTrue();
            assertThat(window.page().title()).contains("绩效通");
            assertThat(window.complaints()).isEqualTo(List.of());
        }
    }

    @Test
    void greets_on_a_phone_in_the_dark() {
        try (var window = Browser.at(port).phone().inTheDark().open()) {
            window.go("/login");
            window.shot("sign-in-phone-dark");
            assertThat(window.page().locator("input[name=password]").isVisible())
                    .isTrue();
        }
    }

    @Test
    void a_chief_signs_in_and_arrives() {
        try (var chief = Browser.at(port).open()) {
            chief.login("chief.data");
            chief.shot("first-page");
            assertThat(chief.page().url()).doesNotContain("/login");
        }
    }
}
