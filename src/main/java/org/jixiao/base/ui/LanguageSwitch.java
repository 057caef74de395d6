package org.jixiao.base.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.Locale;
import org.jixiao.base.Messages;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** Names the other language in that language, so that whoever reads only it finds it. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
public class LanguageSwitch extends Button {

    LanguageSwitch(Choices choices) {
        boolean chinese = Messages.chinese(getLocale());
        Locale other = chinese ? Locale.ENGLISH : Messages.CHINESE;
        setText(chinese ? "EN" : "中文");
        addClickListener(e -> choices.speak(UI.getCurrent(), other));
        addThemeNames("tertiary", "small");
        setAriaLabel(getTranslation("base.language.switch"));
        getElement().setAttribute("lang", other.toLanguageTag());
    }
}
