package org.jixiao.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jixiao.BrowserTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The administrators' pages as they look and work in a browser. */
@BrowserTest
class AdministratorsTest {

    private static final String WRONG = "Basic "
            + Base64.getEncoder().encodeToString("auditor:wrong".getBytes(StandardCharsets.UTF_8));

    @LocalServerPort
    private int port;

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator field(Page page, String label) {
        return page.locator("xpath=//label[normalize-space()='" + label + "']/following-sibling::input");
    }

    @Test
    void the_system_administrator_makes_a_unit_a_section_a_person_and_appoints() {
        try (var admin = Browser.at(port).open()) {
            admin.login("sysadmin");
            admin.go("/admin/units").shot("admin-units");
            var page = admin.page();
            button(page, "添加单位").click();
            button(page, "保存").click();
            admin.settled();
            assertThat(page.locator("vaadin-text-field[invalid]").count()).isEqualTo(3);
            admin.shot("admin-unit-errors");
            field(page, "代码").fill("zhfw");
            field(page, "单位名称").fill("市综合服务中心");
            field(page, "主管部门").fill("市政务办");
            page.keyboard().press("Enter");
            admin.settled();
            page.locator(".jx-empty").waitFor();
            admin.shot("admin-unit-empty");
            button(page, "添加科室").click();
            field(page, "代码").fill("window");
            field(page, "科室名称").fill("窗口管理科");
            button(page, "保存").click();
            page.locator("vaadin-grid").waitFor();
            admin.go("/admin/people").shot("admin-people");
            button(page, "添加人员").click();
            field(page, "用户名").fill("window.chief");
            field(page, "姓名").fill("窗口负责人");
            button(page, "保存").click();
            admin.settled();
            admin.go("/admin/posts").shot("admin-posts");
            button(page, "任命 主任").first().click();
            admin.settled();
            admin.shot("admin-appoint");
            admin.go("/admin/calendar").shot("admin-calendar");
            assertThat(admin.complaints()).isEqualTo(List.of());
        }
    }

    @Test
    void on_a_phone_and_in_the_dark_and_in_english() {
        try (var phone = Browser.at(port).phone().open()) {
            phone.login("sysadmin");
            phone.go("/admin/units").shot("admin-units-phone");
            phone.go("/admin/posts").shot("admin-posts-phone");
            phone.go("/account").shot("account-phone");
        }
        try (var dark = Browser.at(port).inTheDark().open()) {
            dark.login("sysadmin");
            dark.go("/admin/posts").shot("admin-posts-dark");
            dark.go("/account").shot("account-dark");
            dark.page().getByText("English").click();
            dark.page().getByText("My account").first().waitFor();
            dark.settled().shot("account-english");
            dark.page().getByText("中文", new Page.GetByTextOptions().setExact(true)).last().click();
            dark.page().getByText("我的账户").first().waitFor();
        }
    }

    @Test
    void the_security_administrator_hands_over_a_password_that_must_be_changed_first() {
        String once;
        try (var admin = Browser.at(port).open()) {
            admin.login("secadmin");
            admin.go("/admin/people");
            var page = admin.page();
            page.locator("input[placeholder='搜索姓名、用户名']").fill("modeller");
            page.getByText("共 1 人").waitFor();
            button(page, "重置密码 modeller").click();
            admin.settled();
            admin.shot("admin-reset-ask");
            page.locator("vaadin-button[slot=confirm-button]").click();
            once = page.locator(".jx-secret").textContent();
            admin.shot("admin-reset-told");
        }
        try (var modeller = Browser.at(port).open()) {
            var page = modeller.go("/login").page();
            page.locator("input[name=username]").fill("modeller");
            page.locator("input[name=password]").fill(once);
            page.keyboard().press("Enter");
            page.getByText("一次性密码").waitFor();
            modeller.settled().shot("account-once");
            modeller.go("/admin/models");
            assertThat(page.url()).endsWith("/account");
            field(page, "原密码").fill(once);
            field(page, "新密码").fill("Jixiao-2023-neu");
            field(page, "再输一次").fill("Jixiao-2023-neu");
            button(page, "更改密码").click();
            page.getByText("密码已更改").waitFor();
        }
    }

    @Test
    void after_five_wrong_passwords_the_page_says_how_long_to_wait() {
        try (var guess = Browser.at(port).open()) {
            guesses(guess, "用户名或密码不对").shot("sign-in-wrong");
            for (int i = 0; i < 4; i++)
                assertThat(guess.page()
                                .request()
                                .post("/api/token", RequestOptions.create().setHeader("Authorization", WRONG))
                                .status())
                        .isEqualTo(401);
            guesses(guess, "密码输错次数过多").shot("sign-in-waits");
        }
    }

    private static Browser.Window guesses(Browser.Window guess, String said) {
        var page = guess.go("/login").page();
        page.locator("input[name=username]").fill("auditor");
        page.locator("input[name=password]").fill("wrong");
        page.keyboard().press("Enter");
        page.getByText(said).waitFor();
        return guess.settled();
    }
}
