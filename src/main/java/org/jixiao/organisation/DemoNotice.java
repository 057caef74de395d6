package org.jixiao.organisation;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jixiao.base.Messages;
import org.jixiao.base.StartNotice;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Tells at the start who of the demonstration can sign in, and with which password. */
@Component
@ConditionalOnProperty(name = Demo.PROPERTY, havingValue = "true")
class DemoNotice implements StartNotice {

    private final ObjectMapper json;
    private final Messages messages;

    DemoNotice(ObjectMapper json, Messages messages) {
        this.json = json;
        this.messages = messages;
    }

    @Override
    public List<String> lines() {
        try (var file = new ClassPathResource("demo/organisation.json").getInputStream()) {
            var data = json.readValue(file, DemoOrganisation.Data.class);
            List<String> lines = new ArrayList<>();
            lines.add(messages.text(Messages.CHINESE, "base.start.people", data.password()));
            data.people().forEach(person -> lines.add("  %-20s %s".formatted(person.login(), person.name())));
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
