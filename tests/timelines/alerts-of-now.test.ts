import { describe, expect, test } from 'vitest';

import { AgencyId } from '../../src/agencies/agency.ts';
import { PeriodKey } from '../../src/calendar/period.ts';
import type { HealthState, SourceHealth } from '../../src/polling/health.ts';
import type { Finding } from '../../src/snapshots/finding.ts';
import { figures, firstLines, healthOf, letLeadersIn } from './alert-figures.ts';
import { startDay } from './start-day.ts';

const LEADERS = '-50';
const CAM_LAM = { id: 'h-cam-lam', handled: 10_000 };

/** A Monday on which leaders are warned of everything. */
async function monday() {
  const day = await startDay({ at: '2026-11-23T06:00' });
  await letLeadersIn(day, LEADERS);
  return day;
}

type Day = Awaited<ReturnType<typeof monday>>;

/** Takes figures of Cam Lâm in at a moment, and lets three minutes pass. */
async function late(day: Day, at: string, count: number) {
  await figures(day, at, [{ ...CAM_LAM, late: count }]);
  await day.runUntil(at.replace(/.$/u, '3'));
}

test('figures that do not fit together are told with what does not', async () => {
  await using day = await monday();
  const finding = {
    code: 'childrenDoNotAddUp',
    agency: AgencyId.parse('h-cam-lam'),
    column: 'resolved',
    printed: 9_900,
    sumOfChildren: 9_950,
  } as const;
  await figures(day, '2026-11-23T08:00', [{ ...CAM_LAM, late: 110 }], { findings: [finding] });
  await day.runUntil('2026-11-23T08:01');
  expect(day.got[0]?.text).toContain('⚠️ Số liệu chưa khớp — đã giải quyết: bảng ghi 9.900');
});

describe('what is not of now', () => {
  test('a table of 2023 warns of nothing in 2026, however late it was', async () => {
    await using day = await startDay({ at: '2026-11-23T06:00', samples: 'khanh-hoa' });
    await letLeadersIn(day, LEADERS, 'ngưỡng 0,1%');
    await day.skipTo('2026-11-23T08:00');
    await day.runUntil('2026-11-23T08:05');
    expect(day.got).toEqual([]);
  });

  test.each<[string, string, number]>([
    ['figures of Wednesday still count on Monday', '2026-11-18', 1],
    ['those of Tuesday do not', '2026-11-17', 0],
    ['those of a day to come neither', '2026-11-24', 0],
  ])('%s', async (_, asOf, alerts) => {
    await using day = await monday();
    const rows = [{ ...CAM_LAM, late: 110 }];
    await figures(day, '2026-11-23T08:00', rows, { asOf: Temporal.PlainDate.from(asOf) });
    await day.runUntil('2026-11-23T08:03');
    expect(day.got).toHaveLength(alerts);
  });

  test.each<HealthState>(['failed', 'stale', 'partial'])(
    'from a source that is %s there is no alert until it is well again',
    async (state) => {
      await using day = await monday();
      day.health.push(healthOf('mot-cua-tinh', state));
      await late(day, '2026-11-23T08:00', 110);
      expect(day.got).toEqual([]);
      day.health[0] = healthOf('mot-cua-tinh', 'fresh');
      await day.runUntil('2026-11-23T08:05');
      expect(firstLines(day)).toEqual(['08:03 1,10% hồ sơ trễ hạn — UBND huyện Cam Lâm, năm 2026']);
      day.health[0] = healthOf('mot-cua-tinh', state);
      await late(day, '2026-11-23T08:10', 10);
      expect(day.got).toHaveLength(1);
    },
  );

  test('where a source fails, an older or a shorter table of another does not speak for it', async () => {
    await using day = await monday();
    const other = { source: 'chi-nhanh', period: PeriodKey.parse('2026-M12') };
    await figures(day, '2026-11-23T07:55', [{ ...CAM_LAM, late: 200 }], other);
    await late(day, '2026-11-23T08:00', 110);
    day.health.push(healthOf('mot-cua-tinh', 'failed'));
    await day.runUntil('2026-11-23T08:10');
    day.health[0] = healthOf('mot-cua-tinh', 'fresh');
    await day.runUntil('2026-11-23T08:15');
    expect(firstLines(day)).toEqual(['08:00 1,10% hồ sơ trễ hạn — UBND huyện Cam Lâm, năm 2026']);
  });

  test('a new year begins anew: that the old one was late is neither repeated nor taken back', async () => {
    await using day = await monday();
    await late(day, '2026-12-14T08:00', 110);
    await day.skipTo('2026-12-15T08:00');
    await figures(day, '2026-12-15T08:00', [{ ...CAM_LAM, handled: 200, late: 0 }], yearOf('2027'));
    await day.runUntil('2026-12-15T08:03');
    expect(day.got).toHaveLength(1);
    await figures(day, '2026-12-16T08:00', [{ ...CAM_LAM, handled: 300, late: 3 }], yearOf('2027'));
    await day.runUntil('2026-12-16T08:03');
    expect(firstLines(day)[1]).toContain(`1,00% hồ sơ trễ hạn — UBND huyện Cam Lâm, năm 2027`);
  });
});

test('an alert that could not be sent for half a day is told anew, as it is by then', async () => {
  await using day = await monday();
  await figures(day, '2026-11-23T17:50', [{ ...CAM_LAM, late: 110 }]);
  // It is queued, and then the bot is down until the next morning.
  await day.jobs.alerts.run({ dry: false });
  await figures(day, '2026-11-24T07:05', [{ ...CAM_LAM, late: 130 }]);
  await day.runUntil('2026-11-24T07:10');
  expect(firstLines(day)).toEqual(['07:06 1,30% hồ sơ trễ hạn — UBND huyện Cam Lâm, năm 2026']);
});

test.each<[string, Finding, boolean]>([
  ['a jump', jump('h-cam-lam'), false],
  ['a fall by half', fell(10_100, 5_100), false],
  ['a fall by a test dossier', fell(10_100, 10_099), true],
  ['a jump of another agency', jump('h-dien-khanh'), true],
])(
  '%s in the figures: are they still alerted of, and others of the table?',
  async (_, finding, isTold) => {
    await using day = await monday();
    day.health.push(doubtedSource('mot-cua-tinh'));
    await figures(
      day,
      '2026-11-23T08:00',
      [
        { ...CAM_LAM, late: 110 },
        { id: 'tx-ninh-hoa', handled: 10_000, late: 120 },
      ],
      { findings: [finding] },
    );
    await day.runUntil('2026-11-23T08:02');
    const text = day.got.map((one) => one.text).join(' ');
    expect([text.includes('Cam Lâm'), text.includes('Ninh Hòa')]).toEqual([isTold, true]);
  },
);

function jump(agency: string): Finding {
  return {
    code: 'implausibleJump',
    agency: AgencyId.parse(agency),
    column: 'received',
    before: saidOn(100),
    now: 10_100,
    gross: false,
  };
}

/** What Cam Lâm has received is less than it was. */
function fell(before: number, now: number): Finding {
  const agency = AgencyId.parse(CAM_LAM.id);
  const said = saidOn(before);
  return {
    code: 'counterRanBackwards',
    agency,
    column: 'received',
    before: said,
    now,
    gross: false,
  };
}

function saidOn(value: number) {
  const asOf = Temporal.PlainDate.from('2026-11-20');
  return { value, period: PeriodKey.parse('2026'), asOf };
}

/** A source that was read, and said of some agency what is hard to believe. */
function doubtedSource(source: string): SourceHealth {
  const problem = { code: 'hardToBelieve', place: source, detail: '' };
  return { ...healthOf(source, 'doubted'), problem };
}

function yearOf(year: string) {
  return { period: PeriodKey.parse(year) };
}
