import { describe, expect, test } from 'vitest';

import { AgencyId } from '../../src/agencies/agency.ts';
import { dossier, takeIn } from '../conversations/due-dossiers.ts';
import { moment, startDay } from './start-day.ts';
import { letWardsIn, takeInWards, WARDS } from './wards.ts';

const LEADERS = '-50';
const LINE = /(\d+)\/(\d+) nhóm đã xác nhận danh sách sáng nay(?:; chưa xác nhận: (.*))?\.$/mu;

type Day = Awaited<ReturnType<typeof startDay>>;

/** A Monday before its lists, with ten wards' groups and one of leaders, all subscribed. */
async function monday(on = '2026-11-23') {
  const day = await startDay({ at: `${on}T05:00` });
  await letWardsIn(day);
  await day.say(LEADERS, '/gan-nhom lãnh đạo');
  await day.say(LEADERS, '/dang-ky tóm tắt 07:30');
  await takeInWards(day.open.due.dossiers, on);
  return day;
}

/** What leaders got, when. */
function digestsOf(day: Day) {
  return day.got.filter(({ chat }) => chat === LEADERS);
}

async function acknowledging(day: Day, chats: readonly string[]) {
  await day.skipTo('2026-11-23T06:59');
  await day.runUntil('2026-11-23T07:10');
  for (const chat of chats) await day.say(chat, '/da-nhan');
  await day.runUntil('2026-11-23T07:30');
  const [, said, sent, names = ''] = LINE.exec(digestsOf(day)[0]?.text ?? '') ?? [];
  return { said, sent, names };
}

describe('who has not acknowledged', () => {
  test('is named at half past seven, and nobody else is', async () => {
    await using day = await monday();
    const told = await acknowledging(day, ['-1', '-3', '-4', '-5', '-6', '-7', '-10']);
    expect(told).toEqual({ said: '7', sent: '10', names: 'Vĩnh Hòa, Vĩnh Hải, Ngọc Hiệp' });
  });

  test('five are named, who has most overdue first, and the others counted', async () => {
    await using day = await monday();
    const told = await acknowledging(day, ['-9']);
    expect(told).toEqual({
      said: '1',
      sent: '10',
      names: 'Vĩnh Phước, Vĩnh Hải, Phương Sài, Phước Tân, Phước Long và 4 nhóm khác',
    });
  });

  test('nobody, when all have', async () => {
    await using day = await monday();
    const all = WARDS.map(({ chat }) => chat);
    expect(await acknowledging(day, all)).toEqual({ said: '10', sent: '10', names: '' });
  });

  test('a group that has not been sent its list yet owes nothing', async () => {
    await using day = await monday();
    await day.say('-9', '/lich 07:45');
    const told = await acknowledging(day, ['-10']);
    expect(told).toMatchObject({ said: '1', sent: '9' });
    expect(told.names).not.toContain('Vĩnh Hòa');
  });

  test('a group without anything due owes nothing', async () => {
    await using day = await monday();
    await day.say('-11', '/gan-nhom phường Vĩnh Nguyên #p-vinh-nguyen');
    await day.say('-11', '/dang-ky 07:00');
    const quiet = dossier('7000', '2027-03-01', { agency: AgencyId.parse('p-vinh-nguyen') });
    await takeIn(day.open.due.dossiers, [quiet], { origin: 'them.csv' });
    expect(await acknowledging(day, [])).toMatchObject({ said: '0', sent: '10' });
    expect(day.got.find(({ chat }) => chat === '-11')?.text).toContain('không có hồ sơ');
  });

  test('leaders who read along do not acknowledge for a ward', async () => {
    await using day = await monday();
    await day.say(LEADERS, '/dang-ky danh sách phường Vĩnh Phước #p-vinh-phuoc 07:00');
    await day.skipTo('2026-11-23T06:59');
    await day.runUntil('2026-11-23T07:10');
    expect(digestsOf(day)).toMatchObject([{ at: '07:00' }]);
    await day.say(LEADERS, '/da-nhan #p-vinh-phuoc');
    await day.runUntil('2026-11-23T07:30');
    expect(digestsOf(day)[1]?.text).toContain('0/10 nhóm');
  });
});

describe('when it comes', () => {
  test('once, however often the job runs', async () => {
    await using day = await monday();
    await day.skipTo('2026-11-23T07:20');
    await day.runUntil('2026-11-23T12:10');
    expect(digestsOf(day).map(({ at }) => at)).toEqual(['07:30']);
  });

  test('what draws its chart is told while it is composed; lists of mornings have none', async () => {
    await using day = await monday();
    await day.skipTo('2026-11-23T06:58');
    await day.runUntil('2026-11-23T07:10');
    expect(day.chartsComing).toEqual([]);
    await day.runUntil('2026-11-23T07:31');
    expect(day.chartsComing).toEqual([moment('2026-11-23T07:30')]);
  });

  test('weekly: on its weekday only', async () => {
    await using day = await monday();
    await day.say(LEADERS, '/dang-ky tóm tắt 07:30 thứ ba');
    for (const on of ['2026-11-23', '2026-11-24', '2026-11-25', '2026-12-01']) {
      await day.skipTo(`${on}T07:29`);
      await day.runUntil(`${on}T07:31`);
    }
    expect(digestsOf(day).map(({ text }) => /\d+\/\d+\/2026/u.exec(text)?.[0])).toEqual([
      '24/11/2026',
      '01/12/2026',
    ]);
  });

  test('after an outage until half past nine; after one until one o’clock not, which is counted once', async () => {
    await using day = await monday();
    await day.runUntil('2026-11-23T05:05');
    await day.skipTo('2026-11-23T09:30');
    await day.runUntil('2026-11-23T09:35');
    expect(digestsOf(day).map(({ at }) => at)).toEqual(['09:30']);
    await day.skipTo('2026-11-24T13:00');
    expect(await day.jobs.digest.run({ dry: false })).toMatchObject({
      summary: { missed: 1, queued: 0 },
    });
    expect(await day.jobs.digest.run({ dry: false })).toMatchObject({ summary: { waiting: 1 } });
  });

  test('not on a day off', async () => {
    await using day = await monday('2026-11-28');
    await day.skipTo('2026-11-28T07:29');
    await day.runUntil('2026-11-28T07:31');
    expect(day.got).toEqual([]);
  });
});

describe('who gets it', () => {
  test('an agency’s own group about itself and all below it, not about one of them', async () => {
    await using day = await monday();
    await day.say('-60', '/gan-nhom thành phố Nha Trang #tp-nha-trang');
    await day.say('-60', '/dang-ky tóm tắt 07:30');
    expect(await day.say('-60', '/dang-ky tóm tắt phường Lộc Thọ #p-loc-tho')).toContain(
      'không nhận được',
    );
    await day.skipTo('2026-11-23T07:29');
    await day.runUntil('2026-11-23T07:31');
    const got = day.got.filter(({ chat }) => chat === '-60');
    expect(got.map(({ text }) => text.split('\n')[0])).toEqual([
      '55 quá hạn · 10 đến hạn hôm nay — UBND thành phố Nha Trang, 23/11/2026',
    ]);
  });

  test('nobody who has been let out since, or let in as somebody else', async () => {
    await using day = await monday();
    await day.say('-51', '/gan-nhom lãnh đạo');
    await day.say('-51', '/dang-ky tóm tắt 07:30');
    await day.say('-51', '/gan-nhom phường Lộc Thọ #p-loc-tho');
    await day.say(LEADERS, '/gan-nhom bỏ');
    await day.skipTo('2026-11-23T07:29');
    await day.runUntil('2026-11-23T07:31');
    expect(day.got.filter(({ chat }) => chat === '-51' || chat === LEADERS)).toEqual([]);
  });
});

describe('what it says', () => {
  test('at most eight lines, the number first, who has most of it, the reported rate, and what is doubtful', async () => {
    await using day = await startDay({ at: '2026-11-23T05:00', samples: 'khanh-hoa' });
    await letWardsIn(day);
    await day.say(LEADERS, '/gan-nhom lãnh đạo');
    await day.say(LEADERS, '/dang-ky tóm tắt 07:30');
    await takeInWards(day.open.due.dossiers, '2026-11-18', { sample: true });
    await day.skipTo('2026-11-23T06:59');
    await day.runUntil('2026-11-23T07:30');
    const [digest] = digestsOf(day);
    expect(digest?.text.split('\n').filter((line) => line !== '')).toEqual([
      '65 quá hạn — Tỉnh Khánh Hòa, 23/11/2026',
      'Quá hạn nhiều nhất: Vĩnh Phước 11, Vĩnh Hòa 10, Vĩnh Hải 9 (trong 10 đơn vị có hồ sơ quá hạn).',
      'So với cùng giờ ngày làm việc trước: không có hồ sơ mới quá hạn.',
      '0/10 nhóm đã xác nhận danh sách sáng nay; chưa xác nhận: Vĩnh Phước, Vĩnh Hòa, Vĩnh Hải, Phương Sài, Phước Tân và 5 nhóm khác.',
      'Tỷ lệ trễ hạn báo cáo mới nhất: 0,49%, năm 2023 (các đơn vị cộng lại: 0,50%) — dưới mục tiêu 1%; số liệu đã quá một năm.',
      '⚠️ Danh sách chưa được cập nhật từ 06:00 ngày 18/11/2026; có thể đã khác.',
      '⚠️ Dữ liệu mẫu, không phải hồ sơ thật.',
      'Nguồn: danh sách hồ sơ mot-cua, lúc 06:00 ngày 18/11/2026; chưa có danh sách hồ sơ của 86 đơn vị; Báo cáo 55/BC-UBND ngày 26/02/2024, Phụ lục 2',
    ]);
    expect(digest?.reply.chart).toMatchObject({
      kind: 'ranking',
      title: 'Vĩnh Phước nhiều\u00a0nhất: 11 hồ sơ quá hạn',
      source:
        'Nguồn: danh sách hồ sơ mot-cua, lúc 06:00 ngày 18/11/2026 · danh sách chưa được cập nhật từ 06:00 ngày 18/11/2026; có thể đã khác · dữ liệu mẫu, không phải hồ sơ thật',
    });
    expect(digest?.reply.snapshots).toHaveLength(1);
  });

  test('what became late and what was finished since the working day before, over the week-end', async () => {
    await using day = await monday('2026-11-20');
    const store = day.open.due.dossiers;
    const late = dossier('0001', '2026-11-20');
    const done = dossier('0002', '2026-11-24');
    const far = dossier('0003', '2027-03-01');
    await takeIn(store, [late, done, far], {
      origin: 'b.csv',
      asOf: moment('2026-11-20T06:00'),
    });
    await day.skipTo('2026-11-23T06:00');
    const closed = { state: 'done', closedAt: moment('2026-11-20T15:00') } as const;
    await takeIn(
      store,
      [late, { ...done, ...closed }, { ...far, ...closed }],
      // The ten wards' dossiers of Friday are still open, and late as well.
      { origin: 'b.csv', contentHash: 'b'.repeat(64), asOf: moment('2026-11-23T06:00') },
    );
    await day.skipTo('2026-11-23T07:29');
    await day.runUntil('2026-11-23T07:30');
    expect(digestsOf(day)[0]?.text).toContain(
      'So với cùng giờ ngày làm việc trước: 11 hồ sơ mới quá hạn, 1 hồ sơ trong danh sách đã xong.',
    );
  });
});

test.each([
  ['', ['Không có hồ sơ quá hạn hoặc sắp đến hạn — Tỉnh Khánh Hòa, 23/11/2026']],
  ['im lặng', []],
])('where nothing is due, leaders are told so or left in peace: %j', async (wish, heard) => {
  await using day = await startDay({ at: '2026-11-23T05:00' });
  await day.say(LEADERS, '/gan-nhom lãnh đạo');
  await day.say(LEADERS, `/dang-ky tóm tắt 07:30 ${wish}`);
  await takeIn(day.open.due.dossiers, [dossier('0001', '2027-03-01')]);
  await day.skipTo('2026-11-23T07:30');
  await day.runUntil('2026-11-23T07:32');
  expect(day.got.map(({ text }) => text.split('\n')[0])).toEqual(heard);
  expect(day.got.filter(({ reply }) => reply.chart !== null)).toEqual([]);
});

test('without any list of dossiers nothing is sent', async () => {
  await using day = await startDay({ at: '2026-11-23T05:00' });
  await day.say(LEADERS, '/gan-nhom lãnh đạo');
  await day.say(LEADERS, '/dang-ky tóm tắt 07:30');
  await day.skipTo('2026-11-23T07:30');
  expect(await day.jobs.digest.run({ dry: false })).toMatchObject({ summary: { noList: 1 } });
});
