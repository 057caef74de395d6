package org.jixiao.organisation;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import org.jixiao.base.Refusal;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class TokensApi {

    private final Tokens tokens;

    TokensApi(Tokens tokens) {
        this.tokens = tokens;
    }

    @Operation(summary = "Exchanges HTTP Basic for a token of half an hour; a token buys no other")
    @PostMapping("/api/token")
    ResponseEntity<Token> token(Authentication authentication) {
        if (!(authentication instanceof UsernamePasswordAuthenticationToken basic)
                || !(basic.getPrincipal() instanceof SignedInPerson person)) throw Refusal.forbidden();
        var issued = tokens.issue(person.actor());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Token(issued.token(), "Bearer", Tokens.LIFE.toSeconds(), issued.expires()));
    }

    record Token(
            @JsonProperty("access_token") String token,
            @JsonProperty("token_type") String type,
            @JsonProperty("expires_in") long seconds,
            @JsonProperty("expires_at") Instant expires) {}
}
