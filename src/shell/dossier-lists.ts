import { readFileSync } from 'node:fs';

import type { AgencyId } from '../agencies/agency.ts';
import { countFirstLists, type CountingRoom } from '../answers/count-lists.ts';
import { dayOf } from '../clock.ts';
import type { Config } from '../config.ts';
import { readSensitiveWords } from '../dossiers/read-sensitive-words.ts';
import { ConfigurationInvalid, type Problem } from '../errors.ts';
import type { DossierSource } from '../polling/dossier-source.ts';
import type { DossierIntake } from '../polling/take-in-dossiers.ts';
import { preferring, readColumnNames } from '../sources/dossiers/column-names.ts';
import { dossierFolder, type DossierReading } from '../sources/dossiers/dossier-files.ts';
import { listReader } from '../sources/dossiers/list-reader.ts';
import { agencyNamer } from '../sources/dossiers/name-agencies.ts';
import { BROUGHT_BY_HAND } from '../sources/named-source.ts';
import type { Look } from '../sources/visit.ts';
import type { OpenKnowledge } from './open-knowledge.ts';

type Files = Pick<Config, 'dossierColumns' | 'sensitiveProcedures'>;
type Folder = Extract<Config['sources'][number], { kind: 'dossiers' }>;

/** What lists of dossiers are read with, by the files the configuration names. Throws `ConfigurationInvalid`. */
export function dossierReading(
  { dossierColumns, sensitiveProcedures }: Files,
  { knowledge, finder }: OpenKnowledge,
): DossierReading {
  return {
    finder,
    clock: knowledge.clock,
    names: readColumnNames(readFileSync(dossierColumns, 'utf8'), dossierColumns),
    sensitiveWords: readSensitiveWords(
      readFileSync(sensitiveProcedures, 'utf8'),
      sensitiveProcedures,
    ),
    agency: null,
    readBatches: listReader(),
  };
}

/** Where lists of dossiers go. The first ones are counted at once, and not only in the night. */
export function dossierIntake(open: OpenKnowledge): DossierIntake {
  const { due, intake } = open;
  const { store, clock, watch, directory } = intake;
  const onListsTaken = () => countFirstLists(countingIn(open));
  return { dossiers: due.dossiers, snapshots: store, clock, directory, watch, onListsTaken };
}

/** What dossiers are counted with: the store itself, whatever is answered from. */
export function countingIn({ due, intake }: Pick<OpenKnowledge, 'due' | 'intake'>): CountingRoom {
  const { store: snapshots, directory, clock } = intake;
  return { dossiers: due.dossiers, snapshots, directory, clock };
}

/** What is declared of lists, and what they are read with. */
type Lists = {
  readonly declared: Pick<DossierSource, 'name' | 'completeFor' | 'partialOk'>;
  readonly reading: DossierReading;
};

/** A configured folder of lists: where it stands in the configuration, and which of its files are read. */
type FolderPlace = {
  readonly place: string;
  readonly look: Look;
  readonly config: Files;
  readonly open: OpenKnowledge;
};

/** The lists of a configured folder. Throws `ConfigurationInvalid`. */
export function dossierFolderOf(folder: Folder, at: FolderPlace): DossierSource {
  const { declared, reading } = listsOf(folder, at.place, at);
  return dossierFolder(declared, folder.folder, { ...reading, look: at.look });
}

/** Lists in named files: as a configured source declares them, or, of none, as changes of a source `file`. */
export function dossierListsGiven(
  source: string | undefined,
  config: Files & Pick<Config, 'sources'>,
  open: OpenKnowledge,
): Lists {
  const at = config.sources.findIndex(({ name }) => name === source);
  const folder = config.sources[at];
  if (folder?.kind === 'dossiers') {
    return listsOf(folder, `sources.${String(at)}`, { config, open });
  }
  if (source !== undefined) {
    throw invalid({ code: 'unknownSource', place: '--source', detail: source });
  }
  const declared = { name: BROUGHT_BY_HAND, completeFor: null, partialOk: false };
  return { declared, reading: dossierReading(config, open) };
}

/** The agency given for lists that name none. Throws `ConfigurationInvalid`. */
export function agencyGiven(text: string, { finder, knowledge }: OpenKnowledge): AgencyId {
  const named = agencyNamer(finder)(text, () => dayOf(knowledge.clock.now()));
  if ('id' in named) return named.id;
  throw invalid({ ...named, place: '--agency' });
}

function listsOf(
  folder: Folder,
  place: string,
  { config, open }: { readonly config: Files; readonly open: OpenKnowledge },
): Lists {
  const { name, partialOk, agency, columns } = folder;
  if (agency !== null && !open.knowledge.directory.has(agency)) {
    throw invalid({ code: 'unknownAgency', place: `${place}.agency`, detail: agency });
  }
  const reading = dossierReading(config, open);
  return {
    declared: { name, completeFor: completeFor(folder), partialOk },
    reading: { ...reading, agency, names: preferring(reading.names, columns, place) },
  };
}

function completeFor({ complete, agency }: Folder): DossierSource['completeFor'] {
  if (complete === false) return null;
  if (agency !== null) return [agency];
  return complete === 'all' ? 'agenciesOfSource' : 'agenciesInIt';
}

function invalid(problem: Problem): ConfigurationInvalid {
  return new ConfigurationInvalid([problem]);
}
