import { accessSync, constants, existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';

import { silentRules } from '../alerts/silent-rules.ts';
import { openCharts } from '../charts/open-charts.ts';
import { dayOf, systemClock } from '../clock.ts';
import type { Config } from '../config.ts';
import { faultText } from '../log.ts';
import { count } from '../replies/numbers.ts';
import { usageText } from '../replies/quota-reply.ts';
import { type Check, checkLine, failureLines } from '../replies/shell-words.ts';
import { silentRuleLine } from '../replies/silent-rule-lines.ts';
import { tokenHealthText } from '../replies/token-notice.ts';
import { triedSampleLines } from '../replies/tried-sample-lines.ts';
import { checkAgencyLimits } from './check-agency-limits.ts';
import { checkSchedules } from './check-schedules.ts';
import { type OpenKnowledge, openKnowledge, readKnowledge } from './open-knowledge.ts';
import { portalLines } from './portal-sources.ts';
import { trySamples } from './try-samples.ts';
import { zaloBotUsage } from './zalo-bot.ts';
import { storedTokenHealth } from './zalo-oa-health.ts';

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
  const checks: readonly Check[] = [
    { name: 'runtime', ok: typeof Temporal === 'object', detail: process.version },
    { name: 'config', ok: true, detail: '' },
    ...(await storeChecks(config)),
    ...config.sources.flatMap((source): readonly Check[] =>
      'folder' in source ? [folderCheck(source)] : [],
    ),
    await fontCheck(),
    await diskCheck(config),
    {
      name: 'telegram',
      ok: true,
      detail: config.telegramBot === null ? 'TELEGRAM_BOT_TOKEN —' : config.telegram.mode,
    },
    await zaloBotCheck(config),
    await zaloOaCheck(config),
  ];
  process.stdout.write(
    `${[...checks.map(checkLine), ...silentLines(config, read), ...(await departmentLines(config))].join('\n')}\n`,
  );
  const good = await showSamples(config);
  if (!good || checks.some(({ ok }) => !ok)) process.exitCode = 1;
}

/** What would be thought to be watched and is not. */
function silentLines(
  { alerts, targets: file }: Config,
  { targets }: Pick<OpenKnowledge['knowledge'], 'targets'>,
): readonly string[] {
  const silent = silentRules(alerts, targets, dayOf(systemClock.now()));
  return silent.map((rule) => silentRuleLine(rule, file));
}

async function departmentLines(config: Config): Promise<readonly string[]> {
  if (config.sources.every(({ kind }) => kind !== 'portal')) return [];
  using open = await openKnowledge(config, systemClock);
  return portalLines(config, open);
}

/** A folder that is emptied as it is read has to be written to as well. */
function folderCheck({
  folder,
  moveFiles,
}: Extract<Config['sources'][number], { folder: string }>): Check {
  try {
    accessSync(folder, constants.R_OK | (moveFiles ? constants.W_OK : 0));
    return { name: 'folder', ok: true, detail: folder };
  } catch (error) {
    const isThere = existsSync(folder);
    const why =
      isThere && error instanceof Error && 'code' in error ? ` ${String(error.code)}` : '';
    return { name: 'folder', ok: false, detail: `${folder}${why}` };
  }
}

/** Shows what the mappings of sources make of their samples; tells whether nothing is wrong with any. */
async function showSamples(config: Config): Promise<boolean> {
  if (config.sources.every(({ kind }) => kind !== 'http')) return true;
  using open = await openKnowledge(config, systemClock);
  const tried = await trySamples(config, open);
  const lines = tried.flatMap((each) => triedSampleLines(each, open.knowledge.directory));
  process.stdout.write(`${lines.join('\n')}\n`);
  return tried.every(({ problems }) => problems.length === 0);
}

async function storeChecks(config: Config): Promise<readonly Check[]> {
  try {
    using open = await openKnowledge(config, systemClock);
    const whole = open.storage.database.pragma('quick_check', { simple: true }) === 'ok';
    const heads = await open.knowledge.snapshots.heads();
    return [
      { name: 'store', ok: whole, detail: config.dataFolder },
      { name: 'figures', ok: heads.length > 0, detail: count(heads.length) },
    ];
  } catch (error) {
    return [{ name: 'store', ok: false, detail: failureLines(error).join(' ') }];
  }
}

/** Without asking Zalo: a refresh token is spent by asking. */
async function zaloBotCheck(config: Config): Promise<Check> {
  const { zaloBotAccount: account, zaloBot: settings } = config;
  if (account === null) return { name: 'zaloBot', ok: true, detail: 'ZALO_BOT_TOKEN —' };
  try {
    using open = await openKnowledge(config, systemClock);
    const usage = await zaloBotUsage(settings, open);
    return { name: 'zaloBot', ok: true, detail: usageText(settings.mode, usage) };
  } catch (error) {
    return { name: 'zaloBot', ok: false, detail: failureLines(error).join(' ') };
  }
}

async function zaloOaCheck(config: Config): Promise<Check> {
  const { zaloOaAccount: account } = config;
  if (account === null) return { name: 'zaloOa', ok: true, detail: 'ZALO_OA_APP_ID —' };
  try {
    using open = await openKnowledge(config, systemClock);
    const health = await storedTokenHealth(account, open);
    const ok = health.kind === 'good' || health.kind === 'lapsesSoon';
    return { name: 'zaloOa', ok, detail: tokenHealthText(health) };
  } catch (error) {
    return { name: 'zaloOa', ok: false, detail: failureLines(error).join(' ') };
  }
}

async function fontCheck(): Promise<Check> {
  const charts = openCharts();
  try {
    const png = await charts.draw(SAMPLE_CHART);
    return { name: 'fonts', ok: png.length > 0, detail: '' };
  } catch (error) {
    return {
      name: 'fonts',
      ok: false,
      detail: faultText(error),
    };
  } finally {
    await charts.close();
  }
}

async function diskCheck({ dataFolder }: Config): Promise<Check> {
  const { bavail, bsize } = await statfs(existsSync(dataFolder) ? dataFolder : '.');
  const free = bavail * bsize;
  return {
    name: 'disk',
    ok: free > LEAST_FREE_BYTES,
    detail: `${count(Math.round(free / 1_000_000))} MB`,
  };
}
