import type { DossierSource } from './dossier-source.ts';
import { type Inbox, type PutAway, putAwayAll } from './inbox.ts';
import { pollDossiers } from './poll-dossiers.ts';
import { poll, type Polled, type PollOptions } from './poll.ts';
import type { Source } from './source.ts';
import type { DossierIntake, TakenDossiers } from './take-in-dossiers.ts';
import type { Intake } from './take-in.ts';

/** A source, where what it gives goes, and, if it is a folder that is emptied, who takes its files away. */
export type Feed<S, I> = {
  readonly source: S;
  readonly intake: I;
  readonly inbox?: Inbox | null | undefined;
};

/** Takes in the figures of a source, and takes away the files they came from; in a dry run they stay. */
export async function pollFeed(
  { source, intake, inbox = null }: Feed<Source, Intake>,
  options: Pick<PollOptions, 'dry' | 'believe'>,
): Promise<Polled & { readonly putAway: PutAway | null }> {
  return alone(inbox, async () => {
    const polled = await poll(source, intake, { ...options, emptied: inbox !== null });
    const moving = options.dry === true ? null : inbox;
    return { ...polled, putAway: await putAwayAll(polled.payloads, moving) };
  });
}

/** Takes in the lists of a source, and takes away the files they came from; in a dry run they stay. */
export async function pollListFeed(
  { source, intake, inbox = null }: Feed<DossierSource, DossierIntake>,
  { dry, believe = false }: { readonly dry: boolean; readonly believe?: boolean | undefined },
): Promise<{ readonly lists: readonly TakenDossiers[]; readonly putAway: PutAway | null }> {
  return alone(inbox, async () => {
    const lists = await pollDossiers(source, intake, { dry, believe, emptied: inbox !== null });
    return { lists, putAway: await putAwayAll(lists, dry ? null : inbox) };
  });
}

function alone<T>(inbox: Inbox | null, run: () => Promise<T>): Promise<T> {
  return inbox === null ? run() : inbox.alone(run);
}
