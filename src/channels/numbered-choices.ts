import type { Choice } from '../replies/reply.ts';

/** Choices where there are no buttons: "1. label", a line each. */
export function numbered(choices: readonly Choice[]): readonly string[] {
  return choices.map(({ label }, index) => `${index + 1}. ${label}`);
}
