import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { AgencyId } from '../../src/agencies/agency.ts';
import { openStorage } from '../../src/storage/open.ts';
import { dossier, takeIn } from '../conversations/due-dossiers.ts';
import { startDay } from './start-day.ts';
import { letWardsIn, takeInWards, WARDS } from './wards.ts';

const CHATS = WARDS.map(({ chat }) => chat);

/** A day before its lists, with ten groups that subscribed the evening before. */
async function dayOfTen(day: string) {
  const started = await startDay({ at: `${day}T05:00` });
  await letWardsIn(started);
  await takeInWards(started.open.due.dossiers, day);
  return started;
}

describe('a Monday', () => {
  test('each of ten groups gets its own list at seven, once, however often the job runs', async () => {
    await using day = await dayOfTen('2026-11-23');
    await day.skipTo('2026-11-23T06:58');
    await day.runUntil('2026-11-23T12:10');
    expect(day.got.map(({ at }) => at)).toEqual(CHATS.map(() => '07:00'));
    expect(day.got.map(({ chat }) => chat).sort()).toEqual(CHATS.toSorted());
    for (const [at, { chat, name }] of WARDS.entries()) {
      const got = day.got.find((message) => message.chat === chat);
      expect(got?.text.split('\n')[0]).toBe(
        `UBND ${name}: ${String(at + 1)} quá hạn · 1 đến hạn hôm nay`,
      );
    }
  });

  test('a group with another hour gets it then', async () => {
    await using day = await dayOfTen('2026-11-23');
    await day.say('-3', '/lich 07:15');
    await day.skipTo('2026-11-23T06:58');
    await day.runUntil('2026-11-23T07:20');
    expect(day.got.filter(({ at }) => at !== '07:00')).toMatchObject([{ at: '07:15', chat: '-3' }]);
  });

  test('chats at rest, let out or gone get nothing', async () => {
    await using day = await dayOfTen('2026-11-23');
    await day.open.reception.audience.pause('telegram', '-1', 'kicked');
    await day.say('-2', '/gan-nhom bỏ');
    await day.say('-3', '/huy');
    await day.skipTo('2026-11-23T06:58');
    await day.runUntil('2026-11-23T07:30');
    expect(day.got.map(({ chat }) => chat).sort()).toEqual(CHATS.slice(3).toSorted());
  });

  test('an agency that is gone from the file takes nobody else’s list away', async () => {
    await using day = await dayOfTen('2026-11-23');
    const { audience } = day.open.reception;
    const [one] = await audience.subscriptionsOf('telegram', '-1');
    if (one === undefined) throw new Error('not subscribed');
    await audience.subscribe({ ...one, agency: AgencyId.parse('p-khong-con') });
    await day.skipTo('2026-11-23T07:00');
    expect(await day.jobs.list.run({ dry: false })).toMatchObject({
      summary: { queued: 10, unknownAgency: 1 },
    });
  });

  test('where nothing is due, a group is cheered or left in peace, as it chose', async () => {
    await using day = await startDay({ at: '2026-11-23T05:00' });
    await letWardsIn(day, WARDS.slice(0, 2));
    await day.say('-2', '/dang-ky 07:00 im lặng');
    expect(await day.say('-2', '/lich')).toContain('không gửi khi không có hồ sơ đến hạn');
    expect(await day.say('-1', '/lich')).not.toContain('không gửi khi');
    await takeIn(
      day.open.due.dossiers,
      WARDS.map(({ id }, at) =>
        dossier(`1${String(at)}`, '2027-03-01', { agency: AgencyId.parse(id) }),
      ),
    );
    await day.skipTo('2026-11-23T06:58');
    await day.runUntil('2026-11-23T07:30');
    expect(day.got.map(({ chat, text }) => [chat, text.includes('Chúc cơ quan')])).toEqual([
      ['-1', true],
    ]);
  });

  test('what would be sent can be looked at before', async () => {
    await using day = await dayOfTen('2026-11-23');
    await day.skipTo('2026-11-23T07:00');
    const { summary, details } = await day.jobs.list.run({ dry: true });
    expect([summary, details.length]).toEqual([{ queued: 10 }, 10]);
    expect(details[0]).toBe(
      'morning-list/2026-11-23/telegram:-1/p-loc-tho UBND phường Lộc Thọ: 1 quá hạn · 1 đến hạn hôm nay',
    );
    expect(await day.jobs.list.run({ dry: false })).toMatchObject({ summary: { queued: 10 } });
  });
});

describe('an outage', () => {
  test('until half past nine is made up for', async () => {
    await using day = await dayOfTen('2026-11-23');
    await day.runUntil('2026-11-23T05:10');
    await day.skipTo('2026-11-23T09:30');
    await day.runUntil('2026-11-23T09:40');
    expect(day.got.map(({ at }) => at)).toEqual(CHATS.map(() => '09:30'));
    expect(day.got[0]?.text).toContain('quá hạn');
  });

  test('until one o’clock is told of, once, and nothing is made up for', async () => {
    await using day = await dayOfTen('2026-11-23');
    await day.runUntil('2026-11-23T05:10');
    await day.skipTo('2026-11-23T13:00');
    await day.runUntil('2026-11-23T13:30');
    expect(day.got.map(({ at }) => at)).toEqual(CHATS.map(() => '13:00'));
    expect(day.got.every(({ text }) => text.includes('không gửi được'))).toBe(true);
    expect(day.got.some(({ text }) => text.includes('quá hạn'))).toBe(false);
  });

  test('of the messenger alone, until noon: what is queued is not sent later', async () => {
    await using day = await dayOfTen('2026-11-23');
    await day.skipTo('2026-11-23T07:00');
    await day.jobs.list.run({ dry: false });
    await day.skipTo('2026-11-23T12:30');
    await day.runUntil('2026-11-23T12:31');
    expect(day.got).toEqual([]);
  });
});

test('two processes on one store never send twice', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'dung-hen-day-'));
  try {
    const at = '2026-11-23T05:00';
    const path = join(folder, 'dung-hen.db');
    await using one = await startDay({ at, storage: openStorage(path) });
    await using other = await startDay({ at, storage: openStorage(path) });
    await letWardsIn(one);
    await takeInWards(one.open.due.dossiers, '2026-11-23');
    for (const day of [one, other]) await day.skipTo('2026-11-23T06:59');
    await Promise.all([one, other].map((day) => day.runUntil('2026-11-23T07:10')));
    const chats = [...one.got, ...other.got].map(({ chat }) => chat);
    expect(chats.sort()).toEqual(CHATS.toSorted());
  } finally {
    await rm(folder, { recursive: true });
  }
});

describe('which days', () => {
  test.each([
    ['a Saturday', '2026-11-28', 0],
    ['a Sunday', '2026-11-29', 0],
    ['National Day', '2026-09-02', 0],
    ['a day off that is made up for', '2026-08-31', 0],
    ['the Saturday that makes up for it', '2026-08-22', 10],
    ['Tết', '2026-02-17', 0],
    ['the working day after', '2026-02-23', 10],
  ])('%s, %s: %d lists', async (_day, on, lists) => {
    await using day = await dayOfTen(on);
    await day.skipTo(`${on}T06:59`);
    await day.runUntil(`${on}T07:02`);
    await day.skipTo(`${on}T12:59`);
    await day.runUntil(`${on}T13:00`);
    expect(day.got).toHaveLength(lists);
  });
});
