import { expect, test } from 'vitest';
import * as z from 'zod';

import { Day, readYaml } from '../src/read-yaml.ts';

const Form = z.strictObject({ day: Day, steps: z.array(z.strictObject({ size: z.int('size') })) });
const read = (text: string, file = 'a.yaml') => readYaml(Form, { file, text });
const problemsIn = (text: string, file?: string) => {
  const outcome = read(text, file);
  return outcome.ok
    ? []
    : outcome.problems.map(({ code, place, detail }) => `${place} ${code} ${detail}`.trim());
};

test('what is of the form is read', () => {
  const outcome = read('day: 2023-12-14\nsteps: [{ size: 1 }]');
  expect(outcome.ok && [outcome.value.day.toString(), outcome.value.steps]).toEqual([
    '2023-12-14',
    [{ size: 1 }],
  ]);
});

test('every problem is told with the file and its path', () => {
  expect(problemsIn('day: 2023-02-30\nsteps: [{ size: x, sise: 1 }]\nmore: 1').sort()).toEqual([
    'a.yaml: day badSetting Invalid ISO date',
    'a.yaml: more unknownKey',
    'a.yaml: steps.0.sise unknownKey',
    'a.yaml: steps.0.size badSetting size',
  ]);
});

test('a file without a name leaves the path alone', () => {
  expect(problemsIn('day: 2023-12-14\nsteps: [{ size: x }]', '')).toEqual([
    'steps.0.size badSetting size',
  ]);
});

test('what is no YAML is told with the line', () => {
  expect(problemsIn('day: 2023-12-14\nsteps: [')).toEqual([
    expect.stringMatching(/^a\.yaml notYaml .+ at line 2, column 9$/u),
  ]);
});

test('a few lines of aliases cannot become gigabytes', () => {
  const levels = Array.from(
    { length: 30 },
    (_, at) => `l${at + 1}: &l${at + 1} [*l${at}, *l${at}]`,
  );
  expect(problemsIn(['l0: &l0 [x]', ...levels].join('\n'))).toEqual([
    expect.stringMatching(/^a\.yaml notYaml aliases exceeded/u),
  ]);
});
