import { expect, test } from 'vitest';

import { listening } from '../dialogue/listening.ts';
import { ELSEWHERE } from './phrasings-of-elsewhere.ts';
import { FIELDS } from './phrasings-of-fields.ts';
import { NUMBERS } from './phrasings-of-numbers.ts';
import { PLACES } from './phrasings-of-places.ts';
import { RANKINGS } from './phrasings-of-rankings.ts';
import { RATES } from './phrasings-of-rates.ts';
import { SEVERAL } from './phrasings-of-several.ts';

const rows = `${RATES}${SEVERAL}${RANKINGS}${NUMBERS}${PLACES}${FIELDS}${ELSEWHERE}`
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => line.split(' => '));

const { hear } = listening();

test.each(rows)('%s', async (typed = '', meant) => {
  // Each phrasing is the first thing that its person says.
  expect(await hear(typed, { person: typed })).toBe(meant);
});
