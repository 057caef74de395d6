package org.jixiao.modelling;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jixiao.base.Messages;
import org.jixiao.base.Refusal;
import org.jixiao.organisation.Actor;
import org.jixiao.organisation.Role;
import org.jixiao.organisation.SignedIn;
import org.jixiao.workflow.Deployments;
import org.jixiao.workflow.Deployments.Facts;
import org.jixiao.workflow.Deployments.Repeated;
import org.jixiao.workflow.Deployments.Upload;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * What Camunda Modeler sends to an engine of Camunda 7 (its {@code CamundaAPI} and {@code WellKnownAPI}), and nothing
 * else of Camunda's own interface. Refusals come in the shape that the Modeler shows in its log.
 */
@RestController
@Hidden
class ModelerDoor {

    /** The parts of a deployment that are no files. */
    private static final String NAME = "deployment-name";
    private static final String SOURCE = "deployment-source";
    private static final int LONGEST = 255;

    private final Deployments deployments;
    private final SignedIn signedIn;
    private final EngineAnswers answers;

    ModelerDoor(Deployments deployments, SignedIn signedIn, EngineAnswers answers) {
        this.deployments = deployments;
        this.signedIn = signedIn;
        this.answers = answers;
    }

    private Actor modeller() {
        var actor = signedIn.actor();
        if (!actor.is(Role.MODELLER)) throw Refusal.forbidden();
        return actor;
    }

    /** The Modeler asks for none and wants to know whether it may. */
    @GetMapping("/engine-rest/deployment")
    List<Object> deployments(@RequestParam(defaultValue = "0") int maxResults) {
        modeller();
        return List.of();
    }

    @GetMapping("/engine-rest/version")
    Map<String, String> version() {
        modeller();
        return Map.of("version", EngineAnswers.VERSION);
    }

    @PostMapping(path = "/engine-rest/deployment/create", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Map<String, @Nullable Object> deploy(MultipartHttpServletRequest request) throws IOException {
        var actor = modeller();
        var files = new LinkedHashMap<String, byte[]>();
        for (List<MultipartFile> parts : request.getMultiFileMap().values())
            for (MultipartFile part : parts) {
                String name = file(part.getOriginalFilename());
                if (files.put(name, part.getBytes()) != null) throw Refusal.malformed("model.twice", name);
            }
        String name = text(request, NAME, files.keySet().stream().findFirst().orElse(""));
        var upload = new Upload(name, text(request, SOURCE, "Camunda Modeler"), repeated(request), files);
        return answers.deployed(deployments.deploy(actor, upload), base());
    }

    private static String file(@Nullable String name) {
        if (name == null || name.isBlank() || name.length() > LONGEST) throw Refusal.malformed("model.part", String.valueOf(name));
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }

    private static String text(HttpServletRequest request, String part, String otherwise) {
        String given = request.getParameter(part);
        String text = given == null || given.isBlank() ? otherwise : given.strip();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    /** As the engine takes these words: to deploy only what changed overrides the other. */
    private static Repeated repeated(HttpServletRequest request) {
        if (Boolean.parseBoolean(request.getParameter("deploy-changed-only"))) return Repeated.CHANGED_ONLY;
        return Boolean.parseBoolean(request.getParameter("enable-duplicate-filtering")) ? Repeated.ALL_OR_NONE : Repeated.AGAIN;
    }

    /** @param body {@code businessKey}, which the product replaces by its own, and {@code variables} by name */
    @PostMapping("/engine-rest/process-definition/{id}/start")
    Map<String, @Nullable Object> start(@PathVariable String id, @RequestBody(required = false) @Nullable JsonNode body) {
        var variables = new HashMap<>(PlainVariables.read(body == null ? null : body.get("variables")));
        var facts = new Facts(
                word(variables.remove("unit")), year(variables.remove("year")), word(variables.remove("section")), word(variables.remove("period")));
        return answers.started(deployments.start(modeller(), id, facts, variables), base());
    }

    private static @Nullable String word(@Nullable Object value) {
        return value == null || value.toString().isBlank() ? null : value.toString();
    }

    private static @Nullable Integer year(@Nullable Object value) {
        if (value == null) return null;
        if (!value.toString().matches("\\d{4}")) throw Refusal.malformed("model.variable", "year", String.valueOf(PlainVariables.MOST));
        return Integer.valueOf(value.toString());
    }

    /** Where the link in the Modeler's notice leads. Open, as with Camunda: it says no more than an address. */
    @GetMapping("/.well-known/camunda-automation-platform/webapps")
    Map<String, String> webapps() {
        return Map.of("cockpitUrl", base().resolve("/processes").toString());
    }

    private static URI base() {
        return ServletUriComponentsBuilder.fromCurrentContextPath().build().toUri();
    }

    @ExceptionHandler
    ResponseEntity<Map<String, @Nullable Object>> refused(Refusal refusal) {
        return answers.refused(refusal, Messages.CHINESE);
    }
}
