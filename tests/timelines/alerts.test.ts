import { describe, expect, test } from 'vitest';

import { AgencyId } from '../../src/agencies/agency.ts';
import { PeriodKey } from '../../src/calendar/period.ts';
import type { HealthState, SourceHealth } from '../../src/polling/health.ts';
import type { Finding } from '../../src/snapshots/finding.ts';
import { auditStore } from '../../src/storage/audit-store.ts';
import { figures, firstLines, healthOf, type Late, letLeadersIn } from './alert-figures.ts';
import { startDay } from './start-day.ts';

const LEADERS = '-50';
const CAM_LAM = { id: 'h-cam-lam', handled: 10_000 };

/** A Monday on which leaders are warned of everything. */
async function monday(wish = '', at = '2026-11-23T06:00') {
  const day = await startDay({ at });
  await letLeadersIn(day, LEADERS, wish);
  return day;
}

type Day = Awaited<ReturnType<typeof monday>>;

/** Takes figures of Cam Lâm in at a moment, and lets three minutes pass. */
async function late(day: Day, at: string, count: number) {
  await figures(day, at, [{ ...CAM_LAM, late: count }]);
  await day.runUntil(at.replace(/.$/u, '3'));
}

describe('a rate over a day', () => {
  test('is told when it reaches a limit, when it reaches the next, and when it is clearly under it again', async () => {
    await using day = await monday();
    await late(day, '2026-11-23T08:00', 50);
    await late(day, '2026-11-23T08:10', 100);
    await late(day, '2026-11-23T08:20', 99);
    await late(day, '2026-11-23T08:30', 110);
    await late(day, '2026-11-23T09:00', 510);
    await late(day, '2026-11-23T09:30', 95);
    await late(day, '2026-11-23T10:00', 85);
    expect(firstLines(day)).toEqual([
      '08:10 1,00% hồ sơ trễ hạn — UBND huyện Cam Lâm, năm 2026',
      '09:00 5,10% hồ sơ trễ hạn — UBND huyện Cam Lâm, năm 2026',
      '09:30 0,95% hồ sơ trễ hạn — UBND huyện Cam Lâm, năm 2026',
      '10:00 0,85% hồ sơ trễ hạn — UBND huyện Cam Lâm, năm 2026',
    ]);
    expect(day.got.map(({ text }) => text.split('\n')[2])).toEqual([
      'Chạm ngưỡng 1% (Báo cáo 4589/BC-UBND) — 100/10.000 hồ sơ.',
      'Vượt ngưỡng 5% (Chương trình hành động 12823/CTr-UBND) — 510/10.000 hồ sơ; lần báo trước 1,00%.',
      'Đã xuống dưới 5%, đang sát mức 1% — 95/10.000 hồ sơ; lần báo trước 5,10%.',
      'Đã xuống dưới 1% — 85/10.000 hồ sơ; lần báo trước 0,95%.',
    ]);
  });

  test('says what can be done, where it comes from, and offers to answer', async () => {
    await using day = await monday();
    await late(day, '2026-11-23T08:10', 112);
    const [alert] = day.got;
    expect(alert?.text.split('\n').filter((line) => line !== '')).toEqual([
      '1,12% hồ sơ trễ hạn — UBND huyện Cam Lâm, năm 2026',
      'Vượt ngưỡng 1% (Báo cáo 4589/BC-UBND) — 112/10.000 hồ sơ.',
      'Cần thêm 1.201 hồ sơ giải quyết đúng hạn để xuống dưới 1%.',
      'Nguồn: Hệ thống Một cửa điện tử · số liệu đến 23/11/2026',
    ]);
    expect(alert?.reply.choices.map(({ send }) => send)).toEqual([
      '/canh-bao đã nắm',
      '/canh-bao tạm dừng',
      '/tre-han UBND huyện Cam Lâm #h-cam-lam',
    ]);
    expect(alert?.reply.topic).toMatchObject({
      agency: 'h-cam-lam',
      period: '2026',
      metric: 'overdue',
    });
  });

  test('nobody acknowledges is repeated after five working days, acknowledged it is not', async () => {
    await using day = await monday();
    await late(day, '2026-11-23T08:10', 110);
    await figures(day, '2026-11-30T06:59', [{ ...CAM_LAM, late: 110 }]);
    await day.runUntil('2026-11-30T07:05');
    expect(day.got[1]?.text).toContain('Vẫn từ 1% trở lên từ 23/11/2026');
    expect(await day.say(LEADERS, '/canh-bao đã nắm')).toContain('1 cảnh báo không nhắc lại nữa');
    await figures(day, '2026-12-08T06:59', [{ ...CAM_LAM, late: 110 }]);
    await day.runUntil('2026-12-08T07:05');
    expect(day.got).toHaveLength(2);
  });

  test('is told once, though two processes look in the same minute and one starts anew', async () => {
    await using day = await monday();
    await figures(day, '2026-11-23T08:10', [{ ...CAM_LAM, late: 110 }]);
    const both = await Promise.all([1, 2].map(() => day.jobs.alerts.run({ dry: false })));
    expect(both.map(({ summary }) => summary['queued']).toSorted((a = 0, b = 0) => a - b)).toEqual([
      0, 1,
    ]);
    await using later = await startDay({ at: '2026-11-23T08:11', storage: day.open.storage });
    expect(await later.jobs.alerts.run({ dry: false })).toMatchObject({
      summary: { nothingNew: 1 },
    });
  });

  test('is accounted for as told about its agency: who was told is told when it is corrected', async () => {
    await using day = await monday();
    await late(day, '2026-11-23T08:10', 110);
    const [entry] = await auditStore(day.open.storage).latest(1);
    expect(entry?.typed).toBe('alert/2026-11-23/telegram:-50/1/h-cam-lam');
  });

  test('a dry run tells what it would send, and sends nothing', async () => {
    await using day = await monday();
    await figures(day, '2026-11-23T08:10', [{ ...CAM_LAM, late: 110 }]);
    const { details } = await day.jobs.alerts.run({ dry: true });
    expect(details).toEqual([
      'alert/2026-11-23/telegram:-50/1 1,10% hồ sơ trễ hạn — UBND huyện Cam Lâm, năm 2026',
    ]);
    await day.runUntil('2026-11-23T08:11');
    expect(day.got).toHaveLength(1);
  });
});

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

describe('in peace', () => {
  test('what came and went in the night is not told, what stays is, by the figures of the morning', async () => {
    await using day = await monday();
    await late(day, '2026-11-23T19:00', 110);
    await late(day, '2026-11-23T23:00', 50);
    await day.skipTo('2026-11-24T06:50');
    await day.runUntil('2026-11-24T07:10');
    expect(day.got).toEqual([]);
    await late(day, '2026-11-24T18:00', 110);
    await late(day, '2026-11-25T05:00', 130);
    await day.skipTo('2026-11-25T06:55');
    await day.runUntil('2026-11-25T07:05');
    expect(firstLines(day)).toEqual(['07:00 1,30% hồ sơ trễ hạn — UBND huyện Cam Lâm, năm 2026']);
  });

  test('nothing comes on a Sunday', async () => {
    await using day = await monday('', '2026-11-29T06:00');
    await late(day, '2026-11-29T10:00', 110);
    expect(day.got).toEqual([]);
  });

  test('a chat that put them off is told afterwards what is still the case', async () => {
    await using day = await monday();
    expect(await day.say(LEADERS, '/canh-bao tạm dừng 2 giờ')).toContain('08:00 ngày 23/11/2026');
    await late(day, '2026-11-23T07:30', 110);
    expect(day.got).toEqual([]);
    await day.runUntil('2026-11-23T08:02');
    expect(firstLines(day)).toEqual(['08:00 1,10% hồ sơ trễ hạn — UBND huyện Cam Lâm, năm 2026']);
  });

  test('until the next working morning if it said no more, or until it wants them again', async () => {
    await using day = await monday();
    await day.skipTo('2026-11-27T08:00');
    expect(await day.say(LEADERS, '/canh-bao tạm dừng')).toContain('07:00 ngày 30/11/2026');
    await late(day, '2026-11-27T08:10', 110);
    expect(day.got).toEqual([]);
    expect(await day.say(LEADERS, '/canh-bao')).toContain('Đang tạm dừng');
    await day.say(LEADERS, '/canh-bao bật lại');
    await day.runUntil('2026-11-27T08:15');
    expect(day.got).toHaveLength(1);
  });
});

const DISTRICTS = [
  'h-cam-lam',
  'h-dien-khanh',
  'h-van-ninh',
  'h-khanh-vinh',
  'h-khanh-son',
  'tx-ninh-hoa',
  'tp-cam-ranh',
];

/** Some districts that are all late. */
const rows = (count: number): readonly Late[] =>
  DISTRICTS.slice(0, count).map((id, at) => ({ id, handled: 10_000, late: 200 + at }));

test('who ends the alerts and wants them again is told anew what is still the case; a changed limit is no new wish', async () => {
  await using day = await monday();
  await late(day, '2026-11-23T08:00', 210);
  await day.say(LEADERS, '/huy cảnh báo');
  await day.runUntil('2026-11-23T08:05');
  await day.say(LEADERS, '/dang-ky cảnh báo');
  await day.runUntil('2026-11-23T08:08');
  expect(day.got.map(({ at }) => at)).toEqual(['08:00', '08:05']);
  await day.say(LEADERS, '/dang-ky cảnh báo ngưỡng 2%');
  await day.runUntil('2026-11-23T08:10');
  expect(firstLines(day).at(-1)).toBe('08:08 2,10% hồ sơ trễ hạn — UBND huyện Cam Lâm, năm 2026');
  await day.say(LEADERS, '/dang-ky cảnh báo ngưỡng 3%');
  await day.runUntil('2026-11-23T08:15');
  expect(day.got).toHaveLength(3);
});

describe('several at once', () => {
  test.each([2, 4, 5, 6, 7])('%d come in one message of at most eight lines', async (count) => {
    await using day = await monday();
    await figures(day, '2026-11-23T08:00', rows(count));
    await day.runUntil('2026-11-23T08:03');
    expect(day.got).toHaveLength(1);
    const lines = day.got[0]?.text.split('\n').filter((line) => line !== '') ?? [];
    expect(lines[0]).toBe(`${count} cảnh báo, năm 2026 — 08:00 ngày 23/11/2026`);
    expect(lines.length).toBeLessThanOrEqual(8);
    expect(lines.join(' ')).toContain('Cam Lâm 2,00%');
  });

  test('bad news before good', async () => {
    await using day = await monday();
    await figures(day, '2026-11-23T08:00', rows(1));
    await day.runUntil('2026-11-23T08:03');
    const next = rows(2).map((row, at) => (at === 0 ? { ...row, late: 10 } : row));
    await figures(day, '2026-11-23T08:10', next);
    await day.runUntil('2026-11-23T08:13');
    expect(day.got[1]?.text).toMatch(
      /^1 cảnh báo · 1 mục đã cải thiện, năm 2026[\s\S]*Diên Khánh 2,01%[\s\S]*Cam Lâm 0,10%/u,
    );
  });
});

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
  return { ...healthOf(source, 'partial'), problem };
}

function yearOf(year: string) {
  return { period: PeriodKey.parse(year) };
}
