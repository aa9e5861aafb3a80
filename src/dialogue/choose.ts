import type { Choice } from '../replies/reply.ts';
import { fold } from '../vietnamese/fold.ts';

/** What a short text means when choices are open. */
export type Chosen =
  | { readonly kind: 'chosen'; readonly choice: Choice }
  | { readonly kind: 'outOfRange' }
  /** It is no answer to the choices. */
  | { readonly kind: 'none' };

const NUMBER =
  /^(?:(?:chon|so|cau|muc|cai|phuong an|cai so|cai thu|thu|cau so|chon so) )?(\d{1,2})$/u;
const ORDINALS: readonly (readonly [RegExp, number])[] = [
  [/^(?:(?:cai|thu|chon|so|cai thu) )?(?:dau|dau tien|nhat|mot)$/u, 1],
  [/^(?:(?:cai|thu|chon|so|cai thu) )?(?:hai|nhi)$/u, 2],
  [/^(?:(?:thu|chon|so|cai thu) )?ba$/u, 3],
  [/^(?:(?:cai) )?(?:cuoi|cuoi cung|sau cung)$/u, -1],
];
const POLITE =
  /^(?:(?:da|chon|la|cho|y toi la|toi chon|minh chon)\s+)?(?:(?:(?:cai|don vi|noi)\s+)?(?:o|cua|thuoc|tai|ben)\s+)?|\s+(?:nhe|nha|a|di|em|anh|chi|thoi)$/gu;
/** A longer text is a question of its own. */
const MOST_WORDS = 12;
/** Labels are short where people write it out, and the other way round. */
const SHORT: readonly (readonly [RegExp, string])[] = [
  [/\btp\b/gu, 'thanh pho'],
  [/\btx\b/gu, 'thi xa'],
  [/\btt\b/gu, 'thi tran'],
];
const NONE: Chosen = { kind: 'none' };

/** Reads "2", "số 2", "cái đầu", or words that occur in the label of one choice only. */
export function choose(text: string, choices: readonly Choice[]): Chosen {
  if (choices.length === 0) return NONE;
  const folded = fold(text).replace(POLITE, '').trim();
  const number = numberIn(folded);
  if (number !== null) {
    const choice = number === 0 ? undefined : choices.at(number > 0 ? number - 1 : number);
    return choice === undefined ? { kind: 'outOfRange' } : { kind: 'chosen', choice };
  }
  return byLabel(folded, choices);
}

function numberIn(folded: string): number | null {
  const digits = NUMBER.exec(folded)?.[1];
  if (digits !== undefined) return Number(digits);
  return ORDINALS.find(([pattern]) => pattern.test(folded))?.[1] ?? null;
}

/**
 * The choice whose label has all the words; one label that is exactly the words beats all others. With a number in it
 * only exactly: "năm 2023" is not "6 tháng đầu năm 2023".
 */
function byLabel(folded: string, choices: readonly Choice[]): Chosen {
  const typed = writtenOut(folded);
  const words = typed.split(' ').filter((word) => word !== '');
  if (words.length === 0 || words.length > MOST_WORDS) return NONE;
  const exact = choices.filter(({ label }) => writtenOut(fold(label)) === typed);
  const isInexact = exact.length === 0 && !/\p{N}/u.test(folded);
  const fitting = isInexact
    ? choices.filter(({ label }) => hasInOrder(writtenOut(fold(label)), words))
    : exact;
  const [choice, ...others] = fitting;
  return choice === undefined || others.length > 0 ? NONE : { kind: 'chosen', choice };
}

function writtenOut(folded: string): string {
  return SHORT.reduce((text, [short, long]) => text.replaceAll(short, long), folded);
}

function hasInOrder(label: string, words: readonly string[]): boolean {
  let from = 0;
  const labelWords = label.split(' ');
  return words.every((word) => {
    const at = labelWords.indexOf(word, from);
    from = at + 1;
    return at !== -1;
  });
}
