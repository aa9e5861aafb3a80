import { fold } from '../vietnamese/fold.ts';

/** Names of offices that hold a telling word and tell nothing: half of what they do is about work and wages. */
const OFFICES = / (?:lao dong )?thuong binh (?:va )?xa hoi(?= )/gu;

/**
 * Tells whether a procedure is sensitive by its name, its field or a step of it. Marks, case and punctuation do not
 * matter: rather one too many counted without being listed than one name too many shown.
 */
export function sensitiveProcedures(words: readonly string[]): (text: string) => boolean {
  const phrases = words.map((phrase) => ` ${fold(phrase)} `);
  return (text) => {
    const name = ` ${fold(text)} `.replace(OFFICES, ' ');
    return phrases.some((phrase) => name.includes(phrase));
  };
}
