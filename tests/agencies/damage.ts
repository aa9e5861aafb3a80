import * as fc from 'fast-check';

/** What people's fingers do to a text: `at` and `letter` say where and with what. */
export type Slip = {
  readonly kind: 'drop' | 'replace' | 'insert' | 'swap';
  readonly at: number;
  readonly letter: string;
};

const LETTERS = Array.from(
  'abcdeghiklmnopqrstuvxyđăâêôơưáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ 12.',
);

export const slip: fc.Arbitrary<Slip> = fc.record({
  kind: fc.constantFrom('drop', 'replace', 'insert', 'swap'),
  at: fc.nat(60),
  letter: fc.constantFrom(...LETTERS),
});

/** How a text is typed otherwise: these are no slips. */
export const manner = fc.record({
  marks: fc.constantFrom('all', 'none', 'some'),
  letters: fc.constantFrom('as is', 'upper', 'lower'),
  form: fc.constantFrom('NFC', 'NFD'),
});
export type Manner = typeof manner extends fc.Arbitrary<infer T> ? T : never;

export function slipped(text: string, { kind, at, letter }: Slip): string {
  const letters = Array.from(text.normalize('NFC'));
  const here = at % Math.max(1, letters.length);
  switch (kind) {
    case 'drop':
      return letters.toSpliced(here, 1).join('');
    case 'replace':
      return letters.toSpliced(here, 1, letter).join('');
    case 'insert':
      return letters.toSpliced(here, 0, letter).join('');
    case 'swap': {
      const pair = letters.slice(here, here + 2).toReversed();
      return letters.toSpliced(here, pair.length, ...pair).join('');
    }
  }
}

export function typedIn(text: string, { marks, letters, form }: Manner): string {
  const words = text.normalize('NFC').split(' ');
  const kept = words.map((word, at) =>
    marks === 'all' || (marks === 'some' && at % 2 === 0) ? word : withoutMarks(word),
  );
  const joined = kept.join(' ').normalize(form);
  if (letters === 'as is') return joined;
  return letters === 'upper' ? joined.toUpperCase() : joined.toLowerCase();
}

function withoutMarks(word: string): string {
  return word
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .normalize('NFC');
}
