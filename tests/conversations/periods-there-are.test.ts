import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { startBot, type TestBot } from './start-bot.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot[Symbol.asyncDispose]());

const OF_NHA_TRANG = 'Kỳ có số liệu của Nha Trang: năm 2023, 6 tháng đầu năm 2023, năm 2020.';

describe('of a period that cannot be it is said why, and which there are', () => {
  test.each([
    [
      'tỷ lệ trễ hạn của Nha Trang quý 5 năm 2023',
      'Một năm chỉ có 4 quý, không có “quý 5 năm 2023” — hồ sơ trễ hạn, UBND thành phố Nha Trang',
      OF_NHA_TRANG,
    ],
    [
      '/tre-han Nha Trang tháng 13/2023',
      'Một năm chỉ có 12 tháng, không có “tháng 13/2023”',
      OF_NHA_TRANG,
    ],
    ['/tre-han Nha Trang 31/2/2023', 'Lịch không có “31/2/2023”', OF_NHA_TRANG],
    ['Nha Trang năm 1890', 'Không có kỳ “năm 1890”: năm chỉ từ 2000 đến 2099', OF_NHA_TRANG],
    ['trễ hạn Nha Trang nửa năm thứ 3', 'Một năm chỉ có hai nửa', OF_NHA_TRANG],
    [
      'trễ hạn Nha Trang từ 15/6/2023 đến 14/3/2023',
      'Kỳ “từ 15/6/2023 đến 14/3/2023” kết thúc trước khi bắt đầu',
      OF_NHA_TRANG,
    ],
    ['/tre-han Nha Trang từ 15/6 đến 14/9', 'chưa nói năm nào', OF_NHA_TRANG],
    ['/tre-han Nha Trang từ tháng 3 đến nay', 'chưa có ngày cuối', OF_NHA_TRANG],
    ['/dien-bien Nha Trang quý 5', 'Một năm chỉ có 4 quý', OF_NHA_TRANG],
    // Each metric has periods of its own.
    [
      '/ho-so Nha Trang quý 5',
      'tiếp nhận, giải quyết, UBND thành phố Nha Trang',
      'Kỳ có số liệu của Nha Trang: năm 2023, 6 tháng đầu năm 2023.',
    ],
    ['/hai-long quý 0', 'chỉ số hài lòng, Tỉnh', 'Kỳ có số liệu của Toàn tỉnh: năm 2023.'],
    ['/linh-vuc Sở KHĐT quý 5', 'Một năm chỉ có 4 quý', 'Theo lĩnh vực hiện có: quý III/2023.'],
    ['quý 5', 'hồ sơ trễ hạn, Tỉnh Khánh Hòa', 'Kỳ có số liệu của Toàn tỉnh: năm 2023, năm 2020.'],
    ['huyện nào trễ nhất tháng 13', 'xếp hạng hồ sơ trễ hạn', 'Xếp hạng được: năm 2023.'],
    [
      'so sánh Nha Trang với Cam Ranh quý 5',
      'Một năm chỉ có 4 quý, không có “quý 5” — so sánh hồ sơ trễ hạn',
      'UBND thành phố Cam Ranh: chưa có số liệu (hiện có: năm 2023, năm 2020)',
    ],
    ['hồ sơ Nha Trang với Cam Ranh quý 6', 'Một năm chỉ có 4 quý', 'hiện có năm 2023'],
    ['/nguon quý 5', 'Một năm chỉ có 4 quý, không có “quý 5” — nguồn', 'Hiện có: năm 2023'],
    ['/bao-cao Nha Trang quý 5', 'Một năm chỉ có 4 quý', 'Kỳ có số liệu của Nha Trang: năm 2023'],
  ])('%s', async (question, first, periods) => {
    const { text } = await bot.hears(question);
    expect(text.split('\n')[0]).toContain(first);
    expect(text).toContain(periods);
  });
});

test.each([
  ['/tre-han Nha Trang quý 5', '6 tháng đầu năm 2023', /^0,96% .*6 tháng đầu năm 2023/u],
  ['/bao-cao Nha Trang quý 5', 'Năm 2023', /^Báo cáo|^Biểu|năm 2023/u],
  ['huyện nào trễ nhất tháng 13', 'Năm 2023', /^Cam Lâm 3,14% cao nhất/u],
  ['so sánh Nha Trang với Cam Ranh quý 5', 'So sánh năm 2020', /12,44%.*22,03%.*năm 2020/u],
])(
  'a choice asks the question of %s again, in a period there is: %s',
  async (asked, label, first) => {
    const { reply } = await bot.hears(asked);
    const choice = reply.choices.find((one) => one.label === label);
    expect((await bot.hears(choice?.send ?? '')).text.split('\n')[0]).toMatch(first);
  },
);

test('what is asked next is of the same agency', async () => {
  const talk = bot.talk();
  await talk.hears('/tre-han Nha Trang');
  expect((await talk.hears('còn quý 5?')).text).toContain(OF_NHA_TRANG);
  expect((await talk.hears('còn 6 tháng đầu năm 2023?')).text).toMatch(/^0,96%/u);
});

test('a slip is not carried over: the next agency is told of by its newest figures', async () => {
  const talk = bot.talk();
  await talk.hears('/tre-han Nha Trang quý 5 2023');
  expect((await talk.hears('còn Cam Ranh?')).text).toMatch(/^1,62% .* năm 2023\n/u);
});
