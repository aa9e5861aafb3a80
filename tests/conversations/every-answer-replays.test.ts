import { expect, test } from 'vitest';

import { auditStore } from '../../src/storage/audit-store.ts';
import { uniqueBy } from '../../src/unique-by.ts';
import { openingChats } from './chats.ts';
import { NUMBERS } from './phrasings-of-numbers.ts';
import { RANKINGS } from './phrasings-of-rankings.ts';
import { RATES } from './phrasings-of-rates.ts';
import { SEVERAL } from './phrasings-of-several.ts';

const PHRASINGS = `${RATES}${SEVERAL}${RANKINGS}${NUMBERS}`
  .split('\n')
  .flatMap((line) => line.split(' => ').slice(0, 1))
  .filter((typed) => typed !== '')
  // All of them were tried; every seventh keeps watch.
  .filter((_, at) => at % 7 === 0)
  .concat(
    'UBND xã Ninh Sơn năm 2023',
    'xây dựng Nha Trang',
    'lĩnh vực thành lập và hoạt động hộ kinh doanh Nha Trang',
    'lĩnh vực đấu thầu sở KHĐT quý 3 2023',
  );

/** What goes on from an answer, and is to stand by itself in the account. */
const FOLLOW_UPS = ['còn 6 tháng đầu năm?', 'còn Cam Ranh?', 'vẽ biểu đồ', 'so với cùng kỳ'];

/** What goes on from a comparison in ways no single question does. */
const CONVERSATIONS = [
  ['Nha Trang 2020, Cam Ranh 2020 và 2023', 'so với cùng kỳ', 'vì sao?'],
  ['Nha Trang 2020, Cam Ranh 2020 và 2023', 'còn Ninh Hòa?', 'có đạt mục tiêu không'],
  ['Nha Trang 2023 với Cam Ranh 2020', 'thêm Ninh Hòa', 'nguồn?'],
  ['Nha Trang với Cam Ranh 2023', 'trên 1% không', 'so với cùng kỳ'],
  ['năm nào Nha Trang trễ hạn nhiều nhất', 'vẽ biểu đồ'],
];

const KEEPER = { channel: 'telegram', chat: '9', person: '9' } as const;

test(
  'whatever was asked and however, the account of it gives the same answer again',
  { timeout: 60_000 },
  async () => {
    await using chats = await openingChats({ keepers: [{ channel: 'telegram', person: '9' }] });
    for (const [at, typed] of PHRASINGS.entries()) {
      await chats.say(KEEPER, typed);
      await chats.say(KEEPER, FOLLOW_UPS[at % FOLLOW_UPS.length] ?? '');
    }
    for (const typed of CONVERSATIONS.flat()) await chats.say(KEEPER, typed);
    // Beside listing them, this has the last ones written down.
    await chats.say(KEEPER, '/kiem-chung');
    const entries = await auditStore(chats.open.storage).latest(5_000);
    // The same answer to the same question need not be checked twice.
    const different = uniqueBy(entries, ({ asked, replyHash }) => `${String(asked)} ${replyHash}`);
    expect(different.length).toBeGreaterThan(60);
    const wrong: string[] = [];
    for (const { code, typed, asked } of different) {
      const said = await chats.say(KEEPER, `/kiem-chung ${code}`);
      if (!/ — (?:khớp|không tính lại được|không dùng số liệu)/u.test(said))
        wrong.push(`${typed} => ${String(asked)}`);
    }
    expect(wrong).toEqual([]);
  },
);
