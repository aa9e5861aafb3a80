import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { type Clock, fixedClock } from '../src/clock.ts';
import { type Config, readConfig } from '../src/config.ts';
import { triedSampleLines } from '../src/replies/tried-sample-lines.ts';
import { trySamples } from '../src/shell/try-samples.ts';
import { openInMemory } from './conversations/open-in-memory.ts';

const GUIDE = readFileSync('docs/huong-dan.md', 'utf8');
const README = readFileSync('README.md', 'utf8');
const [, SECTION = ''] = GUIDE.split('### Kết nối hệ thống một cửa qua HTTP\n');
const blocks = (kind: string) =>
  Array.from(
    (SECTION.split('\n### ')[0] ?? '').matchAll(/^```(\w+)\n([\s\S]*?)^```/gmu),
    ([, as, text = '']) => (as === kind ? text : ''),
  ).filter((text) => text !== '');

/** The paragraph of the example that begins a list with an HTTP source, without its comment marks. */
const EXAMPLE = (readFileSync('config.example.yaml', 'utf8').split('\n# sources:\n').at(-1) ?? '')
  .split('\n\n')[0]
  ?.replaceAll(/^# /gmu, '');
const clock: Clock = fixedClock(Temporal.Instant.from('2026-11-21T08:00+07:00'));

async function configOf(yaml: string): Promise<Config> {
  const folder = await mkdtemp(join(tmpdir(), 'docs-http-'));
  try {
    const file = join(folder, 'config.yaml');
    await writeFile(file, yaml);
    return readConfig({ DUNG_HEN_CONFIG: file, MOT_CUA_TOKEN: 'a-key' });
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** What the doctor prints of the sources of a configuration. */
async function doctorLines(yaml: string): Promise<readonly string[]> {
  using open = await openInMemory(clock, 'none');
  const tried = await trySamples(await configOf(yaml), open);
  return tried.flatMap((each) => triedSampleLines(each, open.knowledge.directory));
}

describe('the guide', () => {
  const [yaml = ''] = blocks('yaml');
  const [shown = '', wrong = ''] = blocks('console');

  test('its example works on the recorded sample, and the doctor prints what it shows', async () => {
    expect(await doctorLines(yaml)).toEqual(shown.trimEnd().split('\n'));
  });

  test('a slip of the pen is told as it shows', async () => {
    const lines = await doctorLines(yaml.replace('daGiaiQuyet.treHan', 'daGiaiQuyet.treHen'));
    expect(lines).toEqual(expect.arrayContaining(wrong.trimEnd().split('\n')));
  });

  test('what it shows of the sample stands in the sample', () => {
    const sample = readFileSync('fixtures/sources/http/thong-ke.json', 'utf8');
    for (const part of [
      '"thoiDiem": "2026-11-20T17:00:00+07:00"',
      '"maDonVi": "H32.01"',
      '"tongTiepNhan": 5120',
    ]) {
      expect([blocks('json')[0], sample]).toEqual([
        expect.stringContaining(part),
        expect.stringContaining(part),
      ]);
    }
  });
});

describe('config.example.yaml', () => {
  test('its HTTP sources work on their recorded samples', async () => {
    const lines = await doctorLines(`sources:\n${EXAMPLE ?? ''}`);
    expect(lines.filter((line) => line.startsWith('✓'))).toEqual([
      '✓ Nguồn mot-cua, thử trên mẫu fixtures/sources/http/thong-ke.json',
      '✓ Nguồn ho-so-mot-cua, thử trên mẫu fixtures/sources/http/ho-so.json',
    ]);
    expect(lines.filter((line) => line.includes('✗'))).toEqual([]);
  });

  test('the README has a row for every key of theirs', async () => {
    const { sources } = await configOf(`sources:\n${EXAMPLE ?? ''}`);
    const keys = sources.flatMap((source) => [
      ...Object.keys(source).map((key) => `sources[].${key}`),
      ...('mapping' in source
        ? Object.keys(source.mapping).map((key) => `sources[].mapping.${key}`)
        : []),
      'sources[].caFile',
    ]);
    expect(keys.length).toBeGreaterThan(30);
    expect([...new Set(keys)].filter((key) => !README.includes(`| \`${key}\` |`))).toEqual([]);
  });
});
