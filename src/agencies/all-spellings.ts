import { lettersOf } from '../vietnamese/letters.ts';
import { tonePlacements } from '../vietnamese/tone-placement.ts';
import type { Directory } from './agency.ts';
import { namesakesIn, tellingOldFromNew } from './old-and-new.ts';
import type { Spelling } from './spelling.ts';
import { spellingsOf } from './spellings-of.ts';

/** Every spelling of every agency, in the order of the directory; the same letters once per agency. */
export function allSpellings(directory: Directory): readonly Spelling[] {
  const namesakes = namesakesIn(directory.agencies);
  return directory.agencies.flatMap((agency) => {
    const written = spellingsOf(agency, directory);
    const all = [...written, ...tellingOldFromNew(agency, written, namesakes)];
    const byLetters = new Map<string, Spelling>();
    for (const { text, kind } of all) {
      for (const spelling of tonePlacements(text)) {
        const letters = lettersOf(spelling).join(' ');
        if (!byLetters.has(letters)) byLetters.set(letters, { text: spelling, kind, agency });
      }
    }
    return [...byLetters.values()];
  });
}
