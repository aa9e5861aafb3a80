import { readFileSync } from 'node:fs';
import { getCACertificates } from 'node:tls';

import { realWait } from '../channels/wait.ts';
import type { Config } from '../config.ts';
import { ConfigurationInvalid, type Problem } from '../errors.ts';
import type { DossierSource } from '../polling/dossier-source.ts';
import type { Source } from '../polling/source.ts';
import type { ColumnNames } from '../sources/dossiers/column-names.ts';
import { personalTitles } from '../sources/dossiers/column-titles.ts';
import { mappedListReader } from '../sources/dossiers/mapped-list.ts';
import { type DossierRoom, httpDossiers } from '../sources/http/http-dossiers.ts';
import { type FigureRoom, httpFigures } from '../sources/http/http-figures.ts';
import type { HttpRoom } from '../sources/http/http-poll.ts';
import { threadMapper } from '../sources/http/map-thread.ts';
import { mappingOf } from '../sources/http/mapping-of.ts';
import type {
  HttpDossierOptions,
  HttpFigureOptions,
  HttpOptions,
} from '../sources/http/options.ts';
import { personalFields } from '../sources/http/personal-fields.ts';
import { realTimer } from '../sources/http/timer.ts';
import { dossierReading } from './dossier-lists.ts';
import type { OpenKnowledge } from './open-knowledge.ts';

type Files = Pick<Config, 'sources' | 'dossierColumns' | 'sensitiveProcedures'>;

/** One source, with its schedule. */
type Scheduled<Kind> = { readonly source: Kind; readonly when: string };

/** The systems that are asked for figures. Throws `ConfigurationInvalid`. */
export function httpFigureSources(
  config: Files,
  open: OpenKnowledge,
): readonly Scheduled<Source>[] {
  return config.sources.flatMap((options) =>
    options.kind === 'http' && options.takes === 'figures'
      ? [{ source: httpFigures(options, figureRoom(options, open)), when: options.schedule }]
      : [],
  );
}

/** The systems that are asked for dossiers. Throws `ConfigurationInvalid`. */
export function httpDossierSources(
  config: Files,
  open: OpenKnowledge,
): readonly Scheduled<DossierSource>[] {
  return config.sources.flatMap((options) =>
    options.kind === 'http' && options.takes === 'dossiers'
      ? [
          {
            source: httpDossiers(options, dossierRoom(options, config, open)),
            when: options.schedule,
          },
        ]
      : [],
  );
}

/** What figures of a system are read with. Throws `ConfigurationInvalid`. */
export function figureRoom(options: HttpFigureOptions, open: OpenKnowledge): FigureRoom {
  checkAgencies(options, open);
  return { ...httpRoom(options, open), directory: open.knowledge.directory, finder: open.finder };
}

/** What dossiers of a system are read with. Throws `ConfigurationInvalid`, also for a mapping that reaches for an applicant. */
export function dossierRoom(
  options: HttpDossierOptions,
  config: Files,
  open: OpenKnowledge,
): DossierRoom {
  checkAgencies(options, open);
  const { names, sensitiveWords } = dossierReading(config, open);
  checkPersonal(names, options);
  const { agency, agencyCodes: codes } = options;
  const { finder, knowledge } = open;
  const reading = { finder, sensitiveWords, agency, codes, directory: knowledge.directory };
  return { ...httpRoom(options, open), readList: (list) => mappedListReader(reading, list) };
}

function httpRoom({ caFile, name }: HttpOptions, { knowledge }: OpenKnowledge): HttpRoom {
  return {
    clock: knowledge.clock,
    wait: realWait,
    random: Math.random,
    openMapper: threadMapper,
    startTimer: realTimer,
    ca: caFile === undefined ? null : [...getCACertificates(), certificatesIn(caFile, name)],
  };
}

function certificatesIn(file: string, name: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    const problem = {
      code: 'notReadable',
      place: `sources: ${name}.caFile`,
      detail: `${file} ${code}`,
    };
    throw new ConfigurationInvalid([problem]);
  }
}

function checkAgencies(options: HttpOptions, { knowledge }: OpenKnowledge): void {
  const own = options.takes === 'dossiers' && options.agency !== null ? [options.agency] : [];
  const problems: readonly Problem[] = [...own, ...Object.values(options.agencyCodes)]
    .filter((id) => !knowledge.directory.has(id))
    .map((id) => ({
      code: 'unknownAgency',
      place: `sources: ${options.name}.agencyCodes`,
      detail: id,
    }));
  if (problems.length > 0) throw new ConfigurationInvalid(problems);
}

/** Of applicants nothing may be read. */
function checkPersonal({ personal }: ColumnNames, options: HttpDossierOptions): void {
  const place = `sources: ${options.name}.mapping`;
  const problems = personalFields(mappingOf(options), personalTitles(personal), place);
  if (problems.length > 0) throw new ConfigurationInvalid(problems);
}
