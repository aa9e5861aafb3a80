import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { fixedClock } from '../../src/clock.ts';
import { type Config, readConfig } from '../../src/config.ts';
import { ConfigurationInvalid, type Problem } from '../../src/errors.ts';
import { pollDossiers } from '../../src/polling/poll-dossiers.ts';
import { poll } from '../../src/polling/poll.ts';
import { dossierIntake } from '../../src/shell/dossier-lists.ts';
import { httpDossierSources, httpFigureSources } from '../../src/shell/http-sources.ts';
import { checkSamples } from '../../src/shell/try-samples.ts';
import { openInMemory } from '../conversations/open-in-memory.ts';
import { AUTHORITY, OneStopDouble, TOKEN } from '../doubles/one-stop/one-stop-double.ts';
import { CODES, COUNTS, DOSSIER_FIELDS, FIGURE_FIELDS } from '../sources/http/asking.ts';

const NOW = Temporal.Instant.from('2026-11-21T08:05+07:00');

let folder: string;
let double: OneStopDouble;
let open: Awaited<ReturnType<typeof openInMemory>>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'http-sources-'));
  open = await openInMemory(fixedClock(NOW), 'none');
});
afterAll(() => {
  open[Symbol.dispose]();
  rmSync(folder, { recursive: true });
});
beforeEach(async () => {
  double = await OneStopDouble.open('good');
});
afterEach(() => double[Symbol.asyncDispose]());

const common = () => ({
  kind: 'http',
  headers: { Authorization: 'Bearer ${ONE_STOP}' },
  agencyCodes: CODES,
  caFile: AUTHORITY,
});

const figures = (changes: object = {}) => ({
  ...common(),
  takes: 'figures',
  closedDaily: false,
  name: 'mot-cua',
  url: `${double.root}/thong-ke?tu={period.from}&den={period.to}`,
  sample: 'fixtures/sources/http/thong-ke.json',
  mapping: { rows: 'duLieu', asOf: 'thoiDiem', fields: FIGURE_FIELDS },
  ...changes,
});

const dossiers = (changes: object = {}) => ({
  ...common(),
  takes: 'dossiers',
  name: 'ho-so',
  url: `${double.root}/ho-so?trang={page}&co={size}`,
  paging: { by: 'page', size: 2 },
  sample: 'fixtures/sources/http/ho-so.json',
  mapping: { rows: 'items', fields: DOSSIER_FIELDS },
  ...changes,
});

/** As the program reads it. */
function configOf(...sources: readonly object[]): Config {
  const file = join(folder, 'config.yaml');
  writeFileSync(file, JSON.stringify({ sources }));
  return readConfig({ DUNG_HEN_CONFIG: file, ONE_STOP: TOKEN });
}

async function problemsOf(run: () => unknown): Promise<readonly Problem[]> {
  try {
    await run();
  } catch (error) {
    if (error instanceof ConfigurationInvalid) return error.problems;
    throw error;
  }
  return [];
}

describe('as configured', () => {
  test('figures come in over TLS of a private authority, through the thread that maps', async () => {
    double.sets('H32.01', COUNTS);
    const [one] = httpFigureSources(configOf(figures(), dossiers()), open);
    if (one === undefined) throw new Error('no source');
    const { counts } = await poll(one.source, open.intake);
    expect([one.when, counts.stored]).toEqual(['*/10 * * * *', 1]);
  });

  test('so do dossiers', async () => {
    const shared = { agency: 'H32.01', dueAt: '27/11/2026', state: 'Đang xử lý', step: 'A' };
    for (const code of ['H32-1001', 'H32-1002', 'H32-1003']) double.opens({ ...shared, code });
    const [one] = httpDossierSources(configOf(figures(), dossiers()), open);
    if (one === undefined) throw new Error('no source');
    const [taken] = await pollDossiers(one.source, dossierIntake(open));
    expect(taken).toMatchObject({ kind: 'taken', changes: { added: 3 } });
  });
});

describe('what cannot be is told before anything is asked', () => {
  test.each<[what: string, source: () => object, code: string, detail: string]>([
    [
      'a file of certificates that is not there',
      () => figures({ caFile: 'none.pem' }),
      'notReadable',
      'none.pem',
    ],
    [
      'an agency that is not',
      () => figures({ agencyCodes: { A: 'so-khong-co' } }),
      'unknownAgency',
      'so-khong-co',
    ],
    [
      'a list of an agency that is not',
      () => dossiers({ agency: 'so-khong-co' }),
      'unknownAgency',
      'so-khong-co',
    ],
  ])('%s', async (_what, source, code, detail) => {
    const config = configOf(source());
    const problems = await problemsOf(() => [
      httpFigureSources(config, open),
      httpDossierSources(config, open),
    ]);
    expect(problems).toMatchObject([{ code }]);
    expect(problems[0]?.detail).toContain(detail);
  });

  test('a mapping that reaches for an applicant', async () => {
    const config = configOf(
      dossiers({
        mapping: { rows: 'items', fields: { ...DOSSIER_FIELDS, step: 'nguoiNop.hoTen' } },
      }),
    );
    const problems = await problemsOf(() => httpDossierSources(config, open));
    expect(problems).toMatchObject([
      { code: 'personalColumn', place: 'sources: ho-so.mapping: columns.step', detail: 'nguoiNop' },
      { code: 'personalColumn', detail: 'hoTen' },
    ]);
  });

  test('a mapping that does not fit its sample, every one of them', async () => {
    const wrong = { rows: 'duLieu', fields: { ...FIGURE_FIELDS, received: 'tong' } };
    const config = configOf(
      figures({ mapping: wrong }),
      dossiers({ mapping: { rows: 'hoSo', fields: DOSSIER_FIELDS } }),
    );
    const problems = await problemsOf(() => checkSamples(config, open));
    expect(problems.map(({ code, place }) => `${place} ${code}`)).toEqual([
      'thong-ke.json:1:received missingField',
      'thong-ke.json:2:received missingField',
      'thong-ke.json:3:received missingField',
      'ho-so.json rowsMissing',
    ]);
    expect(await problemsOf(() => checkSamples(configOf(figures(), dossiers()), open))).toEqual([]);
    expect(double.requests).toEqual([]);
  });
});
