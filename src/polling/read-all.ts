import { type Problem, SourceUnreadable } from '../errors.ts';
import type { Attempt } from './health-after.ts';
import { brokenOff, noteAttempt, type Watch } from './watch.ts';

/** What was given and could not be taken in. */
export type Refused = {
  readonly kind: 'refused';
  readonly origin: string;
  readonly problems: readonly Problem[];
};

type Readable<Payload> = { readonly name: string; fetch(): AsyncIterable<Payload> };

/** What becomes of each payload of a source, and of all together. */
type Reader<Payload, Taken> = {
  readonly take: (payload: Payload) => Promise<Taken | Refused>;
  readonly onTaken?: ((taken: Taken | Refused) => void) | undefined;
  readonly attemptOf: (taken: readonly (Taken | Refused)[]) => Attempt;
  /** Without it nobody watches. */
  readonly watch: Watch | undefined;
};

/**
 * Takes in all a source has now, payload by payload: a bad one is set aside and the others go on. A source that
 * cannot be reached at all counts as one refusal. How the source does is noted, where somebody watches over it. Rejects
 * only for faults of the store or of the program.
 */
export async function readAll<Payload, Taken>(
  source: Readable<Payload>,
  reader: Reader<Payload, Taken>,
): Promise<readonly (Taken | Refused)[]> {
  const { watch, attemptOf } = reader;
  try {
    const taken = await takeAll(source, reader);
    if (watch !== undefined) await noteAttempt(source.name, attemptOf(taken), watch);
    return taken;
  } catch (error) {
    if (watch !== undefined) await noteAttempt(source.name, brokenOff(source.name, error), watch);
    throw error;
  }
}

async function takeAll<Payload, Taken>(
  source: Readable<Payload>,
  { take, onTaken }: Reader<Payload, Taken>,
): Promise<readonly (Taken | Refused)[]> {
  const all: (Taken | Refused)[] = [];
  const note = (taken: Taken | Refused): void => {
    all.push(taken);
    onTaken?.(taken);
  };
  try {
    for await (const payload of source.fetch()) note(await take(payload));
  } catch (error) {
    if (!(error instanceof SourceUnreadable)) throw error;
    note({ kind: 'refused', origin: error.origin, problems: error.problems });
  }
  return all;
}
