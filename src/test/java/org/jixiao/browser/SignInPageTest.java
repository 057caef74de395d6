package org.jixiao.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jixiao.BrowserTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@BrowserTest
class SignInPageTest {

    private static final String GONE = "0123456789ABCDEF0123456789ABCDEF";

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
            assertThat(chief.page().evaluate("() => window.Vaadin.connectionIndicator.onlineText")).isEqualTo("已连接");
        }
    }

    @Test
    void whose_cookie_is_gone_hears_that_the_sign_in_has_ended() {
        try (var chief = Browser.at(port).open()) {
            chief.login("chief.data");
            chief.page().context().clearCookies();
            chief.page().locator("vaadin-side-nav-item").nth(1).click();
            chief.page().getByText("登录已结束").waitFor();
        }
    }

    /** The service worker and the icons are still on their way with the cookie of before when the sign-in is answered. */
    @ParameterizedTest
    @ValueSource(strings = {"/", "/login", "/manifest.webmanifest", "/icons/icon-144x144.png", "/favicon.ico",
        "/sw-runtime-resources-precache.js", "/index.html"})
    void what_is_fetched_with_the_cookie_of_before_takes_nobodys_place(String path) throws Exception {
        assertThat(fetched(path, "Sec-Fetch-Mode", "cors")).doesNotContainKey("set-cookie");
        assertThat(fetched(path, "Accept", "*/*")).doesNotContainKey("set-cookie");
    }

    /** It may leave after the session has ended, and be answered after the next has begun. */
    @ParameterizedTest
    @ValueSource(strings = {"JSESSIONID=" + GONE, "jixiao-locale=en"})
    void the_farewell_of_a_page_takes_nobodys_place(String cookie) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port
                        + "/VAADIN/push?v-r=push&v-uiId=1&X-Atmosphere-Transport=close&X-Atmosphere-tracking-id=1"))
                .header("Cookie", cookie)
                .POST(BodyPublishers.noBody());
        assertThat(send(request).headers().map()).doesNotContainKey("set-cookie");
    }

    @Test
    void the_files_of_the_pages_are_there_for_all() throws Exception {
        var login = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/login")).build();
        String page = HttpClient.newHttpClient().send(login, BodyHandlers.ofString()).body();
        var script = Pattern.compile("VAADIN/build/[^\"]+\\.js").matcher(page);
        assertThat(script.find()).as(page).isTrue();
        var answer = fetch("/" + script.group(), "Sec-Fetch-Mode", "cors");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
    }

    @Test
    void whoever_goes_to_a_page_after_the_session_is_over_gets_a_new_one() throws Exception {
        assertThat(fetched("/login", "Sec-Fetch-Mode", "navigate")).containsKey("set-cookie");
        assertThat(fetched("/login", "Accept", "text/html,*/*")).containsKey("set-cookie");
    }

    private Map<String, List<String>> fetched(String path, String header, String value) throws Exception {
        return fetch(path, header, value).headers().map();
    }

    private HttpResponse<Void> fetch(String path, String header, String value) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Cookie", "JSESSIONID=" + GONE)
                .header(header, value);
        return send(request);
    }

    private static HttpResponse<Void> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.discarding());
    }
}
