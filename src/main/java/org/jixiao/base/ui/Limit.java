package org.jixiao.base.ui;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.textfield.TextFieldBase;

/** How much a text takes. Nothing is cut: more may be written or pasted, and the field says so until it is shorter. */
public final class Limit {

    private final int longest;

    private Limit(int longest) {
        this.longest = longest;
    }

    /** After the field's own listeners, so that none takes back what this says. */
    public static void of(TextFieldBase<?, String> field, int longest) {
        ComponentUtil.setData(field, Limit.class, new Limit(longest));
        field.addValueChangeListener(e -> {
            if (exceeded(field)) tell(field);
            else field.setErrorMessage(null);
        });
    }

    public static boolean exceeded(TextFieldBase<?, String> field) {
        return field.getValue().length() > ComponentUtil.getData(field, Limit.class).longest;
    }

    /** Before the text is sent; a field that holds too much says so and is gone to. */
    public static boolean keeps(TextFieldBase<?, String> field) {
        if (!exceeded(field)) return true;
        tell(field);
        field.focus();
        return false;
    }

    private static void tell(TextFieldBase<?, String> field) {
        String longest = String.valueOf(ComponentUtil.getData(field, Limit.class).longest);
        field.setErrorMessage(field.getTranslation("base.limit", longest, String.valueOf(field.getValue().length())));
        field.setInvalid(true);
    }
}
