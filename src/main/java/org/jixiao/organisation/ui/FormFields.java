package org.jixiao.organisation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.shared.HasValidationProperties;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jixiao.base.Finding;
import org.jixiao.base.Refusal;
import org.jixiao.base.ui.DayField;
import org.jixiao.base.ui.Notices;

/** The fields of a form by the names that findings use: what the service refuses stands beside its field. */
final class FormFields {

    private final Map<String, Component> fields = new LinkedHashMap<>();

    <F extends Component & HasValidationProperties & HasValue<?, ?>> F add(String name, F field) {
        fields.put(name, field);
        field.addValueChangeListener(e -> field.setInvalid(field instanceof DayField day && !day.unreadable().isEmpty()));
        return field;
    }

    /** Runs the act; true when it was not refused. */
    boolean settles(Runnable act) {
        fields.values().forEach(field -> ((HasValidationProperties) field).setInvalid(false));
        var days = fields.values().stream().filter(DayField.class::isInstance).map(DayField.class::cast);
        if (!DayField.readable(days.toList())) return false;
        try {
            act.run();
            return true;
        } catch (Refusal refusal) {
            show(refusal);
            return false;
        }
    }

    private void show(Refusal refusal) {
        Component first = null;
        for (Finding finding : refusal.findings()) {
            Component field = finding.field() == null ? null : fields.get(finding.field());
            if (field == null) continue;
            var validation = (HasValidationProperties) field;
            if (validation.isInvalid()) continue;
            validation.setErrorMessage(
                    field.getTranslation("finding." + finding.code(), finding.args().toArray()));
            validation.setInvalid(true);
            if (first == null) first = field;
        }
        if (first == null) Notices.refused(refusal);
        else if (first instanceof Focusable<?> focusable) focusable.focus();
    }
}
