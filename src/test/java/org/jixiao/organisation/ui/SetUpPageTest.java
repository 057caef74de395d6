package org.jixiao.organisation.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import org.jixiao.PageTest;
import org.jixiao.organisation.SignIn;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = "jixiao.demo=false")
@DisplayName("The page of the first start")
class SetUpPageTest extends PageTest {

    private static final String PASSWORD = "correct horse";

    private void fill(String token, String again) {
        var secrets = _find(PasswordField.class);
        _setValue(secrets.get(0), token);
        _setValue(secrets.get(1), PASSWORD);
        _setValue(secrets.get(2), again);
        var texts = _find(TextField.class);
        _setValue(texts.get(0), "admin");
        _setValue(texts.get(1), "管理员");
        _click(_get(Button.class, spec -> spec.withText("建立管理员")));
    }

    @Test
    void makes_the_first_administrator_with_the_token_and_is_done() {
        nobody();
        go("setup");
        fill("wrong", PASSWORD);
        assertThat(_find(PasswordField.class).get(0).isInvalid()).as("the token").isTrue();
        String token = SignIn.setUpToken(context);
        fill(token, "another");
        assertThat(_find(PasswordField.class).get(2).isInvalid()).as("the repetition").isTrue();
        fill(token, PASSWORD);
        assertThat(_find(PasswordField.class)).isEmpty();
        go("setup");
        assertThat(_find(PasswordField.class)).as("once").isEmpty();
    }
}
