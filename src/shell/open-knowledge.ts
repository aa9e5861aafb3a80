import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { type AgencyReader, agencyFinder } from '../agencies/find-agency.ts';
import { readDirectory } from '../agencies/read-directory.ts';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import { readTargets } from '../figures/targets.ts';
import { poll } from '../polling/poll.ts';
import type { Intake } from '../polling/take-in.ts';
import type { Knowledge } from '../queries/knowledge.ts';
import { folderSource } from '../sources/file/file-source.ts';
import { type Storage, openStorage } from '../storage/open.ts';
import { snapshotStore } from '../storage/snapshot-store.ts';

/** Where the figures of the five official documents are. */
const SAMPLES_FOLDER = 'fixtures/figures';

/** Everything that questions, jobs and imports rest on. Dispose of it to close the store. */
export type OpenKnowledge = {
  readonly knowledge: Knowledge;
  readonly finder: AgencyReader;
  readonly intake: Intake;
  readonly storage: Storage;
  [Symbol.dispose](): void;
};

/** Opens the store and reads directory and targets; an empty store takes in the sample figures first, if configured. */
export async function openKnowledge(config: Config, clock: Clock): Promise<OpenKnowledge> {
  const [agencies, targets] = await Promise.all([
    readFile(config.agencies, 'utf8'),
    readFile(config.targets, 'utf8'),
  ]);
  const directory = readDirectory(agencies);
  const knownTargets = readTargets(targets);
  const finder = agencyFinder(directory);
  const storage = openStorage(join(config.dataFolder, 'dung-hen.db'));
  const snapshots = snapshotStore(storage);
  const intake = { store: snapshots, directory, clock };
  if (config.samples !== 'none' && (await snapshots.isEmpty())) {
    await poll(folderSource('samples', SAMPLES_FOLDER, { directory, finder }), intake);
  }
  return {
    knowledge: { directory, snapshots, targets: knownTargets, clock },
    finder,
    intake,
    storage,
    [Symbol.dispose]: () => storage.close(),
  };
}
