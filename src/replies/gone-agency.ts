import type { Agency } from '../agencies/agency.ts';
import type { NoLonger } from '../queries/no-longer.ts';
import { day } from './numbers.ts';
import { behindHeadline, type Block, type Choice, type Reply } from './reply.ts';
import { becameBlocks } from './subscription-notes.ts';

/** That an agency asked about is no more, and who has taken over. */
function goneNotes(gone: NoLonger): readonly Block[] {
  const line = [{ strong: `${gone.agency.name} không còn từ ${day(gone.since)}` }, '.'];
  return [{ kind: 'warning', line }, ...becameBlocks(gone)];
}

/** Whom to ask about instead; `again` asks the same of another agency. */
export function successorChoices(
  { successors }: Pick<NoLonger, 'successors'>,
  again: (agency: Agency) => string,
): readonly Choice[] {
  return successors.map((one) => ({ label: one.shortName, send: again(one) }));
}

/** A reply about an agency that is no more, said to be so behind its first line. */
export function toldGone(reply: Reply, gone: NoLonger): Reply {
  return behindHeadline(reply, goneNotes(gone));
}
