import { fieldName, fieldWords, namesField } from '../snapshots/field-name.ts';
import type { Reading, StatementReading } from '../snapshots/store.ts';

/** A field as it was typed, and those there are that it names: none, one, or several that are alike. */
export type AskedField = { readonly typed: string; readonly names: ReadonlySet<string> };

/** What is known by field of an agency in a period. */
export type ByField = {
  readonly readings: readonly Reading[];
  readonly statements: readonly StatementReading[];
};

/** Finds what was asked about among the fields of a period. */
export function askedField(typed: string, { readings, statements }: ByField): AskedField {
  const words = fieldWords(typed);
  const names = [...readings.map(({ figure }) => figure), ...statements.map(statementOf)].map(
    ({ field }) => field ?? '',
  );
  const meant = names.filter((name) => namesField(words, fieldWords(fieldName(name))));
  return { typed, names: new Set(meant) };
}

function statementOf({ statement }: StatementReading) {
  return statement;
}

/** The same rows, those of the field asked about first. */
export function askedFirst<One>(
  all: readonly One[],
  asked: AskedField | null,
  nameOf: (one: One) => string | null,
): readonly One[] {
  const isAsked = (one: One) => asked?.names.has(nameOf(one) ?? '') === true;
  return [...all.filter(isAsked), ...all.filter((one) => !isAsked(one))];
}
