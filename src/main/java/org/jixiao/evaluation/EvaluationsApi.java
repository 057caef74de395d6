package org.jixiao.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jixiao.base.Refusal;
import org.jixiao.organisation.Actor;
import org.jixiao.organisation.SignedIn;
import org.jixiao.workflow.Verbs;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Self-evaluations, their evidence and the board of the year for other programs. */
@RestController
@RequestMapping("/api")
@Tag(name = "Self-evaluation")
class EvaluationsApi {

    private static final String SHEET = "/units/{unit}/years/{year}/sections/{section}/evaluations/{period}";

    private final SelfEvaluations evaluations;
    private final EvidenceShelf shelf;
    private final Board board;
    private final SignedIn signedIn;

    EvaluationsApi(SelfEvaluations evaluations, EvidenceShelf shelf, Board board, SignedIn signedIn) {
        this.evaluations = evaluations;
        this.shelf = shelf;
        this.board = board;
        this.signedIn = signedIn;
    }

    @GetMapping(SHEET)
    @Operation(summary = "A section's self-evaluation: figures, lights, scores, each explained")
    SelfEvaluations.Page read(
            @PathVariable String unit, @PathVariable int year, @PathVariable String section, @PathVariable String period) {
        return evaluations.read(signedIn.actor(), unit, year, section, Period.of(period));
    }

    @PutMapping(SHEET)
    @Operation(summary = "Saves the draft; only what is present changes, an invalid draft is kept")
    Verbs.Result save(
            @PathVariable String unit,
            @PathVariable int year,
            @PathVariable String section,
            @PathVariable String period,
            @RequestBody JsonNode body) {
        if (!(body instanceof ObjectNode content)) throw Refusal.malformed("body.not-an-object");
        if (!content.path("revision").isIntegralNumber()) throw Refusal.malformed("revision.missing");
        return evaluations.save(
                signedIn.actor(),
                unit,
                year,
                section,
                Period.of(period),
                content.path("revision").asLong(),
                content.deepCopy().without(List.of("revision")));
    }

    /** @param id of the file, for {@code GET /api/evidence/{id}} */
    record HandedIn(UUID id, String name, String mediaType, long size, String sha256) {}

    @PostMapping(value = SHEET + "/rows/{row}/evidence", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Hands in a file for a row, in the self-evaluation or its rectification")
    HandedIn handIn(
            @PathVariable String unit,
            @PathVariable int year,
            @PathVariable String section,
            @PathVariable String period,
            @PathVariable String row,
            @RequestParam("file") MultipartFile file)
            throws IOException {
        Actor actor = signedIn.actor();
        String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        UUID id = shelf.handIn(actor, unit, year, section, Period.of(period), row, name, file.getBytes());
        Evidence stored = shelf.file(actor, id);
        return new HandedIn(stored.id(), stored.name(), stored.mediaType(), stored.size(), stored.sha256());
    }

    @GetMapping("/evidence/{id}")
    @Operation(summary = "A file, for whoever may read its row")
    void evidence(@PathVariable String id, HttpServletResponse response) throws IOException {
        Evidence file = shelf.file(signedIn.actor(), EvaluationContent.id(id));
        EvidenceHeaders.set(file, response);
        shelf.write(file, response.getOutputStream());
    }

    @DeleteMapping("/evidence/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Takes back a file while its row may be typed")
    void takeAway(@PathVariable String id) {
        shelf.takeAway(signedIn.actor(), EvaluationContent.id(id));
    }

    @GetMapping("/units/{unit}/years/{year}")
    @Operation(summary = "The board: sections by stages, who owes what since when, lights")
    BoardView board(@PathVariable String unit, @PathVariable int year) {
        return board.of(signedIn.actor(), unit, year);
    }

    /** A file of somebody else never runs in the reader's browser. */
    static final class EvidenceHeaders {

        private EvidenceHeaders() {}

        static void set(Evidence file, HttpServletResponse response) {
            response.setContentType(file.mediaType());
            response.setContentLengthLong(file.size());
            response.setHeader(
                    "Content-Disposition",
                    ContentDisposition.attachment()
                            .filename(file.name(), StandardCharsets.UTF_8)
                            .build()
                            .toString());
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
            response.setHeader("Cache-Control", "private, no-store");
        }
    }
}
