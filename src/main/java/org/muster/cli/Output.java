package org.muster.cli;

/** The forms in which results are written. */
enum Output {
    table,
    csv,
    json,
    jsonl,
    vcf
}
