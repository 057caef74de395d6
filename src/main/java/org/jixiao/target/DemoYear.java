package org.jixiao.target;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import org.jixiao.base.ProductClock;
import org.jixiao.organisation.Actor;
import org.jixiao.organisation.Demo;
import org.jixiao.organisation.Organisation;
import org.jixiao.organisation.PostKind;
import org.jixiao.organisation.Posts;
import org.jixiao.organisation.Unit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens the demonstration's year from the published table, by the coordinator, its dates by hand; once. */
@Component
@ConditionalOnProperty(name = Demo.PROPERTY, havingValue = "true")
@Order(Demo.TARGETS)
class DemoYear implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoYear.class);

    private final Years years;
    private final TargetTables tables;
    private final TargetImport imports;
    private final Organisation organisation;
    private final Posts posts;
    private final ProductClock clock;
    private final ObjectMapper json;

    DemoYear(Years years, TargetTables tables, TargetImport imports, Organisation organisation, Posts posts,
            ProductClock clock, ObjectMapper json) {
        this.years = years;
        this.tables = tables;
        this.imports = imports;
        this.organisation = organisation;
        this.posts = posts;
        this.clock = clock;
        this.json = json;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments args) throws IOException {
        var data = json.readTree(file("unit-2023.json"));
        int year = data.get("year").intValue();
        var unit = organisation.units().stream()
                .filter(u -> u.name().equals(data.get("unit_name").textValue()))
                .map(Unit::code)
                .findFirst();
        if (unit.isEmpty() || tables.find(unit.get(), year).isPresent()) return;
        var coordinator = posts.find(PostKind.COORDINATOR, unit.get(), "")
                .flatMap(post -> posts.holders(post.id(), clock.today()).stream().findFirst());
        if (coordinator.isEmpty()) return;
        var person = coordinator.get();
        var actor = new Actor(person.id(), person.login(), person.name(), person.roles());
        var rows = imports.accepted(imports.ofYear(actor, unit.get(), year, file("targets-2023.csv"), Map.of()));
        var part = json.createObjectNode();
        part.set("mainFunctions", data.get("main_functions"));
        part.set("orgText", data.get("org_text"));
        part.set("longTermGoal", data.get("long_term_goal"));
        part.set("annualGoal", data.get("annual_goal"));
        var staffing = (ObjectNode) data.get("staffing");
        part.set("staffingType", staffing.get("type"));
        part.set("authorised", staffing.get("authorised"));
        part.set("actual", staffing.get("actual"));
        part.set("funds", imports.funds(file("funds-2023.csv")));
        years.open(actor, unit.get(), new Years.Opening(year, null, null, null, rows, part));
        LOG.info("Demo year {} opened: {} indicators", year, rows.size());
    }

    private static byte[] file(String name) throws IOException {
        try (var in = new ClassPathResource("demo/" + name).getInputStream()) {
            return in.readAllBytes();
        }
    }
}
