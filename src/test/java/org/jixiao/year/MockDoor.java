package org.jixiao.year;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

record MockDoor(MockMvc mvc) implements ApiDesk.Door {

    @Override
    public ApiDesk.Answer send(
            HttpMethod method,
            String path,
            String authorization,
            @Nullable String json,
            ApiDesk.@Nullable File file)
            throws Exception {
        var call = file == null
                ? request(method, path)
                : multipart(path)
                        .file(new MockMultipartFile(
                                "file", file.name(), "text/plain", file.text().getBytes(StandardCharsets.UTF_8)));
        call.header("Authorization", authorization);
        if (json != null) call.contentType(MediaType.APPLICATION_JSON).content(json);
        var answer = mvc.perform(call).andReturn().getResponse();
        return new ApiDesk.Answer(answer.getStatus(), answer.getContentAsString(StandardCharsets.UTF_8));
    }
}
