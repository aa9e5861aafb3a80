import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { ChartNotDrawn } from '../../src/charts/chart-not-drawn.ts';
import { openFonts } from '../../src/charts/fonts.ts';
import { layOutChart } from '../../src/charts/lay-out-chart.ts';
import type { Box, Label, Picture } from '../../src/charts/picture.ts';
import { WIDTH } from '../../src/charts/theme.ts';
import type { ChartBar, ChartRequest } from '../../src/replies/chart-request.ts';
import { bar, DISTRICTS, FRAME, SAMPLES } from './sample-requests.ts';

const measure = openFonts();

function laidOut(request: ChartRequest): Picture {
  return layOutChart(request, measure);
}

function textsOf({ labels }: Picture): readonly string[] {
  return labels.map(({ text }) => text);
}

function overlap(a: Box, b: Box): boolean {
  const air = 0.01;
  return (
    a.x + air < b.x + b.width &&
    b.x + air < a.x + a.width &&
    a.y + air < b.y + b.height &&
    b.y + air < a.y + a.height
  );
}

function quoted({ text }: Label): string {
  return `“${text}”`;
}

function outside({ x, y, width, height }: Box, picture: Picture): boolean {
  return x < 0 || y < 0 || x + width > WIDTH || y + height > picture.height;
}

/** Everything that would spoil a picture: words that meet or leave it, type too small to read, bars off the plot. */
function faults(picture: Picture): readonly string[] {
  const { labels, patches, ground, plot, marks } = picture;
  return [
    ...labels.filter((label) => outside(label, picture)).map((label) => `${quoted(label)} leaves`),
    ...labels.filter(({ font }) => font.size < 10).map((label) => `${quoted(label)} is too small`),
    ...labels.flatMap((label, index) =>
      labels
        .slice(index + 1)
        .filter((other) => overlap(label, other))
        .map((other) => `${quoted(label)} meets ${quoted(other)}`),
    ),
    ...[plot, ...patches, ...ground]
      .filter((box) => outside(box, picture))
      .map(() => 'a patch leaves'),
    ...(marks.kind === 'bars' ? marks.bars : [])
      .filter(
        ({ from, to, middle }) =>
          from < 0 || to > marks.max * 1.0001 || middle < 0 || middle > plot.height,
      )
      .map(() => 'a bar leaves the plot'),
  ];
}

describe('every picture', () => {
  test.each(Object.entries<ChartRequest>(SAMPLES))('%s has its words in place', (_, request) => {
    expect(faults(laidOut(request))).toEqual([]);
  });

  const words = fc.string({
    unit: fc.constantFrom(...Array.from('aăđệộữUBNDphường Cam,%()/0123 ')),
    minLength: 1,
    maxLength: 90,
  });
  const value = fc.oneof(
    { weight: 5, arbitrary: fc.double({ min: 0, max: 100, noNaN: true }) },
    fc.constant(null),
    fc.constant(0),
    fc.integer({ min: 0, max: 9_000_000 }),
  );
  const anyBar = fc.record<ChartBar>({
    label: words,
    value,
    valueLabel: fc.oneof(
      fc.constant('0,77%'),
      fc.constant('chưa có số liệu'),
      fc.constant('5.433.170'),
    ),
    detail: fc.constantFrom('', '109/14.114', '2.345.678/5.433.170'),
    marked: fc.boolean(),
  });
  const bars = fc.array(anyBar, { minLength: 1, maxLength: 30 });
  const limit = fc.option(
    fc.record({ value: fc.double({ min: 0, max: 50, noNaN: true }), label: words }),
  );
  const frame = { title: words, subtitle: words, source: words };
  const point = fc.record({
    label: words,
    value,
    valueLabel: fc.constant('12,44%'),
    joined: fc.boolean(),
  });
  const segment = fc.record({
    label: words,
    value: fc.nat(20_000),
    valueLabel: fc.constant('13.910'),
    tone: fc.constantFrom('good', 'late', 'waiting', 'unknown'),
  });
  const segments = fc.array(segment, { minLength: 1, maxLength: 5 });
  const stacks = fc.array(fc.record({ label: words, total: fc.constant('14.114'), segments }), {
    minLength: 1,
    maxLength: 6,
  });
  const groups = fc.array(fc.record({ label: words, bars }), { minLength: 1, maxLength: 4 });

  test.each<[ChartRequest['kind'], fc.Arbitrary<ChartRequest>]>([
    ['ranking', fc.record({ kind: fc.constant('ranking'), ...frame, bars, limit })],
    ['byField', fc.record({ kind: fc.constant('byField'), ...frame, bars, limit })],
    [
      'target',
      fc.record({
        kind: fc.constant('target'),
        ...frame,
        bars,
        target: fc.constant({ from: 40, to: 45, label: 'mục tiêu 40–45%' }),
      }),
    ],
    ['comparison', fc.record({ kind: fc.constant('comparison'), ...frame, groups, limit })],
    [
      'trend',
      fc.record({
        kind: fc.constant('trend'),
        ...frame,
        points: fc.array(point, { minLength: 1, maxLength: 40 }),
        limit,
      }),
    ],
    ['composition', fc.record({ kind: fc.constant('composition'), ...frame, bars: stacks })],
  ])('%s keeps its words in place whatever they are', (_, requests) => {
    fc.assert(
      fc.property(requests, (request) => {
        expect(faults(laidOut(request))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('what cannot be drawn is refused', () => {
  test.each<[string, readonly ChartBar[], string]>([
    ['no bars', [], 'empty'],
    ['no number', [bar('Nha Trang', Number.NaN)], 'badValue'],
    ['endless', [bar('Nha Trang', Infinity)], 'badValue'],
    ['negative', [bar('Nha Trang', -0.1)], 'badValue'],
  ])('%s', (_, bars, code) => {
    const draw = (): Picture => laidOut({ kind: 'ranking', ...FRAME, bars, limit: null });
    expect(draw).toThrow(expect.objectContaining({ code }));
    expect(draw).toThrow(ChartNotDrawn);
  });
});

describe('words', () => {
  test('title, subtitle and source are complete', () => {
    const all = textsOf(laidOut(SAMPLES.districts)).join(' ');
    for (const words of Object.values(FRAME)) expect(all).toContain(words);
  });

  test('of 27 long names none is cut', () => {
    const texts = textsOf(laidOut(SAMPLES.communes));
    for (const { label } of SAMPLES.communes.bars) expect(texts).toContain(label);
  });

  test('a field gets two lines above its bar', () => {
    const texts = textsOf(laidOut(SAMPLES.fields));
    expect(texts).toContain('Lĩnh vực đăng ký thành lập và hoạt động doanh nghiệp');
    expect(texts.join(' ')).toContain('quy hoạch đô thị, hạ tầng kỹ thuật');
  });

  test('a name that does not fit beside many bars keeps its end', () => {
    const bars = DISTRICTS.concat(DISTRICTS, DISTRICTS).map((each, index) => ({
      ...each,
      label: `Chi nhánh Văn phòng Đăng ký đất đai ${each.label} ${index}`,
    }));
    const texts = textsOf(laidOut({ kind: 'ranking', ...FRAME, bars, limit: null }));
    expect(texts.some((text) => text.startsWith('…') && text.endsWith('Nha Trang 5'))).toBe(true);
  });
});
