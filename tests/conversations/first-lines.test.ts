import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { startBot, type TestBot } from './start-bot.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot[Symbol.asyncDispose]());

const firstLine = (text: string) => text.split('\n')[0];

describe('the number asked for opens the reply', () => {
  test.each([
    ['hồ sơ tồn đọng của Cam Lâm', '99 hồ sơ đang giải quyết (27 trễ hạn) — UBND huyện Cam Lâm'],
    ['Cam Lâm còn tồn bao nhiêu hồ sơ', '99 hồ sơ đang giải quyết (27 trễ hạn)'],
    ['/ho-so Cam Lâm tồn đọng', '99 hồ sơ đang giải quyết (27 trễ hạn)'],
    ['Cam Lâm đã giải quyết bao nhiêu hồ sơ', '2.542 hồ sơ đã giải quyết — UBND huyện Cam Lâm'],
    ['Cam Lâm tiếp nhận bao nhiêu hồ sơ', '2.860 hồ sơ tiếp nhận — UBND huyện Cam Lâm'],
    ['Nha Trang còn bao nhiêu hồ sơ chưa giải quyết', '1.177 hồ sơ đang giải quyết (18 trễ hạn)'],
    ['/hai-long', '82,24–87,33% chỉ số hài lòng theo khối, năm 2023: thấp nhất Cục Hải quan tỉnh'],
    [
      'thanh toán trực tuyến toàn tỉnh bao nhiêu tiền',
      '135.943 giao dịch thanh toán trực tuyến (134.041.693.402 đồng) — Tỉnh Khánh Hòa',
    ],
    ['bình quân toàn tỉnh', '0,49% hồ sơ trễ hạn — Tỉnh Khánh Hòa'],
    ['tổng hợp cấp xã Vạn Ninh', '0,32% hồ sơ trễ hạn — UBND cấp xã thuộc huyện Vạn Ninh'],
    ['mức độ hài lòng của người dân với công an', '84,69% chỉ số hài lòng — Công an tỉnh'],
    ['những sở nào chưa đạt', '1/18 sở, ngành không đạt mục tiêu trễ hạn dưới 1%'],
    ['ủy ban Khánh Vĩnh tình hình ra sao', '0,35% hồ sơ trễ hạn — UBND huyện Khánh Vĩnh'],
    ['ủy ban xã Diên An', 'UBND xã Diên An'],
    ['số liệu Cam Ranh có sai không', 'đối chiếu số liệu UBND thành phố Cam Ranh'],
    ['/ho-so Cam Lâm', '2.860 hồ sơ tiếp nhận — UBND huyện Cam Lâm'],
  ])('%s', async (question, start) => {
    expect(firstLine((await bot.hears(question)).text)).toContain(start);
  });

  test('and that of the next agency too', async () => {
    const talk = bot.talk();
    await talk.hears('hồ sơ tồn đọng của Cam Lâm');
    expect((await talk.hears('còn Cam Ranh?')).text).toMatch(/^1\.091 hồ sơ đang giải quyết/u);
  });
});

describe('an office nobody reports for is not taken for the UBND of the place', () => {
  test.each([
    'thanh tra tỉnh trễ hạn',
    'tòa án tỉnh trễ hạn',
    'tỉnh đoàn trễ hạn',
    'bệnh viện tỉnh trễ hạn',
    'bệnh viện Nha Trang trễ hạn',
    'công an Nha Trang trễ hạn',
    'kho bạc Ninh Hòa',
    'sở y tế Ninh Thuận',
    'chi cục thuế Nha Trang trễ hạn',
  ])('%s', async (question) => {
    const { text } = await bot.hears(question);
    expect(firstLine(text)).toContain('Không tìm thấy cơ quan');
  });

  test.each([
    ['công an tỉnh trực tuyến', '90,91%'],
    ['trực tuyến công an, Nha Trang', 'Công an tỉnh'],
    ['Sở Y tế tỉnh Khánh Hòa', '0,00% hồ sơ trễ hạn — Sở Y tế'],
  ])('but %s is', async (question, start) => {
    expect(firstLine((await bot.hears(question)).text)).toContain(start);
  });
});

test('what is asked of a field is no question for a formula', async () => {
  const { text } = await bot.hears('lĩnh vực đầu tư sở kế hoạch quý 3');
  expect(text).not.toContain('Cách tính');
});

describe('a value alone narrows the ranking before', () => {
  test.each([
    ['trên 3%?', '1/8 huyện trễ hạn trên 3%'],
    ['còn dưới 0,5% thì sao', '2/8 huyện trễ hạn dưới 0,5%'],
    ['không có hồ sơ trễ hạn?', '1/8 huyện không có hồ sơ trễ hạn'],
  ])('%s', async (question, start) => {
    const talk = bot.talk();
    await talk.hears('huyện nào trễ hạn nhiều nhất');
    expect(firstLine((await talk.hears(question)).text)).toContain(start);
  });

  test('but nothing that was not a ranking', async () => {
    expect((await bot.hears('trên 3%?')).text).toContain('Tôi chưa hiểu câu hỏi này');
  });
});
