import { describe, expect, test } from 'vitest';

import { openFonts } from '../../src/charts/fonts.ts';
import { layOutChart } from '../../src/charts/lay-out-chart.ts';
import type { Bar, Picture, Point } from '../../src/charts/picture.ts';
import { BARS, MARKED_ROW, SERIES, TONES, type Paint } from '../../src/charts/theme.ts';
import type { ChartRequest } from '../../src/replies/chart-request.ts';
import { bar, FRAME, SAMPLES } from './sample-requests.ts';

const measure = openFonts();

function laidOut(request: ChartRequest): Picture {
  return layOutChart(request, measure);
}

function barsOf({ marks }: Picture): readonly Bar[] {
  return marks.kind === 'bars' ? marks.bars : [];
}

function pointsOf({ marks }: Picture): readonly Point[] {
  return marks.kind === 'line' ? marks.points : [];
}

/** Lightness of CIE L*, 0–100: what is left of a colour in grey print. */
function lightness(fill: string): number {
  const channel = (at: number): number => {
    const share = Number.parseInt(fill.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  const luminance = 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
  return 116 * Math.cbrt(luminance) - 16;
}

/** Apart without colour: by lightness, by hatching, or by an outline. */
function apart(a: Paint, b: Paint): boolean {
  return a.hatch !== b.hatch || Math.abs(lightness(a.fill) - lightness(b.fill)) >= 10;
}

function pairs<T>(all: readonly T[]): readonly (readonly [T, T])[] {
  return all.flatMap((one, index) => all.slice(index + 1).map((other) => [one, other] as const));
}

describe('paints are told apart in grey', () => {
  test.each<[string, readonly Paint[]]>([
    ['bars', Object.values(BARS)],
    ['series', SERIES],
    ['tones', Object.values(TONES).flat()],
  ])('%s', (_, paints) => {
    expect(pairs(paints).filter(([a, b]) => !apart(a, b))).toEqual([]);
  });
});

describe('ranking', () => {
  test('at the limit and beyond is hatched, and the one asked about is marked', () => {
    const bars = [
      bar('a', 1),
      bar('b', 0.99),
      bar('c', 0.5, { marked: true }),
      bar('d', 2, { marked: true }),
    ];
    const picture = laidOut({ kind: 'ranking', ...FRAME, bars, limit: { value: 1, label: '1%' } });
    expect(barsOf(picture).map(({ paint }) => paint)).toEqual([
      BARS.beyond,
      BARS.plain,
      BARS.marked,
      BARS.markedBeyond,
    ]);
    expect(picture.ground.filter(({ paint }) => paint === MARKED_ROW)).toHaveLength(2);
    expect(picture.labels.find(({ text }) => text === 'c')?.font.strong).toBe(true);
    expect(picture.labels.find(({ text }) => text === 'a')?.font.strong).toBe(false);
  });

  test('no figure is words and no bar; zero is a figure', () => {
    const bars = [bar('a', null), bar('b', 0)];
    const picture = laidOut({ kind: 'ranking', ...FRAME, bars, limit: null });
    expect(barsOf(picture).map(({ to }) => to)).toEqual([0]);
    expect(picture.labels.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['chưa có số liệu', '0,00%']),
    );
  });

  test('the dashed limit stands at its value', () => {
    const picture = laidOut(SAMPLES.districts);
    const { plot, marks, strokes } = picture;
    const dashed = strokes.filter((stroke) => stroke.dashed);
    expect(dashed.length).toBeGreaterThan(0);
    for (const { from } of dashed) expect(from[0]).toBeCloseTo(plot.x + plot.width / marks.max);
  });
});

describe('target', () => {
  test('the bars that miss the band stand out, and the band lies from its lower to its upper end', () => {
    const picture = laidOut(SAMPLES.online);
    const missed = barsOf(picture).filter(({ paint }) => paint === BARS.beyond);
    expect(missed.map(({ to }) => to)).toEqual([22.5, 9.8]);
    const { plot, marks } = picture;
    const band = picture.ground.at(-1);
    expect(band?.x).toBeCloseTo(plot.x + (40 / marks.max) * plot.width);
    expect(band?.width).toBeCloseTo((5 / marks.max) * plot.width);
  });
});

describe('comparison', () => {
  test('a series keeps its colour from group to group and is hatched where it is beyond the limit', () => {
    const [nhaTrang, camRanh, , nhaTrangLater, camRanhLater] = barsOf(laidOut(SAMPLES.sideBySide));
    expect(nhaTrangLater?.paint).toEqual(nhaTrang?.paint);
    expect(camRanhLater?.paint).toEqual({ ...camRanh?.paint, hatch: 'diagonal' });
    expect(camRanh?.paint.fill).not.toBe(nhaTrang?.paint.fill);
  });
});

describe('trend', () => {
  test('what cannot be compared stands apart, and what is missing is a gap with words', () => {
    const picture = laidOut(SAMPLES.trend);
    expect(pointsOf(picture)).toEqual([
      { value: 12.44, joined: false, lone: true },
      { value: null, joined: false, lone: true },
      { value: 1.31, joined: false, lone: false },
      { value: 0.96, joined: true, lone: false },
      { value: 0.77, joined: true, lone: false },
    ]);
    expect(picture.labels.map(({ text }) => text).join(' ')).toContain('chưa có số liệu');
  });

  test.each<[string, readonly boolean[], readonly string[]]>([
    ['all alike', [false, true, true, true], ['-', 'x', 'x', 'x']],
    ['another formula from the third on', [false, true, false, true], ['-', 'x', '-', 'x']],
    ['the second apart', [false, false, false, true], ['o', 'o', '-', 'x']],
    ['the last apart', [false, true, true, false], ['-', 'x', 'x', 'o']],
  ])('the line joins what is alike: %s', (_, joins, expected) => {
    const points = joins.map((joined) => ({ label: 'kỳ', value: 1, valueLabel: '1,00%', joined }));
    const picture = laidOut({ kind: 'trend', ...FRAME, points, limit: null });
    expect(pointsOf(picture).map(({ joined, lone }) => (joined ? 'x' : lone ? 'o' : '-'))).toEqual(
      expected,
    );
  });

  test('twelve months all carry their value; of a year of days at least the ends and the extremes', () => {
    const months = laidOut(SAMPLES.months).labels.map(({ text }) => text);
    for (const { valueLabel } of SAMPLES.months.points) expect(months).toContain(valueLabel);

    const points = Array.from({ length: 365 }, (_, day) => ({
      label: `${(day % 30) + 1}/${Math.floor(day / 31) + 1}`,
      value: 50 + 40 * Math.sin(day / 30),
      valueLabel: `ngày ${day}`,
      joined: true,
    }));
    const days = laidOut({ kind: 'trend', ...FRAME, points, limit: null }).labels.map(
      ({ text }) => text,
    );
    expect(days).toEqual(expect.arrayContaining(['ngày 0', 'ngày 364', points.at(-1)?.label]));
    expect(days.length).toBeLessThan(80);
  });
});

describe('composition', () => {
  test('segments follow each other to the total, and the short ones are named under the bar', () => {
    const picture = laidOut(SAMPLES.balance);
    const resolved = barsOf(picture).slice(2, 5);
    expect(resolved.map(({ from, to }) => [from, to])).toEqual([
      [0, 9_120],
      [9_120, 14_005],
      [14_005, 14_114],
    ]);
    const bottom = (resolved[2]?.middle ?? 0) + picture.plot.y + 13;
    expect(picture.labels.find(({ text }) => text === '109 trễ hạn')?.y).toBeGreaterThan(bottom);
    expect(picture.labels.find(({ text }) => text === '9.120 trước hạn')?.y).toBeLessThan(bottom);
  });

  test('two labels of one tone get two shades', () => {
    const paints = barsOf(laidOut(SAMPLES.balance)).map(({ paint }) => paint);
    expect(new Set(paints.map(({ fill }) => fill)).size).toBe(paints.length);
  });
});
