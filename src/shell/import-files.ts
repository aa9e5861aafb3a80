import { basename } from 'node:path';
import { parseArgs } from 'node:util';

import { countLists } from '../answers/count-lists.ts';
import type { Config } from '../config.ts';
import { ConfigurationInvalid, type Problem } from '../errors.ts';
import { pollDossiers } from '../polling/poll-dossiers.ts';
import { poll } from '../polling/poll.ts';
import { dossierLines, importLines, importSummary } from '../replies/import-lines.ts';
import { problemTextOnMachine } from '../replies/problem-text.ts';
import { dossierFiles } from '../sources/dossiers/dossier-files.ts';
import { looksLikeList } from '../sources/dossiers/looks-like-list.ts';
import { fileSource } from '../sources/file/file-source.ts';
import { BROUGHT_BY_HAND } from '../sources/named-source.ts';
import { clockAt } from './clock-at.ts';
import { agencyGiven, countingIn, dossierIntake, dossierListsGiven } from './dossier-lists.ts';
import { type OpenKnowledge, openKnowledge } from './open-knowledge.ts';
import { removeDossiers } from './remove-dossiers.ts';

const OPTIONS = {
  agency: { type: 'string' },
  period: { type: 'string' },
  source: { type: 'string' },
  now: { type: 'string' },
  dry: { type: 'boolean', default: false },
  believe: { type: 'boolean', default: false },
  remove: { type: 'string' },
} as const;

type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values'];

/**
 * `npm run import -- FILE...`: takes in figures and lists of dossiers from files and says what was taken, refused and
 * why. Exit code 1 if any was refused. `--remove NAME` takes the dossiers of a source out instead.
 */
export async function importFiles(args: readonly string[], config: Config): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: OPTIONS,
    allowPositionals: true,
  });
  const [hasFiles, isRemoving] = [positionals.length > 0, values.remove !== undefined];
  if (!hasFiles && !isRemoving) throw notAsked({ code: 'noFiles', place: 'import', detail: '' });
  if (hasFiles && isRemoving) {
    throw notAsked({ code: 'filesAndRemove', place: 'import', detail: '' });
  }
  using open = await openKnowledge({ ...config, samples: 'none' }, clockAt(values.now));
  if (values.remove === undefined) return await takeIn(positionals, { values, config, open });
  process.stdout.write(`${await removeDossiers(values.remove, values, open)}\n`);
}

type Import = { readonly values: Values; readonly config: Config; readonly open: OpenKnowledge };

async function takeIn(
  positionals: readonly string[],
  { values, config, open }: Import,
): Promise<void> {
  const lists = dossierListsGiven(values.source, config, open);
  const { names } = lists.reading;
  const isList = await Promise.all(
    positionals.map((path) => looksLikeList({ path, origin: basename(path) }, names)),
  );
  const options = {
    dry: values.dry,
    believe: values.believe,
    onTaken: progress(positionals.length),
  };
  const listed = positionals.filter((_, at) => isList[at]);
  const dossiers = await pollDossiers(
    listSource(listed, lists, { values, open }),
    { ...dossierIntake(open), onListsTaken: async () => void (await count(open)) },
    options,
  );
  const tables = positionals.filter((_, at) => isList[at] !== true);
  const { counts, payloads } = await poll(figureSource(tables, values, open), open.intake, options);
  if (process.stderr.isTTY) process.stderr.write('\n');
  const lines = [
    ...dossiers.flatMap((taken) => dossierLines(taken, problemTextOnMachine)),
    ...payloads.flatMap((taken) => importLines(taken, problemTextOnMachine)),
  ];
  process.stdout.write([...lines, importSummary(counts, dossiers), ''].join('\n'));
  const isRefused = counts.refused > 0 || dossiers.some(({ kind }) => kind === 'refused');
  if (isRefused) process.exitCode = 1;
}

function notAsked(problem: Problem): ConfigurationInvalid {
  return new ConfigurationInvalid([problem]);
}

/** Whoever imports lists may ask about them at once. */
function count(open: OpenKnowledge) {
  return countLists(countingIn(open), { dry: false });
}

function listSource(
  paths: readonly string[],
  { declared, reading }: ReturnType<typeof dossierListsGiven>,
  { values, open }: { readonly values: Values; readonly open: OpenKnowledge },
) {
  // Only asked for where there is a list: tables of figures read it in their own way.
  const given = paths.length > 0 ? values.agency : undefined;
  const agency = given === undefined ? reading.agency : agencyGiven(given, open);
  return dossierFiles(declared, paths, { ...reading, agency });
}

function figureSource(
  paths: readonly string[],
  { agency, period }: Values,
  { knowledge, finder }: OpenKnowledge,
) {
  const given = {
    ...(agency === undefined ? {} : { agency }),
    ...(period === undefined ? {} : { period }),
  };
  return fileSource(BROUGHT_BY_HAND, paths, { directory: knowledge.directory, finder, given });
}

/** Draws how many files are done, on a terminal. */
function progress(total: number): () => void {
  let done = 0;
  return () => {
    done += 1;
    if (process.stderr.isTTY) process.stderr.write(`\r${progressBar(done, total)}`);
  };
}

function progressBar(done: number, total: number): string {
  const filled = Math.round((done / total) * 30);
  return `[${'█'.repeat(filled)}${'░'.repeat(30 - filled)}] ${String(done)}/${String(total)}`;
}
