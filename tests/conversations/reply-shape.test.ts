import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { COMMAND_SUMMARIES } from '../../src/replies/command-summaries.ts';
import { plain, type Reply } from '../../src/replies/reply.ts';
import { startBot, type TestBot } from './start-bot.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot[Symbol.asyncDispose]());

const EXAMPLES = Object.values(COMMAND_SUMMARIES).map(({ example }) => example);
const QUESTIONS: readonly string[] = [
  ...EXAMPLES,
  '/tre-han',
  '/tre-han Nha Trang 2020',
  '/tre-han Nha Trang 6 tháng đầu năm 2023',
  '/tre-han Nha Trang 2019',
  '/tre-han sở KHĐT quý 3 2023',
  '/tre-han phường Bắc Nha Trang',
  '/tre-han Vạn Thắng',
  '/tre-han Nha Trangg',
  '/tre-han Sở Phép thuật',
  '/tre-ham Nha Trang',
  '/dung-han toàn tỉnh',
  '/ho-so Nha Trang 6 tháng đầu năm 2023',
  '/truc-tuyen Cam Ranh',
  '/xep-hang xã của Cam Lâm',
  '/xep-hang sở ngành tốt nhất',
  '/so-sanh Nha Trang',
  '/so-sanh Nha Trang 2023, 2020',
  '/dien-bien toàn tỉnh',
  '/doi-chieu Cam Ranh',
  '/tong-quan Nha Trang',
  '/linh-vuc Nha Trang',
  '/bieu-do Nha Trang',
  'huyện nào trễ hạn nhiều nhất năm 2023',
  'thời tiết hôm nay',
];

function firstLine({ blocks: [first] }: Reply): string {
  return first?.kind === 'headline' ? plain(first.line) : '';
}

const OPEN =
  /là cơ quan nào\?$|^Không tìm thấy|^Không có lệnh|^Tôi chưa hiểu|^Xin chọn|^So sánh với gì/u;

describe('every reply', () => {
  test.each(QUESTIONS)('%s: the headline comes first, once, in one line', async (question) => {
    const { reply } = await bot.hears(question);
    expect(firstLine(reply)).not.toBe('');
    expect(firstLine(reply)).not.toContain('\n');
    expect(reply.blocks.filter(({ kind }) => kind === 'headline')).toHaveLength(1);
  });

  test.each(QUESTIONS)('%s: figures cite their source', async (question) => {
    const { reply } = await bot.hears(question);
    const cites = reply.blocks.some(({ kind }) => kind === 'source');
    // The list of /nguon is nothing but sources.
    expect(reply.snapshots.length === 0 || cites || question.startsWith('/nguon')).toBe(true);
  });

  test.each(QUESTIONS)('%s: labels fit a button, and no two are alike', async (question) => {
    const { reply } = await bot.hears(question);
    const labels = reply.choices.map(({ label }) => label);
    expect(new Set(labels).size).toBe(labels.length);
    for (const label of labels) expect(label.length).toBeLessThanOrEqual(64);
  });
});

describe('the number is in the first line', () => {
  test.each([
    ['/tre-han Nha Trang', '0,77%'],
    ['/dung-han Ninh Hòa', '98,67%'],
    ['/ho-so Cam Ranh', '6.518'],
    ['/truc-tuyen Nha Trang', '68,67%'],
    ['/thanh-toan toàn tỉnh', '135.943'],
    ['/buu-chinh Nha Trang', '0,76%'],
    ['/so-hoa', '66,81%'],
    ['/linh-vuc Sở KHĐT', '0,19%'],
    ['/xep-hang huyện', '3,14%'],
    ['/so-sanh Nha Trang, Cam Ranh', '0,77%'],
    ['/dien-bien Nha Trang', '0,77%'],
    ['/bieu-do huyện', '3,14%'],
    ['/doi-chieu', '3 chỗ'],
    ['/tong-quan', '0,49%'],
  ])('%s', async (question, number) => {
    expect(firstLine((await bot.hears(question)).reply)).toContain(number);
  });
});

describe('help', () => {
  test('fits one screen of a phone', async () => {
    const { text } = await bot.hears('/tro-giup');
    expect(text.split('\n').length).toBeLessThanOrEqual(25);
    expect(text.length).toBeLessThanOrEqual(1024);
  });

  test('names every command', async () => {
    const { text } = await bot.hears('/tro-giup');
    const names = Object.keys(COMMAND_SUMMARIES).filter((name) => name !== 'start');
    expect(names.filter((name) => !text.includes(`/${name}`))).toEqual([]);
  });

  test.each(EXAMPLES)('its example %s is answered', async (example) => {
    const { reply } = await bot.hears(example);
    expect(firstLine(reply)).not.toMatch(OPEN);
  });

  test('/tong-quan says all in eight lines', async () => {
    const { text } = await bot.hears('/tong-quan');
    expect(text.split('\n').filter((line) => line !== '').length).toBeLessThanOrEqual(8);
  });
});
