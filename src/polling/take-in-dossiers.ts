import type { Directory } from '../agencies/agency.ts';
import type { Clock } from '../clock.ts';
import type { DossierChanges, DossierList, DossierStage, DossierStore } from '../dossiers/store.ts';
import { type Problem, SourceUnreadable } from '../errors.ts';
import { type IntakeProblem, placeText } from '../snapshots/intake-problem.ts';
import type { SnapshotStore } from '../snapshots/store.ts';
import type { DossierBatch, DossierPayload, DossierSource } from './dossier-source.ts';
import { doubtAboutList, olderThanKnown } from './doubted-list.ts';
import type { Refused } from './read-all.ts';
import { refuse } from './refuse.ts';
import type { Watch } from './watch.ts';

/** What taking in dossiers needs; bad lists are set aside where bad figures are. */
export type DossierIntake = {
  readonly dossiers: Pick<DossierStore, 'stage' | 'isKnown' | 'isBegun' | 'lists'>;
  readonly snapshots: Pick<SnapshotStore, 'quarantine'>;
  readonly clock: Clock;
  /** To say by its name which agency lost dossiers. */
  readonly directory: Directory;
  /** Watches over the sources; without it nobody does. */
  readonly watch?: Watch | undefined;
  /** Called once lists were taken in; without it nothing is. */
  readonly onListsTaken?: (() => Promise<void>) | undefined;
};

/** What became of one list. `readable`: in a dry run, nothing was changed. */
export type TakenDossiers =
  | Refused
  | ({ readonly origin: string } & (
      | (Known & { readonly kind: 'taken'; readonly changes: DossierChanges })
      | (Known & { readonly kind: 'readable'; readonly rows: number })
      | { readonly kind: 'unchanged' }
    ));

/** What is told of a list beside its dossiers. */
type Known = {
  readonly left: LeftOut;
  /** Its file holds programs, which were neither run nor read. */
  readonly hasMacros?: true;
};

/** What was wrong with rows that were left out of a list: the first problems, and how many there are. */
type LeftOut = { readonly problems: readonly Problem[]; readonly count: number };

/** A list, the source it came from, and whether anything may be changed. */
export type DossierArrival = {
  readonly source: Omit<DossierSource, 'fetch'>;
  readonly payload: DossierPayload;
  readonly dry: boolean;
  /** A keeper says that it is true, however it looks beside what was known. */
  readonly believe?: boolean;
};

type ListPayload = Extract<DossierPayload, { kind: 'list' }>;

/** More are not told: a list in the wrong shape has the same fault in every row. */
const MOST_PROBLEMS = 50;
/**
 * Reads a list into a stage and takes it over whole; or, if a row of it is bad, sets it aside and changes nothing.
 * Of a list declared partial-ok the good rows are taken, as a list of changes: dossiers in its bad rows must not pass
 * for gone.
 */
export async function takeInDossiers(
  arrival: DossierArrival,
  intake: DossierIntake,
): Promise<TakenDossiers> {
  const { payload, source } = arrival;
  if (payload.kind === 'refused') return refused(arrival, payload.problems, intake);
  const arrived = arrivedOf(arrival, payload);
  if (await intake.dossiers.isKnown(arrived)) return { kind: 'unchanged', origin: payload.origin };
  // Whoever puts an older file into a folder knows why.
  const mayBeOlder = source.ofFiles === true || arrival.believe === true;
  const old = mayBeOlder ? null : await olderThanKnown(arrived, intake.dossiers);
  if (old !== null) return refused(arrival, [old], intake);
  try {
    return await takeRows({ ...arrival, payload }, intake);
  } catch (error) {
    if (!(error instanceof SourceUnreadable)) throw error;
    return refused(arrival, error.problems, intake);
  }
}

function arrivedOf({ source }: DossierArrival, { origin, contentHash, asOf }: ListPayload) {
  return { source: source.name, origin, contentHash, asOf };
}

type Readable = DossierArrival & { readonly payload: ListPayload };

async function takeRows(arrival: Readable, intake: DossierIntake): Promise<TakenDossiers> {
  const { origin } = arrival.payload;
  const whole = await staged(arrival, intake, arrival.source.completeFor);
  const partial = whole.left.count > 0 && arrival.source.completeFor !== null;
  if (!partial) return settle(arrival, whole, intake);
  await whole.stage.drop();
  const again = await staged(arrival, intake, null);
  // The file changed between the two readings, so neither can be believed.
  if (again.rows !== whole.rows) {
    await again.stage.drop();
    throw new SourceUnreadable(origin, [problem('changedWhileRead', origin)]);
  }
  return settle(arrival, again, intake);
}

/** As `refuse` does; of a list that could not be opened there is no hash. */
function refused(
  { source, payload, dry }: DossierArrival,
  problems: readonly Problem[],
  { snapshots, clock }: DossierIntake,
): Promise<Refused> {
  const { origin } = payload;
  const contentHash = payload.kind === 'list' ? payload.contentHash : '';
  const unbelieved = { source: source.name, payload: { origin, contentHash }, dry };
  return refuse(unbelieved, problems, { store: snapshots, clock });
}

type Staged = Known & { readonly stage: DossierStage; readonly rows: number };

/** Takes staged rows over, unless they are hard to believe. Throws `SourceUnreadable`, with nothing changed, if they are. */
async function settle(
  arrival: Readable,
  { stage, rows, ...told }: Staged,
  intake: DossierIntake,
): Promise<TakenDossiers> {
  const { origin } = arrival.payload;
  try {
    const doubt = arrival.believe === true ? null : await doubtAbout(arrival, stage, intake);
    if (doubt !== null) throw new SourceUnreadable(origin, [doubt]);
    if (arrival.dry) return { kind: 'readable', origin, rows, ...told };
    return { kind: 'taken', origin, changes: await stage.apply(), ...told };
  } finally {
    await stage.drop();
  }
}

async function doubtAbout(
  arrival: Readable,
  stage: DossierStage,
  { dossiers, directory }: DossierIntake,
): Promise<Problem | null> {
  const arrived = arrivedOf(arrival, arrival.payload);
  return doubtAboutList(arrived, await stage.standings(), { lists: dossiers, directory });
}

/** Stages the good rows. Throws `SourceUnreadable`, with nothing staged, if a bad one or the lack of any refuses the list. */
async function staged(
  { payload, source }: Readable,
  { dossiers }: DossierIntake,
  completeFor: DossierList['completeFor'],
): Promise<Staged> {
  const { origin, contentHash, asOf } = payload;
  const { name, sample } = source;
  const stage = await dossiers.stage({
    source: name,
    origin,
    contentHash,
    completeFor,
    asOf,
    sample,
  });
  try {
    const read = await stageBatches(payload, stage, source.partialOk);
    const { rows, left } = read;
    if (rows === 0 && left.count === 0) {
      throw new SourceUnreadable(origin, [problem('noRows', origin)]);
    }
    if (rows === 0 || (left.count > 0 && !source.partialOk)) {
      throw new SourceUnreadable(origin, left.problems);
    }
    return { stage, ...read };
  } catch (error) {
    await stage.drop();
    throw error;
  }
}

async function stageBatches(
  payload: ListPayload,
  stage: DossierStage,
  partialOk: boolean,
): Promise<Omit<Staged, 'stage'>> {
  let rows = 0;
  let count = 0;
  const problems: Problem[] = [];
  let macros: Pick<Known, 'hasMacros'> = {};
  for await (const batch of payload.batches()) {
    if (batch.hasMacros === true) macros = { hasMacros: true };
    const repeated = await stage.add(batch.dossiers.map(({ dossier }) => dossier));
    const found = [...batch.problems, ...repeats(batch, repeated)];
    rows += batch.dossiers.length - repeated.length;
    count += found.length;
    problems.push(...found.slice(0, MOST_PROBLEMS - problems.length));
    // It is refused anyway, and everything worth telling is known.
    if (!partialOk && problems.length >= MOST_PROBLEMS) break;
  }
  return { rows, left: { problems, count }, ...macros };
}

/** The rows whose codes the list showed before. The codes themselves are not told: problems reach logs. */
function repeats({ dossiers, at }: DossierBatch, repeated: readonly string[]): readonly Problem[] {
  if (repeated.length === 0) return [];
  const times = new Map<string, number>();
  for (const code of repeated) times.set(code, (times.get(code) ?? 0) + 1);
  const later = dossiers.toReversed().filter(({ dossier: { code } }) => {
    const left = times.get(code) ?? 0;
    times.set(code, left - 1);
    return left > 0;
  });
  return later.toReversed().map(({ row }) => ({
    code: 'duplicateCode' satisfies IntakeProblem,
    place: placeText({ file: at.table, row, column: at.codeColumn }),
    detail: '',
  }));
}

function problem(code: IntakeProblem, origin: string, detail = ''): Problem {
  return { code, place: origin, detail };
}
