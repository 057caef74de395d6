package org.jixiao.organisation.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static com.github.mvysny.kaributesting.v10.pro.ConfirmDialogKt._fireConfirm;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.BasicUtilsKt;
import com.github.mvysny.kaributesting.v10.GridKt;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jixiao.PageTest;
import org.jixiao.base.ui.DayField;
import org.jixiao.base.ui.EmptyState;
import org.jixiao.organisation.Organisation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

@Transactional
class AdminPagesTest extends PageTest {

    private static final List<String> PEOPLE =
            List.of("chief.data", "chief.general", "deputy", "director", "bureau", "modeller", "sysadmin", "secadmin", "auditor");
    private static final Map<String, List<String>> MAY_OPEN = Map.of(
            "admin/units", List.of("sysadmin"),
            "admin/posts", List.of("sysadmin"),
            "admin/people", List.of("sysadmin", "secadmin"),
            "admin/calendar", List.of("sysadmin"),
            "account", PEOPLE);
    private static final Map<String, String> TITLES = Map.of(
            "admin/units", "单位与科室",
            "admin/posts", "岗位与任职",
            "admin/people", "人员",
            "admin/calendar", "工作日历",
            "account", "我的账户");

    @Autowired
    private Organisation organisation;

    private static Stream<Arguments> pagesAndPeople() {
        return MAY_OPEN.keySet().stream().sorted().flatMap(page -> PEOPLE.stream()
                .map(person -> Arguments.of(page, person, MAY_OPEN.get(page).contains(person))));
    }

    @ParameterizedTest(name = "{0} for {1}: {2}")
    @MethodSource("pagesAndPeople")
    void a_page_opens_for_whom_it_is_and_shows_nothing_to_others(String page, String person, boolean opens) {
        signIn(person);
        go(page);
        String heading = _get(H1.class).getText();
        if (opens) assertThat(heading).isEqualTo(TITLES.get(page));
        else assertThat(heading).isEqualTo("您不能打开这个页面");
    }

    @Test
    void without_sign_in_every_page_leads_to_the_sign_in() {
        for (String page : MAY_OPEN.keySet()) {
            nobody();
            go(page);
            _assertOne(SignInView.class);
        }
    }

    @Test
    void the_pages_speak_english_too() {
        signIn("sysadmin", Locale.ENGLISH);
        go("admin/units");
        assertThat(_get(H1.class).getText()).isEqualTo("Units, sections");
    }

    @Test
    void on_a_phone_a_row_is_one_card() {
        signIn("sysadmin");
        for (String page : List.of("admin/units", "admin/posts", "admin/people", "admin/calendar")) {
            go(page);
            Grid<?> grid = _get(Grid.class);
            long wide = shown(grid);
            _get(AdminPage.class).wide(390);
            assertThat(shown(grid)).as(page).isEqualTo(1);
            _get(AdminPage.class).wide(1440);
            assertThat(shown(grid)).as(page).isEqualTo(wide).isGreaterThan(3);
        }
    }

    private static long shown(Grid<?> grid) {
        return grid.getColumns().stream().filter(Component::isVisible).count();
    }

    private static Button button(String text) {
        return _get(Button.class, spec -> spec.withText(text));
    }

    private static TextField field(String label) {
        return _get(TextField.class, spec -> spec.withLabel(label));
    }

    @Test
    void the_sections_are_listed_in_order_and_found_by_their_duty() {
        signIn("sysadmin");
        go("admin/units");
        Grid<?> grid = _get(Grid.class);
        GridKt.expectRows(grid, 8);
        _setValue(_get(TextField.class), "一网统管");
        assertThat(GridKt._size(_get(Grid.class))).isPositive().isLessThan(8);
        _setValue(_get(TextField.class), "没有这样的");
        _assertNone(Grid.class);
        _assertOne(EmptyState.class);
    }

    @Test
    void a_new_unit_with_wrong_fields_says_so_beside_each_and_with_right_ones_asks_for_its_sections() {
        signIn("sysadmin");
        go("admin/units");
        _click(button("添加单位"));
        _setValue(field("代码"), "Ab 1");
        _click(button("保存"));
        assertThat(field("代码").getErrorMessage()).startsWith("代码以小写字母开头");
        assertThat(field("单位名称").getErrorMessage()).isEqualTo("请填写。");
        _setValue(field("代码"), "museum");
        _setValue(field("单位名称"), "市博物馆");
        _setValue(field("主管部门"), "市文化局");
        _click(button("保存"));
        assertThat(organisation.unit("museum")).isPresent();
        _assertOne(EmptyState.class);
        _click(button("添加科室"));
        _setValue(field("代码"), "collection");
        _setValue(field("科室名称"), "典藏部");
        _click(button("保存"));
        GridKt.expectRows(_get(Grid.class), 1);
    }

    @Test
    void a_day_that_cannot_be_read_is_not_taken_for_none() {
        signIn("sysadmin");
        go("admin/calendar");
        _click(button("添加日期"));
        var day = _get(DayField.class);
        day.getElement().setProperty("_inputElementValue", "明天");
        BasicUtilsKt._fireDomEvent(day, "unparsable-change");
        _setValue(field("名称"), "校庆");
        _click(button("保存"));
        assertThat(day.isInvalid()).isTrue();
        assertThat(day.getErrorMessage()).isEqualTo("日期请写成 2023-07-01");
    }

    @Test
    void posts_show_who_acts_and_what_is_vacant() {
        signIn("sysadmin");
        go("admin/posts");
        _setValue(_get(TextField.class), "主任");
        assertThat(GridKt._size(_get(Grid.class))).isPositive();
        _setValue(_get(TextField.class), "");
        assertThat(GridKt._size(_get(Grid.class))).isEqualTo(12);
    }

    @Test
    void the_system_administrator_enters_people_but_gives_no_roles() {
        signIn("sysadmin");
        go("admin/people");
        _click(button("添加人员"));
        _setValue(field("用户名"), "chief.data");
        _setValue(field("姓名"), "重名");
        _click(button("保存"));
        assertThat(field("用户名").getErrorMessage()).isEqualTo("登录名 chief.data 已被使用。");
        GridKt._getCellComponent(_get(Grid.class), 0, "acts");
        assertThat(_find(Button.class, spec -> spec.withText("角色"))).isEmpty();
    }

    @Test
    void a_reset_password_is_shown_once() {
        signIn("secadmin");
        go("admin/people");
        _assertNone(Button.class, spec -> spec.withText("添加人员"));
        _setValue(_get(TextField.class), "chief.security");
        var acts = GridKt._getCellComponent(_get(Grid.class), 0, "acts");
        _click(_get(acts, Button.class, spec -> spec.withText("重置密码")));
        _fireConfirm(_get(ConfirmDialog.class));
        assertThat(_get(Code.class).getText()).hasSize(14);
    }

    @Test
    void ones_own_password_is_changed_after_the_old_one_and_the_rules() {
        signIn("chief.city");
        go("account");
        var old = _get(PasswordField.class, spec -> spec.withLabel("原密码"));
        var chosen = _get(PasswordField.class, spec -> spec.withLabel("新密码"));
        var again = _get(PasswordField.class, spec -> spec.withLabel("再输一次"));
        _setValue(old, "Jixiao-2023");
        _setValue(chosen, "short");
        _setValue(again, "short");
        _click(button("更改密码"));
        assertThat(chosen.getErrorMessage()).isEqualTo("密码至少 10 个字符。");
        _setValue(chosen, "a longer password");
        _setValue(again, "a longer passwort");
        _click(button("更改密码"));
        assertThat(again.getErrorMessage()).isEqualTo("两次输入不一致。");
        _setValue(again, "a longer password");
        _click(button("更改密码"));
        assertThat(chosen.getValue()).isEmpty();
        assertThat(chosen.isInvalid()).isFalse();
    }
}
