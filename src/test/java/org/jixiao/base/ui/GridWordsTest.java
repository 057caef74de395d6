package org.jixiao.base.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Locale;
import org.jixiao.PageTest;
import org.jixiao.base.Messages;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The grid's words")
class GridWordsTest extends PageTest {

    private JsonNode setup(Locale locale) throws Exception {
        signIn("chief.city", locale);
        go("");
        var grid = SheetGrid.of("", List.of()).build(null);
        return new ObjectMapper().readTree(grid.getElement().getProperty("setup"));
    }

    @Test
    void count_one_apart_from_many_where_the_language_does() throws Exception {
        var english = setup(Locale.ENGLISH);
        assertThat(english.at("/ones/count").asText()).isEqualTo("1 item");
        assertThat(english.at("/words/count").asText()).isEqualTo("{0} items");
        assertThat(english.at("/ones/bad").asText()).isEqualTo("1 error");
        assertThat(english.at("/words/pasteKind").asText()).contains("{0}", "{1}", "{2}");
        assertThat(english.path("ones").has("filter_bad")).isFalse();
    }

    @Test
    void need_no_second_form_in_chinese() throws Exception {
        assertThat(setup(Messages.CHINESE).path("ones")).isEmpty();
    }
}
