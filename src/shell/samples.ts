import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import { countLists } from '../answers/count-lists.ts';
import { dayOf, systemClock } from '../clock.ts';
import type { Config } from '../config.ts';
import { readSensitiveWords } from '../dossiers/read-sensitive-words.ts';
import { sensitiveProcedures } from '../dossiers/sensitive-procedures.ts';
import {
  samplesRemovedLine,
  samplesTakenLines,
  samplesWrittenLines,
} from '../replies/samples-lines.ts';
import { SAMPLE_DOSSIERS } from '../sources/named-source.ts';
import { readAgencyCounts } from '../sources/sample-dossiers/agency-counts.ts';
import { readCatalogue } from '../sources/sample-dossiers/catalogue.ts';
import { csvList } from '../sources/sample-dossiers/csv-list.ts';
import { inBatches } from '../sources/sample-dossiers/in-batches.ts';
import { sampleDossiers, type SamplePlan } from '../sources/sample-dossiers/sample-dossiers.ts';
import { sampleTally } from '../sources/sample-dossiers/sample-tally.ts';
import { takeShare } from '../sources/sample-dossiers/take-share.ts';
import { dossierStore } from '../storage/dossier-store.ts';
import { openStorage, type Storage } from '../storage/open.ts';
import { snapshotStore } from '../storage/snapshot-store.ts';
import { readKnowledge } from './open-knowledge.ts';
import { chosenAgencies, type SampleOptions, sampleOptions } from './sample-options.ts';
import { takeSamples } from './take-samples.ts';

const COUNTS_FILE = 'fixtures/figures/phu-luc-2-nam-2023.csv';
const CATALOGUE_FILE = 'fixtures/sample-dossiers.yaml';
const LINES_A_WRITE = 500;

/**
 * `npm run samples`: makes sample dossiers and puts them into the store in place of earlier ones, or writes them as a
 * list (`--csv`), or takes them out of the store (`--remove`).
 */
export async function samples(args: readonly string[], config: Config): Promise<void> {
  const options = sampleOptions(args, dayOf(systemClock.now()));
  const lines = options.remove ? await remove(config) : await make(options, config);
  process.stdout.write([...lines, ''].join('\n'));
}

async function remove(config: Config): Promise<readonly string[]> {
  using storage = openStore(config);
  const removed = await dossierStore(storage).removeSource(SAMPLE_DOSSIERS);
  await count(storage, await readKnowledge(config));
  return [samplesRemovedLine(removed)];
}

/** What was counted from earlier samples is of these now, or of none. */
function count(storage: Storage, { directory }: Pick<SamplePlan, 'directory'>) {
  const [dossiers, snapshots] = [dossierStore(storage), snapshotStore(storage)];
  return countLists({ dossiers, snapshots, directory, clock: systemClock }, { dry: false });
}

async function make(options: SampleOptions, config: Config): Promise<readonly string[]> {
  const plan = await planOf(options, config);
  const tally = sampleTally(options.on);
  if (options.csv !== null) {
    await writeFile(options.csv, csvList(tally.counting(sampleDossiers(plan)), plan));
    return samplesWrittenLines({ ...tally.total(), on: options.on }, options.csv);
  }
  using storage = openStore(config);
  const removed = await takeSamples({
    plan,
    watch: (made) => tally.counting(made),
    store: dossierStore(storage),
  });
  await count(storage, plan);
  return samplesTakenLines({ ...tally.total(), on: options.on }, removed);
}

async function planOf(options: SampleOptions, config: Config): Promise<SamplePlan> {
  const [known, counts, catalogue, sensitive] = await Promise.all([
    readKnowledge(config),
    readFile(COUNTS_FILE, 'utf8'),
    readFile(CATALOGUE_FILE, 'utf8'),
    readFile(config.sensitiveProcedures, 'utf8'),
  ]);
  const { directory, calendar, finder } = known;
  const isChosen = chosenAgencies(options.agency, directory, finder);
  const all = readAgencyCounts(counts, COUNTS_FILE, directory);
  return {
    directory,
    calendar,
    catalogue: readCatalogue(catalogue, CATALOGUE_FILE),
    // The share is parted among all, so that one agency alone has the dossiers it has among all.
    counts: takeShare(all, options.share).filter(({ agency }) => isChosen(agency)),
    isSensitive: sensitiveProcedures(readSensitiveWords(sensitive, config.sensitiveProcedures)),
    on: options.on,
    seed: options.seed,
  };
}

async function writeFile(path: string, lines: Iterable<string>): Promise<void> {
  await pipeline(
    Readable.from(inBatches(lines, LINES_A_WRITE)),
    async function* joined(batches: AsyncIterable<readonly string[]>) {
      for await (const batch of batches) yield batch.join('');
    },
    createWriteStream(path),
  );
}

function openStore({ dataFolder }: Config) {
  return openStorage(join(dataFolder, 'dung-hen.db'));
}
