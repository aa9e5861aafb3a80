import { expect, test } from 'vitest';

import { listening } from '../dialogue/listening.ts';
import { RATES } from './phrasings-of-rates.ts';
import { SEVERAL } from './phrasings-of-several.ts';

const rows = `${RATES}${SEVERAL}`
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => line.split(' => '));

test.each(rows)('%s', async (typed = '', meant) => {
  expect(await listening().hear(typed)).toBe(meant);
});
