package org.jixiao.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.RepositoryService;
import org.jixiao.organisation.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Starts and moves cases of the probe model, for tests in any module; the demonstration unit's people act. */
@Component
public class Probe {

    private final Verbs verbs;
    private final Cases cases;
    private final Processes processes;
    private final RepositoryService repository;
    private final JdbcClient jdbc;
    private final ObjectMapper mapper;

    Probe(
            Verbs verbs,
            Cases cases,
            Processes processes,
            RepositoryService repository,
            JdbcClient jdbc,
            ObjectMapper mapper) {
        this.verbs = verbs;
        this.cases = cases;
        this.processes = processes;
        this.repository = repository;
        this.jdbc = jdbc;
        this.mapper = mapper;
    }

    public void deploy() {
        repository
                .createDeployment()
                .name("probe")
                .enableDuplicateFiltering(true)
                .addClasspathResource("models/probe.bpmn")
                .deploy();
    }

    public Actor actor(String login) {
        return jdbc.sql("select id, login, name, roles from person where login = ?")
                .param(login)
                .query((r, i) -> new Actor(
                        r.getObject("id", java.util.UUID.class),
                        r.getString("login"),
                        r.getString("name"),
                        roles((String[]) r.getArray("roles").getArray())))
                .single();
    }

    private static Set<org.jixiao.organisation.Role> roles(String[] names) {
        return java.util.Arrays.stream(names)
                .map(org.jixiao.organisation.Role::valueOf)
                .collect(java.util.stream.Collectors.toSet());
    }

    /** The post this person holds. */
    public java.util.UUID post(String login) {
        return jdbc.sql(
                        """
                        select h.post from holding h join person p on p.id = h.person join post o on o.id = h.post
                        where p.login = ? and o.kind <> 'COORDINATOR'""")
                .param(login)
                .query(java.util.UUID.class)
                .single();
    }

    public String start(String section) {
        return processes.start("probe", "szxxzx", 2023, section, null, actor("chief.general"));
    }

    /** A case of the section, submitted by its chief with two rows. */
    public String submitted(String section) {
        String caseId = start(section);
        submits("chief." + section, caseId);
        return caseId;
    }

    public void submits(String login, String caseId) {
        verbs.act(actor(login), open(caseId), act(Verb.SUBMIT, caseId).body(rows(Map.of("a", "一", "b", "二"))));
    }

    public String open(String caseId) {
        return jdbc.sql("select task_id from case_step where case_id = ? and state = 'OPEN'")
                .param(caseId)
                .query(String.class)
                .single();
    }

    public String at(String caseId) {
        return jdbc.sql("select activity from case_step where case_id = ? and state = 'OPEN'")
                .param(caseId)
                .query(String.class)
                .single();
    }

    public JsonNode rows(Map<String, String> rows) {
        var body = mapper.createObjectNode();
        var list = body.putArray("rows");
        rows.forEach((id, text) -> list.addObject().put("id", id).put("text", text));
        return body;
    }

    public Act act(Verb verb, String caseId) {
        return Act.of(verb, cases.revision(caseId));
    }

    public void does(String login, String caseId, Verb verb) {
        verbs.act(actor(login), open(caseId), act(verb, caseId));
    }
}
