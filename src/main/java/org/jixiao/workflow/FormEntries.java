package org.jixiao.workflow;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.TaskService;
import org.jixiao.base.Finding;
import org.jixiao.base.Refusal;
import org.jixiao.workflow.Cases.FormSheet;
import org.jixiao.workflow.StepForm.Field;
import org.jixiao.workflow.gate.FormFile;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The forms that models ask for: a draft while the step is open; process variables and history once it is done. */
@Component
class FormEntries {

    private static final TypeReference<StepForm> FORM = new TypeReference<>() {};
    private static final TypeReference<LinkedHashMap<String, Object>> VALUES = new TypeReference<>() {};

    private final Models models;
    private final FormService forms;
    private final TaskService tasks;
    private final JdbcClient jdbc;
    private final CaseSteps.Json json;
    private final Recent<ByteBuffer, StepForm> read = new Recent<>(50);

    FormEntries(Models models, FormService forms, TaskService tasks, JdbcClient jdbc, CaseSteps.Json json) {
        this.models = models;
        this.forms = forms;
        this.tasks = tasks;
        this.jdbc = jdbc;
        this.json = json;
    }

    static boolean asks(CaseSteps.CaseStep step) {
        return step.formKey().equals(StepForm.KEY);
    }

    /** The form with what stands in it: what was entered, else what the case knows by that name, else the model's default. */
    Optional<FormSheet> sheet(CaseSteps.CaseStep step, CaseFiles.CaseFile file) {
        if (!asks(step)) return Optional.empty();
        if (!step.open()) return kept(step.taskId(), true);
        StepForm form = form(step, file);
        var values = entered(step, form);
        values.values().removeIf(Objects::isNull);
        return Optional.of(FormView.of(form, values, () -> tasks.getVariables(step.taskId())));
    }

    /** What stands in the fields; null in one that was emptied, though the case or the model would fill it. */
    private Map<String, Object> entered(CaseSteps.CaseStep step, StepForm form) {
        var values = new LinkedHashMap<String, Object>();
        var known = known(step, form);
        var draft = kept(step.taskId(), false).map(FormSheet::entered).orElse(Map.of());
        for (Field field : form.fields()) {
            if (!field.asks()) continue;
            boolean typed = draft.containsKey(field.key()) && !field.readonly();
            Object value = known.get(field.key()) == null ? FormValues.initial(field) : known.get(field.key());
            if (typed) values.put(field.key(), draft.get(field.key()));
            else if (value != null) values.put(field.key(), FormValues.written(value, field));
        }
        return values;
    }

    private Map<String, Object> known(CaseSteps.CaseStep step, StepForm form) {
        return tasks.getVariables(step.taskId(), form.fields().stream().map(Field::key).toList());
    }

    private StepForm form(CaseSteps.CaseStep step, CaseFiles.CaseFile file) {
        return models.generated(file.definitionId(), step.activity()).orElseGet(() -> {
            try (InputStream in = forms.getDeployedTaskForm(step.taskId())) {
                return read.of(ByteBuffer.wrap(in.readAllBytes()), bytes -> FormFile.read(bytes.array()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private Optional<FormSheet> kept(String taskId, boolean done) {
        return jdbc.sql("select form, entered from form_entry where task_id = ? and done = ?")
                .params(taskId, done)
                .query((r, i) -> FormView.asAsked(json.read(r.getString(1), FORM), json.read(r.getString(2), VALUES)))
                .optional();
    }

    /** Takes what the request brings in {@code form}; what cannot be a value of its field is refused by name. */
    void keep(VerbService.Context c) {
        JsonNode given = c.act().body() == null ? null : c.act().body().get("form");
        if (!asks(c.step()) || given == null) return;
        if (!given.isObject()) throw Refusal.malformed("body.field", "form");
        StepForm form = form(c.step(), c.file());
        var values = entered(c.step(), form);
        for (Field field : form.fields()) {
            if (!field.asks() || field.readonly() || !given.has(field.key())) continue;
            values.put(field.key(), FormRules.value(field, given.get(field.key()), values.get(field.key())));
        }
        write(c, form, values, false);
    }

    private void write(VerbService.Context c, StepForm form, Map<String, Object> values, boolean done) {
        jdbc.sql(
                        """
                        insert into form_entry (task_id, case_id, step_name, step_name_en, form, entered, done, at, person)
                        values (?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?)
                        on conflict (task_id) do update set form = excluded.form, entered = excluded.entered,
                            done = excluded.done, at = excluded.at, person = excluded.person""")
                .params(
                        c.step().taskId(),
                        c.file().caseId(),
                        c.step().name(),
                        c.step().nameEn(),
                        json.write(form),
                        json.write(values),
                        done,
                        CaseFiles.utc(c.now()),
                        c.actor().id())
                .update();
    }

    /**
     * Before the step is done: complete and within its rules, then variables that the model's conditions see. What is
     * hidden is neither judged nor kept, and what another step entered by that name stays.
     */
    void complete(VerbService.Context c) {
        if (!asks(c.step())) return;
        var sheet = sheet(c.step(), c.file()).orElseThrow();
        List<Finding> errors = FormRules.check(sheet);
        if (!errors.isEmpty()) throw Refusal.invalid("content.errors", errors, String.valueOf(errors.size()));
        var shown = FormView.shown(sheet);
        write(c, shown.form(), shown.entered(), true);
        var known = known(c.step(), sheet.form());
        var own = sheet.hidden().isEmpty() ? Set.<String>of() : ownBefore(c);
        var variables = new HashMap<String, Object>();
        for (Field field : sheet.form().fields()) {
            boolean others = field.readonly() || sheet.hidden().contains(field.key()) && !own.contains(field.key());
            // What is only shown here stays as it was.
            if (!field.asks() || others && known.containsKey(field.key())) continue;
            variables.put(field.key(), FormValues.variable(field, shown.entered().get(field.key())));
        }
        tasks.setVariables(c.step().taskId(), variables);
    }

    /** What this step has entered in an earlier round. */
    private Set<String> ownBefore(VerbService.Context c) {
        return new HashSet<>(jdbc.sql(
                        """
                        select distinct jsonb_object_keys(e.entered) from form_entry e join case_step s on s.task_id = e.task_id
                        where e.case_id = ? and e.done and s.activity = ?""")
                .params(c.file().caseId(), c.step().activity())
                .query(String.class)
                .list());
    }

    /** What was entered at steps that are done, by task: labels and values as they read. */
    Map<String, List<Cases.Line>> entered(String caseId) {
        var entries = new LinkedHashMap<String, List<Cases.Line>>();
        jdbc.sql("select task_id, form, entered from form_entry where case_id = ? and done order by at")
                .param(caseId)
                .query(r -> {
                    var form = json.read(r.getString(2), FORM);
                    entries.put(r.getString(1), FormValues.lines(form, json.read(r.getString(3), VALUES)));
                });
        return entries;
    }
}
