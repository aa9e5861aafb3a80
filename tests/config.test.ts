import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { USUAL_RULES } from '../src/alerts/settings.ts';
import { ZaloBotSettings } from '../src/channels/zalo-bot/configuration.ts';
import { ZaloOaSettings } from '../src/channels/zalo-oa/configuration.ts';
import { type Config, readConfig, VARIABLES } from '../src/config.ts';
import { ConfigurationInvalid, type Problem } from '../src/errors.ts';
import { problemTextOnMachine } from '../src/replies/problem-text.ts';
import { failureLines } from '../src/replies/shell-words.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'config-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Reads a `config.yaml` of this content, with variables beside it. */
function configOf(yaml: string, variables: Readonly<Record<string, string>> = {}): Config {
  const file = join(folder, 'config.yaml');
  writeFileSync(file, yaml);
  return readConfig({ DUNG_HEN_CONFIG: file, ...variables });
}

/** The problems of a configuration as "place: code detail", without the folder of the test. */
function problemsOf(read: () => Config): readonly string[] {
  const { problems } = errorOf(read);
  for (const problem of problems) expectWords(problem);
  return problems.map(({ place, code, detail }) =>
    `${place.replace(`${folder}/`, '')}: ${code} ${detail}`.trim(),
  );
}

/** Schemas speak in codes; whoever has to mend it must not see one. */
function expectWords(problem: Problem): void {
  if (problem.code !== 'badSetting') return;
  expect(problemTextOnMachine(problem)).not.toMatch(new RegExp(`: ${problem.detail}$`, 'u'));
}

function errorOf(read: () => Config): ConfigurationInvalid {
  try {
    read();
  } catch (error) {
    if (error instanceof ConfigurationInvalid) return error;
    throw error;
  }
  throw new Error('the configuration was accepted');
}

const DEFAULTS: Config = {
  agencies: 'fixtures/agencies/khanh-hoa.yaml',
  targets: 'fixtures/targets.yaml',
  calendar: 'fixtures/calendar/viet-nam.yaml',
  samples: 'khanh-hoa',
  access: 'bound',
  dossierColumns: 'fixtures/dossier-columns.yaml',
  sensitiveProcedures: 'fixtures/sensitive-procedures.yaml',
  keepClosedDays: 30,
  keepAuditDays: 365,
  sources: [],
  alerts: USUAL_RULES,
  newWithin: {},
  telegram: { mode: 'polling' },
  zaloBot: ZaloBotSettings.parse({}),
  zaloOa: ZaloOaSettings.parse({}),
  dataFolder: './data',
  port: 8080,
  host: '127.0.0.1',
  logLevel: 'info',
  publicUrl: null,
  keepers: [],
  startedByNpm: false,
  telegramBot: null,
  zaloBotAccount: null,
  zaloOaAccount: null,
};

describe('accepted', () => {
  test.each(['', '# only a comment\n', '{}'])('%j changes no default', (yaml) => {
    expect(configOf(yaml)).toEqual(DEFAULTS);
  });

  test('variables that are empty or blank count as not set, as .env files have them', () => {
    const blank = Object.fromEntries(VARIABLES.map((name) => [name, '']));
    expect(readConfig(blank)).toEqual(DEFAULTS);
    expect(readConfig({ ...blank, PORT: '  ' })).toEqual(DEFAULTS);
  });

  test('everything that can be set', () => {
    const yaml = `
agencies: other/agencies.yaml
targets: other/targets.yaml
calendar: other/calendar.yaml
samples: none
access: open
dossierColumns: other/columns.yaml
sensitiveProcedures: other/sensitive.yaml
keepClosedDays: 90
keepAuditDays: 30
newWithin: { reports: 1 }
telegram: { mode: webhook }
zaloBot: { mode: polling, names: [Bot Một Cửa], monthlyMessages: 20000, replyReserve: 500, chartMinutes: 30, fileMinutes: 0 }
sources:
  - { kind: file, name: one-stop, folder: /srv/figures }
  - { kind: file, name: reports, folder: reports, schedule: '0 6 * * *', moveFiles: false, keepFilesDays: 30 }
  - { kind: dossiers, name: lists, folder: lists, complete: true, agency: tp-nha-trang, columns: { code: [Mã] } }
  - { kind: dossiers, name: changes, folder: changes }
`;
    const variables = {
      TELEGRAM_BOT_TOKEN: '123456:ABC-DEF_1',
      TELEGRAM_API_ROOT: 'http://127.0.0.1:9000',
      ZALO_BOT_TOKEN: '123456:ABC-DEF_1',
      ZALO_BOT_API_ROOT: 'http://127.0.0.1:9001',
      ZALO_BOT_WEBHOOK_SECRET: 'a-secret-of-ours',
      PUBLIC_URL: 'https://bot.example.vn',
      DUNG_HEN_DATA: '/var/lib/dung-hen',
      PORT: '0',
      HOST: '0.0.0.0',
      LOG_LEVEL: 'debug',
      DUNG_HEN_KEEPERS: 'telegram:123456, zalo:a-b_1,',
    };
    expect(configOf(yaml, variables)).toEqual({
      alerts: USUAL_RULES,
      agencies: 'other/agencies.yaml',
      targets: 'other/targets.yaml',
      calendar: 'other/calendar.yaml',
      samples: 'none',
      access: 'open',
      dossierColumns: 'other/columns.yaml',
      sensitiveProcedures: 'other/sensitive.yaml',
      keepClosedDays: 90,
      keepAuditDays: 30,
      newWithin: { reports: 1 },
      sources: [
        {
          kind: 'file',
          name: 'one-stop',
          folder: '/srv/figures',
          schedule: '*/10 * * * *',
          moveFiles: true,
          keepFilesDays: 365,
        },
        {
          kind: 'file',
          name: 'reports',
          folder: 'reports',
          schedule: '0 6 * * *',
          moveFiles: false,
          keepFilesDays: 30,
        },
        {
          kind: 'dossiers',
          name: 'lists',
          folder: 'lists',
          schedule: '*/10 * * * *',
          complete: true,
          partialOk: false,
          agency: 'tp-nha-trang',
          columns: { code: ['Mã'] },
          moveFiles: true,
          keepFilesDays: 7,
        },
        {
          kind: 'dossiers',
          name: 'changes',
          folder: 'changes',
          schedule: '*/10 * * * *',
          complete: false,
          partialOk: false,
          agency: null,
          columns: {},
          moveFiles: true,
          keepFilesDays: 7,
        },
      ],
      telegram: { mode: 'webhook' },
      zaloBot: {
        ...ZaloBotSettings.parse({}),
        mode: 'polling',
        names: ['Bot Một Cửa'],
        monthlyMessages: 20_000,
        replyReserve: 500,
        chartMinutes: 30,
        fileMinutes: 0,
      },
      zaloOa: ZaloOaSettings.parse({}),
      dataFolder: '/var/lib/dung-hen',
      port: 0,
      host: '0.0.0.0',
      logLevel: 'debug',
      publicUrl: 'https://bot.example.vn',
      keepers: [
        { channel: 'telegram', person: '123456' },
        { channel: 'zalo', person: 'a-b_1' },
      ],
      zaloBotAccount: {
        token: '123456:ABC-DEF_1',
        apiRoot: 'http://127.0.0.1:9001',
        secret: 'a-secret-of-ours',
        publicUrl: 'https://bot.example.vn',
      },
      zaloOaAccount: null,
      startedByNpm: false,
      telegramBot: { token: '123456:ABC-DEF_1', apiRoot: 'http://127.0.0.1:9000' },
    });
  });

  test('cannot be changed afterwards', () => {
    expect(Object.isFrozen(configOf(''))).toBe(true);
  });
});

describe('refused variables', () => {
  test.each([
    ['PORT', 'abc', 'port'],
    ['PORT', '80.5', 'port'],
    ['PORT', '-1', 'port'],
    ['PORT', '65536', 'port'],
    ['TELEGRAM_BOT_TOKEN', 'abc', 'telegramToken'],
    ['TELEGRAM_BOT_TOKEN', '123456', 'telegramToken'],
    ['TELEGRAM_API_ROOT', 'ftp://127.0.0.1', 'url'],
    ['PUBLIC_URL', 'bot.example.vn', 'url'],
    ['ZALO_BOT_WEBHOOK_SECRET', 'short', 'zaloBotSecret'],
    ['ZALO_BOT_API_ROOT', 'zalo', 'url'],
    ['LOG_LEVEL', 'loud', 'logLevel'],
    ['DUNG_HEN_KEEPERS', '123456', 'keepers'],
    ['DUNG_HEN_KEEPERS', 'telegram:1 telegram:2', 'keepers'],
  ])('%s=%s', (name, value, detail) => {
    expect(problemsOf(() => configOf('', { [name]: value }))).toEqual([
      `${name}: badSetting ${detail}`,
    ]);
  });

  test('ZALO_BOT_TOKEN=abc, which needs an address all the same', () => {
    expect(problemsOf(() => configOf('', { ZALO_BOT_TOKEN: 'abc' }))).toEqual([
      'ZALO_BOT_TOKEN: badSetting zaloBotToken',
      'PUBLIC_URL: zaloBotNeedsPublicUrl',
    ]);
  });

  test('a token that is refused is not repeated anywhere', () => {
    const error = errorOf(() => configOf('', { TELEGRAM_BOT_TOKEN: 'secret of mine' }));
    const said = `${error.message} ${error.stack ?? ''} ${failureLines(error).join(' ')}`;
    expect(said).not.toContain('secret');
  });
});

describe('refused settings', () => {
  test.each([
    ['agences: a.yaml', 'config.yaml: agences: unknownKey'],
    ['telegram: { mode: polling, modee: x }', 'config.yaml: telegram.modee: unknownKey'],
    ['telegram: { mode: push }', 'config.yaml: telegram.mode: badSetting telegramMode'],
    ['telegram: yes', 'config.yaml: telegram: badSetting mapping'],
    ['samples: hue', 'config.yaml: samples: badSetting samples'],
    ['agencies: 5', 'config.yaml: agencies: badSetting path'],
    ['targets: ""', 'config.yaml: targets: badSetting path'],
    ['keepAuditDays: 0', 'config.yaml: keepAuditDays: badSetting days'],
    ['keepClosedDays: 0', 'config.yaml: keepClosedDays: badSetting days'],
    ['sources: a', 'config.yaml: sources: badSetting sources'],
    [
      'sources: [{ kind: ftp, name: a, folder: b }]',
      'config.yaml: sources.0.kind: badSetting sourceKind',
    ],
    [
      'sources: [{ kind: file, name: Sở, folder: b }]',
      'config.yaml: sources.0.name: badSetting sourceName',
    ],
    ...['file', 'samples', 'du-lieu-mau'].map((name): [string, string] => [
      `sources: [{ kind: file, name: ${name}, folder: b }]`,
      'config.yaml: sources.0.name: badSetting sourceNameTaken',
    ]),
    [
      'sources: [{ kind: file, name: a, folder: b }, { kind: file, name: a, folder: c }]',
      'config.yaml: sources.1.name: sourceNameTwice a',
    ],
    [
      'sources: [{ kind: dossiers, name: a, folder: b, complete: 1 }]',
      'config.yaml: sources.0.complete: badSetting yesNoAll',
    ],
    [
      'sources: [{ kind: dossiers, name: a, folder: b, agency: Sở }]',
      'config.yaml: sources.0.agency: badSetting agencyId',
    ],
    [
      'sources: [{ kind: dossiers, name: a, folder: b, columns: { chuHoSo: [A] } }]',
      'config.yaml: sources.0.columns.chuHoSo: unknownKey',
    ],
    ['sources: [{ kind: file, name: a }]', 'config.yaml: sources.0.folder: badSetting path'],
    [
      'sources: [{ kind: file, name: a, folder: b, schedule: 5 }]',
      'config.yaml: sources.0.schedule: badSetting schedule',
    ],
    ['- a', 'config.yaml: badSetting mapping'],
  ])('%s', (yaml, problem) => {
    expect(problemsOf(() => configOf(yaml))).toEqual([problem]);
  });

  test('what is not YAML', () => {
    const [problem, ...more] = problemsOf(() => configOf('sources: [a'));
    expect(problem).toMatch(/^config\.yaml: notYaml /u);
    expect(more).toEqual([]);
  });

  test('a file that was named has to be there; the usual one need not', () => {
    const missing = join(folder, 'none.yaml');
    expect(problemsOf(() => readConfig({ DUNG_HEN_CONFIG: missing }))).toEqual([
      'none.yaml: configFileMissing',
    ]);
    expect(readConfig({})).toEqual(DEFAULTS);
  });
});

describe('refused together', () => {
  const token = { TELEGRAM_BOT_TOKEN: '123456:ABC-DEF' };
  const webhook = 'telegram: { mode: webhook }';

  test.each<[string, Readonly<Record<string, string>>]>([
    ['without an address', token],
    ['with one that Telegram does not call', { ...token, PUBLIC_URL: 'http://bot.example.vn' }],
  ])('a webhook %s', (_words, variables) => {
    const [problem, ...more] = problemsOf(() => configOf(webhook, variables));
    expect(problem).toMatch(/^PUBLIC_URL: webhookNeedsPublicUrl/u);
    expect(more).toEqual([]);
  });

  test.each<[string, string, Readonly<Record<string, string>>]>([
    ['that is called', 'zaloBot: { mode: webhook }', {}],
    ['that polls: its pictures need one too', 'zaloBot: { mode: polling }', {}],
    ['whose address nobody may trust', '', { PUBLIC_URL: 'http://bot.example.vn' }],
    ['whose address has a path, which would be lost', '', { PUBLIC_URL: 'https://a.vn/bot' }],
  ])('a bot of Zalo without a public address, %s', (_words, yaml, variables) => {
    const zalo = { ZALO_BOT_TOKEN: '123456:ABC-DEF', ...variables };
    const [problem, ...more] = problemsOf(() => configOf(yaml, zalo));
    expect(problem).toMatch(/^PUBLIC_URL: zaloBotNeedsPublicUrl/u);
    expect(more).toEqual([]);
  });

  test.each([
    'https://10.0.0.1',
    'https://192.168.1.20',
    'https://172.31.0.9',
    'https://127.0.0.1',
    'https://[::1]',
    'https://[fd00::1]',
    'https://localhost',
    'https://may-chu',
    'https://may-chu.local',
    'https://dung-hen.tinh.gov.vn:8443',
  ])('a bot of Zalo at an address Zalo does not reach: %s', (publicUrl) => {
    const variables = { ZALO_BOT_TOKEN: '123456:ABC-DEF', PUBLIC_URL: publicUrl };
    const problems = problemsOf(() => configOf('', variables));
    expect(problems).toEqual([`PUBLIC_URL: zaloBotNeedsPublicHost ${publicUrl}`]);
  });

  test.each(['https://dung-hen.tinh.gov.vn', 'https://a.vn:443/', 'https://203.113.131.1'])(
    'and at one it reaches: %s',
    (publicUrl) => {
      const variables = { ZALO_BOT_TOKEN: '123456:ABC-DEF', PUBLIC_URL: publicUrl };
      expect(configOf('', variables).zaloBotAccount?.publicUrl).toBe(publicUrl);
    },
  );

  test('more kept for answers than the plan of a bot has', () => {
    const yaml = 'zaloBot: { monthlyMessages: 500 }';
    expect(problemsOf(() => configOf(yaml))).toEqual([
      'config.yaml: zaloBot.replyReserve: badSetting replyReserve',
    ]);
  });

  test('a webhook without a bot needs no address', () => {
    expect(configOf(webhook).telegram.mode).toBe('webhook');
  });

  test('everything that is wrong is told at once, variables and file', () => {
    const yaml = 'samples: hue\nagences: a\ntelegram: { mode: push }';
    const variables = { PORT: 'abc', LOG_LEVEL: 'loud' };
    expect(new Set(problemsOf(() => configOf(yaml, variables)))).toEqual(
      new Set([
        'PORT: badSetting port',
        'LOG_LEVEL: badSetting logLevel',
        'config.yaml: samples: badSetting samples',
        'config.yaml: agences: unknownKey',
        'config.yaml: telegram.mode: badSetting telegramMode',
      ]),
    );
  });

  test('a wrong variable does not hide that the named file is missing', () => {
    const variables = { PORT: 'abc', DUNG_HEN_CONFIG: join(folder, 'none.yaml') };
    expect(problemsOf(() => readConfig(variables))).toEqual([
      'PORT: badSetting port',
      'none.yaml: configFileMissing',
    ]);
  });
});

describe('the examples', () => {
  test('config.example.yaml is the defaults', () => {
    expect(readConfig({ DUNG_HEN_CONFIG: 'config.example.yaml' })).toEqual(DEFAULTS);
  });
});

test('every problem is one line of Vietnamese', () => {
  const yaml = 'samples: hue\nsources: [{ kind: http, folder: 5 }]\ntelegram: { modee: x }';
  const lines = failureLines(errorOf(() => configOf(yaml, { PORT: 'abc' })));
  expect(lines[0]).toBe('Chưa chạy được, cần sửa:');
  expect(lines).toHaveLength(6);
  for (const line of lines) expect(line).not.toMatch(/expected|received|invalid/iu);
});
