package org.jixiao.modelling;

import java.net.URI;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jixiao.base.Finding;
import org.jixiao.base.Messages;
import org.jixiao.base.ProductClock;
import org.jixiao.base.Refusal;
import org.jixiao.workflow.Deployments;
import org.jixiao.workflow.Deployments.Definition;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Answers in the words and fields of Camunda's own interface. */
@Component
class EngineAnswers {

    /** Of the engine; the Modeler checks models against it. */
    static final String VERSION = "7.24.0";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ").withZone(ProductClock.ZONE);

    private final Messages messages;

    EngineAnswers(Messages messages) {
        this.messages = messages;
    }

    Map<String, @Nullable Object> deployed(Deployments.Deployed deployed, URI base) {
        var answer = new LinkedHashMap<String, @Nullable Object>();
        answer.put("links", List.of(self(base, "/engine-rest/deployment/" + deployed.id())));
        answer.put("id", deployed.id());
        answer.put("name", deployed.name());
        answer.put("source", deployed.source());
        answer.put("deploymentTime", TIME.format(deployed.at()));
        answer.put("tenantId", null);
        answer.put("deployedProcessDefinitions", definitions(deployed, Definition.Kind.PROCESS));
        answer.put("deployedCaseDefinitions", null);
        answer.put("deployedDecisionDefinitions", definitions(deployed, Definition.Kind.DECISION));
        answer.put("deployedDecisionRequirementsDefinitions", null);
        return answer;
    }

    private static @Nullable Map<String, Object> definitions(Deployments.Deployed deployed, Definition.Kind kind) {
        var found = new LinkedHashMap<String, Object>();
        deployed.definitions().stream().filter(d -> d.kind() == kind).forEach(d -> found.put(d.id(), definition(d)));
        return found.isEmpty() ? null : found;
    }

    private static Map<String, @Nullable Object> definition(Definition of) {
        var answer = new LinkedHashMap<String, @Nullable Object>();
        answer.put("id", of.id());
        answer.put("key", of.key());
        answer.put("category", of.category());
        answer.put("description", null);
        answer.put("name", of.name());
        answer.put("version", of.version());
        answer.put("resource", of.resource());
        answer.put("deploymentId", of.deployment());
        answer.put("diagram", null);
        answer.put("suspended", false);
        answer.put("tenantId", null);
        answer.put("versionTag", of.versionTag());
        return answer;
    }

    Map<String, @Nullable Object> started(Deployments.Started started, URI base) {
        var answer = new LinkedHashMap<String, @Nullable Object>();
        answer.put("links", List.of(self(base, "/engine-rest/process-instance/" + started.caseId())));
        answer.put("id", started.caseId());
        answer.put("definitionId", started.definitionId());
        answer.put("businessKey", started.businessKey());
        answer.put("caseInstanceId", null);
        answer.put("ended", false);
        answer.put("suspended", false);
        answer.put("tenantId", null);
        return answer;
    }

    private static Map<String, String> self(URI base, String path) {
        return Map.of("method", "GET", "href", base.resolve(path).toString(), "rel", "self");
    }

    /** What is wrong, where and why, as one text: the Modeler's log shows {@code message} and nothing else. */
    ResponseEntity<Map<String, @Nullable Object>> refused(Refusal refusal, Locale locale) {
        var text = new StringBuilder(messages.refusal(locale, refusal));
        for (Finding finding : refusal.findings()) text.append("\n* ").append(line(finding, locale));
        var answer = new LinkedHashMap<String, @Nullable Object>();
        answer.put("type", refusal.findings().isEmpty() ? "InvalidRequestException" : "ParseException");
        answer.put("message", text.toString());
        answer.put("code", null);
        if (!refusal.findings().isEmpty()) answer.put("details", details(refusal.findings(), locale));
        int status = refusal.kind() == Refusal.Kind.INVALID ? 400 : refusal.kind().status;
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_JSON)
                .body(answer);
    }

    private String line(Finding finding, Locale locale) {
        return messages.text(
                locale,
                finding.blocks() ? "modelling.finding.error" : "modelling.finding.warning",
                finding.field() == null ? "" : finding.field(),
                finding.row() == null ? "" : finding.row(),
                messages.finding(locale, finding),
                rule(finding));
    }

    private static String rule(Finding finding) {
        return finding.code().substring(finding.code().indexOf('.') + 1);
    }

    private Map<String, Map<String, List<Object>>> details(List<Finding> findings, Locale locale) {
        var files = new LinkedHashMap<String, Map<String, List<Object>>>();
        for (Finding finding : findings) {
            String file = finding.field() == null ? "" : finding.field();
            var report = files.computeIfAbsent(file, f -> new LinkedHashMap<>(Map.of("errors", new ArrayList<>(), "warnings", new ArrayList<>())));
            report.get(finding.blocks() ? "errors" : "warnings").add(problem(finding, locale));
        }
        return files;
    }

    private Map<String, @Nullable Object> problem(Finding finding, Locale locale) {
        var problem = new LinkedHashMap<String, @Nullable Object>();
        problem.put("message", messages.finding(locale, finding));
        problem.put("line", 0);
        problem.put("column", 0);
        problem.put("mainElementId", finding.row());
        problem.put("bpmnElementIds", finding.row() == null ? List.of() : List.of(finding.row()));
        problem.put("rule", rule(finding));
        return problem;
    }
}
