package org.jixiao.workflow.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jixiao.base.Finding;
import org.jixiao.base.ProductClock;
import org.jixiao.organisation.Actor;
import org.jixiao.organisation.Organisation;
import org.jixiao.organisation.Section;
import org.jixiao.workflow.CaseContent;
import org.jixiao.workflow.CaseFacts;
import org.jixiao.workflow.Closing;
import org.jixiao.workflow.CurrentCase;
import org.jixiao.workflow.ProcessBean;
import org.jixiao.workflow.RowScope;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** What the models ask of targets and evaluation, answered as the test says; {@link Domain} remembers what was told. */
@TestConfiguration(proxyBeanMethods = false)
class StandIns {

    /** The answers of the domain and what it was told, as {@code method unit/year/section}. */
    static class Domain {
        final Set<String> red = ConcurrentHashMap.newKeySet();
        final Set<String> opened = new HashSet<>();
        final Map<String, LocalDate> dates = new TreeMap<>();
        final List<String> told = java.util.Collections.synchronizedList(new ArrayList<>());
        final Map<String, Map<String, String>> rows = new ConcurrentHashMap<>();
        volatile @Nullable Closing closing;

        void forget() {
            red.clear();
            opened.clear();
            dates.clear();
            told.clear();
            rows.clear();
            closing = null;
        }

        Map<String, String> rows(CaseFacts facts) {
            return rows.computeIfAbsent(
                    facts.caseId(), c -> new ConcurrentHashMap<>(Map.of("row1", "≥20篇", "row2", "100%")));
        }

        void tell(String what, CaseFacts of) {
            told.add(what + " " + of.unit() + "/" + of.year() + (of.section() == null ? "" : "/" + of.section()));
        }
    }

    @Bean
    Domain domain() {
        return new Domain();
    }

    @Bean
    CaseContent targetsContent(Domain domain, ObjectMapper json) {
        return new Content("targets", domain, json);
    }

    @Bean
    CaseContent evaluationContent(Domain domain, ObjectMapper json) {
        return new Content("evaluation", domain, json);
    }

    @Bean
    CaseContent rectificationContent(Domain domain, ObjectMapper json) {
        return new Content("rectification", domain, json);
    }

    @Bean
    CaseContent adjustmentContent(Domain domain, ObjectMapper json) {
        return new Content("adjustment", domain, json);
    }

    @Bean
    CaseContent yearContent(Domain domain, ObjectMapper json) {
        return new Content("year", domain, json);
    }

    @Bean
    YearBean year(Domain domain, CurrentCase current, Organisation organisation, ProductClock clock) {
        return new YearBean(domain, current, organisation, clock);
    }

    @Bean
    TargetsBean targets(Domain domain, CurrentCase current) {
        return new TargetsBean(domain, current);
    }

    @Bean
    EvaluationBean evaluation(Domain domain, CurrentCase current) {
        return new EvaluationBean(domain, current);
    }

    @Bean
    RectificationBean rectification(Domain domain, CurrentCase current) {
        return new RectificationBean(domain, current);
    }

    /** @param name of the content; its rows are texts, and {@code {"rows": {id: text}}} saves them */
    record Content(String name, Domain domain, ObjectMapper json) implements CaseContent {

        @Override
        public List<Finding> check(CaseFacts facts, String step) {
            return domain.rows(facts).entrySet().stream()
                    .filter(row -> row.getValue().isBlank())
                    .map(row -> Finding.error("empty", row.getKey(), "text"))
                    .toList();
        }

        @Override
        public void save(CaseFacts facts, String step, Actor by, RowScope scope, JsonNode body) {
            body.get("rows").fields().forEachRemaining(row -> {
                if (scope.permits(row.getKey()))
                    domain.rows(facts).put(row.getKey(), row.getValue().asText());
            });
        }

        @Override
        public Map<String, String> rowHashes(CaseFacts facts) {
            return Map.copyOf(domain.rows(facts));
        }

        @Override
        public JsonNode snapshot(CaseFacts facts) {
            return json.valueToTree(domain.rows(facts));
        }

        @Override
        public Object view(CaseFacts facts, String step, Actor reader) {
            return snapshot(facts);
        }

        @Override
        public Optional<Closing> closing(CaseFacts facts, String step) {
            return Optional.ofNullable(domain.closing);
        }

        @Override
        public boolean mayRead(CaseFacts facts, Actor reader) {
            return false;
        }

        @Override
        public Attention attention(CaseFacts facts) {
            return Attention.NONE;
        }
    }

    record YearBean(Domain domain, CurrentCase current, Organisation organisation, ProductClock clock)
            implements ProcessBean {

        @Override
        public String name() {
            return "year";
        }

        @Callable
        public List<String> sections() {
            return organisation.sections(current.facts().unit(), clock.today()).stream()
                    .map(Section::code)
                    .toList();
        }

        @Callable
        public boolean opened(String period) {
            return domain.opened.contains(period);
        }

        @Callable
        public boolean dated(String period) {
            return domain.dates.containsKey(period);
        }

        @Callable
        public Date date(String period) {
            return Date.from(domain.dates.get(period).atStartOfDay(ProductClock.ZONE).toInstant());
        }

        @Callable
        public Date endOfLoop() {
            return dated("FULL_YEAR") ? date("FULL_YEAR") : Date.from(Instant.parse("9999-01-01T00:00:00Z"));
        }

        @Callable
        public void archive() {
            domain.tell("archive", current.facts());
        }
    }

    record TargetsBean(Domain domain, CurrentCase current) implements ProcessBean {

        @Override
        public String name() {
            return "targets";
        }

        @Callable
        public void putInForce() {
            domain.tell("putInForce", current.facts());
        }

        @Callable
        public void drop() {
            domain.tell("drop", current.facts());
        }
    }

    record EvaluationBean(Domain domain, CurrentCase current) implements ProcessBean {

        @Override
        public String name() {
            return "evaluation";
        }

        @Callable
        public void decided() {
            domain.tell("decided " + current.facts().period(), current.facts());
            if (current.outcome().equals("accept")) domain.red.remove(current.facts().section());
        }

        @Callable
        public boolean mustRectify() {
            var facts = current.facts();
            return "HALF_YEAR".equals(facts.period()) && domain.red.contains(facts.section());
        }

        @Callable
        public void carryOver() {
            domain.tell("carryOver", current.facts());
        }
    }

    record RectificationBean(Domain domain, CurrentCase current) implements ProcessBean {

        @Override
        public String name() {
            return "rectification";
        }

        @Callable
        public void closed() {
            domain.tell("closed", current.facts());
        }
    }
}
