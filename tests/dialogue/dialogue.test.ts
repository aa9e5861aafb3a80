import { describe, expect, test } from 'vitest';

import { AgencyId } from '../../src/agencies/agency.ts';
import type { Incoming } from '../../src/channels/channel.ts';
import type { Log } from '../../src/log.ts';
import { clockAt, everyCommand, listening, noting } from './listening.ts';

const group: Partial<Incoming> = { chat: 'giao ban', chatKind: 'group', addressed: false };

describe('in a group', () => {
  test.each([
    'Nha Trang trễ hạn bao nhiêu',
    'chào cả nhà',
    '1',
    'mai họp 7h30 nhé',
    'và/hoặc',
    '/',
    '',
    'a'.repeat(2000),
  ])('talk not meant for the bot is left alone: %s', async (text) => {
    expect(await listening().hear(text, group)).toBeNull();
  });

  test('a command is answered', async () => {
    expect(await listening().hear('/tre-han Nha Trang', group)).toBe(
      'tre-han tp-nha-trang overdue -',
    );
  });

  test('plain words are answered when the bot is addressed', async () => {
    const said = await listening().hear('@DungHenBot Nha Trang trễ hạn bao nhiêu', {
      ...group,
      addressed: true,
    });
    expect(said).toBe('tre-han tp-nha-trang overdue -');
  });

  test('silence leaves the conversation as it was', async () => {
    const { hear } = listening();
    await hear('/tre-han Vạn Thắng', group);
    await hear('2', group);
    expect(await hear('2', { ...group, addressed: true })).toBe('tre-han p-van-thang overdue -');
  });
});

describe('whose conversation', () => {
  test.each<[string, Partial<Incoming>]>([
    ['another person of the same chat', { person: 'minh' }],
    ['the same person in another chat', { chat: 'other' }],
    ['the same ids on another channel', { channel: 'zalo' }],
  ])('%s is not answered from it', async (_, other) => {
    const { hear } = listening();
    await hear('/tre-han Nha Trang');
    expect(await hear('còn quý 3?', other)).toBe('notUnderstood');
    expect(await hear('còn quý 3?')).toBe('tre-han tp-nha-trang overdue Q3/2023');
  });

  test('after 15 minutes a follow-up means nothing, and choices are gone', async () => {
    const clock = clockAt('2026-11-21T08:00:00+07:00');
    const { hear } = listening({ clock });
    await hear('/tre-han Nha Trang');
    clock.wind(15);
    expect(await hear('còn quý 3?')).toBe('notUnderstood');
    await hear('/tre-han Vạn Thắng');
    clock.wind(15);
    expect(await hear('2')).toBe('notUnderstood');
  });
});

/** What the last of some messages was said to be understood from. */
async function understood(...texts: readonly string[]): Promise<unknown> {
  const heard: unknown[] = [];
  const commands = everyCommand({
    answer(question, asker) {
      heard.push(question.understood);
      return noting.answer(question, asker);
    },
  });
  const { hear } = listening({ commands });
  for (const text of texts) await hear(text);
  return heard.at(-1);
}

test('what was added to a question that is open is told where it is asked again', async () => {
  const { hear, replyTo } = listening();
  await hear('Vạn Thắng');
  const reply = await replyTo('quý 3');
  expect(reply?.blocks[1]).toEqual({ kind: 'note', line: ['added quý 3'] });
  expect(reply?.choices[1]?.send).toContain('quý 3');
});

describe('what was assumed is told', () => {
  const nothing = {
    agencyFromConversation: false,
    metricFromConversation: false,
    periodFromConversation: false,
    orderFromMetric: false,
    plain: true,
  };

  test('nothing for a command that says it all', async () => {
    expect(await understood('/tre-han Nha Trang')).toBeNull();
    expect(await understood('/tre-han Nha Trang', '/tre-han Cam Ranh 2023')).toBeNull();
  });
  test('that a sentence was read by the grammar', async () => {
    expect(await understood('Nha Trang trễ hạn bao nhiêu')).toEqual(nothing);
  });
  test('the agency and metric of a follow-up', async () => {
    expect(await understood('/tre-han Nha Trang', 'còn năm 2020')).toEqual({
      ...nothing,
      agencyFromConversation: true,
      metricFromConversation: true,
    });
  });
  test('the year of a follow-up', async () => {
    expect(await understood('/tre-han Nha Trang', 'còn quý 3')).toMatchObject({
      periodFromConversation: true,
      orderFromMetric: false,
    });
  });
  test('metric and period when only the agency is named', async () => {
    expect(await understood('/tre-han Nha Trang 2020', 'còn Cam Ranh?')).toEqual({
      ...nothing,
      metricFromConversation: true,
      periodFromConversation: true,
      orderFromMetric: false,
    });
  });
  test('no agency when a ranking is asked for again', async () => {
    expect(await understood('huyện nào trễ hạn nhiều nhất', 'thấp nhất thì sao')).toEqual({
      ...nothing,
      metricFromConversation: true,
    });
  });
  test('the agency of a bare command', async () => {
    expect(await understood('/tre-han Nha Trang', '/dung-han')).toEqual({
      ...nothing,
      agencyFromConversation: true,
      plain: false,
    });
  });
});

/** A chat bound to the city of Cam Ranh. */
const atHome = () =>
  Promise.resolve({
    role: 'staff',
    agency: AgencyId.parse('tp-cam-ranh'),
    isKeeper: false,
  } as const);

describe('the home of a chat', () => {
  test('is meant when no agency is named', async () => {
    const { hear } = listening({ standingOf: atHome });
    expect(await hear('/tre-han')).toBe('tre-han tp-cam-ranh overdue -');
    expect(await hear('/tong-quan', { person: 'b' })).toBe('tong-quan tp-cam-ranh - -');
    expect(await hear('đúng hạn bao nhiêu', { person: 'c' })).toBe('dung-han tp-cam-ranh onTime -');
  });
  test('gives way to what is named, said before, or ranked', async () => {
    const { hear } = listening({ standingOf: atHome });
    expect(await hear('/tre-han Nha Trang')).toBe('tre-han tp-nha-trang overdue -');
    expect(await hear('/dung-han')).toBe('dung-han tp-nha-trang onTime -');
    expect(await hear('/xep-hang huyện')).toBe('xep-hang - - - district@all');
  });
});

describe('when something goes wrong', () => {
  test('a command that throws is answered with an apology, logged, and the conversation goes on', async () => {
    const events: string[] = [];
    const log: Log = {
      info() {},
      warn() {},
      error: (event, fields) => void events.push(`${event} ${JSON.stringify(fields)}`),
    };
    const nguon = { answer: () => Promise.reject(new Error('disk')) };
    const commands = { ...everyCommand(), nguon };
    const { hear } = listening({ commands, log });
    await hear('/tre-han Nha Trang');
    expect(await hear('/nguon')).toBe('failed');
    expect(events).toEqual([expect.stringMatching(/^dialogue\.failed .*console.*disk/u)]);
    expect(await hear('còn quý 3')).toBe('tre-han tp-nha-trang overdue Q3/2023');
  });

  test('what falls due is another question than how many were late', async () => {
    const { hear } = listening();
    expect(await hear('Nha Trang có hồ sơ nào sắp trễ hạn')).toBe(
      'sap-den-han tp-nha-trang dossiers -',
    );
  });

  test('a document pasted by mistake is not read', async () => {
    expect(await listening().hear(`trễ hạn Nha Trang ${'a'.repeat(1000)}`)).toBe('tooLong 1000');
  });

  test.each([
    ['', 'tro-giup - - -'],
    [' \0\n ', 'tro-giup - - -'],
    ['@DungHenBot', 'tro-giup - - -'],
    ['/tre-han', 'tre-han - overdue -'],
    ['/tre-han \0Nha\0 Trang\u0007', 'tre-han tp-nha-trang overdue -'],
    ['/tre-han \u202ENha Trang\u202C', 'tre-han tp-nha-trang overdue -'],
    ['/tre-han Nha\u200B Trang', 'tre-han tp-nha-trang overdue -'],
    ['/tre-han 🏖️ Nha Trang 🏖️', 'tre-han tp-nha-trang overdue -'],
    ['🏖️🏖️🏖️', 'notUnderstood'],
    ["/tre-han '; DROP TABLE figures; --", 'unknown DROP TABLE figures'],
    ['/tre-han <script>alert(1)</script>', 'unknown alert(1'],
    ['<b>Nha Trang</b> trễ hạn', 'tre-han tp-nha-trang overdue -'],
    ['/tre-han مرحبا', 'unknown مرحبا'],
    ['/tre-han #such-id', 'unknown such-id'],
    ['/', 'unknownCommand '],
    ['//tre-han', 'unknownCommand /tre-han [tre-han]'],
  ])('%j', async (text, expected) => {
    expect(await listening().hear(text)).toBe(expected);
  });
});
