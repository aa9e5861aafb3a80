import * as z from 'zod';

import { ConfigurationInvalid } from '../errors.ts';
import { readYaml } from '../read-yaml.ts';
import { fold } from '../vietnamese/fold.ts';

const SensitiveFile = z.strictObject({
  procedures: z.array(
    z.strictObject({ reveals: z.string().min(1), words: z.array(z.string().min(1)).nonempty() }),
  ),
});

/**
 * Words in the names of procedures that would tell about the applicant (domain.md 10), from a file. Throws
 * `ConfigurationInvalid` with every problem and its path.
 */
export function readSensitiveWords(text: string, file = ''): readonly string[] {
  const read = readYaml(SensitiveFile, { file, text });
  if (!read.ok) throw new ConfigurationInvalid(read.problems);
  return read.value.procedures.flatMap(({ words }) => words);
}

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
