import * as z from 'zod';

import { ConfigurationInvalid } from '../errors.ts';
import { readYaml } from '../read-yaml.ts';

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
