import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
  expect(changelog).toContain(`\n## ${manifest.version}\n`);
});

test('the README explains everything that is exported to be called, and every entry that can be switched', async () => {
  const readme = await readFile(join(PACKAGE, 'README.md'), 'utf8');
  const names = [...Object.keys(everything), ...Object.keys(everything.UNCONFIRMED)];
  expect(names.length).toBeGreaterThan(20);
  expect(names.filter((name) => !readme.includes(name))).toEqual([]);
});

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
    const options = ['--strict', '--noEmit', '--skipLibCheck', 'false', '--types', ''];
    const compiler = join(MODULES, 'typescript', 'bin', 'tsc');
    const { stdout: complaints } = await run(
      process.execPath,
      [compiler, '--module', 'nodenext', '--target', 'es2023', ...options, 'use.ts'],
      { cwd: app },
    );
    expect(complaints).toBe('');
    const { stdout } = await run(process.execPath, ['use.ts'], { cwd: app });
    expect(stdout.trim()).toBe('m1 function function ZaloError [@');
  },
  WAIT_MS,
);
