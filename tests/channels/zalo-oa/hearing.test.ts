import { describe, expect, test } from 'vitest';

import type { Incoming } from '../../../src/channels/channel.ts';
import { OA_ID, type OaEvent } from '../../doubles/zalo-oa/events.ts';
import { AN } from '../../doubles/zalo-oa/zalo-oa-double.ts';
import { NOON, openZaloOa, says } from './open-zalo-oa.ts';

const GROUP = 'f414c8f76fa586fbdfb4';

/** The channel, and what reached the application behind it. */
async function openEar() {
  const heard: Incoming[] = [];
  const open = await openZaloOa({
    answer: async (message) => {
      heard.push(message);
      return says(`re: ${message.text}`);
    },
  });
  open.zalo.api.gmf.add(GROUP, 'Nhóm phường Lộc Thọ');
  const until = (count: number) => open.zalo.until(() => open.zalo.sent.length >= count);
  return { ...open, heard, until };
}

describe('what is heard', () => {
  test('a person', async () => {
    await using open = await openEar();
    expect(await open.zalo.says('/tre-han')).toBe(200);
    await open.until(1);
    expect(open.heard).toEqual([
      {
        channel: 'zalo-oa',
        chat: AN,
        chatKind: 'private',
        person: AN,
        text: '/tre-han',
        addressed: true,
      },
    ]);
    expect(open.zalo.sent[0]).toMatchObject({ to: 'user', recipient: AN, text: 're: /tre-han' });
  });

  test.each(['recipient.id', 'recipient.group_id', 'message.conversation_id'] as const)(
    'a group, whose id stands in %s; its name is asked for once',
    async (place) => {
      await using open = await openEar();
      await open.zalo.says('/tre-han', { group: GROUP, place });
      await open.zalo.says('/ho-so', { group: GROUP, place });
      await open.until(2);
      expect(open.heard[0]).toEqual({
        channel: 'zalo-oa',
        chat: `gmf-${GROUP}`,
        chatKind: 'group',
        person: AN,
        text: '/tre-han',
        addressed: false,
        chatTitle: 'Nhóm phường Lộc Thọ',
      });
      expect(open.zalo.callsOf('getgroupsofoa')).toHaveLength(1);
      expect(open.zalo.sent[0]).toMatchObject({ to: 'group', recipient: GROUP });
    },
  );

  test.each([
    ['first', '@Sở Tư pháp Nha Trang trễ hạn bao nhiêu'],
    ['last', 'Nha Trang trễ hạn bao nhiêu @sở tư pháp'],
  ])('a group that mentions the account %s', async (_where, text) => {
    await using open = await openEar();
    await open.zalo.says(text, { group: GROUP });
    await open.until(1);
    expect(open.heard[0]).toMatchObject({ text: 'Nha Trang trễ hạn bao nhiêu', addressed: true });
  });

  test('a number says what was offered, to whoever may answer a push', async () => {
    await using open = await openEar();
    const choices = [{ label: 'Đã nhận', send: '/da-nhan #p-loc-tho' }];
    const pushed = open.channel.deliver(
      { chat: `gmf-${GROUP}`, topic: null },
      says('list', choices),
    );
    expect(await pushed).toMatchObject({ kind: 'delivered' });
    expect(open.zalo.sent[0]?.text).toBe('list\n\n1. Đã nhận\nTrả lời 1.');
    await open.zalo.says('1', { group: GROUP });
    await open.until(2);
    expect(open.heard[0]?.text).toBe('/da-nhan #p-loc-tho');
  });

  test('a person who writes is told of, as they take messages again; a group is not', async () => {
    await using open = await openEar();
    await open.zalo.says('/lich', { group: GROUP });
    await open.zalo.says('/lich');
    await open.until(2);
    expect(open.back).toEqual([AN]);
  });

  test('a group that is dissolved, and a person who leaves', async () => {
    await using open = await openEar();
    const group = { recipient: { id: OA_ID, group_id: GROUP } };
    await open.zalo.events.bring({ name: 'disperse_group', oa_id: OA_ID, ...group });
    await open.zalo.events.bring({ name: 'unfollow', follower: { id: AN } });
    expect(open.gone).toEqual([`gmf-${GROUP} dissolved`, `${AN} unfollowed`]);
  });
});

describe('what is not', () => {
  const message = { text: 'hello', msg_id: 'm1' };
  const ECHO: OaEvent = {
    name: 'oa_send_group_text',
    sender: { id: OA_ID },
    recipient: { id: GROUP },
    message,
  };

  test.each<[string, OaEvent]>([
    ['its own words', ECHO],
    ['its own words to a person', { ...ECHO, name: 'oa_send_text', recipient: { id: AN } }],
    ['a sticker', { name: 'user_send_sticker', sender: { id: AN }, message: { msg_id: 's1' } }],
    ['an event nobody knows', { name: 'user_asks_for_tea', sender: { id: AN }, message }],
  ])('%s: acknowledged and ignored', async (_words, event) => {
    await using open = await openEar();
    expect(await open.zalo.events.bring(event)).toBe(200);
    expect([open.heard, open.zalo.calls]).toEqual([[], []]);
  });

  test('a delivery brought twice', async () => {
    await using open = await openEar();
    const twice = { name: 'user_send_text', sender: { id: AN }, message };
    open.zalo.api.lastHeard.set(AN, NOON);
    await open.zalo.events.bring(twice);
    await open.zalo.events.bring(twice);
    await open.until(1);
    expect(open.heard).toHaveLength(1);
  });

  test.each([
    ['a strange key', { key: 'a stranger’s' }],
    ['no signature', { signature: '' }],
    ['half a signature', { signature: 'mac=12ab' }],
  ])('a delivery with %s', async (_words, how) => {
    await using open = await openEar();
    expect(await open.zalo.says('/tre-han', how)).toBe(401);
    expect(open.heard).toEqual([]);
  });

  test('a delivery changed on its way', async () => {
    await using open = await openEar();
    const body = JSON.stringify({
      event_name: 'user_send_text',
      timestamp: '1',
      sender: { id: AN },
    });
    expect(await open.zalo.events.bringBody(`${body} `, '1', { signature: 'mac=00' })).toBe(401);
  });

  test.each([
    ['six minutes old', -360],
    ['of a time to come', 360],
  ])('a delivery %s, though signed: it may have been recorded', async (_words, seconds) => {
    await using open = await openEar();
    expect(await open.zalo.says('/tre-han', { at: NOON.add({ seconds }) })).toBe(200);
    expect(open.heard).toEqual([]);
    expect(open.log.lines.map(({ event }) => event)).toContain('zaloOa.deliveryTooOld');
  });

  test('a group that stands nowhere we know: nobody is answered in private for it', async () => {
    await using open = await openEar();
    const said = { text: '/tre-han', msg_id: 'm7' };
    const event = { name: 'user_send_group_text', sender: { id: AN }, message: said };
    expect(await open.zalo.events.bring({ ...event, oa_id: OA_ID, recipient: { id: OA_ID } })).toBe(
      200,
    );
    expect(open.heard).toEqual([]);
    expect(open.log.lines.map(({ event: name }) => name)).toContain('zaloOa.groupNotNamed');
  });

  test('a body without end and without a length told', async () => {
    await using open = await openEar();
    let pulled = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 1;
        if (pulled > 100) controller.close();
        else controller.enqueue(new Uint8Array(65_536));
      },
    });
    const request = { method: 'POST', body, duplex: 'half' } as const;
    expect((await open.app.request(open.channel.webhook.path, request)).status).toBe(413);
    expect(pulled).toBeLessThan(10);
  });

  test('a body that breaks off', async () => {
    await using open = await openEar();
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.error(new Error('gone'));
      },
    });
    const request = new Request('http://127.0.0.1/', { method: 'POST', body, duplex: 'half' });
    expect((await open.channel.webhook.handle(request)).status).toBe(400);
  });

  test('a body that is too long for any event', async () => {
    await using open = await openEar();
    expect(await open.zalo.events.bringBody('x'.repeat(300_000), '1')).toBe(413);
  });
});

test('an event nobody knows is told of in the log: whoever runs the account may want to have it read', async () => {
  await using open = await openEar();
  await open.zalo.events.bring({ name: 'user_asks_for_tea', sender: { id: AN }, message: {} });
  expect((await open.log.line('zaloOa.eventIgnored')).fields).toEqual({
    event: 'user_asks_for_tea',
  });
});

test('while it does not listen, Zalo is told to bring it again, and it counts as new then', async () => {
  await using open = await openEar();
  await open.stop();
  const event = {
    name: 'user_send_text',
    sender: { id: AN },
    message: { text: 'a', msg_id: 'm9' },
  };
  expect(await open.zalo.events.bring(event)).toBe(503);
  await open.channel.listen(async ({ text }) => says(`now: ${text}`));
  open.zalo.api.lastHeard.set(AN, NOON);
  expect(await open.zalo.events.bring(event)).toBe(200);
  await open.until(1);
  expect(open.zalo.sent[0]?.text).toBe('now: a');
});
