import type { Asker } from '../audience/asker.ts';
import type { Reply } from '../replies/reply.ts';
import type { Question } from './question.ts';

/**
 * One chat command; its name and traits are in `COMMANDS`. It is given a question whose agencies are already certain
 * (no mention left `ask` or `unknown`).
 */
export type Command = {
  answer(question: Question, asker: Asker): Promise<Reply>;
};
