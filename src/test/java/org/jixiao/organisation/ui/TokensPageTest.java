package org.jixiao.organisation.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static com.github.mvysny.kaributesting.v10.pro.ConfirmDialogKt._fireConfirm;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Locale;
import org.jixiao.PageTest;
import org.jixiao.organisation.AccessTokens;
import org.jixiao.organisation.SignIn;
import org.jixiao.organisation.TokenScope;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

@Transactional
class TokensPageTest extends PageTest {

    @Autowired
    private AccessTokens tokens;

    private static Button button(String text) {
        return _get(Button.class, spec -> spec.withText(text));
    }

    @Test
    void a_token_is_made_shown_once_listed_and_revoked() {
        signIn("modeller");
        go("account");
        assertThat(words()).contains("还没有令牌。");
        _click(button("新建令牌"));
        var dialog = _get(Dialog.class);
        RadioButtonGroup<?> scope = _get(RadioButtonGroup.class, spec -> spec.withLabel("用途"));
        assertThat(scope.getValue()).isEqualTo(TokenScope.MODELER);
        var create = _get(dialog, Button.class, spec -> spec.withText("新建令牌"));
        _click(create);
        var name = _get(TextField.class, spec -> spec.withLabel("名称"));
        assertThat(name.getErrorMessage()).isEqualTo("请填写。");
        _setValue(name, "办公室的 Modeler");
        _click(create);
        String secret = _get(Code.class).getText();
        assertThat(secret).startsWith("jixiao_");
        _fireConfirm(_get(ConfirmDialog.class));
        assertThat(words()).contains("办公室的 Modeler", "部署流程（Camunda Modeler）", "未用过").doesNotContain(secret);
        go("account");
        assertThat(words()).contains("办公室的 Modeler").doesNotContain(secret);
        _click(button("撤销"));
        _fireConfirm(_get(ConfirmDialog.class));
        assertThat(words()).contains("还没有令牌。");
        assertThat(notices()).contains("已撤销“办公室的 Modeler”。");
    }

    @Test
    void who_does_not_model_is_offered_reading_first_and_not_the_modelers_door() {
        signIn("director", Locale.ENGLISH);
        go("account");
        _click(button("New token"));
        RadioButtonGroup<TokenScope> scope = _get(RadioButtonGroup.class, spec -> spec.withLabel("For"));
        assertThat(scope.getValue()).isEqualTo(TokenScope.READ);
        assertThat(scope.getListDataView().getItems()).containsExactly(TokenScope.READ, TokenScope.ALL);
    }

    @Test
    void a_changed_password_empties_the_list() {
        tokens.make(SignIn.in(context, "chief.city"), "脚本", TokenScope.READ, 90);
        signIn("chief.city");
        go("account");
        assertThat(words()).contains("脚本");
        _setValue(_get(PasswordField.class, spec -> spec.withLabel("原密码")), "Jixiao-2023");
        for (String label : List.of("新密码", "再输一次"))
            _setValue(_get(PasswordField.class, spec -> spec.withLabel(label)), "a longer password");
        _click(button("更改密码"));
        assertThat(words()).contains("还没有令牌。").doesNotContain("脚本");
    }

    @Test
    void the_security_administrator_finds_a_persons_tokens_beside_the_person() {
        tokens.make(SignIn.in(context, "chief.security"), "脚本", TokenScope.ALL, 365);
        signIn("secadmin");
        go("admin/people");
        _setValue(_get(TextField.class), "chief.");
        int row = GridKt._findAll(_get(Grid.class)).indexOf(
                GridKt._findAll(_get(Grid.class)).stream().filter(p -> p.toString().contains("chief.security")).findFirst().orElseThrow());
        var acts = GridKt._getCellComponent(_get(Grid.class), row, "acts");
        _click(_get(acts, Button.class, spec -> spec.withText("令牌 1")));
        var dialog = _get(Dialog.class);
        assertThat(dialog.getElement().getTextRecursively()).contains("脚本", "全部接口和部署流程，以本人权限为限");
        _click(_get(dialog, Button.class, spec -> spec.withText("撤销")));
        _fireConfirm(_get(ConfirmDialog.class));
        assertThat(dialog.getElement().getTextRecursively()).contains("还没有令牌。");
        assertThat(tokens.mine(SignIn.actor(context, "chief.security"))).isEmpty();
        assertThat(_find(GridKt._getCellComponent(_get(Grid.class), row, "acts"), Button.class, spec -> spec.withText("令牌 1"))).isEmpty();
    }

    @Test
    void the_system_administrator_sees_no_tokens() {
        tokens.make(SignIn.in(context, "chief.security"), "脚本", TokenScope.ALL, 365);
        signIn("sysadmin");
        go("admin/people");
        _assertOne(Grid.class);
        _setValue(_get(TextField.class), "chief.security");
        var acts = GridKt._getCellComponent(_get(Grid.class), 0, "acts");
        _assertNone(acts, Button.class, spec -> spec.withText("令牌 1"));
    }
}
