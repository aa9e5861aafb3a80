import type { Reply } from '../replies/reply.ts';
import type { CommandName, Question } from './question.ts';

/** One chat command. It is given a question whose agencies are already certain (no mention left `ask` or `unknown`). */
export type Command = {
  /** Canonical spelling without the slash: "tre-han". Other spellings are derived from it. */
  readonly name: CommandName;
  /** Further names that mean the same ("qua-han" for late dossiers). */
  readonly aliases: readonly string[];
  answer(question: Question): Promise<Reply>;
};
