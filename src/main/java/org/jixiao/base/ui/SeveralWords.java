package org.jixiao.base.ui;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBoxI18n;

/** What a field for several choices says aloud, in the language of the page. */
public final class SeveralWords {

    private SeveralWords() {}

    public static void on(MultiSelectComboBox<?> field) {
        field.setI18n(new MultiSelectComboBoxI18n()
                .setCleared(field.getTranslation("base.several.cleared"))
                .setFocused(field.getTranslation("base.several.focused"))
                .setSelected(field.getTranslation("base.several.selected"))
                .setDeselected(field.getTranslation("base.several.deselected"))
                .setTotal(field.getTranslation("base.several.total", "{count}")));
    }
}
