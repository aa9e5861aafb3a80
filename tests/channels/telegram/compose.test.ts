import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { compose } from '../../../src/channels/telegram/compose.ts';
import type { Block, Span } from '../../../src/replies/reply.ts';
import { parseHtml } from '../../doubles/telegram/parse-html.ts';

const text = (letters: number): Block => ({ kind: 'text', line: ['x'.repeat(letters)] });
const HEADLINE: Block = { kind: 'headline', line: ['Nha Trang'] };
const shapes = (blocks: readonly Block[]) =>
  compose(blocks, { withChart: true, room: 0 }).map(({ withChart, html }) => [
    withChart,
    parseHtml(html).text.length,
  ]);
const letters = (value: string) => value.toWellFormed().replaceAll(/\s/gu, '');

describe('a reply with a chart', () => {
  test.each([
    ['whose text just fits a caption is one message', [text(1024)], [[true, 1024]]],
    [
      'one letter longer is a picture and a message',
      [text(1025)],
      [
        [true, 0],
        [false, 1025],
      ],
    ],
    [
      'keeps its headline with the picture',
      [HEADLINE, text(2000)],
      [
        [true, 9],
        [false, 2000],
      ],
    ],
    [
      'does not force a headline on the picture that is too long for it',
      [{ kind: 'headline', line: ['x'.repeat(1025)] } as const],
      [
        [true, 0],
        [false, 1025],
      ],
    ],
    ['may have no text at all', [], [[true, 0]]],
  ])('%s', (_case, blocks, expected) => {
    expect(shapes(blocks)).toEqual(expected);
  });

  test('is measured by what is seen: markup and escapes do not count', () => {
    const blocks: readonly Block[] = [{ kind: 'text', line: [{ strong: '&'.repeat(1000) }] }];
    expect(compose(blocks, { withChart: true, room: 0 })).toHaveLength(1);
  });
});

describe('any reply', () => {
  const span: fc.Arbitrary<Span> = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom('<', '>', '&', '"', 'b', '/', ' ', '\n', 'ệ') }),
    fc.record({ strong: fc.string({ maxLength: 3000 }) }),
  );
  const line = fc.array(span, { maxLength: 5 });
  const cell = fc.string({ maxLength: 20 });
  const block: fc.Arbitrary<Block> = fc.oneof(
    fc.record({ kind: fc.constantFrom('headline', 'text', 'note', 'warning', 'source'), line }),
    fc.record({ kind: fc.constant('list'), items: fc.array(line) }),
    fc.record({
      kind: fc.constant('table'),
      header: fc.array(cell),
      rows: fc.array(fc.array(cell)),
    }),
  );

  test('becomes messages Telegram takes: whole tags, within the limits, never empty', () => {
    fc.assert(
      fc.property(fc.array(block), fc.boolean(), (blocks, withChart) => {
        for (const part of compose(blocks, { withChart, room: 0 })) {
          const seen = parseHtml(part.html).text;
          expect(seen.length).toBeLessThanOrEqual(part.withChart ? 1024 : 4096);
          expect(part.withChart || seen.trim() !== '').toBe(true);
        }
      }),
    );
  });

  test('loses no letter', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'binary', maxLength: 6000 })),
        fc.boolean(),
        (texts, withChart) => {
          const blocks = texts.map((words): Block => ({ kind: 'text', line: [words] }));
          const seen = compose(blocks, { withChart, room: 0 }).map(
            ({ html }) => parseHtml(html).text,
          );
          expect(letters(seen.join(''))).toBe(letters(texts.join('')));
        },
      ),
    );
  });
});
