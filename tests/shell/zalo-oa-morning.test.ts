import { expect, test } from 'vitest';

import { BAD_GATEWAY } from '../doubles/zalo-oa/faults.ts';
import { pushMorning } from './oa-morning.ts';

test(
  'npm start at seven: every bound GMF group has its list, whatever is in the way, and no faster than the plan allows',
  { timeout: 240_000 },
  async () => {
    const morning = await pushMorning({
      groups: 8,
      faults: [
        [2, BAD_GATEWAY],
        [4, BAD_GATEWAY],
      ],
      tokensEndAfter: Infinity,
    });
    expect(morning).toMatchObject({
      groups: 8,
      sent: 8,
      dead: 0,
      tooFast: 0,
      // A gateway that says that nothing is behind it: what is repeated cannot be there twice, and has no mark.
      marked: 0,
      unmarkedTwice: 0,
      renewals: 1,
      code: 0,
      said: '',
    });
  },
);
