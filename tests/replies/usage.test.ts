import { readdirSync, readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { usageLines } from '../../src/replies/usage.ts';

/** The options that the code of a command takes, as it is written there. */
const FILES = readdirSync('src/shell').map((name) => readFileSync(`src/shell/${name}`, 'utf8'));
const optionsIn = (call: string): readonly string[] => {
  const file = FILES.find((text) => text.includes(call)) ?? '';
  const [, block = ''] = /const OPTIONS = \{\n(.*?)\n\} as const/su.exec(file) ?? [];
  return Array.from(block.matchAll(/^ {2}(\w+): \{/gmu), ([, name = '']) => `--${name}`);
};

const told = (command: string) =>
  usageLines(command).flatMap((line) => /^ {2}(--\w+)/u.exec(line)?.[1] ?? []);

test.each([
  ['ask', 'export async function ask('],
  ['import', 'export async function importFiles('],
  ['job', 'export async function runJob('],
  ['samples', 'export function sampleOptions('],
])('%s tells each of its options, and no other', (command, call) => {
  const known = optionsIn(call);
  expect(known.length).toBeGreaterThan(2);
  expect(told(command).toSorted()).toEqual(known.toSorted());
});

test('what is given comes first, the options below each other', () => {
  expect(usageLines('job').slice(1, 3)).toEqual([
    '  npm run -s job -- morning-list',
    '  --dry            chỉ xem sẽ làm gì, không thay đổi gì',
  ]);
  expect(usageLines('doctor')).toHaveLength(2);
});

test.each(['--help', 'constructor', 'aks'])(
  '%s is no command: all there are, with what they do',
  (name) => {
    const given = usageLines(name).filter((line) => line.startsWith('  npm '));
    expect(given.map((line) => line.replace('run -s ', '').trim().split(' ')[1])).toEqual([
      'start',
      'ask',
      'import',
      'job',
      'samples',
      'doctor',
    ]);
  },
);
