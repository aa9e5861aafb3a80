import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';

import * as everything from '../src/index.ts';

const run = promisify(execFile);
const PACKAGE = fileURLToPath(new URL('..', import.meta.url));
const MODULES = fileURLToPath(new URL('../../../node_modules', import.meta.url));
const WAIT_MS = 120_000;

const Packed = z.tuple([
  z.object({ filename: z.string(), files: z.array(z.object({ path: z.string() })) }),
]);
const Manifest = z.looseObject({
  name: z.literal('zalo-api-wrapper'),
  version: z.string().regex(/^\d+\.\d+\.\d+$/u),
  dependencies: z.record(z.string(), z.string()),
});

let scratch = '';
let files: readonly string[] = [];

/** Packs a copy, as packing builds, and installs the tarball in a folder that knows nothing of this project. */
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'zalo-api-wrapper-'));
  const copy = join(scratch, 'package');
  for (const name of ['src', 'package.json', 'tsconfig.build.json', 'README.md', 'CHANGELOG.md']) {
    await cp(join(PACKAGE, name), join(copy, name), { recursive: true });
  }
  await symlink(MODULES, join(copy, 'node_modules'), 'junction');
  const { stdout } = await run('npm', ['pack', '--json'], { cwd: copy, shell: true });
  const [packed] = Packed.parse(JSON.parse(stdout.slice(stdout.indexOf('['))));
  files = packed.files.map(({ path }) => path);

  const installed = join(scratch, 'app', 'node_modules');
  await mkdir(installed, { recursive: true });
  await run('tar', ['-xzf', join(copy, packed.filename), '-C', installed]);
  await rename(join(installed, 'package'), join(installed, 'zalo-api-wrapper'));
  await symlink(join(MODULES, 'zod'), join(installed, 'zod'), 'junction');
}, WAIT_MS);

afterAll(async () => {
  await rm(scratch, { recursive: true, force: true });
});

test('what would be published is what is built, and what there is to read', () => {
  const others = files.filter((file) => !/^dist\/.+\.(?:js|d\.ts)$/u.test(file));
  expect(others.toSorted()).toEqual(['CHANGELOG.md', 'README.md', 'package.json']);
  expect(files).toEqual(expect.arrayContaining(['dist/index.js', 'dist/index.d.ts']));
});

test('nothing but zod is needed', async () => {
  const manifest = Manifest.parse(
    JSON.parse(await readFile(join(PACKAGE, 'package.json'), 'utf8')),
  );
  expect(Object.keys(manifest.dependencies)).toEqual(['zod']);
  const changelog = await readFile(join(PACKAGE, 'CHANGELOG.md'), 'utf8');
  const [, version, day] = /^## (\S+) \((\d{4}-\d\d-\d\d)\)$/mu.exec(changelog) ?? [];
  expect([version, Number.isNaN(Date.parse(day ?? ''))]).toEqual([manifest.version, false]);
});

test('the README explains everything that is exported to be called, and every entry that can be switched', async () => {
  const readme = await readFile(join(PACKAGE, 'README.md'), 'utf8');
  const names = [...Object.keys(everything), ...Object.keys(everything.UNCONFIRMED)];
  expect(names.length).toBeGreaterThan(20);
  expect(names.filter((name) => !readme.includes(name))).toEqual([]);
});

/** What the compiler says of a file beside the installed package. */
async function complaintsAbout(file: string): Promise<string> {
  const compiler = join(MODULES, 'typescript', 'bin', 'tsc');
  const options = ['--strict', '--exactOptionalPropertyTypes', '--noEmit', '--types', ''];
  const target = ['--module', 'nodenext', '--target', 'es2023', '--skipLibCheck', 'false'];
  const lib = ['--lib', 'es2023,dom,dom.asynciterable,esnext.disposable'];
  const { stdout } = await run(process.execPath, [compiler, ...options, ...target, ...lib, file], {
    cwd: join(scratch, 'app'),
  }).catch((error: unknown) => z.object({ stdout: z.string() }).parse(error));
  return stdout;
}

const USE = `
import { botWebhook, UNCONFIRMED, zaloBot, type ZaloBot, zaloOa, ZaloError } from 'zalo-api-wrapper';
const bot: ZaloBot = zaloBot({ token: '1:x', fetch: async () => Response.json({ ok: true, result: { message_id: 'm1' } }) });
const sent: { readonly messageId: string } = await bot.sendMessage({ chatId: 'a', text: 'b' });
console.log(sent.messageId, typeof botWebhook, typeof zaloOa, ZaloError.name, UNCONFIRMED.mention.before);
// @ts-expect-error a chat is named by a string
void (() => bot.sendMessage({ chatId: 1, text: 'b' }));
`;

test(
  'the tarball is imported, runs and has its types, in a folder of its own',
  async () => {
    const app = join(scratch, 'app');
    await writeFile(join(app, 'package.json'), '{"type":"module"}');
    await writeFile(join(app, 'use.ts'), USE);
    const complaints = await complaintsAbout('use.ts');
    expect(complaints).toBe('');
    const { stdout } = await run(process.execPath, ['use.ts'], { cwd: app });
    expect(stdout.trim()).toBe('m1 function function ZaloError [@');
  },
  WAIT_MS,
);

/** What the examples of the README take from around them. */
const AROUND = `
import type { OaTokens, OaTokenStore, ZaloBot, ZaloOa } from 'zalo-api-wrapper';
declare const chatId: string, groupId: string, secret: string, appId: string, appSecret: string;
declare const webhookKey: string, request: Request, bytes: Uint8Array;
declare const bot: ZaloBot, oa: ZaloOa, tokens: OaTokenStore;
declare function readTokens(): Promise<OaTokens | null>;
declare function writeTokensDurably(pair: OaTokens): Promise<void>;
declare function takeLock(): Promise<AsyncDisposable>;
`;

test(
  'the examples of the README are right by its types',
  async () => {
    const readme = await readFile(join(PACKAGE, 'README.md'), 'utf8');
    const examples = Array.from(readme.matchAll(/```ts\n(.*?)```/gsu), ([, code = '']) => code);
    expect(examples.length).toBeGreaterThan(6);
    const bodies = examples.map((code, at) => {
      const body = code.replaceAll(/^import .*$/gmu, '');
      return `export async function example${String(at)}() {\n${body}}\n`;
    });
    const imported = `import { ${Object.keys(everything).join(', ')} } from 'zalo-api-wrapper';\n`;
    await writeFile(join(scratch, 'app', 'package.json'), '{"type":"module"}');
    await writeFile(join(scratch, 'app', 'readme.ts'), imported + AROUND + bodies.join(''));
    expect(await complaintsAbout('readme.ts')).toBe('');
  },
  WAIT_MS,
);

/** Everything that asks something of the runtime: time limits, forms, signatures, mentions. Prints how the calls went. */
const OLD_USE = `
import { botWebhook, oaWebhook, withoutMentions, zaloBot, zaloOa } from 'zalo-api-wrapper';
const answers = (value) => async () => Response.json(value);
const bot = zaloBot({ token: '1:x', fetch: answers({ ok: true, result: { message_id: 'm1' } }) });
const sent = await bot.sendMessage({ chatId: 'a', text: 'b' }, { timeoutMs: 5_000, signal: new AbortController().signal });
let tokens = { access: null, refreshToken: 'r', refreshExpiresAt: null };
const oa = zaloOa({
  appId: 'a',
  appSecret: 's',
  tokens: {
    load: async () => tokens,
    exclusively: (work) => work({ tokens, save: async (pair) => { tokens = pair; } }),
  },
  fetch: async (url) => String(url).includes('oauth')
    ? Response.json({ access_token: 't', refresh_token: 'r2', expires_in: '90000' })
    : Response.json({ error: 0, data: { attachment_id: 'i1' } }),
});
const image = await oa.uploadImage({ bytes: new Uint8Array(9), name: 'a.png', type: 'image/png' });
const update = botWebhook({ secret: '12345678' }).read({ secret: '12345678', body: '{}' });
const event = oaWebhook({ appId: 'a', webhookKey: 'k' }).read({ signature: 'x', body: '{"timestamp":"1"}' });
console.log(sent.messageId, image, tokens.refreshToken, update.kind, event, withoutMentions('@Bot A b', ['Bot A']));
`;

/** Runtimes of this machine beside the project's own that the package says it runs on, the oldest first. */
async function otherRuntimes(): Promise<readonly { path: string; major: number }[]> {
  const folders = new Set((process.env['PATH'] ?? '').split(delimiter));
  const paths = [...folders]
    .map((folder) => join(folder, 'node'))
    .filter((path) => existsSync(path));
  const found = paths.map(async (path) => {
    const { stdout } = await run(path, ['--version']);
    const [, major = 0, minor = 0] = (/^v(\d+)\.(\d+)/u.exec(stdout) ?? []).map(Number);
    return { path, major, isMeant: major > 20 || (major === 20 && minor >= 3) };
  });
  const all = await Promise.all(found);
  return all.filter(({ isMeant }) => isMeant).toSorted((a, b) => a.major - b.major);
}

const [oldest] = await otherRuntimes();

test.skipIf(oldest === undefined)(
  `it runs on the oldest Node of this machine (${String(oldest?.major)})`,
  async () => {
    const app = join(scratch, 'app');
    await writeFile(join(app, 'package.json'), '{"type":"module"}');
    await writeFile(join(app, 'old-use.js'), OLD_USE);
    const { stdout } = await run(oldest?.path ?? '', ['old-use.js'], { cwd: app });
    expect(stdout.trim()).toBe('m1 i1 r2 unreadable wrong-signature b');
  },
  WAIT_MS,
);
