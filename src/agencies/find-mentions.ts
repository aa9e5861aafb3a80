import { fold, withMarks } from '../vietnamese/fold.ts';
import type { AgencyReader } from './find-agency.ts';
import type { Finding, FindingContext } from './finding.ts';
import { wordsIn } from './words.ts';
import type { Word } from './words.ts';

/** An agency named in a sentence: where, in which words, and what they mean (`found` or `ask`). */
export type Mention = {
  /** First character and the one after the last, in the NFC form of the text. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly finding: Finding;
};

/** No name has more words, so that a long message is read in time proportional to its length. */
const MOST_WORDS = 14;
const LONGEST_EVERYDAY = 4;
const SEPARATOR = /[,;:!?\n]/u;

/**
 * The agencies a sentence names, from left to right, each by the longest name that stands there. Only names as people
 * write them count, no slips: "huyện Cam Lâm trễ hạn bao nhiêu" names huyện Cam Lâm and nothing else.
 */
export function findMentions(
  text: string,
  reader: AgencyReader,
  context: FindingContext,
): readonly Mention[] {
  const whole = text.normalize('NFC');
  const words = wordsIn(whole);
  const mentions: Mention[] = [];
  for (let at = 0; at < words.length;) {
    const mention = longestAt(whole, words.slice(at, at + MOST_WORDS), { reader, context });
    if (mention === null) at += 1;
    else {
      mentions.push(mention);
      while ((words[at]?.start ?? mention.end) < mention.end) at += 1;
    }
  }
  return mentions;
}

function longestAt(
  text: string,
  words: readonly Word[],
  { reader, context }: { readonly reader: AgencyReader; readonly context: FindingContext },
): Mention | null {
  const [first] = words;
  if (first === undefined) return null;
  const { start } = first;
  if (!reader.mayBeginName(text.slice(start, words[2]?.end))) return null;
  for (let length = words.length; length > 0; length -= 1) {
    const { end } = words[length - 1] ?? first;
    const part = text.slice(start, end);
    // "Vạn Thạnh, Nha Trang" lists two agencies, while "Sở Văn hóa, Thể thao và Du lịch" is one name.
    const finding = SEPARATOR.test(part)
      ? reader.readName(part, context)
      : reader.readWithPlace(part, context);
    if (finding !== null && !isEverydayWord(part, finding)) {
      return { start, end, text: part, finding };
    }
  }
  return null;
}

/** A short word counts only with the marks of the name: "tinh hinh" is not about the province, "tong" is a sum. */
function isEverydayWord(part: string, finding: Finding): boolean {
  const folded = fold(part);
  if (folded.length > LONGEST_EVERYDAY || !/[aeiouy]/u.test(folded)) return false;
  if (finding.kind !== 'found') return true;
  const { aliases, shortName } = finding.agency;
  return ![...aliases, shortName].some((name) => withMarks(name) === withMarks(part));
}
