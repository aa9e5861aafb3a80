import type { Directory } from '../agencies/agency.ts';
import type { FindingContext } from '../agencies/finding.ts';
import type { CommandName } from '../asking/commands.ts';
import type { LastAnswer } from './conversations.ts';
import type { AgencyMention } from './question.ts';
import type { Sentence } from './read-sentence.ts';

/** What was said, with a command chosen for it. */
export type Draft = {
  readonly command: CommandName;
  readonly sentence: Sentence;
  readonly mentions: readonly AgencyMention[];
  readonly rest: string;
  /** Read by the grammar, not typed as a command. */
  readonly plain: boolean;
  /** Only an agency was named ("còn Cam Ranh?"): metric and period are those of the conversation. */
  readonly continues: boolean;
};

/** What a draft is completed from. */
export type Background = {
  readonly last: LastAnswer | null;
  readonly directory: Directory;
  /** The chat's own agency. */
  readonly context: FindingContext;
};

/** A part of a question, and whether it was taken from the conversation. */
export type Taken<T> = { readonly value: T; readonly taken: boolean };
