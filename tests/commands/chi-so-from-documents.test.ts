import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { startBot, type TestBot } from '../conversations/start-bot.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(async () => bot[Symbol.asyncDispose]());

const GRADES_2023 =
  '35/42 cơ quan xếp loại Tốt, 6 Khá, 1 Trung bình, 0 Yếu về cải cách hành chính — Tỉnh Khánh Hòa, năm 2023';
const GRADES_2020 =
  '29/44 đơn vị xếp hạng Tốt, 0 Yếu về cải cách hành chính — Tỉnh Khánh Hòa, năm 2020';
const OF_NHA_TRANG =
  '30 cơ quan, đơn vị xếp loại Tốt, 18 Khá, 0 Trung bình về cải cách hành chính — UBND thành phố Nha Trang, năm 2022';
const PLACES =
  'PAR Index hạng 25/63, PCI hạng 16/63, PAPI hạng 16/61, PACA hạng 11/63 — Tỉnh Khánh Hòa, năm 2022';
const OWN_SCORING =
  '80 điểm trở lên, xếp loại Tốt: tự đánh giá theo chỉ số phục vụ người dân, doanh nghiệp (Bộ chỉ số 766) — Sở Kế hoạch và Đầu tư, quý III/2023';
const BARRED =
  'Cơ quan không được xếp loại Tốt nếu hồ sơ trễ hạn từ 5% trở lên hoặc chỉ số hài lòng từ 80% trở xuống; cán bộ, công chức không được xếp loại hoàn thành tốt nhiệm vụ trở lên nếu hồ sơ trễ hạn từ 10% trở lên';

describe('the number comes first, however it is asked for', () => {
  test.each([
    ['/chi-so', GRADES_2023],
    ['bao nhiêu đơn vị xếp loại tốt năm 2023', GRADES_2023],
    ['bao nhieu co quan xep loai tot nam 2023', GRADES_2023],
    ['có bao nhiêu cơ quan được xếp loại khá về cải cách hành chính 2023', GRADES_2023],
    ['cơ quan nào xếp loại trung bình', GRADES_2023],
    ['có đơn vị nào xếp loại yếu không', GRADES_2023],
    ['/xep-hang chỉ số CCHC 2023', GRADES_2023],
    ['xếp loại cải cách hành chính năm 2023', GRADES_2023],
    ['/bieu-do chỉ số CCHC 2023', GRADES_2023],
    ['năm 2020 có mấy đơn vị xếp hạng tốt', GRADES_2020],
    ['/chi-so năm 2020', GRADES_2020],
    ['Nha Trang có bao nhiêu đơn vị xếp loại tốt năm 2022', OF_NHA_TRANG],
    ['UBND thành phố Nha Trang có mấy cơ quan xếp loại khá', OF_NHA_TRANG],
    ['Nha Trang xếp loại gì năm 2022', OF_NHA_TRANG],
    ['PCI của tỉnh xếp thứ mấy', PLACES],
    ['chỉ số năng lực cạnh tranh cấp tỉnh năm 2022', PLACES],
    ['PAR Index năm 2022', PLACES],
    ['/chi-so 2022', PLACES],
    ['papi', PLACES],
    ['chỉ số cải cách hành chính của tỉnh năm 2022', PLACES],
    ['/chi-so sở KHĐT quý 3 2023', OWN_SCORING],
    ['sở KHĐT quý 3 2023 được bao nhiêu điểm', OWN_SCORING],
    ['trễ hạn bao nhiêu thì không được xếp loại tốt', BARRED],
    ['trễ hạn từ bao nhiêu thì không được xếp hạng tốt', BARRED],
    ['hài lòng bao nhiêu thì không được xếp tốt', BARRED],
    ['cán bộ trễ hạn từ bao nhiêu thì không được hoàn thành tốt nhiệm vụ', BARRED],
  ])('%s', async (question, first) => {
    const { text } = await bot.hears(question);
    expect(text.split('\n')[0]).toBe(first);
    expect(text).not.toContain('Chưa hiểu');
    expect(text).toContain('Nguồn: Báo cáo ');
  });
});

describe('what refuses a grade is ordered for all, and has nothing to do with what was talked about', () => {
  test.each(['xã nào không được xếp loại tốt', 'điều kiện xếp loại tốt của Nha Trang'])(
    '%s',
    async (question) => {
      expect((await bot.hears(question)).text.split('\n')[0]).toBe(BARRED);
    },
  );

  test.each(['/tre-han Nha Trang', 'xếp hạng huyện trễ hạn năm 2020', '/chi-so Nha Trang'])(
    'after %s',
    async (before) => {
      const talk = bot.talk();
      await talk.hears(before);
      const { text } = await talk.hears('trễ hạn từ bao nhiêu thì không được xếp loại tốt');
      expect(text.split('\n')[0]).toBe(BARRED);
      expect(text).not.toContain('Hiểu là');
    },
  );
});

describe('what goes with it', () => {
  test('is told as the report tells it, with what it leaves open', async () => {
    const { text } = await bot.hears('/chi-so năm 2023');
    expect(text).toContain('• 35/42 cơ quan xếp loại Tốt (tăng 05 cơ quan so với năm 2022)');
    expect(text).toContain(
      '• 16 cơ quan xếp loại Tốt có chỉ số CCHC từ 90% trở lên (tăng 02 cơ quan)',
    );
    expect(text).toContain('• 26/42 cơ quan có chỉ số CCHC tăng so với năm 2022');
    expect(text).toContain('không rõ là trong số 35 cơ quan xếp loại Tốt hay 16 cơ quan từ 90%');
    expect(text).toContain('Quyết định số 91/QĐ-UBND ngày 11/01/2024');
    expect(text).toContain('Chưa có số liệu Bộ chỉ số 766 của Cổng DVCQG');
    expect(text).toContain('Nguồn: Báo cáo 55/BC-UBND ngày 26/02/2024, mục I.5.b');
  });

  test('grades that are not printed are not taken for 0', async () => {
    const { text } = await bot.hears('/chi-so năm 2020');
    expect(text).toContain('• 29/44 đơn vị xếp hạng Tốt (65,91%)');
    expect(text).toContain('Văn bản không ghi số cơ quan xếp loại Khá, Trung bình.');
    // The order that refuses grades is of 2022.
    expect(text).not.toContain('không được xếp loại');
  });

  test('a city that grades is not graded by it', async () => {
    const { text } = await bot.hears('chỉ số CCHC Nha Trang');
    expect(text).toContain('không phải xếp loại của UBND thành phố Nha Trang.');
  });

  test('an agency without a grade of its own is told so', async () => {
    const { text, reply } = await bot.hears('chỉ số CCHC của Sở Nội vụ năm 2023');
    expect(text).toContain(
      'Chưa có chỉ số, xếp loại riêng của Sở Nội vụ; đây là kết quả chung của Tỉnh Khánh Hòa.',
    );
    expect(reply.topic.agency).toBe('so-nv');
  });

  test('that communes are not graded is said', async () => {
    for (const question of ['xã nào xếp loại yếu', 'phường Lộc Thọ xếp loại gì']) {
      const { text } = await bot.hears(question);
      expect(text).toContain('kết quả chung của Tỉnh Khánh Hòa, văn bản không xếp loại cấp xã.');
    }
  });

  test('what one city says of its units is nothing of its neighbours', async () => {
    for (const question of ['Ninh Hòa xếp loại gì', 'chỉ số CCHC cấp huyện', '/chi-so Cam Ranh']) {
      const { text } = await bot.hears(question);
      expect(text).toMatch(/^35\/42 cơ quan xếp loại Tốt/u);
      expect(text).toMatch(/Chưa có chỉ số, xếp loại riêng của .*đây là kết quả chung của Tỉnh/u);
      expect(text).not.toContain('4589/BC-UBND');
    }
    const { text } = await bot.hears('chỉ số CCHC Ninh Hòa năm 2022');
    expect(text).toMatch(/^Chưa có số liệu/u);
  });

  test("a place among provinces is the province's, whoever is asked about", async () => {
    const { text } = await bot.hears('PAPI của Nha Trang');
    expect(text).toMatch(/^PAR Index hạng 25\/63/u);
    expect(text).toContain('Chưa có số liệu riêng của UBND thành phố Nha Trang');
  });

  test('a follow-up goes on with the grades', async () => {
    const talk = bot.talk();
    await talk.hears('bao nhiêu đơn vị xếp loại tốt năm 2023');
    const { text } = await talk.hears('còn năm 2020?');
    expect(text).toMatch(/^29\/44 đơn vị xếp hạng Tốt/u);
    expect(text).not.toContain('766');
  });

  test('places come with their change and with what is aimed at', async () => {
    const { text } = await bot.hears('PCI 2022');
    expect(text).toContain('• PCI hạng 16/63 (tăng 28 bậc)');
    expect(text).toContain('Mục tiêu: trong nhóm 25 tỉnh, thành phố dẫn đầu cả nước');
  });

  test('of a year without places it is said which has them', async () => {
    const { text } = await bot.hears('PCI năm 2023');
    expect(text).toContain('Kỳ có số liệu của Toàn tỉnh: năm 2022.');
  });

  test('whose the periods are is said', async () => {
    expect((await bot.hears('chỉ số CCHC Cam Ranh 2022')).text).toContain(
      'Kỳ có số liệu chung của Tỉnh Khánh Hòa: năm 2023, năm 2020.',
    );
    expect((await bot.hears('chỉ số CCHC Nha Trang 2021')).text).toContain(
      'Kỳ có số liệu của Nha Trang: năm 2022; chung của Tỉnh Khánh Hòa: năm 2023, năm 2020.',
    );
  });

  test.each(['/chi-so quý 5', '/chi-so 2021', '/chi-so quý 3 2023'])(
    'of another period it is said which there are: %s',
    async (question) => {
      const { text, reply } = await bot.hears(question);
      expect(text).toContain('Kỳ có số liệu của Toàn tỉnh: năm 2023, năm 2022, năm 2020.');
      expect(text).not.toContain('Chưa nguồn nào');
      const first = reply.choices.map(
        async ({ send }) => (await bot.hears(send)).text.split('\n')[0],
      );
      expect(await Promise.all(first)).toEqual([GRADES_2023, PLACES, GRADES_2020]);
    },
  );

  test('what an agency scored itself is not held against the portal', async () => {
    const { text } = await bot.hears('/chi-so sở KHĐT quý 3 2023');
    expect(text).toContain('20/20 phiếu đánh giá thu về');
    expect(text).toContain('Từ 80 điểm là xếp loại Tốt (Báo cáo 3662/BC-SKHĐT, mục 7.2)');
    expect(text).toContain('không so được với điểm Bộ chỉ số 766');
  });
});

describe('years side by side', () => {
  test.each([
    'so sánh xếp loại tốt 2020 và 2023',
    'xếp loại tốt qua các năm',
    '/dien-bien chỉ số CCHC',
  ])('%s', async (question) => {
    const { text } = await bot.hears(question);
    expect(text).toMatch(
      /^Năm 2020: 29\/44 đơn vị xếp hạng Tốt, 0 Yếu · Năm 2023: 35\/42 cơ quan xếp loại Tốt, 6 Khá/u,
    );
    expect(text).toContain('Số cơ quan được xếp loại của các năm khác nhau.');
  });

  test('a year without grades is named', async () => {
    const { text } = await bot.hears('so sánh xếp loại tốt 2022 và 2023');
    expect(text).toContain('Chưa có số liệu: năm 2022.');
    expect(text).toContain('tăng 05 cơ quan so với năm 2022');
  });

  test('of several agencies the common result is told once', async () => {
    const { text } = await bot.hears('/so-sanh Sở Nội vụ, Sở Y tế chỉ số CCHC 2023');
    expect(text).toMatch(/^35\/42 cơ quan xếp loại Tốt/u);
    expect(text).toContain('Sở Y tế');
  });
});

test('a choice leads from grades to places and back', async () => {
  const talk = bot.talk();
  const { reply } = await talk.hears('/chi-so năm 2023');
  const places = reply.choices.find(({ label }) => label === 'PAR Index, PCI, PAPI');
  const there = await talk.hears(places?.send ?? '');
  expect(there.text).toMatch(/^PAR Index hạng 25\/63/u);
  const grades = there.reply.choices.find(({ label }) => label === 'Xếp loại cơ quan');
  expect((await talk.hears(grades?.send ?? '')).text).toMatch(/^35\/42/u);
});
