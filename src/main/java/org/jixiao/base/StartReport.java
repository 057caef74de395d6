package org.jixiao.base;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The last lines of a start: the address, who can reach it, where the data is, who can sign in. */
@Component
class StartReport {

    private final Installation installation;
    private final Messages messages;
    private final ObjectProvider<StartNotice> notices;
    private final String address;

    StartReport(
            Installation installation,
            Messages messages,
            ObjectProvider<StartNotice> notices,
            @Value("${server.address:}") String address) {
        this.installation = installation;
        this.messages = messages;
        this.notices = notices;
        this.address = address;
    }

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void started(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof ServletWebServerApplicationContext context) {
            print(lines(context.getWebServer().getPort()), System.out);
        }
    }

    List<String> lines(int port) {
        List<String> lines = new ArrayList<>();
        lines.add(say("base.start.address", "http://" + (address.isEmpty() ? "localhost" : address) + ":" + port));
        if (address.startsWith("127.")) lines.add(say("base.start.local"));
        if (installation.embedded()) {
            lines.add(say(
                    "base.start.data",
                    installation.data().toAbsolutePath().normalize().toString()));
        }
        notices.orderedStream().map(StartNotice::lines).forEach(lines::addAll);
        return lines;
    }

    private String say(String key, Object... args) {
        return messages.text(Messages.CHINESE, key, args);
    }

    private static void print(List<String> lines, PrintStream out) {
        StringBuilder block = new StringBuilder("\n");
        lines.forEach(line -> block.append("  ").append(line).append('\n'));
        out.println(block);
    }
}
