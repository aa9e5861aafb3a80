import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import type { Agency } from '../../src/agencies/agency.ts';
import { readSentence } from '../../src/dialogue/read-sentence.ts';
import { editDistance } from '../../src/vietnamese/edit-distance.ts';
import { fold } from '../../src/vietnamese/fold.ts';
import { anyText } from './any-text.ts';
import { directory, listening, lookup } from './listening.ts';

const OTHERS = new Set([
  'trễ',
  'hạn',
  'huyện',
  'nào',
  'của',
  'với',
  'bao',
  'nhiêu',
  'năm',
  '2023',
  ',',
  'xyz',
  'Bắc',
]);

test('any text gets an answer', async () => {
  const { hear } = listening();
  await fc.assert(
    fc.asyncProperty(anyText(4000), async (text) => {
      const heard = await hear(text);
      expect(heard).not.toBeNull();
      expect(heard).not.toBe('failed');
    }),
  );
});

test('any text of readable length gets an answer', async () => {
  const { hear } = listening();
  await fc.assert(
    fc.asyncProperty(anyText(300), async (text) => {
      expect(await hear(text)).not.toBe('failed');
    }),
  );
});

test('an agency is never answered that the text does not name, save for a slip of a letter', () => {
  const words = fc.constantFrom(
    ...new Set(directory.agencies.flatMap(({ name }) => name.split(/\s+/u))).union(OTHERS),
  );
  fc.assert(
    fc.property(fc.array(words, { maxLength: 12 }), (some) => {
      const text = some.join(' ');
      const { mentions } = readSentence(text, 'plain', lookup);
      const found = mentions.flatMap(({ finding }) =>
        finding.kind === 'found' ? [finding.agency] : [],
      );
      expect(found.filter((agency) => !isNamed(agency, text)).map(({ id }) => id)).toEqual([]);
    }),
    { numRuns: 1000, seed: 20_261_121 },
  );
});

/** Whether every word of some short form of the name stands in the text, or all of it with one slip. */
function isNamed({ name, shortName, aliases, printedNames, level }: Agency, text: string): boolean {
  const typed = fold(text).split(' ');
  const place = name.replace(/^(UBND )?(thành phố|thị xã|thị trấn|huyện|phường|xã|Tỉnh) /u, '');
  const forms = [place, name, shortName, ...aliases, ...printedNames].map(tellingWords);
  const isTyped = (form: readonly string[]) => form.every((word) => typed.includes(word));
  // Without its "Sở" a department's name is everyday words: a slip in them may be other words altogether.
  const isDepartment = level === 'department' && isTyped(tellingWords(name.replace(/^Sở /u, '')));
  if (level === 'group' || isDepartment) return true;
  return forms.some((form) => isTyped(form) || isNearlyTyped(form, typed));
}

function tellingWords(form: string): readonly string[] {
  return fold(form)
    .split(' ')
    .filter((word) => !GENERIC.has(word));
}

function isNearlyTyped(form: readonly string[], typed: readonly string[]): boolean {
  return typed.some((_, at) => {
    const window = typed.slice(at, at + form.length).join('');
    return editDistance(window, form.join('')) <= 1;
  });
}

const GENERIC = new Set(
  fold('UBND cấp xã thuộc huyện thị thành phố chi nhánh văn phòng đăng ký đất đai CN tỉnh').split(
    ' ',
  ),
);
