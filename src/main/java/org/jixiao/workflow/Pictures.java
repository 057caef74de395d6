package org.jixiao.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Diagrams of deployed versions, and the path a case took on its own. */
@Component
class Pictures {

    private final RepositoryService repository;
    private final HistoryService history;
    private final JdbcClient jdbc;

    Pictures(RepositoryService repository, HistoryService history, JdbcClient jdbc) {
        this.repository = repository;
        this.history = history;
        this.jdbc = jdbc;
    }

    Cases.Picture of(CaseFiles.CaseFile file) {
        var taken = new ArrayList<String>();
        var active = new ArrayList<String>();
        history.createHistoricActivityInstanceQuery()
                .processInstanceId(file.caseId())
                .orderPartiallyByOccurrence()
                .asc()
                .list()
                .forEach(a -> {
                    if (a.getEndTime() == null && !file.ended()) active.add(a.getActivityId());
                    else if (!a.isCanceled()) taken.add(a.getActivityId());
                });
        taken.addAll(jdbc.sql("select flow from case_flow where case_id = ? order by seq")
                .param(file.caseId())
                .query(String.class)
                .list());
        return new Cases.Picture(xml(file.definitionId()), taken, active);
    }

    private String xml(String definitionId) {
        try (InputStream model = repository.getProcessModel(definitionId)) {
            return new String(model.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
