import * as z from 'zod';

import { AgencyId } from '../agencies/agency.ts';
import { PeriodKey } from '../calendar/period.ts';
import { NamedList } from '../dossiers/named-list.ts';
import { Metric } from '../figures/metric.ts';
import { SnapshotId } from '../snapshots/snapshot.ts';
import type { FileRequest } from './file-request.ts';
import type { Block, Reply } from './reply.ts';
import { StoredChart } from './stored-chart.ts';

const Line = z.array(z.union([z.string(), z.strictObject({ strong: z.string() })]));

const StoredBlock: z.ZodType<Block> = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.enum(['headline', 'text', 'note', 'warning', 'source']),
    line: Line,
  }),
  z.strictObject({ kind: z.literal('list'), items: z.array(Line) }),
  z.strictObject({
    kind: z.literal('table'),
    header: z.array(z.string()),
    rows: z.array(z.array(z.string())),
  }),
]);

const StoredHeaderCell = z.strictObject({
  text: z.string(),
  across: z.number().exactOptional(),
  down: z.number().exactOptional(),
});

const StoredFile: z.ZodType<FileRequest> = z.strictObject({
  kind: z.literal('workbook'),
  name: z.string(),
  sheets: z.array(
    z.strictObject({
      name: z.string(),
      title: z.array(z.string()),
      columns: z.array(
        z.strictObject({
          header: z.string(),
          width: z.number(),
          align: z.enum(['left', 'right', 'center']),
        }),
      ),
      header: z.array(z.array(StoredHeaderCell)).exactOptional(),
      rows: z.array(
        z.array(
          z.union([z.string(), z.number(), z.strictObject({ percent: z.number() }), z.null()]),
        ),
      ),
      totals: z.array(z.number()).exactOptional(),
      notes: z.array(z.string()),
    }),
  ),
});

/**
 * A reply as it is kept until it is sent, read back from JSON. Markup is made only then, so what was queued before an
 * update is sent as the update would send it; a reply of a shape this release does not know is refused.
 */
export const StoredReply: z.ZodType<Reply> = z.strictObject({
  blocks: z.array(StoredBlock),
  chart: StoredChart.nullable(),
  choices: z.array(z.strictObject({ label: z.string(), send: z.string() })),
  file: StoredFile.exactOptional(),
  topic: z.strictObject({
    agency: AgencyId.nullable(),
    period: PeriodKey.nullable(),
    metric: Metric.nullable(),
    leading: z.array(AgencyId).exactOptional(),
  }),
  snapshots: z.array(SnapshotId),
  list: NamedList.exactOptional(),
});
