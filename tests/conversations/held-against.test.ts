import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { startBot, type TestBot } from './start-bot.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot[Symbol.asyncDispose]());

const firstLine = (text: string) => text.split('\n')[0];

describe('one agency held against a value', () => {
  test.each([
    ['Nha Trang có vượt 1% không', 'Chưa vượt 1%: 0,77% hồ sơ trễ hạn — UBND thành phố Nha Trang'],
    ['Cam Lâm vượt 1% chưa', 'Đã vượt 1%: 3,14% hồ sơ trễ hạn'],
    ['Nha Trang có dưới 0,5% không', 'Không dưới 0,5%: 0,77%'],
    ['Nha Trang có dưới 1% không', 'Đúng là dưới 1%: 0,77%'],
    ['Nha Trang có trễ hạn từ 0,5% đến 1% không', 'Đúng là từ 0,5% đến 1%: 0,77%'],
    ['Nha Trang có trên 100 hồ sơ trễ hạn không', 'Đã vượt 100 hồ sơ: 109 hồ sơ trễ hạn'],
    ['Nha Trang trực tuyến có trên 60% không', 'Đã vượt 60%: 68,67% hồ sơ trực tuyến'],
    ['Nha Trang đạt không', 'Dưới mục tiêu 1% (đạt): 0,77%'],
    ['Cam Lâm có đạt mục tiêu không', 'Vượt mục tiêu 1% (không đạt): 3,14%'],
    ['Nha Trang có vượt 1% không 6 tháng đầu năm 2023', '0,96% chưa vượt 1% · 1,10% đã vượt 1%: '],
    [
      'Nha Trang còn bao nhiêu hồ sơ nữa thì chạm 1%',
      'Còn 32 hồ sơ được trễ thêm, hồ sơ thứ 33 là chạm 1%: 0,77%',
    ],
    ['Sở KHĐT năm 2023 còn bao nhiêu hồ sơ nữa thì vượt', 'Thêm 1 hồ sơ trễ là chạm 1%: 0,87%'],
    ['Cam Lâm còn bao nhiêu hồ sơ trễ nữa thì vượt', 'Đã chạm 1%, cần thêm 5.660 hồ sơ đúng hạn'],
    ['mục tiêu trễ hạn là bao nhiêu', 'Mục tiêu dưới 1%, hiện 0,49% hồ sơ trễ hạn — Tỉnh Khánh'],
    ['chỉ tiêu của tỉnh', 'Mục tiêu dưới 1%, hiện 0,49%'],
    ['chỉ tiêu trực tuyến Nha Trang là bao nhiêu', 'Chỉ tiêu 40–45%, hiện 68,67% hồ sơ trực tuyến'],
    ['Nha Trang trực tuyến có đạt chỉ tiêu không', 'Vượt chỉ tiêu 40–45%: 68,67%'],
    ['chỉ tiêu hài lòng là bao nhiêu', 'Chỉ tiêu 84%, hiện 82,24–87,33% chỉ số hài lòng theo khối'],
    ['mục tiêu hài lòng', '7/9 đơn vị đạt chỉ tiêu 84%: 82,24–87,33%'],
    ['hài lòng công an có trên 90% không', 'Chưa vượt 90%: 84,69% chỉ số hài lòng'],
    [
      'Cam Lâm cần bao nhiêu hồ sơ để xuống dưới 1%',
      'Đã chạm 1%, cần thêm 5.660 hồ sơ đúng hạn để xuống dưới: 3,14%',
    ],
  ])('%s', async (question, start) => {
    expect(firstLine((await bot.hears(question)).text)).toContain(start);
  });

  test.each([
    ['Trên 1% không?', 'Chưa vượt 1%: 0,77%'],
    ['có vượt không?', 'Dưới mục tiêu 1% (đạt): 0,77%'],
    ['vượt 1% chưa?', 'Chưa vượt 1%: 0,77%'],
    ['đạt không?', 'Dưới mục tiêu 1% (đạt): 0,77%'],
    ['chỉ tiêu bao nhiêu', 'Mục tiêu dưới 1%, hiện 0,77%'],
    ['còn bao nhiêu hồ sơ nữa thì vượt', 'Còn 32 hồ sơ được trễ thêm'],
  ])('after its rate: %s', async (question, start) => {
    const talk = bot.talk();
    await talk.hears('/tre-han Nha Trang');
    expect(firstLine((await talk.hears(question)).text)).toContain(start);
  });

  test.each([
    ['chỉ tiêu bưu chính là bao nhiêu', 'Chưa có chỉ tiêu cho đơn vị và kỳ được hỏi.'],
    ['hài lòng có trên 84% không', 'Không có một con số chung để so với mức được hỏi.'],
    ['sở nào trước hạn nhiều nhất', 'Nguồn không ghi số hồ sơ giải quyết trước hạn'],
  ])('%s: what cannot be told is said', async (question, words) => {
    expect((await bot.hears(question)).text).toContain(words);
  });

  test.each(['trên 1% không', 'còn bao nhiêu hồ sơ nữa thì vượt', 'nguồn?'])(
    'after a comparison "%s" is answered of the first, and names the one left out',
    async (question) => {
      const talk = bot.talk();
      await talk.hears('so sánh Nha Trang 2023 với Cam Ranh 2020');
      const { text } = await talk.hears(question);
      expect(text).toContain('UBND thành phố Nha Trang');
      expect(text).toContain('xin hỏi riêng: UBND thành phố Cam Ranh.');
    },
  );

  test('without counts it is said that the room cannot be told', async () => {
    const { text } = await bot.hears('Nha Trang năm 2020 còn bao nhiêu hồ sơ nữa thì vượt 1%');
    expect(text).toMatch(/không tính được|Chưa có mục tiêu/u);
  });
});

describe('sides of a comparison', () => {
  test.each([
    [
      'Nha Trang và Cam Ranh có đạt mục tiêu không',
      'Nha Trang 0,77%: đạt · Cam Ranh 1,62%: không đạt',
    ],
    ['nha trang, cam ranh dat chua', 'Nha Trang 0,77%: đạt · Cam Ranh 1,62%: không đạt'],
    ['/tre-han Nha Trang, Cam Ranh đạt không', 'Nha Trang 0,77%: đạt · Cam Ranh 1,62%: không đạt'],
    ['so sánh Sở TNMT và Sở Y tế có đạt không', 'Sở TNMT 9,26%: không đạt · Sở Y tế 0,00%: đạt'],
    ['Nha Trang 2020 và 2023 có đạt mục tiêu không', 'Năm 2020 12,44% · Năm 2023 0,77%: đạt'],
    [
      'trực tuyến Nha Trang và cấp xã Nha Trang có đạt chỉ tiêu không',
      'Nha Trang 68,67%: vượt chỉ tiêu · Cấp xã Nha Trang 54,87%: vượt chỉ tiêu',
    ],
  ])('%s: each has its verdict', async (question, start) => {
    const { text } = await bot.hears(question);
    expect(firstLine(text)).toContain(start);
    expect(text).toMatch(/(?:Mục tiêu|Chỉ tiêu) .* theo (?:Báo cáo|Quyết định) /u);
  });

  test('the gravest limit that is broken is the one named, and a year without a limit has no verdict', async () => {
    expect((await bot.hears('Sở TNMT và Cam Ranh đạt không')).text).toMatch(
      /Môi trường.* — không đạt, vượt mục tiêu 5%\n.*Cam Ranh.* — không đạt, vượt mục tiêu 1%/u,
    );
    const { text } = await bot.hears('Nha Trang 2020 và 2023 có đạt mục tiêu không');
    expect(text).toContain('Chưa có mục tiêu: Năm 2020.');
    expect((await bot.hears('đúng hạn Nha Trang và Cam Ranh đạt không')).text).toContain(
      'Chưa có mục tiêu về chỉ tiêu này cho kỳ được hỏi.',
    );
  });

  test.each([
    [
      'tại sao Nha Trang trễ hơn Cam Ranh',
      'Cam Ranh trễ ít hơn (103 so với 109 hồ sơ) nhưng số đã và đang giải quyết ít hơn nhiều (6.372 so với 14.114 hồ sơ) nên tỷ lệ cao hơn.',
    ],
    [
      'vì sao Ninh Hòa cao hơn Nha Trang',
      'Ninh Hòa trễ nhiều hơn (121 so với 109 hồ sơ) trên số đã và đang giải quyết không nhiều hơn (8.684 so với 14.114 hồ sơ).',
    ],
    [
      'vì sao Sở Tư pháp cao hơn Sở Y tế',
      'trễ nhiều hơn (32 so với 0 hồ sơ), dù đã và đang giải quyết nhiều hơn (15.584 so với 3.119 hồ sơ).',
    ],
    [
      'vì sao khối huyện cao hơn khối xã',
      'nhiều nhất: Ninh Hòa 121 (1,39%), Nha Trang 109 (0,77%)',
    ],
    ['vì sao Nha Trang nhiều hồ sơ hơn Cam Ranh', 'Số liệu không nêu nguyên nhân.'],
  ])('%s: what the figures tell of it, and that they tell no cause', async (question, words) => {
    const { text } = await bot.hears(question);
    expect(text).toContain(words);
    expect(text).toMatch(/không nêu nguyên nhân/u);
  });

  test('asked behind a comparison both are held against it', async () => {
    const talk = bot.talk();
    await talk.hears('so sánh Nha Trang 2023 với Cam Ranh 2020');
    expect((await talk.hears('có đạt mục tiêu không')).text).toMatch(
      /^Nha Trang, 2023 0,77%: đạt · Cam Ranh, 2020 22,03% — /u,
    );
    expect((await talk.hears('vì sao')).text).toContain('Cam Ranh');
  });
});

describe('several sifted by a value', () => {
  test.each([
    ['huyện nào từ 1% đến 2%', '3/8 huyện trễ hạn từ 1% đến 2%'],
    ['huyện nào trên 100 hồ sơ trễ hạn', '3/8 huyện có trên 100 hồ sơ trễ hạn'],
    ['xã nào dưới 3 hồ sơ trễ hạn', '69/136 xã, phường có dưới 3 hồ sơ trễ hạn'],
    [
      'xã nào không có hồ sơ đang giải quyết quá hạn',
      '113/136 xã, phường không có hồ sơ đang giải quyết trễ hạn',
    ],
    ['huyện nào trên 500 hồ sơ trễ hạn', 'Không có huyện nào có trên 500 hồ sơ trễ hạn'],
    ['bao nhiêu sở trễ hạn', '9/18 sở, ngành có hồ sơ trễ hạn'],
    ['bao nhiêu xã của Ninh Hòa có hồ sơ trễ hạn', '21/27 xã, phường có hồ sơ trễ hạn'],
    ['có bao nhiêu xã ở Nha Trang', '27 xã, phường — đơn vị cấp xã thuộc Nha Trang, năm 2023'],
  ])('%s', async (question, start) => {
    expect(firstLine((await bot.hears(question)).text)).toContain(start);
  });

  test('a list ends where a phone does', async () => {
    const { text } = await bot.hears('đơn vị nào dưới 1%');
    expect(text).toContain('149/171 đơn vị trễ hạn dưới 1%');
    expect(text).toContain('Còn 134 đơn vị nữa.');
  });
});
