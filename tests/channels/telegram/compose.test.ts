import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { compose } from '../../../src/channels/telegram/compose.ts';
import type { Block, Span } from '../../../src/replies/reply.ts';
import { parseHtml } from '../../doubles/telegram/parse-html.ts';

const text = (letters: number): Block => ({ kind: 'text', line: ['x'.repeat(letters)] });
const HEADLINE: Block = { kind: 'headline', line: ['Nha Trang'] };
const shapes = (blocks: readonly Block[]) =>
  compose(blocks, { chart: true, file: false, room: 0 }).map(({ carries, html }) => [
    carries === 'chart',
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
    expect(compose(blocks, { chart: true, file: false, room: 0 })).toHaveLength(1);
  });
});

const carried = (blocks: readonly Block[], chart: boolean) =>
  compose(blocks, { chart, file: true, room: 0 }).map(({ carries, html }) => [
    carries,
    parseHtml(html).text.length,
  ]);

describe('a reply with a file', () => {
  test.each<[string, readonly Block[], boolean, readonly unknown[]]>([
    ['whose text just fits a caption is one message', [text(1024)], false, [['file', 1024]]],
    [
      'one letter longer is a message and a file',
      [text(1025)],
      false,
      [
        [null, 1025],
        ['file', 0],
      ],
    ],
    [
      'and a chart ends with the file',
      [text(10)],
      true,
      [
        ['chart', 10],
        ['file', 0],
      ],
    ],
    ['may have no text at all', [], false, [['file', 0]]],
  ])('%s', (_case, blocks, chart, expected) => {
    expect(carried(blocks, chart)).toEqual(expected);
  });

  test('goes once, last, whatever the text', () => {
    const texts = fc.array(fc.string({ maxLength: 6000 }));
    fc.assert(
      fc.property(texts, fc.boolean(), (words, chart) => {
        const blocks = words.map((word): Block => ({ kind: 'text', line: [word] }));
        const carries = compose(blocks, { chart, file: true, room: 0 }).map((part) => part.carries);
        expect(carries.indexOf('file')).toBe(carries.length - 1);
      }),
    );
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

  const along = fc.record({ chart: fc.boolean(), file: fc.boolean() });

  test('becomes messages Telegram takes: whole tags, within the limits, never empty', () => {
    fc.assert(
      fc.property(fc.array(block), along, (blocks, goes) => {
        for (const part of compose(blocks, { ...goes, room: 0 })) {
          const seen = parseHtml(part.html).text;
          expect(seen.length).toBeLessThanOrEqual(part.carries === null ? 4096 : 1024);
          expect(part.carries !== null || seen.trim() !== '').toBe(true);
        }
      }),
    );
  });

  test('loses no letter', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'binary', maxLength: 6000 })),
        along,
        (texts, goes) => {
          const blocks = texts.map((words): Block => ({ kind: 'text', line: [words] }));
          const seen = compose(blocks, { ...goes, room: 0 }).map(
            ({ html }) => parseHtml(html).text,
          );
          expect(letters(seen.join(''))).toBe(letters(texts.join('')));
        },
      ),
    );
  });
});
