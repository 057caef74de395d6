package org.jixiao.workflow.gate;

import java.util.List;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.cfg.BpmnParseFactory;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.jixiao.base.Finding;
import org.springframework.stereotype.Component;

/** The engine's reading of models: new ones pass the same vocabulary that the gate holds them to, by whatever way they come. */
@Component
public class Parses implements BpmnParseFactory {

    private final Callables callables;

    Parses(Callables callables) {
        this.callables = callables;
    }

    @Override
    public BpmnParse createBpmnParse(BpmnParser parser) {
        return new Fenced(parser);
    }

    /** What must not be in any model that the engine is to run. */
    void safe(Node root, Findings findings) {
        new Vocabulary(findings).check(root);
        new ModelTexts(findings, new Expressions(callables)).check(root);
    }

    /** Reads the file as the engine would at deployment, and keeps nothing. */
    void asTheEngineWould(ProcessEngineConfigurationImpl engine, String file, byte[] content, Findings findings) {
        engine.getCommandExecutorTxRequired().execute(command -> {
            var deployment = new DeploymentEntity();
            deployment.setName(file);
            deployment.setNew(true);
            try {
                var parser = new BpmnParser(engine.getExpressionManager(), this);
                parser.createParse()
                        .deployment(deployment)
                        .sourceInputStream(new java.io.ByteArrayInputStream(content))
                        .name(file)
                        .execute();
            } catch (ParseException e) {
                e.getResorceReports().forEach(report -> report.getErrors().forEach(problem -> {
                    String element = problem.getMainElementId() == null ? "" : problem.getMainElementId();
                    findings.add(Rule.ENGINE, element, String.valueOf(problem.getLine()), problem.getMessage());
                }));
            } catch (RuntimeException e) {
                findings.add(Rule.ENGINE, "", "0", String.valueOf(e.getMessage()));
            }
            return null;
        });
    }

    private final class Fenced extends BpmnParse {

        Fenced(BpmnParser parser) {
            super(parser);
        }

        /** Hints in a file where its schema lies are not followed. */
        @Override
        protected String resolveAccessExternalSchemaProperty() {
            return "file,jar:file,jar:nested";
        }

        @Override
        protected void parseRootElement() {
            // What is stored was judged when it came; judging it again by later rules would break running cases.
            if (deployment == null || deployment.isNew()) {
                var findings = new Findings(name);
                try {
                    safe(Node.of(rootElement), findings);
                } catch (Node.TooDeep e) {
                    findings.add(Rule.XML, "", String.valueOf(e.line), String.valueOf(e.column));
                }
                for (Finding finding : findings.list()) refuse(finding);
                if (hasErrors()) return;
            }
            super.parseRootElement();
        }

        private void refuse(Finding finding) {
            if (!finding.blocks()) return;
            String[] element = finding.row() == null ? new String[0] : new String[] {finding.row()};
            addError(finding.code() + " " + List.copyOf(finding.args()), rootElement, element);
        }
    }
}
