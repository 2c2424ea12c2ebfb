package org.plantdeck.historian.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;

class ExportFormatTest {

    @Test
    void theEndingOfAFileNamesItsFormat() {
        assertThat(ExportFormat.ofFile("a.b.XLSX")).contains(ExportFormat.XLSX);
        assertThat(ExportFormat.ofFile("a.jsonl")).contains(ExportFormat.NDJSON);
        assertThat(ExportFormat.ofFile("a.db")).contains(ExportFormat.SQLITE);
        assertThat(ExportFormat.ofFile("csv.txt")).isEmpty();
        assertThat(ExportForm.forFile(Path.of("a.txt")).format()).isEqualTo(ExportFormat.CSV);
    }
}
