import { describe, expect, test } from 'vitest';

import type { Answer, Incoming } from '../../../src/channels/channel.ts';
import { NO_TOPIC, textReply } from '../../../src/replies/reply.ts';
import { KeptLog } from '../../doubles/kept-log.ts';
import { EventReader } from './read-events.ts';
import { chatsOf, firstChats, startPage, visit, type Visitor } from './running-page.ts';

async function messagesIn(visitor: Visitor, chat: string): Promise<string> {
  return (await visitor.get(`/api/messages?chat=${chat}`)).text();
}

/** Says something and waits until the answer is in the chat. */
async function askAndWait(visitor: Visitor, chat: string, text: string): Promise<void> {
  const events = new EventReader(await visitor.get(`/api/events?chat=${chat}`));
  await events.nextOf('answering');
  expect((await visitor.post('/api/messages', { chat, text })).status).toBe(202);
  await events.nextOf('message');
  await events.nextOf('message');
  await events.end();
}

const brokenForOneWord: Answer = ({ text }) =>
  text === 'hỏng' ? Promise.reject(new Error('secret detail')) : Promise.resolve(null);

describe('what reaches the answer', () => {
  test('a message carries the chat, its kind and the person, and counts as addressed', async () => {
    const heard: Incoming[] = [];
    const answer: Answer = (message) => {
      heard.push(message);
      return Promise.resolve(textReply([{ kind: 'text', line: ['được'] }]));
    };
    await using page = await startPage({ answer });
    const visitor = await visit(page);
    const { own, group } = await firstChats(visitor);
    await askAndWait(visitor, own, '  /tre-han Nha Trang\n');
    await askAndWait(visitor, group, '/tong-quan');
    const [first, second] = heard;
    expect(first).toMatchObject({
      channel: 'web',
      chat: own,
      chatKind: 'private',
      addressed: true,
    });
    expect(first?.text).toBe('/tre-han Nha Trang');
    expect(second).toMatchObject({ chat: group, chatKind: 'group', person: first?.person });
  });

  test.each([
    ['not JSON', '{"chat":', 400],
    ['an array', '[]', 400],
    ['no text', { chat: 'x' }, 400],
    ['only spaces', { chat: 'x', text: ' \n ' }, 400],
    ['too long a text', { chat: 'x', text: 'a'.repeat(4001) }, 400],
    ['an unknown field', { chat: 'x', text: 'a', person: 'chairman' }, 400],
    ['an unknown chat', { chat: 'group-none', text: 'a' }, 404],
    ['a huge body', { chat: 'x', text: 'a'.repeat(70_000) }, 413],
  ])('%s is refused', async (_, body, status) => {
    await using page = await startPage({ answer: () => expect.unreachable() });
    const visitor = await visit(page);
    expect((await visitor.post('/api/messages', body)).status).toBe(status);
  });

  test('a huge body without a length is refused too', async () => {
    await using page = await startPage();
    const piece = new TextEncoder().encode('x'.repeat(16_384));
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1;
        if (sent > 64) controller.close();
        else controller.enqueue(piece);
      },
    });
    const headers = { 'content-type': 'application/json' };
    const init = { method: 'POST', headers, body, duplex: 'half' } as const;
    const response = await fetch(`${page.url}/api/messages`, init);
    expect(response.status).toBe(413);
  });

  test('questions of one chat are answered in order, and only so many wait', async () => {
    const gates = Array.from({ length: 20 }, () => Promise.withResolvers<void>());
    let at = 0;
    const answer: Answer = async ({ text }) => {
      const gate = gates[at];
      at += 1;
      await gate?.promise;
      return textReply([{ kind: 'text', line: [`trả lời ${text}`] }]);
    };
    await using page = await startPage({ answer });
    const visitor = await visit(page);
    const { own, group } = await firstChats(visitor);
    for (const [index] of gates.entries()) {
      const message = { chat: own, text: String(index) };
      expect((await visitor.post('/api/messages', message)).status).toBe(202);
    }
    expect((await visitor.post('/api/messages', { chat: own, text: 'x' })).status).toBe(429);
    expect(at).toBe(1);
    for (const gate of gates) gate.resolve();
    await askAndWait(visitor, group, 'nhóm');
    await page.stop();
    const answers = (await messagesIn(visitor, own)).match(/trả lời \d+/gu);
    expect(answers).toEqual(gates.map((_, index) => `trả lời ${String(index)}`));
  });

  test('a fault of the answer is shown and does not end the talk', async () => {
    const log = new KeptLog();
    await using page = await startPage({ answer: brokenForOneWord, log });
    const visitor = await visit(page);
    const { own } = await firstChats(visitor);
    await askAndWait(visitor, own, 'hỏng');
    const why: unknown = expect.stringContaining('Error: secret detail');
    const fields = { chat: own, why };
    expect(log.lines).toEqual([{ level: 'error', event: 'web.answerFailed', fields }]);
    const seen = await messagesIn(visitor, own);
    expect(seen).toContain('"code":"answerFailed"');
    expect(seen).not.toContain('secret');
    expect((await visitor.post('/api/messages', { chat: own, text: 'im' })).status).toBe(202);
  });

  test('after the stop nothing is taken, and what was under way is out', async () => {
    const gate = Promise.withResolvers<void>();
    const answer: Answer = async () => {
      await gate.promise;
      return textReply([{ kind: 'text', line: ['xong'] }]);
    };
    await using page = await startPage({ answer });
    const visitor = await visit(page);
    const { own } = await firstChats(visitor);
    await visitor.post('/api/messages', { chat: own, text: 'a' });
    const stopped = page.stop();
    expect((await visitor.post('/api/messages', { chat: own, text: 'b' })).status).toBe(503);
    gate.resolve();
    await stopped;
    expect(await messagesIn(visitor, own)).toContain('xong');
  });
});

describe('chats', () => {
  test('are kept apart', async () => {
    await using page = await startPage();
    const visitor = await visit(page);
    const { own, group } = await firstChats(visitor);
    await askAndWait(visitor, own, 'chỉ ở đây');
    expect(await messagesIn(visitor, own)).toContain('chỉ ở đây');
    expect(await messagesIn(visitor, group)).not.toContain('chỉ ở đây');
  });

  test('a private chat does not exist for others, a group does and hides who is who', async () => {
    await using page = await startPage();
    const [leader, clerk] = [await visit(page), await visit(page)];
    const { own, group } = await firstChats(leader);
    expect((await clerk.get(`/api/messages?chat=${own}`)).status).toBe(404);
    expect((await clerk.get(`/api/events?chat=${own}`)).status).toBe(404);
    expect((await clerk.post('/api/messages', { chat: own, text: 'a' })).status).toBe(404);
    await askAndWait(leader, group, 'cho cả nhóm');
    const seen = await messagesIn(clerk, group);
    expect(seen).toContain('"mine":false');
    expect(seen).not.toContain(own.replace('private-', ''));
    expect(await messagesIn(leader, group)).toContain('"mine":true');
  });

  test('a group is made once, whatever the marks, and everyone sees it', async () => {
    await using page = await startPage();
    const [leader, clerk] = [await visit(page), await visit(page)];
    const made = await leader.post('/api/chats', { name: ' Nhóm Cam Lâm ' });
    expect(made.status).toBe(201);
    expect(await made.json()).toEqual({
      chat: { id: 'group-nhom-cam-lam', name: 'Nhóm Cam Lâm', kind: 'group' },
    });
    await clerk.post('/api/chats', { name: 'NHOM CAM LAM' });
    expect((await chatsOf(clerk)).map(({ name }) => name)).toEqual([
      'Lãnh đạo (riêng)',
      'Nhóm chỉ đạo cải cách hành chính',
      'Nhóm Cam Lâm',
    ]);
  });

  test('a page that others can reach has none, and nothing is delivered to one', async () => {
    await using page = await startPage({ groups: null });
    const visitor = await visit(page);
    expect((await chatsOf(visitor)).map(({ name }) => name)).toEqual(['Lãnh đạo (riêng)']);
    const made = await visitor.post('/api/chats', { name: 'Phường Lộc Thọ' });
    expect([made.status, await made.json()]).toEqual([409, { error: 'tooManyChats' }]);
    const there = { chat: 'group-phuong-loc-tho', topic: null };
    expect((await page.channel.deliver(there, textReply([]))).kind).toBe('never');
  });

  test.each([[''], ['   '], ['!!!'], ['a'.repeat(61)]])(
    'the name "%s" is refused',
    async (name) => {
      await using page = await startPage();
      const visitor = await visit(page);
      const response = await visitor.post('/api/chats', { name });
      expect([response.status, await response.json()]).toEqual([400, { error: 'badName' }]);
    },
  );

  test('there is an end to new groups', async () => {
    await using page = await startPage();
    const visitor = await visit(page);
    const statuses: number[] = [];
    for (let number = 0; number < 100; number += 1) {
      statuses.push((await visitor.post('/api/chats', { name: `nhóm ${String(number)}` })).status);
    }
    expect(statuses.slice(0, 99)).toEqual(Array<number>(99).fill(201));
    expect(statuses[99]).toBe(409);
  });
});

describe('deliver', () => {
  test('puts a message into a chat', async () => {
    await using page = await startPage();
    const visitor = await visit(page);
    const { group } = await firstChats(visitor);
    const events = new EventReader(await visitor.get(`/api/events?chat=${group}`));
    await events.nextOf('answering');
    const reply = { ...textReply([{ kind: 'text', line: ['Danh sách sáng'] }]), topic: NO_TOPIC };
    const delivery = await page.channel.deliver({ chat: group, topic: null }, reply);
    const { id, data } = await events.nextOf('message');
    expect(delivery).toEqual({ kind: 'delivered', receipt: id });
    expect(data).toContain('Danh sách sáng');
    await events.end();
  });

  test('an unknown chat is never reached', async () => {
    await using page = await startPage();
    const delivery = await page.channel.deliver({ chat: 'group-x', topic: null }, textReply([]));
    expect(delivery).toEqual({ kind: 'never', why: 'unknownChat' });
  });
});
