import { describe, expect, test } from 'vitest';

import type { Delivery } from '../../../src/channels/channel.ts';
import type { Reply } from '../../../src/replies/reply.ts';
import {
  BAD_ATTACHMENT,
  BAD_GATEWAY,
  type Fault,
  INVALID_213,
  LOST_ANSWER,
  NIGHT,
  NO_INTERACTION,
  NOT_FOLLOWING,
  RATE_LIMIT,
  SPENT,
  UNSUPPORTED,
} from '../../doubles/zalo-oa/faults.ts';
import { charted, openZaloOa, PICTURE, says, type Setting, TABLE } from './open-zalo-oa.ts';

const GROUP = { chat: 'gmf-1', topic: null };
const USER = { chat: '77', topic: null };

const LINES = Array.from({ length: 700 }, (_, index) => [`hồ sơ số ${String(index)}`]);
const LONG: Reply = { ...says('head'), blocks: [{ kind: 'list', items: LINES }] };
const CHARTED = charted([{ kind: 'text', line: ['0,77%'] }]);

async function opened(setting: Setting = {}) {
  const open = await openZaloOa(setting);
  open.zalo.api.gmf.add('1');
  return open;
}

const publish: Setting['publish'] = async ({ name }, minutes) => ({
  url: `https://bot.example.vn/l/${name}?${String(minutes)}`,
  until: Temporal.Instant.from('2026-11-23T13:00+07:00'),
});

describe('a push made ready', () => {
  test('has its tokens before its turn', async () => {
    await using open = await opened();
    const send = await open.channel.prepare?.(GROUP, CHARTED);
    const before = open.zalo.calls.map(({ path }) => path);
    expect(before.map((path) => path.split('/').at(-1))).toEqual(['access_token']);
    expect(open.zalo.sent).toEqual([]);
    expect(await send?.()).toMatchObject({ kind: 'delivered' });
    const after = open.zalo.calls.slice(before.length).map(({ path }) => path);
    expect(after.map((path) => path.split('/').at(-1))).toEqual(['message', 'image', 'message']);
  });

  test.each<[string, Fault, number]>([
    ['refused', SPENT, 600_000],
    ['not to be had', BAD_GATEWAY, 1_000],
    ['given, and lost on their way', LOST_ANSWER, 1_000],
  ])(
    'whose tokens are %s is not out, and asks Zalo for nothing in its turn',
    async (_words, fault, waitMs) => {
      await using open = await opened();
      open.zalo.fails('access_token', fault);
      const send = await open.channel.prepare?.(GROUP, CHARTED);
      const { length } = open.zalo.calls;
      expect(await send?.()).toMatchObject({ kind: 'later', waitMs });
      expect(open.zalo.calls).toHaveLength(length);
    },
  );
});

describe('a push', () => {
  test('with a chart: the words, then the picture', async () => {
    await using open = await opened();
    expect(await open.channel.deliver(GROUP, CHARTED)).toEqual({
      kind: 'delivered',
      receipt: 'm1',
    });
    expect(open.zalo.sent.map(({ text, image }) => [text, image !== null])).toEqual([
      ['0,77%', false],
      ['', true],
    ]);
    expect(Buffer.from(open.zalo.sent[1]?.image ?? [])).toEqual(PICTURE);
  });

  test.each([
    ['refused as a kind', UNSUPPORTED, 2],
    ['refused as an upload', BAD_ATTACHMENT, 2],
  ])('whose picture is %s: uploaded anew once, then left out', async (_words, fault, uploads) => {
    await using open = await opened();
    open.zalo.failsAfter('group/message', 1, fault);
    open.zalo.failsAfter('group/message', 1, fault);
    expect(await open.channel.deliver(GROUP, CHARTED)).toMatchObject({ kind: 'delivered' });
    expect(open.zalo.sent).toHaveLength(1);
    expect(open.zalo.callsOf('upload/image')).toHaveLength(uploads);
    expect(open.log.lines.map(({ event }) => event)).toContain('zaloOa.pictureNotSent');
  });

  test('an upload Zalo has forgotten is made anew', async () => {
    await using open = await opened();
    await open.channel.deliver(GROUP, CHARTED);
    open.zalo.api.forgetUploads();
    await open.channel.deliver(GROUP, CHARTED);
    expect(open.zalo.sent.filter(({ image }) => image !== null)).toHaveLength(2);
  });

  test('whose picture is over 1 MB, and cannot be shrunk: the words alone', async () => {
    const big = Buffer.alloc(1_100_000, PICTURE);
    await using open = await opened({ draw: async () => big });
    expect(await open.channel.deliver(GROUP, CHARTED)).toMatchObject({ kind: 'delivered' });
    expect(open.zalo.callsOf('upload/image')).toEqual([]);
    const told = open.log.lines.filter(({ event }) => event === 'zaloOa.chartTooBig');
    expect(told).toHaveLength(1);
  });

  const BESIDE: Setting = { options: { unconfirmed: { textBesideImage: true } } };

  test('where Zalo takes words beside a picture, and it is configured: one message', async () => {
    await using open = await opened(BESIDE);
    open.zalo.api.takesTextBesideImage = true;
    expect(await open.channel.deliver(GROUP, CHARTED)).toMatchObject({ kind: 'delivered' });
    expect(open.zalo.sent.map(({ text, image }) => [text, image !== null])).toEqual([
      ['0,77%', true],
    ]);
  });

  test.each<[string, Fault | null]>([
    ['at all', null],
    ['of this kind, by the code that says of people that they do not follow', INVALID_213],
  ])(
    'where Zalo takes no picture %s: the words alone, and the group lives',
    async (_words, fault) => {
      await using open = await opened(BESIDE);
      if (fault !== null) open.zalo.fails('group/message', fault, 2);
      expect(await open.channel.deliver(GROUP, CHARTED)).toMatchObject({ kind: 'delivered' });
      const [first] = open.zalo.callsOf('group/message');
      expect(first?.fields).toMatchObject({ message: { text: '0,77%', attachment: {} } });
      expect(open.zalo.sent.map(({ text }) => text)).toEqual(['0,77%']);
    },
  );

  test('to a group, by the same code: the message is refused, not the group', async () => {
    await using open = await opened();
    open.zalo.fails('group/message', INVALID_213);
    const delivery = await open.channel.deliver(GROUP, says('hello'));
    expect([delivery.kind, 'chatClosed' in delivery]).toEqual(['never', false]);
  });

  test('a long one without a public address: three numbered parts, and what is left is counted', async () => {
    await using open = await opened();
    await open.channel.deliver(GROUP, LONG);
    const texts = open.zalo.sent.map(({ text }) => text);
    expect(texts).toHaveLength(3);
    expect(Math.max(...texts.map(({ length }) => length))).toBeLessThanOrEqual(2_000);
    expect(texts.map((text) => text.slice(-5))).toEqual(['(1/3)', '(2/3)', '(3/3)']);
    expect(texts[2]).toMatch(/… còn \d+ dòng nữa\n/u);
  });

  test('a long one and a table with a public address: under links', async () => {
    await using open = await opened({ publish });
    await open.channel.deliver(GROUP, { ...LONG, file: TABLE });
    const last = open.zalo.sent.at(-1)?.text;
    expect(last).toContain('https://bot.example.vn/l/tra-loi.txt?60');
    expect(last).toContain('https://bot.example.vn/l/ho-so-den-han.xlsx?60');
  });

  test.each<[string, Setting]>([
    ['without a public address', {}],
    ['with links turned off', { publish, options: { fileMinutes: null } }],
    ['when nothing can be put there', { publish: () => Promise.reject(new Error('disk full')) }],
  ])('a table %s: it is said that there is one', async (_words, setting) => {
    await using open = await opened(setting);
    await open.channel.deliver(GROUP, { ...says('list'), file: TABLE });
    expect(open.zalo.sent.map(({ text }) => text)).toEqual(['list\n\nno address']);
  });

  test.each<[string, Fault, Partial<Delivery>]>([
    ['to somebody who does not follow', NOT_FOLLOWING, { kind: 'never', chatClosed: true }],
    ['to somebody silent for a week', NO_INTERACTION, { kind: 'never', chatClosed: true }],
    ['in the night', NIGHT, { kind: 'later', waitMs: 18 * 3_600_000, costsNoTry: true }],
    ['too fast', RATE_LIMIT, { kind: 'later', costsNoTry: true }],
    ['with nothing behind the gate', BAD_GATEWAY, { kind: 'later' }],
    ['whose answer is lost', LOST_ANSWER, { kind: 'unknown' }],
  ])('%s', async (_words, fault, delivery) => {
    await using open = await toldOff(fault);
    expect(await open.channel.deliver(USER, says('hello'))).toMatchObject(delivery);
  });

  test('to a group that is not: it is the message that is refused, with the reason', async () => {
    await using open = await opened();
    const delivery = await open.channel.deliver({ chat: 'gmf-9', topic: null }, says('hello'));
    expect(delivery.kind).toBe('never');
    expect('why' in delivery ? delivery.why : '').toContain('-201');
  });

  test('with nothing to say is nothing to send', async () => {
    await using open = await opened();
    const empty = { ...says(''), blocks: [] };
    expect(await open.channel.deliver(GROUP, empty)).toEqual({ kind: 'never', why: 'emptyReply' });
  });

  test('that would wait too long for the plan goes later, before anything of it is out', async () => {
    await using open = await opened({ options: { requestsPerMinute: 1 } });
    await open.channel.deliver(GROUP, says('first'));
    const second = await open.channel.deliver(GROUP, says('second'));
    expect(second).toEqual({ kind: 'later', waitMs: 60_000, why: 'planLimit', costsNoTry: true });
    expect(open.zalo.sent).toHaveLength(1);
  });
});

/** With a person who may be written to, whose next message meets a fault. */
async function toldOff(fault: Fault) {
  const open = await opened();
  open.zalo.api.lastHeard.set(USER.chat, open.time.now());
  open.zalo.fails('message/cs', fault);
  return open;
}

describe('an answer', () => {
  test('that may have arrived is repeated once, marked', async () => {
    await using open = await opened();
    open.zalo.fails('message/cs', LOST_ANSWER);
    await open.zalo.says('hello');
    await open.zalo.until(() => open.zalo.sent.length === 2);
    expect(open.zalo.sent.map(({ text }) => text)).toEqual(['hello', '(again)\nhello']);
  });
});
