import type { FormulaId } from '../figures/metric.ts';
import { FORMULA_USERS, FORMULA_WORDS } from './metric-words.ts';
import type { Block } from './reply.ts';
import { capital } from './sentence.ts';

/** What rates are computed by, as far as it is stated; of several formulas each with who uses it. */
export function formulaBlocks(stated: readonly (FormulaId | null)[]): readonly Block[] {
  const formulas = [...new Set(stated)].filter((one) => one !== null);
  const [only, ...more] = formulas;
  if (only === undefined) return [];
  const words =
    more.length === 0
      ? `Công thức: ${FORMULA_WORDS[only]}`
      : capital(formulas.map((one) => `${FORMULA_USERS[one]}: ${FORMULA_WORDS[one]}`).join('; '));
  return [{ kind: 'text', line: [words] }];
}
