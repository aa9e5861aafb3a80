import { fold } from '../vietnamese/fold.ts';

/**
 * Tells whether a procedure is sensitive by its name. Marks, case and punctuation do not matter: rather one too many
 * counted without being listed than one name too many shown.
 */
export function sensitiveProcedures(words: readonly string[]): (procedure: string) => boolean {
  const phrases = words.map((phrase) => ` ${fold(phrase)} `);
  return (procedure) => {
    const name = ` ${fold(procedure)} `;
    return phrases.some((phrase) => name.includes(phrase));
  };
}
