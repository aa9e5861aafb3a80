import { expect, test } from 'vitest';

import type { AskerStanding } from '../../src/audience/standing.ts';
import { rememberTurns } from '../../src/dialogue/remember-turns.ts';
import { listening } from './listening.ts';

const as = (role: AskerStanding['role']) => async () => ({ role, agency: null, isKeeper: false });

test.each([
  '/tre-han Nha Trang',
  'Nha Trang trễ hạn bao nhiêu?',
  '/tre-han Vạn Thắng',
  '/tre-ham',
  '1',
])('to a stranger who says %j nothing is told', async (text) => {
  const { hear } = listening({ standingOf: as(null) });
  expect(await hear(text)).toBe('refused figures stranger');
});

test('a stranger may ask what the bot is', async () => {
  const { hear } = listening({ standingOf: as(null) });
  expect(await hear('/start')).toBe('start - - -');
  expect(await hear('/tro-giup')).toBe('tro-giup - - -');
});

test('what one was told is not remembered for another of less standing', async () => {
  let role: AskerStanding['role'] = 'leader';
  const { hear } = listening({
    standingOf: async () => ({ role, agency: null, isKeeper: false }),
    remember: rememberTurns(() => 'today'),
  });
  expect(await hear('/tre-han Nha Trang')).toContain('tp-nha-trang');
  role = null;
  expect(await hear('/tre-han Nha Trang', { chat: 'other' })).toBe('refused figures stranger');
});
