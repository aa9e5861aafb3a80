import { expect, test } from 'vitest';

import { pollFigures } from '../../jobs/poll-figures.ts';
import { AgencyId } from '../../src/agencies/agency.ts';
import { PeriodKey } from '../../src/calendar/period.ts';
import { clockText } from '../../src/replies/moment-words.ts';
import { WORDED_PROBLEMS } from '../../src/replies/problem-words.ts';
import { httpFigures } from '../../src/sources/http/http-figures.ts';
import { openInMemory } from '../conversations/open-in-memory.ts';
import { HandWoundTime } from '../doubles/hand-wound-time.ts';
import { HandWoundTimers } from '../doubles/hand-wound-timers.ts';
import { OneStopDouble } from '../doubles/one-stop/one-stop-double.ts';
import { askingRoom, COUNTS, figureOptions } from '../sources/http/asking.ts';
import { moment } from './start-day.ts';

const HEALTH = AgencyId.parse('so-yt');
const YEAR = PeriodKey.parse('2026');

/** A one-stop system that is asked every minute, by a clock wound by hand. */
async function startHour() {
  const time = new HandWoundTime(moment('2026-11-21T08:00'));
  const open = await openInMemory(time, 'none');
  const double = await OneStopDouble.open();
  const options = figureOptions(double, { idleSeconds: 10, rest: { failures: 5, minutes: 5 } });
  const timers = new HandWoundTimers();
  // Nobody waits ten seconds in truth for what will never come.
  double.onHeld = () => timers.runOut(10_000);
  const job = pollFigures({
    source: httpFigures(options, { ...askingRoom(time), startTimer: timers.start }),
    when: '* * * * *',
    intake: open.intake,
  });
  const minutes: { readonly at: string; readonly outcome: string }[] = [];
  const { snapshots } = open.knowledge;
  return {
    double,
    snapshots,
    /** Asks every minute up to this one. */
    async until(to: string) {
      while (Temporal.Instant.compare(time.now(), moment(`2026-11-21T${to}`)) < 0) {
        const { summary, details } = await job.run({ dry: false });
        const outcome = Object.keys(summary).find((name) => summary[name] === 1) ?? '';
        minutes.push({ at: clockText(time.now()), outcome: outcomeOf(outcome, details) });
        await time.pass(60_000);
      }
    },
    /** What came of each minute, the same after one another as one: "08:01–08:09 unchanged". */
    told: () => runs(minutes),
    /** The current figure of an agency. */
    current: async (agency: AgencyId) => (await snapshots.readings(agency, YEAR))[0]?.figure.counts,
    async [Symbol.asyncDispose]() {
      open[Symbol.dispose]();
      await double[Symbol.asyncDispose]();
    },
  };
}

/** "refused 127.0.0.1:1/thong-ke 2026:1:received negative -1" → "refused negative". */
function outcomeOf(outcome: string, [first = '']: readonly string[]): string {
  if (outcome !== 'refused') return outcome;
  const code = first.split(' ').find((word) => WORDED_PROBLEMS.includes(word));
  return `refused ${code ?? first}`;
}

function runs(minutes: readonly { readonly at: string; readonly outcome: string }[]) {
  const told: { from: string; to: string; outcome: string }[] = [];
  for (const { at, outcome } of minutes) {
    const last = told.at(-1);
    if (last?.outcome === outcome) last.to = at;
    else told.push({ from: at, to: at, outcome });
  }
  return told.map(({ from, to, outcome }) => `${from === to ? from : `${from}–${to}`} ${outcome}`);
}

test('an hour of a system that lies, stalls, restates and recovers leaves exactly what it really counted', async () => {
  await using hour = await startHour();
  const { double } = hour;
  double.sets('H32.01', COUNTS);
  double.sets('H32.30', { ...COUNTS, received: 2_000, carriedOver: 1_100 });
  await hour.until('08:10');

  double.sets('H32.01', { resolvedOnTime: 879, resolvedOverdue: 21 });
  await hour.until('08:20');
  const restated = await hour.current(HEALTH);
  expect(restated).toMatchObject({ resolved: 900, resolvedOverdue: 21 });

  double.lies(([first, ...others]) => [{ ...first, tongTiepNhan: -1 }, ...others]);
  await hour.until('08:25');
  double.recovers();
  double.fails({ kind: 'hangs' });
  await hour.until('08:31');
  double.recovers();
  await hour.until('08:40');
  double.lies((rows) => [...rows, { ...rows[0], maDonVi: 'H79.01' }]);
  await hour.until('08:45');
  double.recovers();
  double.fails({ kind: 'status', status: 401 });
  await hour.until('08:46');
  double.recovers();
  await hour.until('08:52');
  double.showsMoment('2026-11-20T17:00:00+07:00');
  double.sets('H32.01', { resolvedOnTime: 870, resolvedOverdue: 18 });
  await hour.until('08:55');
  expect(await hour.current(HEALTH)).toEqual(restated);

  double.showsMoment('2026-11-21T08:55:00+07:00');
  double.sets('H32.01', { received: 1_004, resolvedOnTime: 882, resolvedOverdue: 22 });
  await hour.until('09:01');

  expect(hour.told()).toEqual([
    '08:00 stored',
    '08:01–08:09 unchanged',
    '08:10 restated',
    '08:11–08:19 unchanged',
    '08:20–08:24 refused negative',
    '08:25–08:29 refused stalled',
    '08:30–08:33 refused resting',
    '08:34–08:39 unchanged',
    '08:40–08:44 refused notInAgencyCodes',
    '08:45 refused accessRefused',
    '08:46–08:49 refused resting',
    '08:50–08:51 unchanged',
    '08:52 stored',
    '08:53–08:54 unchanged',
    '08:55 restated',
    '08:56–09:00 unchanged',
  ]);
  expect(await hour.current(HEALTH)).toMatchObject({ received: 1_004, resolvedOverdue: 22 });
  const versions = await hour.snapshots.history(HEALTH, YEAR);
  expect(
    versions.map(({ figure, snapshot }) => [
      clockText(snapshot.fetchedAt),
      snapshot.asOf.toString(),
      figure.counts.resolvedOverdue,
    ]),
  ).toEqual([
    ['08:52', '2026-11-20', 18],
    ['08:00', '2026-11-21', 20],
    ['08:10', '2026-11-21', 21],
    ['08:55', '2026-11-21', 22],
  ]);
  // While it rested nobody asked it; while nothing changed it sent nothing.
  expect(double.requests).toHaveLength(61 - 4 - 4);
});
