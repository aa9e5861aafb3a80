import { existsSync, globSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, normalize } from 'node:path';
import { parseEnv } from 'node:util';

import { load as parseYaml } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';

import { type Config, readConfig, VARIABLES } from '../src/config.ts';
import { ConfigurationInvalid } from '../src/errors.ts';
import { fold } from '../src/vietnamese/fold.ts';

const README = read('README.md');
const GUIDE = read('docs/huong-dan.md');
/** Without the spaces that the formatter fills its tables with. */
const MAP = read('src/README.md').replaceAll(/ +/gu, ' ');
const EXAMPLE = read('config.example.yaml');
const DOCUMENTS = ['README.md', ...globSync('{docs,src,src/decisions}/*.md')];

function read(file: string): string {
  return readFileSync(file, 'utf8');
}

function namesIn(folder: string): readonly string[] {
  return globSync(`${folder}/*.ts`).map((file) => basename(file, '.ts'));
}

/** `/tre-han` in its own right, not as the beginning of another name or a part of a path. */
function namesCommand(text: string, command: string): boolean {
  return new RegExp(String.raw`(?<![\w.])/${command}(?![\w-])`, 'u').test(text);
}

/** What Telegram makes of a hyphen, a slip of the pen, commands of BotFather, a path and a figure of speech. */
const NO_COMMANDS = new Set(['tre', 'tre-hanh', 'setprivacy', 'newbot', 'telegram', 'commands']);

describe('commands', () => {
  const names = namesIn('commands');
  const aliases = globSync('{commands,src/asking}/*.ts').flatMap((file) =>
    Array.from(read(file).matchAll(/aliases: \[(.*?)\]/gsu), ([, list = '']) => list).flatMap(
      (list) => Array.from(list.matchAll(/'([^']+)'/gu), ([, alias = '']) => alias),
    ),
  );

  test('aliases are found at all', () => {
    expect(aliases).toContain('tre-hen');
  });

  test.each(names)('/%s has a row in the tables of the README and of the guide', (command) => {
    const row = `\n| \`/${command}\` |`;
    expect([README.includes(row), GUIDE.includes(row)]).toEqual([true, true]);
  });

  test.each(aliases)('/%s is in the README and in the guide', (alias) => {
    expect([namesCommand(README, alias), namesCommand(GUIDE, alias)]).toEqual([true, true]);
  });

  test.each([
    ['README.md', README],
    ['docs/huong-dan.md', GUIDE],
  ])('%s names no command that does not exist', (_file, text) => {
    const known = new Set([...names, ...aliases].map(joined));
    const cited = Array.from(text.matchAll(/`\/([^\s`@/]+)/gu), ([, name = '']) => name);
    const unknown = cited.filter((name) => !known.has(joined(name)) && !beginsLike(name, known));
    expect(unknown.filter((name) => !NO_COMMANDS.has(name))).toEqual([]);
  });
});

/** "/trễ hạn": the name goes on after a space. */
function beginsLike(name: string, known: ReadonlySet<string>): boolean {
  return fold(name) !== name && Array.from(known).some((each) => each.startsWith(joined(name)));
}

function joined(name: string): string {
  return fold(name).replaceAll(' ', '');
}

describe('jobs and npm scripts', () => {
  test.each(namesIn('jobs'))('%s is in the README and in the guide', (job) => {
    expect([README.includes(`\`${job}\``), GUIDE.includes(`\`${job}\``)]).toEqual([true, true]);
  });

  const { scripts } = z
    .object({ scripts: z.record(z.string(), z.string()) })
    .parse(JSON.parse(read('package.json')));

  test.each(Object.keys(scripts))('the script %s is in the README', (script) => {
    const run = ['start', 'test'].includes(script) ? 'npm' : 'npm run( -s)?';
    expect(README).toMatch(new RegExp(`${run} ${script}(?![\\w:-])`, 'u'));
  });

  test('the two commands that matter stand at the top of the README, as they are typed', () => {
    const top = README.split('\n').slice(0, 12).join('\n');
    expect(top).toMatch(/^npm install && npm start( |$)/mu);
    expect(top).toMatch(/^npm install && npm test( |$)/mu);
  });
});

describe('variables', () => {
  const template = read('.env.example');
  const uncommented = parseEnv(template.replace(/^#(?=[A-Z_]+=)/gmu, ''));

  test.each(VARIABLES)('%s is in the table of the README', (variable) => {
    expect(README).toContain(`| \`${variable}\` |`);
  });

  test('.env.example holds every variable that is read, and no other', () => {
    expect(Object.keys(uncommented).sort()).toEqual([...VARIABLES].sort());
  });

  test('.env.example can be copied as it is, and with every line in use', async () => {
    await using file = await configFile('');
    const plain = { ...parseEnv(template), DUNG_HEN_CONFIG: file.path };
    expect(readConfig(plain)).toEqual(await defaults());
    expect(() => readConfig({ ...uncommented, DUNG_HEN_CONFIG: file.path })).not.toThrow();
  });
});

describe('config.yaml', () => {
  /** With the source that the example shows as a comment after `sources: []`. */
  const [before = '', after = ''] = EXAMPLE.split('sources: []\n');
  const [shown = '', ...rest] = after.split('\n\n');
  const withSource = [before + shown.replaceAll(/^# /gmu, ''), ...rest].join('\n\n');

  test('the example can be copied as it is and says the defaults', async () => {
    await using file = await configFile(EXAMPLE);
    expect(readConfig({ DUNG_HEN_CONFIG: file.path })).toEqual(await defaults());
  });

  test('the example holds every key', async () => {
    await using file = await configFile(withSource);
    const config = readConfig({ DUNG_HEN_CONFIG: file.path });
    expect(config.sources.map(({ kind }) => kind)).toEqual(['file', 'dossiers', 'portal']);
    const keys = await configKeys(config);
    const written = keysOf(parseYaml(withSource));
    expect(keys.length).toBeGreaterThan(4);
    expect(keys.filter((key) => !written.includes(key))).toEqual([]);
  });

  test('every key is in the table of the README', async () => {
    await using file = await configFile(withSource);
    const keys = await configKeys(readConfig({ DUNG_HEN_CONFIG: file.path }));
    const leaves = keys.filter((key) => key !== 'telegram');
    expect(leaves.filter((key) => !README.includes(`| \`${key}\` |`))).toEqual([]);
  });
});

async function configFile(text: string) {
  const folder = await mkdtemp(join(tmpdir(), 'dung-hen-docs-'));
  const path = join(folder, 'config.yaml');
  await writeFile(path, text);
  return { path, [Symbol.asyncDispose]: () => rm(folder, { recursive: true }) };
}

async function defaults(): Promise<Config> {
  await using file = await configFile('');
  return readConfig({ DUNG_HEN_CONFIG: file.path });
}

/** Keys of the file at every depth: what the program makes of a file that uses them all, less what is not the file's. */
async function configKeys(config: Config): Promise<readonly string[]> {
  const keys = keysOf(config);
  const tops = [...new Set(keys.map((key) => key.split(/[.[]/u)[0] ?? ''))];
  const fromFile = await Promise.all(
    tops.map(async (top) => ((await isFileKey(top)) ? top : null)),
  );
  return keys.filter((key) => fromFile.includes(key.split(/[.[]/u)[0] ?? ''));
}

/** Unknown keys are refused as such; of a known one only the value may be wrong. */
async function isFileKey(key: string): Promise<boolean> {
  await using file = await configFile(`${key}: 0\n`);
  try {
    readConfig({ DUNG_HEN_CONFIG: file.path });
    return true;
  } catch (error) {
    if (!(error instanceof ConfigurationInvalid)) throw error;
    return !error.problems.some(({ code }) => code === 'unknownKey');
  }
}

/** `sources`, `sources[].name`, `telegram.mode`. */
function keysOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return [...new Set(value.flatMap(keysOf))].map((key) => `[].${key}`);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    key,
    ...keysOf(inner).map((below) => (below.startsWith('[]') ? key + below : `${key}.${below}`)),
  ]);
}

describe('paths', () => {
  const CITED = /(?<![\w./-])(?:src|commands|jobs|tests|fixtures|docs|\.ci)\/[\w.*/-]*\w/gu;
  const AT_THE_ROOT = /`([\w.-]+\.(?:json|ya?ml|md|example))`/gu;
  const LINK = /\]\(([^)#]+)(?:#[^)]*)?\)|<img src="([^"]+)"/gu;
  /** Files a person makes; and what stands for any file in the guide. */
  const NOT_OURS = new Set(['config.yaml', 'bieu-06a.yaml']);

  test.each(DOCUMENTS)('%s cites only what is there', (file) => {
    const text = read(file);
    const paths = Array.from(text.matchAll(CITED), ([path]) => path);
    const atTheRoot = Array.from(text.matchAll(AT_THE_ROOT), ([, name = '']) => name).filter(
      (name) => !NOT_OURS.has(name),
    );
    const links = Array.from(text.matchAll(LINK), ([, link, picture]) => link ?? picture ?? '')
      .filter((link) => !link.startsWith('http'))
      .map((link) => normalize(join(dirname(file), link)));
    const missing = [...paths, ...atTheRoot, ...links].filter(
      (path) => globSync(path).length === 0,
    );
    expect(missing).toEqual([]);
  });

  test.each(['README.md', 'docs/huong-dan.md'])('%s: links within it lead somewhere', (file) => {
    const text = read(file);
    const titles = Array.from(text.matchAll(/^#+ (.+)$/gmu), ([, title = '']) => title);
    const anchors = new Set(titles.map(anchorOf));
    const links = Array.from(text.matchAll(/\]\(#([^)]+)\)/gu), ([, anchor = '']) => anchor);
    expect(links.filter((anchor) => !anchors.has(anchor))).toEqual([]);
  });
});

/** As GitHub makes them from titles. */
function anchorOf(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
}

describe('the map', () => {
  const rooms = readdirSync('src', { withFileTypes: true })
    .filter(({ name }) => name !== 'README.md')
    .map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name));

  test.each(rooms)('%s has its line', (room) => {
    expect(MAP).toContain(`\n| \`${room}\` |`);
  });

  test('no line is about a room that is gone', () => {
    const listed = Array.from(
      MAP.matchAll(/^\| `([\w-]+\/|[\w-]+\.ts)` \|/gmu),
      ([, room = '']) => room,
    );
    expect(listed.filter((room) => !existsSync(join('src', room)))).toEqual([]);
  });
});

describe('records and pictures', () => {
  test('decisions are numbered without a gap', () => {
    const numbers = globSync('src/decisions/*.md')
      .map((file) => basename(file).slice(0, 4))
      .sort();
    expect(numbers.length).toBeGreaterThan(0);
    expect(numbers).toEqual(numbers.map((_, index) => String(index + 1).padStart(4, '0')));
  });

  test.each(globSync('docs/*.png'))('%s is shown somewhere and loads quickly', (file) => {
    const shown = DOCUMENTS.filter((document) => read(document).includes(basename(file)));
    expect(shown).not.toEqual([]);
    expect(statSync(file).size).toBeLessThan(300_000);
  });
});
