import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';

import { expect, test } from 'vitest';

import { askStatus } from '../../src/queries/status.ts';
import { consistencyFile } from '../../src/replies/consistency-file.ts';
import { consistencyReply } from '../../src/replies/consistency-reply.ts';
import { strayFilesReply } from '../../src/replies/keeper-notices.ts';
import { sourceNoticeReply } from '../../src/replies/source-notices.ts';
import { statusReply } from '../../src/replies/status-reply.ts';
import { takingInReplies } from '../../src/replies/taking-in-reply.ts';
import { openKnown } from '../queries/known.ts';
import { upkeepWith } from '../queries/upkeep.ts';

const NOW = Temporal.Instant.from('2026-11-23T07:00+07:00');
const QUOTE = 'Nguyễn Văn A';

/** What stood in a list of dossiers that was put where tables of figures are expected. */
const PROBLEMS = ['unknownAgency', 'unknownLayout', 'notANumber', 'duplicateRow', 'unheardOf'].map(
  (code) => ({ code, place: 'a.csv:3:B', detail: `${QUOTE}; UBND xã A` }),
);
const [PROBLEM] = PROBLEMS;

const refused = { kind: 'refused', origin: 'a.csv', problems: PROBLEMS } as const;
const readable = {
  kind: 'readable',
  origin: 'b.csv',
  rows: 1,
  left: { problems: PROBLEMS, count: 5 },
} as const;
const looked = {
  name: 'so-lieu',
  path: 'data/so-lieu',
  putAway: { unready: [], strays: [{ problems: PROBLEMS }], problems: PROBLEMS },
  state: { waiting: 0, done: 0, rejected: 2 },
};
const health = {
  source: 'so-lieu',
  state: 'failed' as const,
  since: NOW,
  lastTriedAt: NOW,
  lastGoodAt: null,
  lastChangedAt: null,
  freshUntil: null,
  toldAs: 'failed' as const,
  problem: PROBLEM ?? null,
};
using known = await openKnown();
const status = await askStatus(upkeepWith({ sources: [health] }), { now: NOW, restingChats: 0 });
const consistency = {
  kind: 'consistency',
  agency: known.agency('tp-nha-trang'),
  contradictions: [],
  unaccounted: [],
  counted: [],
  remarks: [],
  findings: [],
  setAside: {
    newest: PROBLEMS.map((problem) => ({
      source: 'so-lieu',
      origin: 'a.csv',
      contentHash: '',
      at: NOW,
      problems: [problem],
    })),
    count: PROBLEMS.length,
  },
  periods: [],
  snapshots: [],
  otherPeriods: [],
} as const;

test.each<[string, () => unknown]>([
  ['/nap with a file', () => takingInReplies.file(refused)],
  [
    '/nap of figures',
    () => takingInReplies.folders([{ ...looked, kind: 'figures', taken: [refused] }]),
  ],
  [
    '/nap of lists',
    () => takingInReplies.folders([{ ...looked, kind: 'dossiers', taken: [refused, readable] }]),
  ],
  ['/trang-thai', () => statusReply(status)],
  ['what keepers are told of a source', () => sourceNoticeReply(health)],
  ['what keepers are told of strays', () => strayFilesReply('so-lieu', PROBLEMS)],
  ['/doi-chieu', () => consistencyReply(consistency)],
  ['the workbook of /doi-chieu', () => consistencyFile(consistency, NOW)],
])('%s tells where, and quotes nobody', (_, made) => {
  const said = JSON.stringify(made());
  expect(said).toContain('a.csv, dòng 3, cột B');
  expect(said).not.toContain(QUOTE);
});

test('what may quote is taken by the terminal and by what stands beside a file, and by nothing else', () => {
  const takers = globSync('{src,commands,jobs}/**/*.ts').filter((file) =>
    readFileSync(file, 'utf8').includes('problemTextOnMachine'),
  );
  expect(takers.map((file) => basename(file)).toSorted()).toEqual([
    'import-files.ts',
    'problem-text.ts',
    'rejection-text.ts',
    'shell-words.ts',
    'tried-sample-lines.ts',
  ]);
});
