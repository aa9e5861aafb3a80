import { accessSync, constants, existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';

import { silentRules } from '../alerts/silent-rules.ts';
import { openCharts } from '../charts/open-charts.ts';
import { dayOf, systemClock } from '../clock.ts';
import type { Config } from '../config.ts';
import { faultText } from '../log.ts';
import { count } from '../replies/numbers.ts';
import { type Check, checkLine, failureLines } from '../replies/shell-words.ts';
import { silentRuleLine } from '../replies/silent-rule-lines.ts';
import { triedSampleLines } from '../replies/tried-sample-lines.ts';
import { checkAgencyLimits } from './check-agency-limits.ts';
import { checkLists } from './check-lists.ts';
import { checkSchedules } from './check-schedules.ts';
import { zaloBotChecks, zaloOaChecks } from './doctor-zalo.ts';
import { type OpenKnowledge, openKnowledge, readKnowledge } from './open-knowledge.ts';
import { portalLines } from './portal-sources.ts';
import { trySamples } from './try-samples.ts';

/** The smallest picture that needs every part of drawing. */
const SAMPLE_CHART = {
  kind: 'ranking',
  title: '1/1',
  subtitle: '%',
  source: '',
  bars: [{ label: 'A', value: 1, valueLabel: '1', detail: '', marked: false }],
  limit: null,
} as const;

const LEAST_FREE_BYTES = 500_000_000;

/** `npm run doctor`: goes through what can be wrong with an installation. Exit code 1 if anything is. */
export async function doctor(config: Config): Promise<void> {
  checkSchedules(config);
  const read = await readKnowledge(config);
  checkAgencyLimits(config, read);
  checkLists(config, read.directory);
  const { failed, ...opened } = await openedStore(config);
  using open = opened.open;
  const checks: readonly Check[] = [
    { name: 'runtime', mark: markOf(typeof Temporal === 'object'), detail: process.version },
    { name: 'config', mark: 'good', detail: '' },
    ...(failed === null ? [] : [failed]),
    ...(open === null ? [] : await storeChecks(config, open)),
    ...config.sources.flatMap((source): readonly Check[] =>
      'folder' in source ? [folderCheck(source)] : [],
    ),
    await fontCheck(),
    await diskCheck(config),
    {
      name: 'telegram',
      mark: 'good',
      detail: config.telegramBot === null ? 'TELEGRAM_BOT_TOKEN —' : config.telegram.mode,
    },
    ...(open === null ? [] : await zaloChecks(config, open)),
  ];
  const departments = open === null ? [] : await departmentLines(config, open);
  const lines = [...checks.map(checkLine), ...silentLines(config, read), ...departments];
  process.stdout.write(`${lines.join('\n')}\n`);
  const good = open === null || (await showSamples(config, open));
  if (!good || checks.some(({ mark }) => mark === 'bad')) process.exitCode = 1;
}

type Opened =
  | { readonly open: OpenKnowledge; readonly failed: null }
  | { readonly open: null; readonly failed: Check };

/** Everything rests on the store; without it what does not is checked all the same. */
async function openedStore(config: Config): Promise<Opened> {
  try {
    return { open: await openKnowledge(config, systemClock), failed: null };
  } catch (error) {
    const detail = failureLines(error).join(' ');
    return { open: null, failed: { name: 'store', mark: 'bad', detail } };
  }
}

async function zaloChecks(config: Config, open: OpenKnowledge): Promise<readonly Check[]> {
  return [...(await zaloBotChecks(config, open)), ...(await zaloOaChecks(config, open))];
}

function markOf(isGood: boolean): 'good' | 'bad' {
  return isGood ? 'good' : 'bad';
}

/** What would be thought to be watched and is not. */
function silentLines(
  { alerts, targets: file }: Config,
  { targets }: Pick<OpenKnowledge['knowledge'], 'targets'>,
): readonly string[] {
  const silent = silentRules(alerts, targets, dayOf(systemClock.now()));
  return silent.map((rule) => silentRuleLine(rule, file));
}

async function departmentLines(config: Config, open: OpenKnowledge): Promise<readonly string[]> {
  if (config.sources.every(({ kind }) => kind !== 'portal')) return [];
  return portalLines(config, open);
}

/** A folder that is emptied as it is read has to be written to as well. */
function folderCheck({
  folder,
  moveFiles,
}: Extract<Config['sources'][number], { folder: string }>): Check {
  try {
    accessSync(folder, constants.R_OK | (moveFiles ? constants.W_OK : 0));
    return { name: 'folder', mark: 'good', detail: folder };
  } catch (error) {
    const isThere = existsSync(folder);
    const why =
      isThere && error instanceof Error && 'code' in error ? ` ${String(error.code)}` : '';
    return { name: 'folder', mark: 'bad', detail: `${folder}${why}` };
  }
}

/** Shows what the mappings of sources make of their samples; tells whether nothing is wrong with any. */
async function showSamples(config: Config, open: OpenKnowledge): Promise<boolean> {
  if (config.sources.every(({ kind }) => kind !== 'http')) return true;
  const tried = await trySamples(config, open);
  const lines = tried.flatMap((each) => triedSampleLines(each, open.knowledge.directory));
  process.stdout.write(`${lines.join('\n')}\n`);
  return tried.every(({ problems }) => problems.length === 0);
}

async function storeChecks(config: Config, open: OpenKnowledge): Promise<readonly Check[]> {
  const whole = open.storage.database.pragma('quick_check', { simple: true }) === 'ok';
  const heads = await open.knowledge.snapshots.heads();
  return [
    { name: 'store', mark: markOf(whole), detail: config.dataFolder },
    { name: 'figures', mark: markOf(heads.length > 0), detail: count(heads.length) },
  ];
}

async function fontCheck(): Promise<Check> {
  const charts = openCharts();
  try {
    const png = await charts.draw(SAMPLE_CHART);
    return { name: 'fonts', mark: markOf(png.length > 0), detail: '' };
  } catch (error) {
    return { name: 'fonts', mark: 'bad', detail: faultText(error) };
  } finally {
    await charts.close();
  }
}

async function diskCheck({ dataFolder }: Config): Promise<Check> {
  const { bavail, bsize } = await statfs(existsSync(dataFolder) ? dataFolder : '.');
  const free = bavail * bsize;
  return {
    name: 'disk',
    mark: markOf(free > LEAST_FREE_BYTES),
    detail: `${count(Math.round(free / 1_000_000))} MB`,
  };
}
