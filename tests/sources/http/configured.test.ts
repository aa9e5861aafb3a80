import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, describe, expect, test } from 'vitest';

import { readConfig } from '../../../src/config.ts';
import { ConfigurationInvalid } from '../../../src/errors.ts';
import { problemTextOnMachine } from '../../../src/replies/problem-text.ts';

const folder = mkdtempSync(join(tmpdir(), 'http-config-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const FIGURES = {
  kind: 'http',
  takes: 'figures',
  name: 'mot-cua',
  url: 'https://motcua.example.vn/thong-ke?nam={period.year}',
  sample: 'mau.json',
  mapping: { fields: { agency: 'ma', received: 'so' } },
};
const DOSSIERS = {
  ...FIGURES,
  takes: 'dossiers',
  mapping: { fields: { code: 'ma', state: 'tt', dueAt: 'han' } },
};

function configOf(source: unknown, variables: Readonly<Record<string, string>> = {}) {
  const file = join(folder, 'config.yaml');
  writeFileSync(file, JSON.stringify({ sources: [source] }));
  return readConfig({ DUNG_HEN_CONFIG: file, ...variables }).sources[0];
}

function problemsOf(source: unknown, variables: Readonly<Record<string, string>> = {}) {
  try {
    configOf(source, variables);
  } catch (error) {
    if (error instanceof ConfigurationInvalid) return error.problems;
    throw error;
  }
  return [];
}

test('a few lines are enough', () => {
  expect(configOf(FIGURES)).toMatchObject({
    method: 'GET',
    schedule: '*/10 * * * *',
    paging: { by: 'none' },
    mapping: { rows: '$' },
    periods: ['year'],
    timeoutSeconds: 30,
    rest: { failures: 5, minutes: 15 },
  });
  expect(configOf(DOSSIERS)).toMatchObject({ complete: false, partialOk: false, agency: null });
});

test.each([
  { url: 'https://motcua.example.vn/x?ky={period.key}', periods: ['month'] },
  { url: 'https://motcua.example.vn/x?tu={period.from}&den={period.to:dd/MM/yyyy}' },
  { method: 'POST', url: 'https://motcua.example.vn/x', body: { nam: '{period.year}' } },
  {
    url: 'https://motcua.example.vn/nam-nay',
    mapping: { ...FIGURES.mapping, period: { from: 'tu', to: 'den' } },
  },
])('a period that cannot be taken for another: %j', (changes) => {
  expect(problemsOf({ ...FIGURES, ...changes })).toEqual([]);
});

describe('what is wrong is told with its place, in words', () => {
  test.each<[source: object, place: string, detail: string]>([
    [{ ...FIGURES, url: 'http://motcua.example.vn/x' }, 'url', 'tlsOnly'],
    [{ ...FIGURES, url: 'ftp://motcua.example.vn/x' }, 'url', 'httpAddress'],
    [{ ...FIGURES, url: 'https://an:khoa@motcua.example.vn/x' }, 'url', 'httpAddress'],
    [{ ...FIGURES, url: 'https://{agency}.example.vn/x' }, 'url', 'httpAddress'],
    [{ ...FIGURES, url: 'https://${MAY}/x' }, 'url', 'httpAddress'],
    [{ ...FIGURES, url: 'https://motcua.example.vn/{ky}' }, 'url', 'placeholder'],
    [{ ...FIGURES, method: 'PUT' }, 'method', 'method'],
    [{ ...FIGURES, takes: 'all' }, 'takes', 'takes'],
    [{ ...FIGURES, body: { a: 1 } }, 'body', 'bodyNeedsPost'],
    [{ ...FIGURES, method: 'POST', body: { a: '{b}' } }, 'body', 'placeholder'],
    [{ ...FIGURES, paging: { by: 'page', size: 5 } }, 'paging', 'pagingUnused'],
    [{ ...FIGURES, paging: { by: 'trang' } }, 'paging.by', 'paging'],
    [{ ...FIGURES, url: 'https://motcua.example.vn/nam-nay' }, 'url', 'periodUnused'],
    [{ ...FIGURES, periods: ['year', 'quarter'] }, 'url', 'periodUnused'],
    [{ ...FIGURES, url: 'https://motcua.example.vn/x?tu={period.from}' }, 'url', 'periodUnused'],
    [
      {
        ...DOSSIERS,
        url: 'https://motcua.example.vn/x?trang={page}',
        paging: { by: 'page', size: 200 },
        complete: true,
      },
      'mapping.total',
      'totalNeeded',
    ],
    [{ ...FIGURES, perAgency: true }, 'agencyCodes', 'codesNeeded'],
    [{ ...FIGURES, agencyCodes: { A1: 'Sở Y tế' } }, 'agencyCodes.A1', 'agencyId'],
    [{ ...FIGURES, timeoutSeconds: 0 }, 'timeoutSeconds', 'httpSeconds'],
    [{ ...FIGURES, maxMegabytes: 1_000 }, 'maxMegabytes', 'httpMegabytes'],
    [{ ...FIGURES, attempts: 0 }, 'attempts', 'attempts'],
    [{ ...FIGURES, requestsPerMinute: 1e9 }, 'requestsPerMinute', 'requestsPerMinute'],
    [{ ...FIGURES, periods: ['week'] }, 'periods.0', 'periodKind'],
    [{ ...FIGURES, formula: 'X' }, 'formula', 'formula'],
    [{ ...FIGURES, mapping: { fields: { agency: 'a' } } }, 'mapping.fields', 'noCounts'],
    [{ ...FIGURES, mapping: { fields: { received: 'a' } } }, 'mapping.fields.agency', 'expression'],
    [
      { ...DOSSIERS, mapping: { fields: { code: 'a', state: 'b' } } },
      'mapping.fields',
      'listFields',
    ],
  ])('%#: %j', (source, place, detail) => {
    const problems = problemsOf(source);
    expect(problems[0]).toMatchObject({ code: 'badSetting', detail });
    expect(problems[0]?.place).toContain(`sources.0.${place}`);
    for (const problem of problems) {
      expect(problemTextOnMachine(problem)).not.toMatch(new RegExp(`: ${problem.detail}$`, 'u'));
    }
  });

  test.each([
    [{ ...FIGURES, folder: 'x' }, 'sources.0.folder'],
    [
      { ...FIGURES, mapping: { fields: { agency: 'a', received: 'b', hoTen: 'c' } } },
      'sources.0.mapping.fields.hoTen',
    ],
  ])('%#: unknown keys', (source, place) => {
    const problems = problemsOf(source);
    expect(problems).toMatchObject([{ code: 'unknownKey' }]);
    expect(problems[0]?.place).toContain(place);
  });
});

const withHeader = (text: string) => ({ ...FIGURES, headers: { Authorization: text } });

describe('secrets', () => {
  test('come from the environment', () => {
    const sent = {
      ...FIGURES,
      method: 'POST',
      headers: { Authorization: 'Bearer ${MOT_CUA}' },
      body: { khoa: ['${MOT_CUA}'] },
    };
    expect(configOf(sent, { MOT_CUA: 'k-1' })).toMatchObject({
      headers: { Authorization: 'Bearer k-1' },
      body: { khoa: ['k-1'] },
    });
  });

  test('also in the query of the address, where they can add nothing but themselves', () => {
    const url = 'https://motcua.example.vn/x?nam={period.year}&api_key=${MOT_CUA}&trang=1';
    const source = configOf({ ...FIGURES, url }, { MOT_CUA: 'k&a=1#{page}' });
    expect(source).toMatchObject({
      url: 'https://motcua.example.vn/x?nam={period.year}&api_key=k%26a%3D1%23%7Bpage%7D&trang=1',
    });
  });

  test('but not in the path, which is named where something goes wrong', () => {
    const url = 'https://motcua.example.vn/${MOT_CUA}/x?nam={period.year}';
    expect(problemsOf({ ...FIGURES, url }, { MOT_CUA: 'k-1' })).toMatchObject([
      { code: 'badSetting', detail: 'placeholder' },
    ]);
  });

  test.each([
    'key',
    'api_key',
    'apikey',
    'apiKey',
    'token',
    'access_token',
    'X-Auth-Token',
    'client_secret',
    'password',
    'pwd',
    'matKhau',
    'sig',
  ])('a key written into the address is refused, with what to write instead: %s', (name) => {
    const url = `https://motcua.example.vn/x?nam={period.year}&${name}=BIMAT123`;
    const problems = problemsOf({ ...FIGURES, url });
    expect(problems).toMatchObject([{ code: 'secretInFile' }]);
    expect(problems[0]?.place).toMatch(/sources\.0\.url$/u);
    expect(problems.map(problemTextOnMachine).join('')).toContain(
      `${name}=\${${name.toUpperCase().replaceAll('-', '_')}}`,
    );
    expect(JSON.stringify(problems)).not.toContain('BIMAT123');
  });

  test.each(['don_vi=H32', 'key={agency}', 'token=', 'keyword=abc', 'page=1'])(
    'what is no key may stand there: %s',
    (part) => {
      const url = `https://motcua.example.vn/x?nam={period.year}&${part}`;
      expect(problemsOf({ ...FIGURES, url })).toEqual([]);
    },
  );

  test('a key written into the body is refused', () => {
    const source = { ...FIGURES, method: 'POST', body: { trong: [{ matKhau: 'BIMAT123' }] } };
    const problems = problemsOf(source);
    expect(problems).toMatchObject([{ code: 'secretInFile', detail: 'matKhau=${MATKHAU}' }]);
    expect(problems[0]?.place).toMatch(/sources\.0\.body$/u);
  });

  test('a variable of the address that is not set is told', () => {
    const url = 'https://motcua.example.vn/x?nam={period.year}&key=${MOT_CUA}';
    const problems = problemsOf({ ...FIGURES, url });
    expect(problems).toMatchObject([{ code: 'variableMissing', detail: 'MOT_CUA' }]);
  });

  test.each<
    [text: string, variables: Readonly<Record<string, string>>, code: string, detail: string]
  >([
    ['Bearer ${MOT_CUA}', {}, 'variableMissing', 'MOT_CUA'],
    ['Bearer ${MOT_CUA}', { MOT_CUA: '' }, 'variableMissing', 'MOT_CUA'],
    ['Bearer abc', {}, 'secretInFile', ''],
    ['Bearer ${MOT_CUA}', { MOT_CUA: 'k-1\n' }, 'badHeader', ''],
    ['Bearer ${MOT_CUA}', { MOT_CUA: 'khoá-1' }, 'badHeader', ''],
  ])('%s with %j is a problem at start', (text, variables, code, detail) => {
    const problems = problemsOf(withHeader(text), variables);
    expect(problems).toMatchObject([{ code, detail }]);
    expect(problems[0]?.place).toContain('config.yaml: sources.0.headers.Authorization');
    expect(JSON.stringify(problems)).not.toMatch(/k-1|khoá-1|abc/u);
  });
});
