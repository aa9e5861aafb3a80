import type { AgencyId } from '../agencies/agency.ts';
import { fieldName, fieldWords, namesField } from '../snapshots/field-name.ts';
import type { FieldOfWork } from '../snapshots/store.ts';

/** The fields of work that figures tell of: which they are is known from the figures alone. */
export type FieldIndex = {
  /** Those that words name, of one agency or of any. */
  named(words: string, agency?: AgencyId): readonly FieldOfWork[];
  /** Whether a folded word stands in the name of any: a quick no for most words of a sentence. */
  hasWord(folded: string): boolean;
};

/** Prepares the look-ups. */
export function indexFields(known: readonly FieldOfWork[]): FieldIndex {
  const indexed = known.map((one) => ({ one, words: fieldWords(fieldName(one.field)) }));
  const words = new Set(indexed.flatMap((each) => each.words.map(({ folded }) => folded)));
  return {
    named(text, agency) {
      const typed = fieldWords(text);
      return indexed
        .filter(({ one }) => agency === undefined || one.agency === agency)
        .filter((each) => namesField(typed, each.words))
        .map(({ one }) => one);
    },
    hasWord: (folded) => words.has(folded),
  };
}

/** Where no figures tell of any. */
export const NO_FIELDS: FieldIndex = indexFields([]);
