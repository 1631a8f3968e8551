import type {
  ReadingReason,
  ReadingReport,
} from '@suido/backstage-plugin-data-catalog-common';
import type { ArtifactReport } from '@suido/dbt-artifacts';

/** What became of the records of all files of one reading. */
export function readingReportOf(
  reports: ReadonlyMap<string, ArtifactReport>,
): ReadingReport {
  const totals = { read: 0, kept: 0, repaired: 0, refused: 0 };
  const reasons: ReadingReason[] = [];
  for (const [name, report] of reports) {
    totals.read += report.totals.read;
    totals.kept += report.totals.kept;
    totals.repaired += report.totals.repaired;
    totals.refused += report.totals.refused;
    for (const { code, outcome, text, count, examples } of report.reasons) {
      reasons.push({
        code,
        outcome,
        text,
        count,
        examples: examples.map(({ at, field }) =>
          field ? `${name}: ${at}: ${field}` : `${name}: ${at}`,
        ),
      });
    }
  }
  return { totals, reasons };
}
