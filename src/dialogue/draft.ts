import type { AgencyMention, CommandName } from './question.ts';
import type { Sentence } from './read-sentence.ts';

/** What was said, with a command chosen for it. */
export type Draft = {
  readonly command: CommandName;
  readonly sentence: Sentence;
  readonly mentions: readonly AgencyMention[];
  readonly rest: string;
  /** Read by the grammar, not typed as a command. */
  readonly plain: boolean;
};
