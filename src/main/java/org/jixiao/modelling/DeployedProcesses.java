package org.jixiao.modelling;

import java.util.List;
import org.jixiao.base.Refusal;
import org.jixiao.organisation.Actor;
import org.jixiao.organisation.Role;
import org.jixiao.workflow.Cases;
import org.springframework.stereotype.Service;

/** What is deployed now, for modellers. */
@Service
public class DeployedProcesses {

    private final Cases cases;

    DeployedProcesses(Cases cases) {
        this.cases = cases;
    }

    /** Latest versions, by key. */
    public List<Cases.Process> latest(Actor reader) {
        if (!reader.is(Role.MODELLER)) throw Refusal.forbidden();
        return cases.processes();
    }
}
