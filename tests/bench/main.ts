import type { BenchRow } from './bench-row.ts';
import { benchCharts } from './charts.ts';
import { benchDue } from './due.ts';
import { benchFootprint } from './footprint.ts';
import { benchIntake } from './intake.ts';
import { benchPush } from './push.ts';
import { benchQueries } from './queries.ts';
import { benchTextAnswer } from './text-answer.ts';

/** `npm run bench [NAME...]`: every measurement of design.md section 8 that is due, each beside its bar. */
const BENCHES: Readonly<Record<string, () => Promise<readonly BenchRow[]>>> = {
  footprint: benchFootprint,
  queries: benchQueries,
  intake: benchIntake,
  due: benchDue,
  charts: benchCharts,
  answer: benchTextAnswer,
  push: benchPush,
};

const wanted = process.argv.slice(2);
let missed = 0;
for (const [name, bench] of Object.entries(BENCHES)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  for (const { name: row, value, unit, bar, ok } of await bench()) {
    if (!ok) missed += 1;
    console.log(
      `${ok ? '✓' : '✗'} ${row}: ${value.toPrecision(3)} ${unit} (bar ${String(bar)} ${unit})`,
    );
  }
}
process.exitCode = missed > 0 ? 1 : 0;
