package org.jixiao.workflow.gate;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The element templates that come with the product, as the Modeler finds them beside the models. */
@Component
class Templates {

    private final Set<String> ids = new TreeSet<>();

    Templates(ObjectMapper mapper) throws IOException {
        var resolver = new PathMatchingResourcePatternResolver();
        for (Resource template : resolver.getResources("classpath*:bpmn/.camunda/element-templates/*.json"))
            ids.add(mapper.readTree(template.getContentAsByteArray()).path("id").asText());
    }

    Set<String> ids() {
        return ids;
    }
}
