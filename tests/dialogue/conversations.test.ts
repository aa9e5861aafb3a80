import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { conversations, type Speaker } from '../../src/dialogue/conversations.ts';
import { clockAt } from './listening.ts';

const lan: Speaker = { channel: 'telegram', chat: '7', person: '1' };

function saying(send: string) {
  return { last: null, choices: [{ label: send, send }] };
}

test('what was said is remembered for just under 15 minutes', () => {
  const clock = clockAt('2026-11-21T08:00:00+07:00');
  const talks = conversations(clock);
  talks.remember(lan, saying('a'));
  clock.wind(14);
  expect(talks.recall(lan).choices).toHaveLength(1);
  clock.wind(1);
  expect(talks.recall(lan)).toEqual({ last: null, choices: [] });
});

test('every message starts the 15 minutes anew', () => {
  const clock = clockAt('2026-11-21T08:00:00+07:00');
  const talks = conversations(clock);
  talks.remember(lan, saying('a'));
  clock.wind(14);
  talks.remember(lan, saying('b'));
  clock.wind(14);
  expect(talks.recall(lan).choices[0]?.send).toBe('b');
});

test.each<[string, Speaker]>([
  ['another person', { ...lan, person: '2' }],
  ['another chat', { ...lan, chat: '8' }],
  ['another channel', { ...lan, channel: 'zalo' }],
  ['ids that look alike when joined', { channel: 'telegram', chat: '7","1', person: '' }],
])('%s remembers nothing of it', (_, other) => {
  const talks = conversations(clockAt('2026-11-21T08:00:00+07:00'));
  talks.remember(lan, saying('a'));
  expect(talks.recall(other).choices).toEqual([]);
});

test('of too many speakers the one silent for longest is forgotten', () => {
  const talks = conversations(clockAt('2026-11-21T08:00:00+07:00'), 2);
  const [first, second, third] = ['1', '2', '3'].map((person) => ({ ...lan, person }));
  if (first === undefined || second === undefined || third === undefined) throw new Error('three');
  talks.remember(first, saying('a'));
  talks.remember(second, saying('b'));
  talks.remember(first, saying('c'));
  talks.remember(third, saying('d'));
  const sends = [first, second, third].map((one) => talks.recall(one).choices[0]?.send);
  expect(sends).toEqual(['c', undefined, 'd']);
});

test('each speaker is told what they themselves said last', () => {
  const speaker = fc.record({
    channel: fc.constantFrom('telegram', 'zalo'),
    chat: fc.constantFrom('1', '2'),
    person: fc.constantFrom('1', '2', '3'),
  });
  fc.assert(
    fc.property(fc.array(fc.tuple(speaker, fc.string())), (saids) => {
      const talks = conversations(clockAt('2026-11-21T08:00:00+07:00'));
      for (const [one, send] of saids) talks.remember(one, saying(send));
      for (const [one] of saids) {
        const same = saids.findLast(([other]) => JSON.stringify(other) === JSON.stringify(one));
        expect(talks.recall(one).choices[0]?.send).toBe(same?.[1]);
      }
    }),
  );
});
