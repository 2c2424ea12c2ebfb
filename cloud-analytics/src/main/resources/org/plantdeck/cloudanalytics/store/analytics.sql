CREATE TABLE analytics_data (
    run, sequence, window_start, window_end,
    PRIMARY KEY (run, sequence)
) WITHOUT ROWID;

CREATE INDEX analytics_data_by_time ON analytics_data (run, window_start);

CREATE TABLE analytics_leaves (
    place INTEGER PRIMARY KEY,
    path TEXT NOT NULL UNIQUE,
    column_name TEXT NOT NULL UNIQUE
);

CREATE TABLE analytics_runs (
    run TEXT PRIMARY KEY,
    place INTEGER NOT NULL,
    newest INTEGER NOT NULL,
    floor INTEGER NOT NULL
);

CREATE TABLE analytics_gaps (
    run TEXT NOT NULL,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    state TEXT NOT NULL,
    PRIMARY KEY (run, first)
) WITHOUT ROWID;

CREATE TABLE analytics_progress (
    id INTEGER PRIMARY KEY,
    run TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    state TEXT NOT NULL
);

CREATE TABLE insights (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    run TEXT NOT NULL,
    tag TEXT NOT NULL,
    interval_start TEXT NOT NULL,
    interval_end TEXT NOT NULL,
    numbers TEXT NOT NULL,
    sentence TEXT NOT NULL,
    recommendation TEXT NOT NULL,
    impact REAL NOT NULL,
    impact_unit TEXT NOT NULL,
    confidence REAL NOT NULL,
    raised_at TEXT NOT NULL,
    closed_at TEXT
);

CREATE INDEX insights_by_time ON insights (raised_at);
