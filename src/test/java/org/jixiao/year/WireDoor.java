package org.jixiao.year;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

record WireDoor(int port, HttpClient client) implements ApiDesk.Door {

    private static final String BOUNDARY = "----jixiao-test";

    @Override
    public ApiDesk.Answer send(
            HttpMethod method,
            String path,
            String authorization,
            @Nullable String json,
            ApiDesk.@Nullable File file)
            throws Exception {
        var call = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", authorization);
        String body = json == null ? "" : json;
        if (file != null) {
            call.header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY);
            body = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + file.name()
                    + "\"\r\nContent-Type: text/plain\r\n\r\n" + file.text() + "\r\n--" + BOUNDARY + "--\r\n";
        } else if (json != null) {
            call.header("Content-Type", "application/json");
        }
        call.method(
                method.name(),
                body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        var answer = client.send(call.build(), HttpResponse.BodyHandlers.ofString());
        return new ApiDesk.Answer(answer.statusCode(), answer.body());
    }
}
