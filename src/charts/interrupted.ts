import type { Label, Stroke } from './picture.ts';

/** Room kept between a line and the words it makes way for. */
const AIR = 2;
/** Shorter pieces look like dirt. */
const SHORTEST = 4;

/** The pieces of an upright or level line that cross none of the words. */
export function interrupted(stroke: Stroke, labels: readonly Label[]): readonly Stroke[] {
  const along = stroke.from[0] === stroke.to[0] ? 1 : 0;
  const across = along === 1 ? 0 : 1;
  const place = stroke.from[across];
  const gaps = labels
    .map(
      ({ x, y, width, height }) =>
        [
          { from: x - AIR, to: x + width + AIR },
          { from: y, to: y + height },
        ] as const,
    )
    .filter((sides) => sides[across].from < place && place < sides[across].to)
    .map((sides) => sides[along])
    .toSorted((a, b) => a.from - b.from);
  const pieces: Stroke[] = [];
  let start = stroke.from[along];
  for (const { from, to } of [...gaps, { from: stroke.to[along], to: Infinity }]) {
    const end = Math.min(from, stroke.to[along]);
    if (end - start >= SHORTEST) pieces.push(piece(stroke, along, [start, end]));
    start = Math.max(start, to);
  }
  return pieces;
}

function piece(stroke: Stroke, along: 0 | 1, [start, end]: readonly [number, number]): Stroke {
  const [x, y] = stroke.from;
  return along === 1
    ? { ...stroke, from: [x, start], to: [x, end] }
    : { ...stroke, from: [start, y], to: [end, y] };
}
