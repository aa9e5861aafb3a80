import type { Metric } from '../../../src/figures/metric.ts';
import type { Figure, Statement } from '../../../src/snapshots/snapshot.ts';
import { folderSource } from '../../../src/sources/file/file-source.ts';
import { all, reading } from './reading.ts';

/** Everything in fixtures/figures, as read. */
export const payloads = await all(folderSource('samples', 'fixtures/figures', reading));
export const readings = payloads.flatMap((payload) =>
  payload.kind === 'read' ? payload.readings : [],
);

/** The one figure a document has of an agency and field. */
export function figureOf(document: string, agency: string, field: string | null = null): Figure {
  const found = readings
    .filter((each) => each.document.number === document)
    .flatMap(({ figures }) => figures)
    .filter((each) => each.agency === agency && each.field === field);
  const [figure, ...others] = found;
  if (figure === undefined || others.length > 0) throw new Error(`not one figure of ${agency}`);
  return figure;
}

/** What a document says about an agency and metric, all fields, in its order. */
export function statementsOf(
  document: string,
  agency: string,
  metric: Metric,
): readonly Statement[] {
  return readings
    .filter((each) => each.document.number === document)
    .flatMap(({ statements }) => statements)
    .filter((each) => each.agency === agency && each.metric === metric);
}
