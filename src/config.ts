import { existsSync, readFileSync } from 'node:fs';

import * as z from 'zod';

import { AlertSettings } from './alerts/settings.ts';
import type { Keeper } from './audience/standing-of.ts';
import {
  ZALO_BOT_VARIABLES,
  type ZaloBotAccount,
  zaloBotAccount,
  zaloBotProblems,
  ZaloBotSettings,
} from './channels/zalo-bot/configuration.ts';
import {
  ZALO_OA_VARIABLES,
  type ZaloOaAccount,
  zaloOaAccount,
  zaloOaProblems,
  ZaloOaSettings,
} from './channels/zalo-oa/configuration.ts';
import { ConfigurationInvalid, type Problem } from './errors.ts';
import { formProblems, readYaml } from './read-yaml.ts';
import { LIST_COLUMNS, REQUIRED } from './sources/dossiers/list-columns.ts';
import { DossierFolder } from './sources/dossiers/options.ts';
import { FileFolder } from './sources/file/options.ts';
import { httpSourceForm } from './sources/http/options.ts';
import { withVariables } from './sources/http/secrets.ts';
import { PortalOptions } from './sources/portal/options.ts';

/* Schemas say what is wrong by a code; src/replies has the words. */
const Path = z.string('path').min(1, 'path');
const WebAddress = z.url({ protocol: /^https?$/u, error: 'url' });

/** What is read from the environment: secrets, and what differs from host to host. */
const Environment = z.object({
  TELEGRAM_BOT_TOKEN: z
    .string()
    .regex(/^\d+:[\w-]+$/u, 'telegramToken')
    .optional(),
  TELEGRAM_API_ROOT: WebAddress.optional(),
  ...ZALO_BOT_VARIABLES,
  ...ZALO_OA_VARIABLES,
  PUBLIC_URL: WebAddress.optional(),
  DUNG_HEN_KEEPERS: z
    .string()
    .regex(/^(\s*[a-z-]+:[\w-]+\s*(,|$))+$/u, 'keepers')
    .optional(),
  DUNG_HEN_DATA: z.string().default('./data'),
  DUNG_HEN_CONFIG: z.string().optional(),
  PORT: z.coerce.number('port').int('port').min(0, 'port').max(65_535, 'port').default(8080),
  HOST: z.string().default('127.0.0.1'),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent'], 'logLevel').default('info'),
});

const SOURCES = [
  FileFolder,
  DossierFolder,
  httpSourceForm({ all: LIST_COLUMNS, required: REQUIRED }),
  PortalOptions,
] as const;

const Telegram = z.strictObject(
  { mode: z.enum(['polling', 'webhook'], 'telegramMode') },
  'mapping',
);

/** What `config.yaml` may say. Unknown keys are refused, so that a slip of the pen is not silently ignored. */
const Settings = z.strictObject(
  {
    agencies: Path.default('fixtures/agencies/khanh-hoa.yaml'),
    targets: Path.default('fixtures/targets.yaml'),
    calendar: Path.default('fixtures/calendar/viet-nam.yaml'),
    samples: z.enum(['khanh-hoa', 'none'], 'samples').default('khanh-hoa'),
    access: z.enum(['bound', 'open'], 'access').default('bound'),
    dossierColumns: Path.default('fixtures/dossier-columns.yaml'),
    sensitiveProcedures: Path.default('fixtures/sensitive-procedures.yaml'),
    /** Rows of closed dossiers are forgotten after so many days; their counts stay. */
    keepClosedDays: z.int('days').min(1, 'days').max(3_650, 'days').default(30),
    /** What was answered and sent is accounted for so many days. */
    keepAuditDays: z.int('days').min(1, 'days').max(3_650, 'days').default(365),
    sources: z.array(z.discriminatedUnion('kind', SOURCES, 'sourceKind'), 'sources').default([]),
    alerts: AlertSettings.prefault({}),
    /** Within how many working days a source has to say something new, by its name. */
    newWithin: z
      .record(z.string(), z.int('days').min(1, 'days').max(366, 'days'), 'mapping')
      .default({}),
    telegram: Telegram.default({ mode: 'polling' }),
    zaloBot: ZaloBotSettings.prefault({}),
    zaloOa: ZaloOaSettings.prefault({}),
  },
  'mapping',
);

/** Everything the program is told from outside, validated and frozen. */
export type Config = Readonly<z.infer<typeof Settings>> & {
  readonly dataFolder: string;
  readonly port: number;
  readonly host: string;
  readonly logLevel: z.infer<typeof Environment>['LOG_LEVEL'];
  readonly publicUrl: string | null;
  readonly keepers: readonly Keeper[];
  /** The program runs under an npm script, and is to end with it. */
  readonly startedByNpm: boolean;
  readonly telegramBot: { readonly token: string; readonly apiRoot: string | null } | null;
  readonly zaloBotAccount: ZaloBotAccount | null;
  readonly zaloOaAccount: ZaloOaAccount | null;
};

/**
 * Names of all variables that are read; the README documents each (a test checks it).
 *
 * @internal Exported for tests.
 */
export const VARIABLES: readonly string[] = Object.keys(Environment.shape);

/**
 * Reads environment and `config.yaml`. Throws `ConfigurationInvalid` with all problems at once.
 * An empty variable counts as not set, as `.env` files have them.
 */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>> = wholeEnvironment(),
): Config {
  const set = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const variables = Environment.safeParse(set);
  // Read even when a variable is wrong: everything that is wrong is told at once.
  const settings = withSecrets(readSettings(set['DUNG_HEN_CONFIG'] ?? null), set);
  const problems = [
    ...(variables.success ? [] : formProblems('', variables.error)),
    ...settings.problems,
    ...crossChecks(set, settings.value),
  ];
  if (!variables.success || settings.value === null || problems.length > 0) {
    throw new ConfigurationInvalid(problems);
  }
  return Object.freeze({
    ...settings.value,
    ...fromVariables(variables.data),
    startedByNpm: environment['npm_lifecycle_event'] !== undefined,
  });
}

function fromVariables(env: z.infer<typeof Environment>) {
  return {
    dataFolder: env.DUNG_HEN_DATA,
    port: env.PORT,
    host: env.HOST,
    logLevel: env.LOG_LEVEL,
    publicUrl: env.PUBLIC_URL ?? null,
    keepers: keepersIn(env.DUNG_HEN_KEEPERS ?? ''),
    zaloBotAccount: zaloBotAccount(env),
    zaloOaAccount: zaloOaAccount(env),
    telegramBot:
      env.TELEGRAM_BOT_TOKEN === undefined
        ? null
        : { token: env.TELEGRAM_BOT_TOKEN, apiRoot: env.TELEGRAM_API_ROOT ?? null },
  };
}

/** "telegram:123456, zalo-bot:67192". */
function keepersIn(text: string): readonly Keeper[] {
  return Array.from(text.matchAll(/([a-z-]+):([\w-]+)/gu), ([, channel = '', person = '']) => ({
    channel,
    person,
  }));
}

/** The environment with what `.env` adds to it; the environment itself goes first. */
function wholeEnvironment(): Readonly<Record<string, string | undefined>> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  return process.env;
}

const USUAL_FILE = './config.yaml';

type ReadSettings = {
  readonly value: z.infer<typeof Settings> | null;
  readonly problems: readonly Problem[];
};

/** The file that was named has to be there; the usual one need not. */
function readSettings(named: string | null): ReadSettings {
  const file = named ?? USUAL_FILE;
  if (!existsSync(file)) {
    return named === null
      ? { value: Settings.parse({}), problems: [] }
      : { value: null, problems: [{ code: 'configFileMissing', place: file, detail: '' }] };
  }
  // An empty file is one that changes nothing.
  const read = readYaml(Settings.nullable(), { file, text: readFileSync(file, 'utf8') });
  if (!read.ok) return { value: null, problems: read.problems };
  const value = read.value ?? Settings.parse({});
  return { value, problems: [...repeatedNames(file, value), ...strangeNames(file, value)] };
}

/** Puts the variables that sources refer to in their place. */
function withSecrets(
  read: ReadSettings,
  environment: Readonly<Record<string, string | undefined>>,
): ReadSettings {
  if (read.value === null) return read;
  const problems = [...read.problems];
  const sources = read.value.sources.map((source, at) => {
    if (source.kind !== 'http') return source;
    const place = `${environment['DUNG_HEN_CONFIG'] ?? USUAL_FILE}: sources.${String(at)}`;
    const resolved = withVariables(source, environment, place);
    problems.push(...resolved.problems);
    return { ...source, ...resolved.sent };
  });
  return { value: { ...read.value, sources }, problems };
}

/** By its source a table without a number is known as the next version of itself: two of one name would be mixed. */
function repeatedNames(file: string, { sources }: z.infer<typeof Settings>): readonly Problem[] {
  const names = sources.map(({ name }) => name);
  return names.flatMap((name, index) =>
    names.indexOf(name) < index
      ? [{ code: 'sourceNameTwice', place: `${file}: sources.${String(index)}.name`, detail: name }]
      : [],
  );
}

/** A rhythm of a source that there is not is a slip of the pen. */
function strangeNames(
  file: string,
  { sources, newWithin }: z.infer<typeof Settings>,
): readonly Problem[] {
  return Object.keys(newWithin)
    .filter((name) => sources.every((source) => source.name !== name))
    .map((name) => ({ code: 'unknownSource', place: `${file}: newWithin`, detail: name }));
}

function crossChecks(
  environment: Readonly<Record<string, string | undefined>>,
  settings: z.infer<typeof Settings> | null,
): readonly Problem[] {
  const publicUrl = environment['PUBLIC_URL'] ?? '';
  const webhook = settings?.telegram.mode === 'webhook' && environment['TELEGRAM_BOT_TOKEN'];
  const needed =
    webhook && !publicUrl.startsWith('https://')
      ? [{ code: 'webhookNeedsPublicUrl', place: 'PUBLIC_URL', detail: publicUrl }]
      : [];
  return [...needed, ...zaloBotProblems(environment), ...zaloOaProblems(environment)];
}
