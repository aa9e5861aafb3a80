import * as fc from 'fast-check';

import { AgencyId } from '../../src/agencies/agency.ts';
import { PeriodKey } from '../../src/calendar/period.ts';
import type { ChartRequest } from '../../src/replies/chart-request.ts';
import type { FileRequest } from '../../src/replies/file-request.ts';
import type { Block, Line, Reply } from '../../src/replies/reply.ts';
import { SnapshotId } from '../../src/snapshots/snapshot.ts';

const text = fc.string({ unit: 'grapheme', maxLength: 12 });
const rate = fc.integer({ min: 0, max: 10_000 }).map((hundredths) => hundredths / 100);
const some = <T>(one: fc.Arbitrary<T>) => fc.array(one, { maxLength: 3 });
const orNull = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null });

const line: fc.Arbitrary<Line> = some(fc.oneof(text, fc.record({ strong: text })));

const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constantFrom('headline', 'text', 'note', 'warning', 'source'), line }),
  fc.record({ kind: fc.constant('list'), items: some(line) }),
  fc.record({ kind: fc.constant('table'), header: some(text), rows: some(some(text)) }),
);

const frame = { title: text, subtitle: text, source: text };
const limit = orNull(fc.record({ value: rate, label: text }));
const bars = some(
  fc.record({
    label: text,
    value: orNull(rate),
    valueLabel: text,
    detail: text,
    marked: fc.boolean(),
  }),
);
const segment = fc.record({
  label: text,
  value: fc.nat(),
  valueLabel: text,
  tone: fc.constantFrom('good', 'late', 'waiting', 'unknown'),
});

const chart: fc.Arbitrary<ChartRequest> = fc.oneof(
  fc.record({ ...frame, kind: fc.constantFrom('ranking', 'byField'), bars, limit }),
  fc.record({
    ...frame,
    kind: fc.constant('target'),
    bars,
    target: orNull(fc.record({ from: rate, to: rate, label: text })),
  }),
  fc.record({
    ...frame,
    kind: fc.constant('comparison'),
    groups: some(fc.record({ label: text, bars })),
    limit,
  }),
  fc.record({
    ...frame,
    kind: fc.constant('trend'),
    points: some(
      fc.record({ label: text, value: orNull(rate), valueLabel: text, joined: fc.boolean() }),
    ),
    limit,
  }),
  fc.record({
    ...frame,
    kind: fc.constant('composition'),
    bars: some(fc.record({ label: text, total: text, segments: some(segment) })),
  }),
);

const file: fc.Arbitrary<FileRequest> = fc.record({
  kind: fc.constant('workbook'),
  name: text,
  sheets: some(
    fc.record({
      name: text,
      title: some(text),
      columns: some(
        fc.record({
          header: text,
          width: fc.nat(80),
          align: fc.constantFrom('left', 'right', 'center'),
        }),
      ),
      rows: some(some(fc.oneof(text, fc.integer(), fc.constant(null)))),
      notes: some(text),
    }),
  ),
});

/** Replies of every shape there is. */
export const anyReply: fc.Arbitrary<Reply> = fc.record(
  {
    blocks: some(block),
    chart: orNull(chart),
    choices: some(fc.record({ label: text, send: text })),
    file,
    topic: fc.record({
      agency: fc.constantFrom(null, AgencyId.parse('tp-nha-trang')),
      period: fc.constantFrom(null, PeriodKey.parse('2023-Q3')),
      metric: fc.constantFrom(null, 'overdue', 'online'),
    }),
    snapshots: some(fc.nat().map((id) => SnapshotId.parse(id + 1))),
    list: fc.record({
      source: text,
      origin: text,
      asOf: fc.nat().map((second) => Temporal.Instant.fromEpochMilliseconds(second * 1_000)),
    }),
  },
  { requiredKeys: ['blocks', 'chart', 'choices', 'topic', 'snapshots'] },
);
