package org.jixiao.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class FileTypeTest {

    @Test
    void tellsAFileByItsBytesAndItsEnding() throws IOException {
        assertThat(FileType.of("a.PDF", text("%PDF-1.4 x"))).contains(FileType.PDF);
        assertThat(FileType.of("a.png", latin("\u0089PNG\r\n\u001a\nrest"))).contains(FileType.PNG);
        assertThat(FileType.of("a.jpeg", latin("\u00ff\u00d8\u00ff\u00e0"))).contains(FileType.JPG);
        assertThat(FileType.of("a.docx", zip("[Content_Types].xml", "word/document.xml"))).contains(FileType.DOCX);
        assertThat(FileType.of("a.xlsx", zip("[Content_Types].xml", "xl/workbook.xml"))).contains(FileType.XLSX);
        assertThat(FileType.of("a.ofd", zip("OFD.xml", "Doc_0/Document.xml"))).contains(FileType.OFD);
        assertThat(FileType.of("a.txt", text("证明"))).contains(FileType.TXT);
        assertThat(FileType.of("a.csv", "证明,1".getBytes(Charset.forName("GB18030")))).contains(FileType.TXT);
    }

    @Test
    void aPictureThatIsAPageIsNoPicture() {
        assertThat(FileType.of("a.png", text("<html>"))).isEmpty();
        assertThat(FileType.of("a.pdf", text("MZ"))).isEmpty();
    }

    @Test
    void aSpreadsheetIsNoDocument() throws IOException {
        assertThat(FileType.of("a.docx", zip("[Content_Types].xml", "xl/workbook.xml"))).isEmpty();
        assertThat(FileType.of("a.docx", text("PK\u0003\u0004 but nothing else"))).isEmpty();
    }

    @Test
    void whatIsNotOnTheListIsRefusedWhateverItHolds() {
        assertThat(FileType.of("a.html", text("%PDF-"))).isEmpty();
        assertThat(FileType.of("a.svg", text("<svg/>"))).isEmpty();
        assertThat(FileType.of("pdf", text("%PDF-"))).isEmpty();
        assertThat(FileType.of("a.txt", new byte[] {65, 0, 66})).isEmpty();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] zip(String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(text("content"));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
