package org.jixiao.base.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jixiao.harness.StartedProduct;
import org.junit.jupiter.api.Test;

/** The product is killed while eight sections and their approvers are at work, and started again. */
class RestartTest {

    private static final List<String> SECTIONS =
            List.of("general", "data", "application", "construction", "security", "citizen", "city", "command");
    private static final List<String> APPROVERS = List.of("chief.general", "deputy", "director", "bureau");
    private static final Path FOLDER = Path.of("target", "restart").toAbsolutePath();

    /** What was answered with 200: {@code verb task}. */
    private final Set<String> acknowledged = new ConcurrentSkipListSet<>();

    private final CountDownLatch enough = new CountDownLatch(6);

    /** Names of the deployments that were answered with 200; each is of two processes. */
    private final Set<String> deployed = new ConcurrentSkipListSet<>();

    @Test
    void after_a_hard_kill_in_mid_approval_every_act_is_there_whole_or_not_at_all() throws Exception {
        StartedProduct.delete(FOLDER);
        try (var first = StartedProduct.in(FOLDER)) {
            var people = Executors.newFixedThreadPool(5);
            people.submit(() -> deploy(first));
            for (String section : SECTIONS) people.submit(() -> walk(first, section));
            assertThat(enough.await(5, TimeUnit.MINUTES)).as(first::words).isTrue();
            first.kill();
            people.shutdown();
            assertThat(people.awaitTermination(2, TimeUnit.MINUTES)).isTrue();
        }

        try (var second = StartedProduct.in(FOLDER)) {
            assertThat(second.words()).contains("Stopping PostgreSQL");
            assertThat(facts("select verb || ' ' || task_id from act where task_id is not null"))
                    .as("what was answered has happened")
                    .containsAll(acknowledged);
            assertThat(facts("select id_ from act_ru_task"))
                    .as("engine, dossier and inbox agree on what is open")
                    .isNotEmpty()
                    .isEqualTo(facts("select task_id from case_step where state = 'OPEN'"))
                    .isEqualTo(facts("select distinct task_id from inbox_item where box = 'TODO'"));
            assertThat(
                            facts(
                                    "select case_id || ' ' || revision from case_file where case_id in (select case_id from act)"))
                    .as("each case stands where its last act left it")
                    .isEqualTo(facts("select case_id || ' ' || max(revision_after) from act group by case_id"));
            assertThat(facts("select case_id || ' ' || count(*) from act group by case_id"))
                    .as("each act is on the record once")
                    .isEqualTo(facts("select case_id || ' ' || count(*) from record_entry where case_id in"
                            + " (select case_id from act) group by case_id"));
            walkOn(second);
            assertThat(deployed).as("somebody was deploying").isNotEmpty();
            var kept = facts("select name_ from act_re_deployment where name_ like 'pair-%'");
            assertThat(kept).as("what was answered is deployed").containsAll(deployed);
            assertThat(facts("select d.name_ from act_re_deployment d join act_re_procdef p on p.deployment_id_ = d.id_"
                            + " where d.name_ like 'pair-%' group by d.name_ having count(*) = 2"))
                    .as("and nothing is half deployed")
                    .isEqualTo(kept);
            assertThat(facts("select name from model_upload where name like 'pair-%' and deployment is not null"))
                    .isEqualTo(kept);
        }
    }

    /** Two processes at a time, again and again, until the product is gone. */
    private void deploy(StartedProduct product) {
        try {
            for (int i = 0; ; i++) {
                String name = "pair-" + i;
                var files = Map.of("one.bpmn", model("pair-one", name), "two.bpmn", model("pair-two", name));
                if (product.deploy("modeller", name, files) == 200) deployed.add(name);
            }
        } catch (IOException e) {
            // the product is gone, as planned
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String model(String process, String step) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="d" targetNamespace="test">
                <process id="%s" name="成对" isExecutable="true" camunda:historyTimeToLive="P3650D">
                <startEvent id="s"/><sequenceFlow id="f1" sourceRef="s" targetRef="a"/>
                <userTask id="a" name="%s" camunda:candidateGroups="${posts.director(unit)}"/>
                <sequenceFlow id="f2" sourceRef="a" targetRef="e"/><endEvent id="e"/></process></definitions>"""
                .formatted(process, step);
    }

    /** Fills nothing in: submits the draft as it is and lets the approvers approve, as far as that goes. */
    private void walk(StartedProduct product, String section) {
        try {
            if (!act(product, "chief." + section, section, "submit")) return;
            for (String approver : APPROVERS) if (!act(product, approver, section, "approve")) return;
        } catch (IOException e) {
            // the product is gone, as planned
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean act(StartedProduct product, String person, String section, String verb)
            throws IOException, InterruptedException {
        for (JsonNode item : product.get(person, "/api/inbox?box=todo&size=50").get("items")) {
            if (!section.equals(item.path("section").asText())) continue;
            String task = item.get("taskId").asText();
            long revision =
                    product.get(person, "/api/tasks/" + task).get("revision").asLong();
            int status = product.post(person, "/api/tasks/" + task + "/" + verb, Map.of("revision", revision));
            if (status != 200) return false;
            acknowledged.add(verb.toUpperCase(java.util.Locale.ROOT) + " " + task);
            enough.countDown();
            return true;
        }
        return false;
    }

    /** Work goes on: somebody can still act on something. */
    private void walkOn(StartedProduct product) throws IOException, InterruptedException {
        boolean acted = false;
        for (String section : SECTIONS) {
            acted |= act(product, "chief." + section, section, "submit");
            for (String approver : APPROVERS) acted |= act(product, approver, section, "approve");
        }
        assertThat(acted).isTrue();
    }

    private static Set<String> facts(String sql) throws SQLException, IOException {
        List<String> pid = Files.readAllLines(FOLDER.resolve("postgres").resolve("postmaster.pid"));
        String url = "jdbc:postgresql://localhost:" + pid.get(3).strip() + "/jixiao?currentSchema=jixiao";
        Set<String> facts = new TreeSet<>();
        try (var connection = DriverManager.getConnection(
                        url,
                        EmbeddedServer.OWNER,
                        Secrets.in(FOLDER.resolve("secret")).owner());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) facts.add(rows.getString(1));
        }
        return facts;
    }
}
