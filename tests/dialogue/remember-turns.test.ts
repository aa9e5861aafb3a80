import { describe, expect, test } from 'vitest';

import { AgencyId } from '../../src/agencies/agency.ts';
import type { AskerStanding } from '../../src/audience/standing.ts';
import type { Conversation } from '../../src/dialogue/conversations.ts';
import { rememberTurns, type Said, type Thought } from '../../src/dialogue/remember-turns.ts';
import { textReply } from '../../src/replies/reply.ts';

const NOTHING_SAID: Conversation = { last: null, choices: [] };
const GUEST: AskerStanding = { role: 'guest', agency: null, isKeeper: false };

/** A dialogue that counts how often it had to think; every thought has another answer. */
function thinker(freshness: () => string = () => 'day 1') {
  const remembered = rememberTurns(freshness);
  let thoughts = 0;
  const think = async (): Promise<Said> => {
    thoughts += 1;
    const line = [`thought ${String(thoughts)}`];
    return {
      kind: 'said',
      reply: textReply([{ kind: 'text', line }]),
      question: null,
      conversation: { last: null, choices: [] },
    };
  };
  return {
    thoughts: () => thoughts,
    hears: (text: string, conversation = NOTHING_SAID, standing = GUEST) =>
      remembered({ text, conversation, standing }, think),
    fails: (text: string) =>
      remembered({ text, conversation: NOTHING_SAID, standing: GUEST }, () =>
        Promise.reject(new Error('store gone')),
      ),
  };
}

function conversationAfter(thought: Thought): Conversation {
  if (thought.kind !== 'said') throw new Error('nothing was said');
  return thought.conversation;
}

describe('answers are remembered', () => {
  test('the same words in the same conversation are thought about once', async () => {
    const { hears, thoughts } = thinker();
    const first = await hears('/tre-han Nha Trang');
    expect(await hears('/tre-han Nha Trang')).toBe(first);
    expect(thoughts()).toBe(1);
  });

  test('also by twenty people at once', async () => {
    const { hears, thoughts } = thinker();
    const said = await Promise.all(Array.from({ length: 20 }, () => hears('/tong-quan')));
    expect(thoughts()).toBe(1);
    expect(new Set(said).size).toBe(1);
  });

  test('other words, another conversation and another standing are thought about anew', async () => {
    const { hears, thoughts } = thinker();
    await hears('còn quý 3?');
    await hears('còn quý 2?');
    await hears('còn quý 3?', { last: null, choices: [{ label: 'a', send: 'b' }] });
    await hears('còn quý 3?', NOTHING_SAID, { ...GUEST, agency: AgencyId.parse('tp-nha-trang') });
    await hears('còn quý 3?', NOTHING_SAID, { ...GUEST, role: null });
    await hears('còn quý 3?', NOTHING_SAID, { ...GUEST, isKeeper: true });
    expect(thoughts()).toBe(6);
  });

  test('a conversation that has come to the same point is the same conversation', async () => {
    const { hears, thoughts } = thinker();
    const afterOnce = conversationAfter(await hears('/tong-quan'));
    const afterTwice = conversationAfter(await hears('/tong-quan', afterOnce));
    expect(afterTwice).toBe(afterOnce);
    await hears('/tong-quan', afterTwice);
    expect(thoughts()).toBe(2);
  });
});

describe('answers are forgotten', () => {
  test('when the figures or the day have changed, all of them', async () => {
    let revision = '1';
    const { hears, thoughts } = thinker(() => revision);
    await hears('/tre-han');
    revision = '2';
    await hears('/tre-han');
    revision = '1';
    await hears('/tre-han');
    expect(thoughts()).toBe(3);
  });

  test('when they were thought of on figures that changed meanwhile', async () => {
    let revision = '1';
    const remembered = rememberTurns(() => revision);
    const heard = { text: '/tre-han', conversation: NOTHING_SAID, standing: GUEST };
    const said: Said = {
      kind: 'said',
      reply: textReply([]),
      question: null,
      conversation: NOTHING_SAID,
    };
    const slow = Promise.withResolvers<Said>();
    const first = remembered(heard, () => slow.promise);
    revision = '2';
    await remembered({ ...heard, text: '/ho-so' }, async () => said);
    slow.resolve(said);
    await first;
    let again = 0;
    await remembered(heard, async () => {
      again += 1;
      return said;
    });
    expect(again).toBe(1);
  });

  test('failures are never remembered', async () => {
    const { hears, fails, thoughts } = thinker();
    await expect(fails('/tre-han')).rejects.toThrow('store gone');
    await hears('/tre-han');
    expect(thoughts()).toBe(1);
  });

  test('when there are too many, the one not asked for longest', async () => {
    const { hears, thoughts } = thinker();
    await hears('/tong-quan');
    await hears('/ho-so');
    for (let index = 0; index < 1_999; index += 1) {
      await hears(`/tre-han ${String(index)}`);
      await hears('/tong-quan');
    }
    expect(thoughts()).toBe(2_001);
    await hears('/ho-so');
    expect(thoughts()).toBe(2_002);
  });
});
