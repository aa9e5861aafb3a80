import type { ChartRequest } from '../replies/chart-request.ts';
import { ChartNotDrawn } from './chart-not-drawn.ts';
import { comparisonBody } from './comparison.ts';
import { compositionBody } from './composition.ts';
import { framed } from './frame.ts';
import type { Body, Picture } from './picture.ts';
import { rankingBody } from './ranking.ts';
import { targetBody } from './target.ts';
import type { Measure } from './text.ts';
import { trendBody } from './trend.ts';

/**
 * Gives every part of a chart its place. Throws ChartNotDrawn: `empty` when there is nothing to draw, `badValue`
 * when a value is negative or no number, for a wrong bar is worse than none.
 */
export function layOutChart(request: ChartRequest, measure: Measure): Picture {
  const values = valuesOf(request);
  if (values.length === 0) throw new ChartNotDrawn('empty', request.kind);
  const bad = values.find((value) => value !== null && !(value >= 0 && value < Infinity));
  if (bad !== undefined) throw new ChartNotDrawn('badValue', `${request.kind} ${bad}`);
  const known = remembering(measure);
  return framed(request, known, (top) => bodyOf(request, known, top));
}

/** A layout asks for the same widths again and again, and measuring is most of its time. */
function remembering(measure: Measure): Measure {
  const widths = new Map<string, number>();
  return (text, font) => {
    const key = `${font.size} ${font.strong} ${text}`;
    const width = widths.get(key) ?? measure(text, font);
    widths.set(key, width);
    return width;
  };
}

function bodyOf(request: ChartRequest, measure: Measure, top: number): Body {
  switch (request.kind) {
    case 'ranking':
    case 'byField':
      return rankingBody(request, measure, top);
    case 'target':
      return targetBody(request, measure, top);
    case 'comparison':
      return comparisonBody(request, measure, top);
    case 'trend':
      return trendBody(request, measure, top);
    case 'composition':
      return compositionBody(request, measure, top);
  }
}

function valuesOf(request: ChartRequest): readonly (number | null)[] {
  switch (request.kind) {
    case 'ranking':
    case 'byField':
    case 'target':
      return request.bars.map(({ value }) => value);
    case 'comparison':
      return request.groups.flatMap(({ bars }) => bars.map(({ value }) => value));
    case 'trend':
      return request.points.map(({ value }) => value);
    case 'composition':
      return request.bars.flatMap(({ segments }) => segments.map(({ value }) => value));
  }
}
