import { expect, test } from 'vitest';

import { messageCounts } from '../../src/storage/message-counts.ts';
import { openStorage } from '../../src/storage/open.ts';

const NOVEMBER = Temporal.PlainYearMonth.from('2026-11');
const DECEMBER = Temporal.PlainYearMonth.from('2026-12');

test('each month of each channel counts for itself, over restarts', async () => {
  using storage = openStorage(':memory:');
  const counts = messageCounts(storage);
  expect(await counts.of('zalo-bot', NOVEMBER)).toEqual({ sent: 0, received: 0 });
  await counts.add('zalo-bot', 'sent', NOVEMBER);
  await counts.add('zalo-bot', 'received', NOVEMBER);
  await counts.add('zalo-oa', 'sent', NOVEMBER);
  await counts.add('zalo-bot', 'sent', DECEMBER);
  expect(await messageCounts(storage).add('zalo-bot', 'sent', NOVEMBER)).toEqual({
    sent: 2,
    received: 1,
  });
});
