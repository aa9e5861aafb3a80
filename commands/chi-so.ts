import { answerIndex } from '../src/answers/answer-index.ts';
import type { Command } from '../src/dialogue/command.ts';
import type { Knowledge } from '../src/queries/knowledge.ts';

/** The index of service quality by its groups, or the reform index, where figures exist. */
export function chiSo(knowledge: Knowledge): Command {
  return { answer: (question) => answerIndex(knowledge, question) };
}
