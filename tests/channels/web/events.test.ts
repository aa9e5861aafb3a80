import { once } from 'node:events';
import { connect } from 'node:net';

import { describe, expect, test } from 'vitest';

import { textReply } from '../../../src/replies/reply.ts';
import { EventReader } from './read-events.ts';
import { firstChats, type RunningPage, startPage, visit } from './running-page.ts';

const push = (page: RunningPage, chat: string, text: string) =>
  page.channel.deliver({ chat, topic: null }, textReply([{ kind: 'text', line: [text] }]));

async function opened(settings: Parameters<typeof startPage>[0] = {}) {
  const page = await startPage(settings);
  const visitor = await visit(page);
  const { group, own } = await firstChats(visitor);
  const follow = async (query = '', headers: Record<string, string> = {}) =>
    new EventReader(await visitor.get(`/api/events?chat=${group}${query}`, headers));
  return {
    page,
    visitor,
    group,
    own,
    follow,
    [Symbol.asyncDispose]: () => page[Symbol.asyncDispose](),
  };
}

describe('following a chat', () => {
  test('brings what comes, in order, to everyone who follows', async () => {
    await using chat = await opened();
    const readers = [await chat.follow(), await chat.follow()];
    for (const reader of readers) await reader.nextOf('answering');
    await push(chat.page, chat.group, 'một');
    await push(chat.page, chat.group, 'hai');
    for (const reader of readers) {
      expect((await reader.nextOf('message')).data).toContain('một');
      expect((await reader.nextOf('message')).data).toContain('hai');
      await reader.end();
    }
  });

  test('tells when an answer is under way, also to one who joins late', async () => {
    const gate = Promise.withResolvers<void>();
    const answer = () => gate.promise.then(() => null);
    await using chat = await opened({ answer });
    await chat.visitor.post('/api/messages', { chat: chat.group, text: 'hỏi' });
    const reader = await chat.follow();
    expect((await reader.nextOf('answering')).data).toBe('{"on":true}');
    gate.resolve();
    expect((await reader.nextOf('answering')).data).toBe('{"on":false}');
    await reader.end();
  });

  test('of an unknown chat is refused', async () => {
    await using chat = await opened();
    expect((await chat.visitor.get('/api/events?chat=group-x')).status).toBe(404);
    expect((await chat.visitor.get('/api/events')).status).toBe(404);
  });

  test('is kept alive', async () => {
    await using chat = await opened({ heartbeatMs: 1 });
    const reader = await chat.follow();
    await reader.nextOf('answering');
    expect(await reader.next()).toMatchObject({ event: '', data: '' });
    await reader.end();
  });

  test('ends when the channel stops', async () => {
    await using chat = await opened();
    const reader = await chat.follow();
    await reader.nextOf('answering');
    await chat.page.stop();
    expect(await reader.next()).toBeNull();
  });

  test('is not begun any more when the channel has stopped', async () => {
    await using chat = await opened();
    await chat.page.stop();
    const reader = await chat.follow();
    expect(await reader.next()).toBeNull();
  });
});

describe('resuming', () => {
  test.each(['header', 'query'])('by %s brings just what was missed', async (how) => {
    await using chat = await opened();
    const first = await chat.follow();
    await first.nextOf('answering');
    await push(chat.page, chat.group, 'đã xem');
    const { id } = await first.nextOf('message');
    await first.end();
    await push(chat.page, chat.group, 'lỡ một');
    await push(chat.page, chat.group, 'lỡ hai');
    const again =
      how === 'header'
        ? await chat.follow('', { 'last-event-id': id })
        : await chat.follow(`&after=${id}`);
    expect((await again.next())?.data).toContain('lỡ một');
    expect((await again.next())?.data).toContain('lỡ hai');
    expect((await again.next())?.event).toBe('answering');
    await again.end();
  });

  test('after the id that came with the list of messages misses nothing', async () => {
    await using chat = await opened();
    const listed: unknown = await (
      await chat.visitor.get(`/api/messages?chat=${chat.group}`)
    ).json();
    expect(listed).toMatchObject({ messages: [] });
    await push(chat.page, chat.group, 'giữa hai bước');
    const last = JSON.stringify(listed).match(/"last":"([^"]+)"/u)?.[1] ?? '';
    const reader = await chat.follow(`&after=${last}`);
    expect((await reader.next())?.data).toContain('giữa hai bước');
    await reader.end();
  });

  test.each(['0000.3', 'nonsense', ''])(
    'after "%s", which this run never gave, begins anew',
    async (after) => {
      await using chat = await opened();
      await push(chat.page, chat.group, 'cũ');
      const reader = await chat.follow(`&after=${after}`);
      expect((await reader.next())?.event).toBe('reset');
      expect((await reader.next())?.event).toBe('answering');
      await reader.end();
    },
  );

  test('after a message that is no longer kept begins anew, and memory is bounded', async () => {
    await using chat = await opened();
    const first = await push(chat.page, chat.group, 'đầu');
    for (let number = 0; number < 301; number += 1)
      await push(chat.page, chat.group, String(number));
    const receipt = first.kind === 'delivered' ? first.receipt : '';
    const reader = await chat.follow(`&after=${receipt}`);
    expect((await reader.next())?.event).toBe('reset');
    await reader.end();
    const listed = await (await chat.visitor.get(`/api/messages?chat=${chat.group}`)).text();
    expect(listed.match(/"from":"bot"/gu)).toHaveLength(300);
  });
});

describe('readers that do not read', () => {
  test('a stuck reader is cut off, the others get everything', async () => {
    await using chat = await opened();
    const stuck = connect(chat.page.port, '127.0.0.1');
    stuck.write(`GET /api/events?chat=${chat.group} HTTP/1.1\r\nHost: localhost\r\n\r\n`);
    await once(stuck, 'readable');
    const gone = once(stuck, 'close');
    const reader = await chat.follow();
    await reader.nextOf('answering');
    const heavy = 'x'.repeat(200_000);
    for (let number = 0; number < 260; number += 1) {
      await push(chat.page, chat.group, heavy);
      await reader.nextOf('message');
    }
    stuck.on('error', () => {}).resume();
    await gone;
    expect(stuck.bytesRead).toBeLessThan(260 * heavy.length);
    await reader.end();
  });

  test('a fifth window of one browser takes the place of the first', async () => {
    await using chat = await opened();
    const readers: EventReader[] = [];
    for (let number = 0; number < 5; number += 1) {
      const reader = await chat.follow();
      await reader.nextOf('answering');
      readers.push(reader);
    }
    const [first, ...others] = readers;
    expect((await first?.next())?.event).toBe('replaced');
    expect(await first?.next()).toBeNull();
    await push(chat.page, chat.group, 'còn đây');
    for (const reader of others) {
      expect((await reader.nextOf('message')).data).toContain('còn đây');
      await reader.end();
    }
  });
});
