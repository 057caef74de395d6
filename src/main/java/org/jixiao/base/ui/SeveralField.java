package org.jixiao.base.ui;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBoxI18n;

/** A choice of several, which says in the language of the page what was chosen. */
public class SeveralField<T> extends MultiSelectComboBox<T> {

    public SeveralField() {
        this("");
    }

    public SeveralField(String label) {
        super(label);
        setI18n(new MultiSelectComboBoxI18n()
                .setCleared(getTranslation("base.several.cleared"))
                .setFocused(getTranslation("base.several.focused"))
                .setSelected(getTranslation("base.several.selected"))
                .setDeselected(getTranslation("base.several.deselected"))
                .setTotal(getTranslation("base.several.total", "{count}")));
    }
}
