import { globSync, mkdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import { beforeAll, describe, expect, test } from 'vitest';

import { USUAL_RULES } from '../../src/alerts/settings.ts';
import { COMMAND_NAMES, COMMANDS } from '../../src/asking/commands.ts';
import { fixedClock } from '../../src/clock.ts';
import { silentLog } from '../../src/log.ts';
import { COMMAND_SUMMARIES } from '../../src/replies/command-summaries.ts';
import type { Job } from '../../src/schedule/job.ts';
import { allCommands } from '../../src/shell/commands.ts';
import { fileDesk } from '../../src/shell/file-desk.ts';
import { allJobs, jobsNamed } from '../../src/shell/jobs.ts';
import { upkeepOf } from '../../src/shell/upkeep.ts';
import { auditStore } from '../../src/storage/audit-store.ts';
import { outboxStore } from '../../src/storage/outbox-store.ts';
import { openInMemory } from '../conversations/open-in-memory.ts';
import { temporaryFolder } from './run-program.ts';

const open = await openInMemory(
  fixedClock(Temporal.Instant.from('2026-11-21T08:00+07:00')),
  'none',
);
const commands = allCommands({
  ...open,
  audit: auditStore(open.storage),
  outbox: outboxStore(open.storage),
  setAside: open.intake.store,
  upkeep: upkeepOf(open.storage, open.usage),
  replay: () => Promise.reject(new Error('nothing is replayed here')),
});
/** With it there is a job more. */
const OA_ACCOUNT = {
  appId: '1',
  appSecret: 'a',
  webhookKey: 'b',
  refreshToken: null,
  apiRoot: null,
  oauthRoot: null,
};
const filesIn = (folder: string) => globSync(`${folder}/*.ts`).map((file) => basename(file, '.ts'));
const sorted = (names: readonly string[]) => names.toSorted((a, b) => a.localeCompare(b));

describe('commands', () => {
  test('every file of commands/ is one that is answered, under the name of the file', () => {
    expect(sorted(Object.keys(commands))).toEqual(sorted(filesIn('commands')));
  });

  test('each has a summary for help and menus, and there is none for a command that is not', () => {
    expect(sorted(Object.keys(COMMAND_SUMMARIES))).toEqual(sorted(filesIn('commands')));
  });

  test.each(Object.entries(COMMAND_SUMMARIES))(
    '%s: its example is one of its own',
    (name, { example }) => {
      expect(example === `/${name}` || example.startsWith(`/${name} `)).toBe(true);
    },
  );

  test.each(Object.entries(COMMAND_SUMMARIES))(
    '%s: its summary fits a menu',
    (_name, { summary }) => {
      expect(summary.length).toBeGreaterThan(3);
      expect(summary.length).toBeLessThanOrEqual(40);
    },
  );

  test('no two answer to one name', () => {
    const names = COMMAND_NAMES.flatMap((name) => [name, ...COMMANDS[name].aliases]);
    expect(new Set(names).size).toBe(names.length);
  });
});

const NO_CLIENT = {
  adopt: async () => undefined,
  known: async () => null,
  renew: async () => undefined,
};

const jobsBy = (settings: Parameters<typeof allJobs>[0]) =>
  allJobs(
    settings,
    { ...open, files: fileDesk(settings, open) },
    {
      outbox: outboxStore(open.storage),
      onChartsComing: () => undefined,
      log: silentLog,
      zaloOa: settings.zaloOaAccount && NO_CLIENT,
    },
  );

describe('jobs', () => {
  test('every file of jobs/ is used', () => {
    const used = readFileSync('src/shell/jobs.ts', 'utf8');
    expect(filesIn('jobs').filter((name) => !used.includes(`/jobs/${name}.ts'`))).toEqual([]);
  });

  const FILES = {
    dossierColumns: 'fixtures/dossier-columns.yaml',
    sensitiveProcedures: 'fixtures/sensitive-procedures.yaml',
  };
  const AWAY = { moveFiles: true, keepFilesDays: 7 } as const;
  const lists = {
    kind: 'dossiers',
    name: 'ho-so',
    folder: 'd',
    schedule: '5 * * * *',
    complete: true,
    partialOk: false,
    agency: null,
    columns: {},
    ...AWAY,
  } as const;
  const source = {
    kind: 'file',
    name: 'a',
    folder: 'b',
    schedule: '0 6 * * *',
    ...AWAY,
  } as const;
  const config = {
    ...FILES,
    keepClosedDays: 30,
    keepAuditDays: 365,
    alerts: USUAL_RULES,
    sources: [source, { ...source, name: 'c', schedule: '0 7 * * *' }, lists],
    keepers: [],
    zaloOaAccount: OA_ACCOUNT,
    zaloBotAccount: null,
    dataFolder: './data',
  };
  let jobs: readonly Job[];
  beforeAll(async () => {
    jobs = await jobsBy(config);
  });

  test('and is named after it', () => {
    const kinds = new Set(jobs.map(({ name }) => name.split('/')[0] ?? ''));
    expect(sorted([...kinds])).toEqual(sorted(filesIn('jobs')));
  });

  test('each source is polled on its own schedule, under its own name', () => {
    expect(jobs.map(({ name, when }) => `${name} ${when}`)).toEqual([
      'poll-figures/a 0 6 * * *',
      'poll-figures/c 0 7 * * *',
      'poll-dossiers/ho-so 5 * * * *',
      'morning-list * * * * *',
      'leader-digest * * * * *',
      'remind * * * * *',
      'check-alerts * * * * *',
      'count-dossiers 45 2 * * *',
      'purge-dossiers 30 2 * * *',
      'forget-audit 15 3 * * *',
      'forget-files 20 3 * * *',
      'forget-choices 0 3 * * *',
      'forget-links */10 * * * *',
      'renew-zalo-token 17 * * * *',
    ]);
  });

  test('what is under links dies though the messengers it was for are no more', async () => {
    using data = temporaryFolder();
    const without = { ...config, zaloOaAccount: null, dataFolder: data.path };
    const forgetting = async () =>
      (await jobsBy(without)).filter(({ name }) => name === 'forget-links');
    expect(await forgetting()).toEqual([]);
    mkdirSync(join(data.path, 'links'));
    expect(await forgetting()).toHaveLength(1);
  });

  test.each([
    ['poll-figures', ['poll-figures/a', 'poll-figures/c']],
    ['poll-figures/c', ['poll-figures/c']],
    ['forget-choices', ['forget-choices']],
    ['poll', []],
    ['', []],
  ])('the name %j means %j', (name, meant) => {
    expect(jobsNamed(name, jobs).map((job) => job.name)).toEqual(meant);
  });
});
