import type { Choice } from '../replies/reply.ts';

/** Choices where there are no buttons: "1. label", a line each. */
export function numbered(choices: readonly Choice[]): readonly string[] {
  return choices.map(({ label }, index) => `${index + 1}. ${label}`);
}

/** The choice meant by an answer like "2", "2." or "(2)"; null = the person said something else. */
export function chosenByNumber(text: string, choices: readonly Choice[]): Choice | null {
  const number = /^\s*\(?(\d{1,2})[.)]?\s*$/u.exec(text)?.[1];
  return number === undefined ? null : (choices[Number(number) - 1] ?? null);
}
