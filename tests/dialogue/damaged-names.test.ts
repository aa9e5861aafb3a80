import * as fc from 'fast-check';
import { expect, test, vi } from 'vitest';

import type { Agency } from '../../src/agencies/agency.ts';
import { nearestIn } from '../../src/agencies/finding.ts';
import { fold } from '../../src/vietnamese/fold.ts';
import { manner, slip, slipped, typedIn } from '../agencies/damage.ts';
import { directory, find, finder } from '../agencies/khanh-hoa.ts';
import { listening } from './listening.ts';

/**
 * A damaged name in a whole question never leads to another agency without a word: it is that agency, the bot asks, or
 * it tells what it did not understand. What is left of a name may be an everyday word, which the finder never sees.
 */

// Hundreds of questions, on machines that are busy with other tests.
vi.setConfig({ testTimeout: 60_000 });

const { hear } = listening();
const TYPE = /^UBND (?:thành phố|thị xã|huyện|phường|xã|thị trấn|đặc khu) /u;

/** As people call them, with their type and without. */
const NAMED = directory.agencies
  .filter(({ level }) => level !== 'group' && level !== 'province')
  .flatMap((agency) =>
    [...new Set([agency.shortName, agency.name, agency.name.replace(TYPE, '')])].map((name) => ({
      agency,
      name,
    })),
  );

const ASKS = [
  '/tre-han %',
  '/ho-so %',
  '% trễ hạn',
  'trễ hạn % bao nhiêu',
  'tre han % la bao nhieu',
];
const ASKED_BACK = /^(?:which|unknown|field|notUnderstood)/u;

/** The agencies a question was understood to be about; null when the bot asked, or told what it left out. */
async function answeredOf(question: string): Promise<readonly string[] | null> {
  const said = (await hear(question, { person: question })) ?? '';
  if (ASKED_BACK.test(said) || said.endsWith(')')) return null;
  return (said.split(' ')[1] ?? '').split('+');
}

function isMeant(name: string, agency: Agency, answered: string): boolean {
  return answered === agency.id || nearestIn(find(name)).some(({ id }) => id === answered);
}

function isShort(word: string | undefined): boolean {
  return (word ?? '').length <= 2;
}

/** What is left is a name, if not the one that was meant; a word of one or two letters beside it is none of its words. */
function isNameOf(text: string, answered: string): boolean {
  const words = text
    .normalize('NFC')
    .trim()
    .split(/[\s().,]+/u);
  const without = [
    ...(isShort(words[0]) ? [words.slice(1)] : []),
    ...(isShort(words.at(-1)) ? [words.slice(0, -1)] : []),
  ];
  return [words, ...without].some((left) => {
    const finding = finder.readWithPlace(left.join(' '), { home: null });
    return finding?.kind === 'found' && finding.agency.id === answered;
  });
}

test('one slip in a name that is asked about never ends in silence at another agency', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...NAMED),
      fc.record({ slip, manner }),
      fc.constantFrom(...ASKS),
      async ({ agency, name }, damage, ask) => {
        const text = typedIn(slipped(name, damage.slip), damage.manner);
        fc.pre(/^\p{L}.*\p{L}$/u.test(text) && !/\d/u.test(text));
        // Four small letters in a sentence are words of it; behind a command they are what was meant.
        fc.pre(ask.startsWith('/') || fold(text).replaceAll(' ', '').length > 4);
        const answered = (await answeredOf(ask.replace('%', text))) ?? [];
        const wrong = answered.filter((id) => !isMeant(name, agency, id) && !isNameOf(text, id));
        expect({ text, ask, wrong }).toEqual({ text, ask, wrong: [] });
      },
    ),
    { numRuns: 800, seed: 20_261_122 },
  );
});

test.each([
  ['/tre-han nha tra', 'unknown nha tra [tp-nha-trang, cn-nha-trang, cap-xa-nha-trang]'],
  ['Nha Tra trễ hạn', 'unknown Nha Tra [tp-nha-trang, cn-nha-trang, cap-xa-nha-trang]'],
  ['/ho-so nha tra', 'unknown nha tra [tp-nha-trang, cn-nha-trang, cap-xa-nha-trang]'],
  ['/tre-han phuong hoi', 'which phuong hoi [x-phuong-hai, p-phuong-sai, p-phuong-son]'],
  ['/nguon phuong hoi', 'which phuong hoi [x-phuong-hai, p-phuong-sai, p-phuong-son]'],
  ['phuong con', 'which phuong con [p-phuong-son]'],
  ['uam ranh (moi)', 'which uam ranh (moi [p-cam-ranh-2025, tp-cam-ranh]'],
  ['bac ai nay trễ hạn', 'which bac ai nay [x-bac-ai-tay-2025, x-bac-ai-2025, x-ba-cum-nam]'],
  ['trễ hạn xã phương kải', 'tre-han x-phuong-hai overdue -'],
  ['cam hiep nao', 'which cam hiep nao [x-cam-hiep-nam, x-cam-hiep-2025, x-cam-hiep-bac]'],
  ['cham phuoc dong', 'which cham phuoc dong [x-cam-phuoc-dong, x-phuoc-dong]'],
  ['trường sa (moi)', 'tre-han dk-truong-sa-2025 overdue -'],
])('everyday words that nearly make a name are asked about: %s', async (question, meant) => {
  expect(await hear(question, { person: question })).toBe(meant);
});

test.each(
  'nha; tra; ma oi; ho ha; ca nha; chi; ban; cao; thấp; còn; năm; phuong oi; phuong sao; anh ai; chị ai'.split(
    '; ',
  ),
)('/tre-han %s: words that say nothing are not the province', async (words) => {
  expect(await answeredOf(`/tre-han ${words}`)).toBeNull();
  expect(await answeredOf(`/ho-so ${words}`)).toBeNull();
});

test.each([
  ['/tre-han bao nhiêu', 'tre-han - overdue -'],
  ['/tre-han nhé', 'tre-han - overdue -'],
  ['/tre-han xã sao', 'tre-han khoi-xa overdue -'],
  ['/tre-han các xã', 'xep-hang - overdue - commune@all'],
  ['cho em xem trễ hạn Nha Trang', 'tre-han tp-nha-trang overdue -'],
  ['nha trang sao em', 'tre-han tp-nha-trang overdue -'],
  ['phuong nao nha trang tre han nhieu nhat', 'xep-hang - overdue - commune[phường]@tp-nha-trang'],
  ['xa nao tre han nhieu', 'xep-hang - overdue - commune@all'],
])('everyday words stay what they are: %s', async (question, meant) => {
  expect(await hear(question, { person: question })).toContain(meant);
});
