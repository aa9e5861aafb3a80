import { expect, test } from 'vitest';

import { listening } from '../dialogue/listening.ts';
import { RATES } from './phrasings-of-rates.ts';

const rows = RATES.trim()
  .split('\n')
  .map((line) => line.split(' => '));

test.each(rows)('%s', async (typed = '', meant) => {
  expect(await listening().hear(typed)).toBe(meant);
});
