package org.jixiao.workflow.gate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.jixiao.base.Finding;
import org.jixiao.organisation.Posts;
import org.jixiao.workflow.CaseContent;
import org.jixiao.workflow.FormKeys;
import org.jixiao.workflow.StepForm;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Judges the files of a deployment, shipped or uploaded, before the engine gets them. */
@Component
public class ModelGate {

    private final Parses parses;
    private final Callables callables;
    private final Posts posts;
    private final LiveModels live;
    private final ObjectProvider<FormKeys> formKeys;
    private final ObjectProvider<CaseContent> contents;
    private final Templates templates;
    private final ProcessEngineConfigurationImpl engine;

    ModelGate(
            Parses parses,
            Callables callables,
            Posts posts,
            LiveModels live,
            ObjectProvider<FormKeys> formKeys,
            ObjectProvider<CaseContent> contents,
            Templates templates,
            ProcessEngineConfigurationImpl engine) {
        this.parses = parses;
        this.callables = callables;
        this.posts = posts;
        this.live = live;
        this.formKeys = formKeys;
        this.contents = contents;
        this.templates = templates;
        this.engine = engine;
    }

    /**
     * What is wrong with these files as one deployment: errors and warnings, the file in {@link Finding#field}, the
     * element in {@link Finding#row}.
     *
     * @param files content by file name, in the order in which they came
     */
    public List<Finding> judge(Map<String, byte[]> files) {
        if (files.size() > Limits.FILES) return List.of(Rule.FILE_SIZE.at("", "", limits()));
        var found = new LinkedHashMap<String, Findings>();
        var roots = new LinkedHashMap<String, Node>();
        var forms = new LinkedHashMap<String, StepForm>();
        files.forEach((file, content) -> {
            var findings = new Findings(file);
            found.put(file, findings);
            if (is(file, ".form") && content.length <= Limits.FILE_BYTES) {
                forms.put(String.valueOf(FormFile.id(content)), FormFile.read(content, findings));
                return;
            }
            Node root = read(file, content, findings);
            if (root != null) roots.put(file, root);
        });
        var around = around(roots, forms);
        roots.forEach((file, root) -> rules(file, files.get(file), root, found.get(file), around));
        return found.values().stream().flatMap(findings -> findings.list().stream()).toList();
    }

    private static String[] limits() {
        return new String[] {String.valueOf(Limits.FILES), String.valueOf(Limits.FILE_BYTES / 1_000)};
    }

    private static boolean is(String file, String kind) {
        return file.toLowerCase(Locale.ROOT).endsWith(kind);
    }

    private @Nullable Node read(String file, byte[] content, Findings findings) {
        if (!is(file, ".bpmn") && !is(file, ".dmn") && !is(file, ".form")) findings.add(Rule.FILE_TYPE, "", file);
        else if (content.length > Limits.FILE_BYTES)
            findings.add(Rule.FILE_SIZE, "", limits());
        else
            try {
                return Node.read(content);
            } catch (Node.TooDeep e) {
                unreadable(Rule.XML, e.line, e.column, findings);
            } catch (SAXParseException e) {
                boolean doctype = String.valueOf(e.getMessage()).contains("DOCTYPE");
                unreadable(doctype ? Rule.DOCTYPE : Rule.XML, e.getLineNumber(), e.getColumnNumber(), findings);
            } catch (SAXException e) {
                unreadable(Rule.XML, 1, 1, findings);
            }
        return null;
    }

    /** Of an empty file the reader knows no place. */
    private static void unreadable(Rule rule, int line, int column, Findings findings) {
        findings.add(rule, "", String.valueOf(Math.max(1, line)), String.valueOf(Math.max(1, column)));
    }

    private void rules(String file, byte[] content, Node root, Findings findings, Surroundings around) {
        if (!is(file, ".bpmn")) {
            new DecisionRules(findings).check(root);
            return;
        }
        parses.safe(root, findings);
        if (findings.blocks()) return;
        parses.asTheEngineWould(engine, file, content, findings);
        new ModelRules(findings, new Expressions(callables), around).check(root);
    }

    private Surroundings around(Map<String, Node> roots, Map<String, StepForm> forms) {
        Set<String> decisions = keys(roots, "decision");
        Set<String> processes = keys(roots, "process");
        var calls = new HashMap<>(live.calls());
        roots.values().stream()
                .flatMap(root -> root.children("process"))
                .forEach(process -> calls.put(process.id(), LiveModels.calls(process)));
        return new Surroundings(
                formKeys.stream().flatMap(some -> some.all().stream()).collect(Collectors.toSet()),
                contents.stream().map(CaseContent::name).collect(Collectors.toSet()),
                templates.ids(),
                post -> posts.post(post).isPresent(),
                key -> processes.contains(key) || live.process(key),
                key -> decisions.contains(key) || live.decision(key),
                id -> forms.containsKey(id) || live.form(id),
                forms.values().stream()
                        .flatMap(form -> form.fields().stream())
                        .map(StepForm.Field::key)
                        .collect(Collectors.toSet()),
                calls);
    }

    private static Set<String> keys(Map<String, Node> roots, String tag) {
        return roots.values().stream()
                .flatMap(root -> root.children(tag))
                .map(Node::id)
                .collect(Collectors.toCollection(HashSet::new));
    }
}
