package org.plantdeck.historian.export;

import java.util.Locale;
import java.util.Optional;

/** The formats of an export. */
public enum ExportFormat {
    /** CSV by RFC 4180. */
    CSV("csv"),
    /** A JSON object a line. */
    NDJSON("ndjson"),
    /** A JSON array of objects. */
    JSON("json"),
    /** An Excel workbook. */
    XLSX("xlsx"),
    /** An SQLite database; needs a file. */
    SQLITE("sqlite"),
    /** Apache Parquet; needs an extension. */
    PARQUET("parquet");

    private final String ending;

    ExportFormat(String ending) {
        this.ending = ending;
    }

    /** How the names of its files end, without the dot. */
    public String ending() {
        return ending;
    }

    /** The format a file's name asks for by its ending; empty where it asks for none. */
    public static Optional<ExportFormat> ofFile(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        String ending = lower.substring(lower.lastIndexOf('.') + 1);
        return switch (ending) {
            case "csv" -> Optional.of(CSV);
            case "ndjson", "jsonl" -> Optional.of(NDJSON);
            case "json" -> Optional.of(JSON);
            case "xlsx" -> Optional.of(XLSX);
            case "sqlite", "sqlite3", "db" -> Optional.of(SQLITE);
            case "parquet" -> Optional.of(PARQUET);
            default -> Optional.empty();
        };
    }
}
