import { afterAll, beforeAll, expect, test } from 'vitest';

import { startBot, type TestBot } from './start-bot.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(async () => bot[Symbol.asyncDispose]());

/** What reports count beside their rates: procedures, sheets, days apart. */
test.each([
  [
    '/truc-tuyen năm 2023',
    '880 thủ tục trực tuyến được công bố (418 một phần, 536 toàn trình: cộng lại là 954, văn bản không giải thích; mục II.2.a)',
  ],
  ['bao nhiêu thủ tục trực tuyến toàn trình năm 2023', '536 thủ tục toàn trình được công bố ('],
  ['/truc-tuyen một phần năm 2023', '418 thủ tục một phần được công bố ('],
  [
    '/truc-tuyen năm 2020',
    '746 quy trình cho phép nộp hồ sơ trực tuyến (65,27%; mức độ 3: 355, mức độ 4: 391; tăng 606 so với năm 2019)',
  ],
  [
    '/truc-tuyen năm 2020',
    '22 ngày phòng, chống dịch Covid-19 (không ghi từ ngày nào): 29,87% (5.311/17.779 hồ sơ)',
  ],
  ['/thanh-toan năm 2020', '451 quy trình cho phép thanh toán trực tuyến (39,46%;'],
  ['/thanh-toan năm 2020', ': 291 giao dịch, 19.317.000 đồng'],
  ['/buu-chinh năm 2020', 'Lũy kế từ năm 2018: 3.462 hồ sơ'],
  ['/buu-chinh năm 2020', '1.143 quy trình cho phép thực hiện qua bưu chính công ích (100%'],
  ['/so-hoa năm 2023', 'Hồ sơ được lưu vào kho dữ liệu của tỉnh: 244.646 hồ sơ'],
  ['bao nhiêu phiếu khảo sát hài lòng năm 2023', 'Tổng số phiếu khảo sát: 23.870 phiếu'],
  [
    '/tre-han cấp xã Nha Trang 6 tháng đầu năm 2023',
    '13 đơn vị cấp xã không phát sinh hồ sơ trễ hạn (tất cả các đơn vị có tỷ lệ trễ hạn dưới 1%)',
  ],
])('%s', async (question, said) => {
  const { text } = await bot.hears(question);
  expect(text).toContain(said);
  expect(text).not.toContain('Chưa hiểu');
});

/** What a document is to be doubted for is told with its counts (domain.md 12). */
test.each([
  ['/ho-so sở KHĐT quý 3 2023', 'còn 69 hồ sơ test chưa xóa'],
  ['/tre-han sở KHĐT quý 3 2023', 'còn 69 hồ sơ test chưa xóa'],
  ['/truc-tuyen sở KHĐT quý 3 2023', 'Biểu số II.08 ghi cùng 2493/2558 ở cả mức độ 3 và mức độ 4'],
  ['/ho-so Nha Trang 6 tháng đầu năm 2023', 'ghi cùng số 1.147 cho hồ sơ năm 2022 chuyển sang'],
  ['/dung-han Nha Trang 6 tháng đầu năm 2023', '“tính đến ngày 14/6/2022”'],
])('%s', async (question, doubt) => {
  expect((await bot.hears(question)).text).toContain(doubt);
});

test('another table of the same agency is not doubted for it', async () => {
  expect((await bot.hears('/ho-so sở KHĐT năm 2023')).text).not.toContain('hồ sơ test');
  expect((await bot.hears('/tre-han Nha Trang năm 2023')).text).not.toContain('1.147');
});
