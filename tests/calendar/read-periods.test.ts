import { describe, expect, test } from 'vitest';

import { periodKey } from '../../src/calendar/periods.ts';
import { readPeriods } from '../../src/calendar/read-periods.ts';
import { resolvePeriod } from '../../src/calendar/resolve-period.ts';

const today = Temporal.PlainDate.from('2023-10-20');

/** What was read, as keys: years that were not said are taken as 2001, so that they show; "!why" for what cannot be. */
function keysIn(text: string): readonly string[] {
  return readPeriods(text).map(({ asked, problem }) =>
    asked === null ? `!${problem}` : periodKey(resolvePeriod(asked, { today, year: 2001 })),
  );
}

describe('one period', () => {
  test.each([
    ['năm 2023', '2023'],
    ['2023', '2023'],
    ['n2023', '2023'],
    ['nam 2023', '2023'],
    ['12 tháng năm 2023', '2023'],
    ['quý III/2023', '2023-Q3'],
    ['QUÝ III NĂM 2023', '2023-Q3'],
    ['quý 3 năm 2023', '2023-Q3'],
    ['quý 3 của năm 2023', '2023-Q3'],
    ['quí 3/2023', '2023-Q3'],
    ['q3 2023', '2023-Q3'],
    ['Q3/2023', '2023-Q3'],
    ['q.3 2023', '2023-Q3'],
    ['quy 3-2023', '2023-Q3'],
    ['quý 3/23', '2023-Q3'],
    ['quý ba', '2001-Q3'],
    ['quý tư', '2001-Q4'],
    ['quy iv nam 2022', '2022-Q4'],
    ['3 tháng đầu năm 2023', '2023-Q1'],
    ['6 tháng đầu năm 2023', '2023-H1'],
    ['06 tháng đầu năm 2023', '2023-H1'],
    ['6 tháng đầu năm', '2001-H1'],
    ['6 tháng năm 2023', '2023-H1'],
    ['6 tháng', '2001-H1'],
    ['sáu tháng đầu năm', '2001-H1'],
    ['sau thang dau nam 2023', '2023-H1'],
    ['6t đầu năm', '2001-H1'],
    ['6T/2023', '2023-H1'],
    ['6T đầu 2023', '2023-H1'],
    ['nửa đầu năm 2023', '2023-H1'],
    ['nua nam dau', '2001-H1'],
    ['H1 2023', '2023-H1'],
    ['6 tháng cuối năm', '2001-H2'],
    ['nửa cuối năm', '2001-H2'],
    ['nửa năm cuối 2022', '2022-H2'],
    ['9 tháng 2023', '2023-9M'],
    ['9 tháng đầu năm 2023', '2023-9M'],
    ['chín tháng đầu năm', '2001-9M'],
    ['tháng 10/2023', '2023-M10'],
    ['tháng 10 năm 2023', '2023-M10'],
    ['10/2023', '2023-M10'],
    ['T10/2023', '2023-M10'],
    ['th10', '2001-M10'],
    ['thg 10', '2001-M10'],
    ['tháng mười hai', '2001-M12'],
    ['tháng 10 thế nào', '2001-M10'],
    ['tháng năm', '2001-M05'],
    ['thang 01', '2001-M01'],
    ['5 tháng đầu năm 2023', '2022-12-15..2023-05-14'],
    ['11 tháng năm 2023', '2022-12-15..2023-11-14'],
    ['2023 quý 3', '2023-Q3'],
    ['năm 2023, quý 3', '2023-Q3'],
    ['nửa năm thứ hai 2023', '2023-H2'],
    ['nửa thứ nhất năm 2023', '2023-H1'],
    ['quý thứ ba năm 2023', '2023-Q3'],
    ['tháng thứ 10 của năm 2023', '2023-M10'],
    ['2023-Q3', '2023-Q3'],
    ['2023-H2', '2023-H2'],
    ['2023-9M', '2023-9M'],
    ['2023-M07', '2023-M07'],
  ])('%s', (text, key) => {
    expect(keysIn(text)).toEqual([key]);
    expect(keysIn(text.normalize('NFD'))).toEqual([key]);
    expect(keysIn(`tre han Nha Trang ${text} the nao?`)).toEqual([key]);
  });
});

describe('relative to today, 20/10/2023', () => {
  test.each([
    ['tháng này', '2023-M11'],
    ['tháng trước', '2023-M10'],
    ['thang truoc', '2023-M10'],
    ['tháng vừa rồi', '2023-M10'],
    ['quý này', '2023-Q4'],
    ['quý trước', '2023-Q3'],
    ['kỳ này', '2023-M11'],
    ['hôm qua', '2023-10-19..2023-10-19'],
    ['kỳ trước', '2023-M10'],
    ['kì báo cáo trước', '2023-M10'],
    ['năm nay', '2023'],
    ['nam nay', '2023'],
    ['năm ngoái', '2022'],
    ['năm trước', '2022'],
    ['từ đầu năm đến nay', '2023'],
    ['6 tháng vừa qua', '2023-H1'],
    ['quý 3 năm ngoái', '2022-Q3'],
    ['6 tháng đầu năm nay', '2023-H1'],
    ['quý 2 và quý 3 năm ngoái', '2022-Q2', '2022-Q3'],
  ])('%s', (text, ...keys) => {
    expect(keysIn(text)).toEqual(keys);
  });
});

describe('from one day or month to another', () => {
  test.each([
    ['từ 15/6 đến 14/9/2023', '2023-Q3'],
    ['tu 15/6 den 14/9/2023', '2023-Q3'],
    ['15/06/2023 - 14/09/2023', '2023-Q3'],
    ['15/6-14/9/2023', '2023-Q3'],
    ['15-06-2023 đến 14-09-2023', '2023-Q3'],
    ['từ ngày 15/12/2022 đến ngày 14/6/2023', '2023-H1'],
    ['từ ngày 15 tháng 6 năm 2023 đến ngày 14 tháng 9 năm 2023', '2023-Q3'],
    ['từ 15 tháng 6 đến 14 tháng 9 năm 2023', '2023-Q3'],
    ['từ 15/12 đến 14/6/2023', '2023-H1'],
    ['từ 15/12/2022 đến 14/6', '2023-H1'],
    ['2023-06-15..2023-09-14', '2023-Q3'],
    ['từ 1/2/2023 tới 28/2/2023', '2023-02-01..2023-02-28'],
    ['ngày 15/6/2023', '2023-06-15..2023-06-15'],
    ['từ tháng 1 đến tháng 6 năm 2023', '2023-H1'],
    ['từ tháng 1/2023 đến tháng 9/2023', '2023-9M'],
    ['từ 6/2023 đến 9/2023', '2023-05-15..2023-09-14'],
    ['từ quý 1 đến quý 3', '2001-9M'],
    ['từ tháng 10 đến tháng 3/2023', '2022-09-15..2023-03-14'],
  ])('%s', (text, key) => {
    expect(keysIn(text)).toEqual([key]);
    expect(readPeriods(text)[0]).toMatchObject({ start: 0, end: text.length });
  });
});

describe('years one by one', () => {
  test.each([
    ['từ 2020 đến 2023', 2020, 2023],
    ['tu nam 2020 den nam 2023', 2020, 2023],
    ['năm 2022 tới năm 2023', 2022, 2023],
    ['giai đoạn 2020-2023', 2020, 2023],
    ['giai doan 2020 – 2023', 2020, 2023],
    ['giai đoạn từ năm 2020 đến 2023', 2020, 2023],
    ['GIAI ĐOẠN NĂM 2021-2025', 2021, 2025],
  ])('%s', (text, from, to) => {
    expect(readPeriods(`Nha Trang ${text}?`)).toEqual([
      {
        start: 10,
        surelyFrom: 10,
        end: 10 + text.length,
        asked: { kind: 'years', span: { from, to } },
        problem: null,
      },
    ]);
  });
});

describe('cumulative, from 15/12 of the year before; on 20/10/2023', () => {
  test.each([
    ['lũy kế', '2023'],
    ['luỹ kế', '2023'],
    ['luy ke den nay', '2023'],
    ['lũy kế tính đến nay', '2023'],
    ['lũy kế từ đầu năm đến nay', '2023'],
    ['lũy kế năm nay', '2023'],
    ['lũy kế tháng này', '2023'],
    ['lũy kế năm 2022', '2022'],
    ['lũy kế cả năm 2022', '2022'],
    ['lũy kế 9 tháng', '2001-9M'],
    ['luy ke 9 thang 2023', '2023-9M'],
    ['9 tháng lũy kế', '2001-9M'],
    ['lũy kế 6 tháng đầu năm 2023', '2023-H1'],
    ['lũy kế quý 3/2023', '2023-9M'],
    ['lũy kế đến quý III năm 2023', '2023-9M'],
    ['lũy kế đến hết tháng 8/2023', '2022-12-15..2023-08-14'],
    ['lũy kế đến 14/9/2023', '2023-9M'],
    ['lũy kế đến ngày 30/9/2023', '2022-12-15..2023-09-30'],
    ['lũy kế từ 15/12/2022 đến 14/9/2023', '2023-9M'],
  ])('%s', (text, key) => {
    expect(keysIn(text)).toEqual([key]);
    expect(keysIn(`trễ hạn Nha Trang ${text.normalize('NFD')} thế nào?`)).toEqual([key]);
  });

  test('belongs to the period wherever it stands', () => {
    expect(keysIn('trễ hạn lũy kế của Nha Trang quý 3 năm 2023')).toEqual(['2023-9M']);
  });

  test('to where is not known without today', () => {
    expect(keysIn('lũy kế tháng trước')).toEqual(['!yearNeeded']);
    expect(keysIn('lũy kế đến 14/9')).toEqual(['!yearNeeded']);
  });
});

describe('several periods', () => {
  test.each([
    ['2020 và 2023', ['2020', '2023']],
    ['2020-2023', ['2020', '2023']],
    ['từ 2023 đến 2020', ['2023', '2020']],
    ['lũy kế quý 2 và quý 3 năm 2023', ['2023-H1', '2023-9M']],
    ['quý 2, quý 3', ['2001-Q2', '2001-Q3']],
    ['quý 2 và quý 3 năm 2023', ['2023-Q2', '2023-Q3']],
    ['quy 2 va quy 3 nam 2023', ['2023-Q2', '2023-Q3']],
    ['quý 2 năm 2023 và quý 3', ['2023-Q2', '2023-Q3']],
    ['quý 2 và 3 năm 2023', ['2023-Q2', '2023-Q3']],
    ['quý 1, 2, 3/2023', ['2023-Q1', '2023-Q2', '2023-Q3']],
    ['quý 2, 3', ['2001-Q2', '2001-Q3']],
    ['tháng 9-10/2023', ['2023-M09', '2023-M10']],
    ['quý 3 năm 2022 và 2023', ['2022-Q3', '2023-Q3']],
    ['6 tháng đầu năm 2022, 2023', ['2022-H1', '2023-H1']],
    ['quý 3 năm 2022 và năm 2023', ['2022-Q3', '2023']],
    ['quý 3/2022 so với quý 3/2023', ['2022-Q3', '2023-Q3']],
    ['quý này so với quý trước', ['2023-Q4', '2023-Q3']],
    ['tháng 9, 6 tháng đầu năm', ['2001-M09', '2001-H1']],
    ['quý 3 của Nha Trang và năm 2022 của Cam Ranh', ['2001-Q3', '2022']],
  ])('%s', (text, keys) => {
    expect(keysIn(text)).toEqual(keys);
  });
});

describe('what cannot be is said, not misread', () => {
  test.each([
    ['quý 5', ['!noSuchQuarter']],
    ['quý 0/2023', ['!noSuchQuarter']],
    ['quý VI/2023', ['!noSuchQuarter']],
    ['quý 2, 10/2023', ['2001-Q2', '!noSuchQuarter']],
    ['tháng 13', ['!noSuchMonth']],
    ['T00/2023', ['!noSuchMonth']],
    ['13/2023', ['!noSuchMonth']],
    ['13 tháng đầu năm', ['!noSuchMonth']],
    ['31/02/2023', ['!noSuchDay']],
    ['29/2/2023', ['!noSuchDay']],
    ['từ 29/2 đến 14/9/2023', ['!noSuchDay']],
    ['17/08/20223', ['!noSuchDay']],
    ['ngày 32/1', ['!noSuchDay']],
    ['từ 14/9/2023 đến 15/6/2023', ['!endsBeforeStart']],
    ['từ 15/6 đến 14/9', ['!yearNeeded']],
    ['ngày 15/6', ['!yearNeeded']],
    ['5 tháng đầu năm', ['!yearNeeded']],
    ['từ tháng 10 năm ngoái đến tháng 3 năm nay', ['!yearNeeded']],
    ['từ tháng 3 đến nay', ['!endNeeded']],
    ['từ 15/6/2023 đến nay', ['!endNeeded']],
    ['tháng 2 năm 20233', ['!noSuchYear']],
    ['thang 2/20233', ['!noSuchYear']],
    ['quý III/1890', ['!noSuchYear']],
    ['quý 3 20233', ['!noSuchYear']],
    ['6 tháng đầu năm 1890', ['!noSuchYear']],
    ['năm 202', ['!noSuchYear']],
    ['nửa năm thứ 3', ['!noSuchHalf']],
    ['nửa thứ ba năm 2023', ['!noSuchHalf']],
    ['quý thứ năm', ['!noSuchQuarter']],
    ['từ 30/2/2023 đến 14/6/2023', ['!noSuchDay']],
    ['từ 15/6/2023 đến 31/9/2023', ['!noSuchDay']],
    ['năm 1999', ['!noSuchYear']],
    ['năm 2203', ['!noSuchYear']],
  ])('%s', (text, problems) => {
    expect(keysIn(text)).toEqual(problems);
  });
});

describe('numbers and words that are no period', () => {
  test.each([
    'top 5',
    '5/2718',
    '109/14.114',
    '2.023 hồ sơ',
    '12,2023',
    '20233',
    'còn 3/4',
    '3/4 - 5/6',
    'Quyết định 01/2023/QĐ-UBND',
    'năm huyện trễ hạn nhiều nhất',
    'hiện nay',
    'quy định',
    'nửa đầu bảng xếp hạng',
    'van thang qua han',
    'khanh nam truoc han',
    'so với cùng kỳ năm trước',
    'cung ky nam ngoai',
    'hồ sơ từ kỳ trước chuyển sang',
    'phường Vạn Thắng',
  ])('%s', (text) => {
    expect(readPeriods(text)).toEqual([]);
  });
});

describe('words beside a period stay out of it', () => {
  test.each([
    ['top 5 tháng 10 năm 2023', 'tháng 10 năm 2023', '2023-M10'],
    ['top 6 tháng trước', 'tháng trước', '2023-M10'],
    ['quý 3, 5 huyện tệ nhất', 'quý 3', '2001-Q3'],
    ['sau tháng 10', 'tháng 10', '2001-M10'],
    ['Vạn Thắng 10/2023', '10/2023', '2023-M10'],
    ['van thang 6 thang dau nam 2023', '6 thang dau nam 2023', '2023-H1'],
    ['van thang thang 10', 'thang 10', '2001-M10'],
    ['UBND xã Cam An Nam năm 2023', 'năm 2023', '2023'],
    ['cam an nam nam 2023', 'nam 2023', '2023'],
  ])('%s', (text, words, key) => {
    const [read] = readPeriods(text);
    expect(text.slice(read?.start, read?.end)).toBe(words);
    expect(keysIn(text)).toEqual([key]);
  });

  test.each([
    ['cam an nam 2023', 'nam 2023', '2023'],
    ['UBND xã Cam An Nam 2023', 'Nam 2023', '2023'],
    ['van thang 10/2023', 'thang 10/2023', '10/2023'],
  ])('the first word of the period in "%s" may end a name', (text, widest, surest) => {
    const [read] = readPeriods(text);
    expect(text.slice(read?.start, read?.end)).toBe(widest);
    expect(text.slice(read?.surelyFrom, read?.end)).toBe(surest);
  });
});
