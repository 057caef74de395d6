package org.jixiao.organisation.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jixiao.base.ProductClock;
import org.jixiao.base.ui.DayField;
import org.jixiao.base.ui.SeveralField;
import org.jixiao.organisation.Offices;
import org.jixiao.organisation.Offices.Holding;
import org.jixiao.organisation.Offices.Office;
import org.jixiao.organisation.Offices.PostEntry;
import org.jixiao.organisation.Organisation;
import org.jixiao.organisation.Person;
import org.jixiao.organisation.People;
import org.jixiao.organisation.PostKind;
import org.jixiao.organisation.Section;
import org.jixiao.organisation.SignedIn;

/** The forms of the page of posts. */
@SpringComponent
class PostForms {

    private static final int OFFERED = 50;

    private final Offices offices;
    private final Organisation organisation;
    private final People people;
    private final SignedIn signedIn;
    private final ProductClock clock;

    PostForms(Offices offices, Organisation organisation, People people, SignedIn signedIn, ProductClock clock) {
        this.offices = offices;
        this.organisation = organisation;
        this.people = people;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    void appoint(Office office, Runnable then) {
        var fields = new FormFields();
        var person = fields.add("person", new ComboBox<Person>(text("organisation.person")));
        person.setItemLabelGenerator(p -> p.name() + "（" + p.login() + "）");
        person.setItems(query -> people.search(signedIn.actor(), query.getFilter().orElse(""), OFFERED).people().stream()
                .skip(query.getOffset())
                .limit(query.getLimit()));
        person.setRequired(true);
        var from = from(fields);
        var to = to(fields, "organisation.holding.to");
        from.setValue(clock.today());
        new EntryDialog(
                text("organisation.post.appoint.title", office.post().name()),
                text("organisation.post.appoint.submit"),
                fields,
                () -> offices.appoint(
                        signedIn.actor(),
                        office.post().id(),
                        person.getValue() == null ? null : person.getValue().id(),
                        from.getValue(),
                        to.getValue()),
                then,
                person,
                from,
                to);
    }

    void dates(Office office, Holding holding, Runnable then) {
        var fields = new FormFields();
        var from = from(fields);
        var to = to(fields, "organisation.holding.to");
        to.setHelperText(text("organisation.holding.to.help"));
        from.setValue(holding.from());
        to.setValue(holding.to());
        new EntryDialog(
                text("organisation.holding.title", holding.personName(), office.post().name()),
                text("organisation.save"),
                fields,
                () -> offices.changeHolding(signedIn.actor(), holding.id(), from.getValue(), to.getValue()),
                then,
                from,
                to);
    }

    void change(Office office, List<Office> all, Runnable then) {
        var fields = new FormFields();
        var name = fields.add("name", new TextField(text("organisation.post.name")));
        var fallback = fields.add("fallback", new ComboBox<Office>(text("organisation.post.fallback")));
        fallback.setItems(all.stream()
                .filter(o -> !o.post().id().equals(office.post().id()))
                .toList());
        fallback.setItemLabelGenerator(o -> o.post().name());
        fallback.setClearButtonVisible(true);
        fallback.setHelperText(text("organisation.post.fallback.help"));
        boolean further = !office.sections().isEmpty();
        var sections = sections(fields, office.post().unit());
        var to = to(fields, "organisation.post.to");
        sections.setVisible(further);
        to.setVisible(further);
        name.setValue(office.post().name());
        UUID now = office.post().fallback();
        all.stream().filter(o -> o.post().id().equals(now)).findFirst().ifPresent(fallback::setValue);
        sections.setValue(organisation.sections(office.post().unit(), clock.today()).stream()
                .filter(s -> office.sections().contains(s.code()))
                .collect(Collectors.toSet()));
        to.setValue(office.to());
        new EntryDialog(
                text("organisation.post.change", office.post().name()),
                text("organisation.save"),
                fields,
                () -> offices.change(
                        signedIn.actor(),
                        office.post().id(),
                        new PostEntry(
                                name.getValue(),
                                fallback.getValue() == null ? null : fallback.getValue().post().id(),
                                further ? codes(sections.getValue()) : Set.of(),
                                to.getValue())),
                then,
                name,
                fallback,
                sections,
                to);
    }

    void addDeputy(String unit, Runnable then) {
        var fields = new FormFields();
        var name = fields.add("name", new TextField(text("organisation.post.name")));
        name.setValue(text("organisation.postKind." + PostKind.DEPUTY));
        var sections = sections(fields, unit);
        var from = from(fields);
        from.setValue(clock.today());
        new EntryDialog(
                text("organisation.post.deputy.add"),
                text("organisation.save"),
                fields,
                () -> offices.addDeputy(
                        signedIn.actor(), unit, name.getValue(), codes(sections.getValue()), from.getValue()),
                then,
                name,
                sections,
                from);
    }

    private SeveralField<Section> sections(FormFields fields, String unit) {
        var sections = fields.add("sections", new SeveralField<Section>(text("organisation.post.sections")));
        sections.setItems(organisation.sections(unit, clock.today()));
        sections.setItemLabelGenerator(Section::name);
        sections.setHelperText(text("organisation.post.sections.help"));
        return sections;
    }

    private static Set<String> codes(Set<Section> sections) {
        return sections.stream().map(Section::code).collect(Collectors.toSet());
    }

    private DayField from(FormFields fields) {
        var from = fields.add("from", new DayField(text("organisation.from")));
        return from;
    }

    private DayField to(FormFields fields, String label) {
        var to = fields.add("to", new DayField(text(label)));
        to.setClearButtonVisible(true);
        return to;
    }

    private static String text(String key, Object... args) {
        return UI.getCurrent().getTranslation(key, args);
    }
}
