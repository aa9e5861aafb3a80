import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { composePlain, type PlainForm } from '../../src/channels/compose-plain.ts';
import { plainText } from '../../src/channels/plain-text.ts';
import type { Block } from '../../src/replies/reply.ts';

const FORM: PlainForm = {
  capabilities: { textLimit: 200, captionLimit: 100, tableWidth: 0, mostParts: 3 },
  chart: false,
  ending: [],
  room: 0,
  more: (lines) => `còn ${lines} dòng`,
};
const HEAD: Block = { kind: 'headline', line: ['Nha Trang: ', { strong: '0,77%' }] };
const list = (count: number): Block => ({
  kind: 'list',
  items: Array.from({ length: count }, (_, index) => [`dòng ${index}`]),
});
const textsOf = (blocks: readonly Block[], form: Partial<PlainForm>) =>
  composePlain(blocks, { ...FORM, ...form }).messages.map(({ text }) => text);

describe('text', () => {
  test('a short reply is one message without a part number', () => {
    const { messages, left } = composePlain([HEAD, list(1)], { ...FORM, ending: ['1. Cấp xã'] });
    expect(messages).toEqual([
      {
        text: 'Nha Trang: 0,77%\n\n• dòng 0\n\n1. Cấp xã',
        strong: [{ start: 0, length: 16 }],
        carriesChart: false,
      },
    ]);
    expect(left).toBe(0);
  });

  test('what is emphasised is where it says, after line ends too', () => {
    const blocks: readonly Block[] = [
      { kind: 'text', line: ['109/14.114'] },
      { kind: 'text', line: ['còn ', { strong: '32' }, ' hồ sơ ', { strong: 'nữa' }] },
    ];
    const [message] = composePlain(blocks, FORM).messages;
    expect(
      message?.strong.map(({ start, length }) => message.text.slice(start, start + length)),
    ).toEqual(['32', 'nữa']);
  });

  test('a longer one is cut at line ends, the parts numbered', () => {
    const texts = textsOf([list(30)], {});
    expect(texts.map((text) => text.split('\n').at(-1))).toEqual(['(1/2)', '(2/2)']);
    expect(texts.map((text) => text.length <= 200)).toEqual([true, true]);
    expect(texts.flatMap((text) => text.split('\n').slice(0, -1))).toEqual(
      Array.from({ length: 30 }, (_, index) => `• dòng ${index}`),
    );
  });

  test('of one longer than that the lines left are counted, and its ending stays', () => {
    const { messages, left } = composePlain([list(100)], { ...FORM, ending: ['1. Cấp xã'] });
    expect(messages).toHaveLength(3);
    const last = messages.at(-1)?.text ?? '';
    expect(last.split('\n').slice(-4)).toEqual([`còn ${left} dòng`, '', '1. Cấp xã', '(3/3)']);
    const shown = messages
      .flatMap(({ text }) => text.split('\n'))
      .filter((line) => line.startsWith('•'));
    expect(shown.length + left).toBe(100);
  });

  test('room is left for the mark of a repeated message', () => {
    expect(textsOf([{ kind: 'text', line: ['x'.repeat(200)] }], { room: 10 })).toHaveLength(2);
  });
});

describe('with a chart', () => {
  test('a text that fits is its caption', () => {
    expect(composePlain([HEAD], { ...FORM, chart: true }).messages).toMatchObject([
      { text: 'Nha Trang: 0,77%', carriesChart: true },
    ]);
  });

  test('of a longer text the headline is', () => {
    const { messages } = composePlain([HEAD, list(12)], { ...FORM, chart: true });
    expect(messages.map(({ carriesChart, text }) => [carriesChart, text.split('\n')[0]])).toEqual([
      [true, 'Nha Trang: 0,77%'],
      [false, '• dòng 0'],
    ]);
  });

  test('where pictures have no captions it comes after the text', () => {
    const capabilities = { ...FORM.capabilities, captionLimit: 0 };
    const { messages } = composePlain([HEAD], { ...FORM, capabilities, chart: true });
    expect(messages.map(({ carriesChart, text }) => [carriesChart, text])).toEqual([
      [false, 'Nha Trang: 0,77%'],
      [true, ''],
    ]);
  });
});

const someLine = fc.array(
  fc.oneof(fc.string({ maxLength: 90 }), fc.record({ strong: fc.string({ maxLength: 30 }) })),
  { minLength: 1, maxLength: 4 },
);
const someBlock: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constantFrom('headline', 'text', 'note', 'warning'), line: someLine }),
  fc.record({ kind: fc.constant('list'), items: fc.array(someLine, { maxLength: 40 }) }),
);

/** Without anything that a cut may change. */
const words = (text: string) => text.replaceAll(/\s+/gu, '');

test('no message is over its limit, and what is not cut is complete', () => {
  fc.assert(
    fc.property(fc.array(someBlock, { maxLength: 8 }), fc.boolean(), (blocks, chart) => {
      const { messages, left } = composePlain(blocks, { ...FORM, chart, ending: ['1. a', '2. b'] });
      for (const { text, carriesChart } of messages) {
        expect(text.length).toBeLessThanOrEqual(carriesChart ? 100 : 200);
      }
      if (left > 0) return;
      const [whole = ''] = plainText(blocks, { limit: Infinity, tableWidth: 0 });
      const shown = messages.map(({ text }) => text.replace(/\n?\(\d+\/\d+\)$/u, '')).join('\n');
      expect(words(shown)).toBe(`${words(whole)}1.a2.b`);
    }),
  );
});
