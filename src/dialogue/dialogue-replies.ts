import type { Agency } from '../agencies/agency.ts';
import type { Right } from '../asking/commands.ts';
import type { AgencyChoice, CommandChoice, FieldChoice } from '../asking/meant-choices.ts';
import type { AskerStanding } from '../audience/standing.ts';
import type { PeriodKey } from '../calendar/period.ts';
import type { Incoming } from '../channels/channel.ts';
import type { Block, Choice, Reply } from '../replies/reply.ts';

/** What the dialogue says by itself, when no command can answer. Wording is in src/replies; choices stay in the order given. */
export type DialogueReplies = {
  /** Several agencies fit the words equally well: the person must choose. */
  whichAgency(mention: string, candidates: readonly AgencyChoice[]): Reply;
  /** The words mean an agency as well as a field of work, or a field of several agencies. */
  whichField(words: string, choices: readonly FieldChoice[]): Reply;
  /** Put into a question that is asked once more because something was added to it. */
  added(typed: string): Block;
  /** No agency fits; the nearest, if any, are offered. */
  unknownAgency(text: string, nearest: readonly AgencyChoice[]): Reply;
  /** A slash and a word that is no command ("/tre-ham"), with the slash as typed. */
  unknownCommand(typed: string, nearest: readonly CommandChoice[]): Reply;
  /** "Tại sao" when nothing has been talked about. */
  whyWhat(): Reply;
  /** A report is asked for, and not whose. */
  reportWhat(): Reply;
  /** Nothing was recognised. `about`: the agency of the chat or the conversation, for examples that work here. */
  notUnderstood(about: Agency | null): Reply;
  /** A number that no choice has: says "1 to n" and repeats the choices. */
  chooseAgain(choices: readonly Choice[]): Reply;
  /** Put into an answer that is about another period than the one before, though no period was asked for. */
  otherPeriod(now: PeriodKey, before: PeriodKey): Block;
  /** The message is longer than `limit` characters; nothing was read. */
  tooLong(limit: number): Reply;
  /** The chat or person may not use this; says politely what would have to be done, as it is done there. */
  refused(
    right: Right,
    standing: AskerStanding,
    place: Pick<Incoming, 'channel' | 'chatKind'>,
  ): Reply;
  /** Something broke on our side; no detail. */
  failed(): Reply;
};
