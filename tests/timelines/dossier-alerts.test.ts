import { expect, test } from 'vitest';

import { countDossiers } from '../../jobs/count-dossiers.ts';
import { AgencyId } from '../../src/agencies/agency.ts';
import { dossier, takeIn } from '../conversations/due-dossiers.ts';
import { figures, healthOf, letLeadersIn } from './alert-figures.ts';
import { moment, startDay } from './start-day.ts';

const LEADERS = '-50';

type Day = Awaited<ReturnType<typeof startDay>>;

/** A list of Lộc Thọ as of a morning: what was due on which day. */
async function listOf(day: Day, asOf: string, dueOn: readonly string[]) {
  const dossiers = dueOn.map((due, at) => dossier(`00${String(at)}`, due));
  await takeIn(day.open.due.dossiers, dossiers, {
    asOf: moment(asOf),
    contentHash: asOf.length.toString().padStart(64, asOf.slice(-2)),
  });
}

async function monday() {
  const day = await startDay({ at: '2026-11-23T06:00' });
  await letLeadersIn(day, LEADERS);
  return day;
}

test('dossiers are told of once they are late by more than thirty working days, and by numbers, not codes', async () => {
  await using day = await monday();
  // The thirtieth working day before Monday 23/11/2026 is 12/10.
  await listOf(day, '2026-11-23T06:30', ['2026-10-12', '2026-10-13', '2026-11-20']);
  await day.skipTo('2026-11-23T06:58');
  await day.runUntil('2026-11-23T07:03');
  expect(day.got).toEqual([]);
  await listOf(day, '2026-11-24T06:30', ['2026-10-12', '2026-10-13', '2026-11-20']);
  await day.skipTo('2026-11-24T06:58');
  await day.runUntil('2026-11-24T07:03');
  expect(day.got.map(({ text }) => text.split('\n').filter((line) => line !== ''))).toEqual([
    [
      '1 hồ sơ quá hạn trên 30 ngày làm việc — UBND phường Lộc Thọ',
      'Cần xử lý dứt điểm, xin lỗi và hẹn lại.',
      'Nguồn: danh sách hồ sơ mot-cua, lúc 06:30 ngày 24/11/2026',
    ],
  ]);
  expect(day.got[0]?.reply.choices.at(-1)?.send).toContain('/qua-han UBND phường Lộc Thọ');
});

test.each(['failed', 'stale', 'partial'] as const)(
  'a list whose source is %s says nothing',
  async (state) => {
    await using day = await monday();
    day.health.push(healthOf('mot-cua', state));
    await listOf(day, '2026-11-23T06:30', ['2026-01-12']);
    await day.skipTo('2026-11-23T07:00');
    await day.runUntil('2026-11-23T07:03');
    expect(day.got).toEqual([]);
  },
);

test('a list of two working days ago says nothing', async () => {
  await using day = await monday();
  await listOf(day, '2026-11-19T06:30', ['2026-01-12']);
  await day.skipTo('2026-11-23T07:00');
  await day.runUntil('2026-11-23T07:03');
  expect(day.got).toEqual([]);
});

type Year = { readonly finishedLate: number; readonly pending: number; readonly dueOn: string };

/** 9 of 1,000 finished were late and three under way are: 12 of 1,003. */
const LATE: Year = { finishedLate: 9, pending: 3, dueOn: '2026-11-20' };

/** Takes in a year of Cam Lâm, and counts it. */
async function yearOf(day: Day, { finishedLate, pending, dueOn }: Year) {
  const agency = AgencyId.parse('h-cam-lam');
  const done = Array.from({ length: 1_000 }, (_, at) =>
    dossier(`1${String(at).padStart(3, '0')}`, at < finishedLate ? '2026-03-02' : '2026-03-20', {
      agency,
      receivedAt: moment('2026-02-02T08:00'),
      state: 'done',
      closedAt: moment('2026-03-10T10:00'),
    }),
  );
  const open = Array.from({ length: pending }, (_, at) =>
    dossier(`2${String(at).padStart(3, '0')}`, dueOn, { agency }),
  );
  const { due, intake, knowledge } = day.open;
  await takeIn(due.dossiers, [...done, ...open], { asOf: moment('2026-11-23T06:30') });
  await day.skipTo('2026-11-23T06:40');
  const { directory, clock } = knowledge;
  const counting = { dossiers: due.dossiers, snapshots: intake.store, directory, clock };
  await countDossiers(counting).run({ dry: false });
}

test('what a year will come to is told', async () => {
  await using day = await monday();
  await yearOf(day, LATE);
  await day.skipTo('2026-11-23T07:00');
  await day.runUntil('2026-11-23T07:03');
  expect(day.got.map(({ text }) => text.split('\n').filter((line) => line !== ''))).toEqual([
    [
      '1,22% hồ sơ trễ hạn theo dự báo cuối kỳ — UBND huyện Cam Lâm, năm 2026',
      'Danh sách hồ sơ đã vượt ngưỡng 1%.',
      // 61 more to come in the 21 days left, as 1,003 came in 344.
      'Đến 14/12/2026 khoảng 1,22% (chưa đủ số tháng để nêu mức thấp nhất, cao nhất), 13/1.064 hồ sơ; đang trễ 12, còn 0 hồ sơ đến hạn trong kỳ.',
      'Nguồn: danh sách hồ sơ mot-cua, lúc 06:30 ngày 23/11/2026. Cách tính trễ hạn: công thức của tỉnh',
    ],
  ]);
});

test('what is under its limit now and is going to reach it is told before it does', async () => {
  await using day = await monday();
  // 11 of 1,000 finished were late, 200 are under way in time: 11 of 1,200 now, 13 of 1,273 in the end.
  await yearOf(day, { finishedLate: 11, pending: 200, dueOn: '2026-12-10' });
  await day.skipTo('2026-11-23T07:00');
  await day.runUntil('2026-11-23T07:03');
  const [text = ''] = day.got.map((got) => got.text);
  expect(text).toContain('1,02% hồ sơ trễ hạn theo dự báo cuối kỳ — UBND huyện Cam Lâm, năm 2026');
  expect(text).toContain('Có thể vượt ngưỡng 1%.');
  expect(text).toContain('13/1.273 hồ sơ; đang trễ 11, còn 200 hồ sơ đến hạn trong kỳ');
});

test('an answer about the running year says in a line what it will come to, one about another year does not', async () => {
  await using day = await startDay({ at: '2026-11-23T06:00', samples: 'khanh-hoa' });
  await day.say(LEADERS, '/gan-nhom lãnh đạo');
  await yearOf(day, LATE);
  await figures(day, '2026-11-23T06:50', [{ id: 'h-cam-lam', late: 8, handled: 1_000 }]);
  const line = /^Dự báo cuối kỳ \(tính từ danh sách hồ sơ\): đến 14\/12\/2026 khoảng 1,22% .*$/mu;
  const running = await day.say(LEADERS, '/tre-han huyện Cam Lâm');
  expect(running).toContain('0,80% hồ sơ trễ hạn');
  expect(running).toMatch(line);
  expect(await day.say(LEADERS, '/tre-han huyện Cam Lâm 2023')).not.toContain('Dự báo');
  const asked = await day.say(LEADERS, 'dự báo trễ hạn huyện Cam Lâm cuối năm');
  expect(asked).toMatch(line);
  expect(asked).not.toContain('Chưa dự báo được');
});

test('a quarter is told of before it ends, in one message though the year goes the same way', async () => {
  await using day = await startDay({ at: '2026-02-23T06:00' });
  await letLeadersIn(day, LEADERS);
  const agency = AgencyId.parse('h-cam-lam');
  const done = Array.from({ length: 500 }, (_, at) =>
    dossier(`1${String(at).padStart(3, '0')}`, at < 8 ? '2026-01-20' : '2026-02-20', {
      agency,
      receivedAt: moment('2026-01-12T08:00'),
      state: 'done',
      closedAt: moment('2026-02-10T10:00'),
    }),
  );
  const open = Array.from({ length: 400 }, (_, at) =>
    dossier(`2${String(at).padStart(3, '0')}`, '2026-03-05', {
      agency,
      receivedAt: moment('2026-02-12T08:00'),
    }),
  );
  const { due, intake, knowledge } = day.open;
  await takeIn(due.dossiers, [...done, ...open], { asOf: moment('2026-02-23T06:30') });
  await day.skipTo('2026-02-23T06:40');
  const { directory, clock } = knowledge;
  const counting = { dossiers: due.dossiers, snapshots: intake.store, directory, clock };
  await countDossiers(counting).run({ dry: false });
  await day.skipTo('2026-02-23T07:00');
  await day.runUntil('2026-02-23T07:03');
  expect(day.got.map(({ text }) => text.split('\n').filter((line) => line !== ''))).toEqual([
    [
      expect.stringMatching(
        /^1,\d\d% hồ sơ trễ hạn theo dự báo cuối kỳ — UBND huyện Cam Lâm, quý I\/2026$/u,
      ),
      'Có thể vượt ngưỡng 1%.',
      expect.stringMatching(/^Đến 14\/03\/2026 khoảng .* đang trễ 8, còn 400 hồ sơ đến hạn/u),
      expect.stringMatching(/^Nguồn: /u),
    ],
  ]);
});
