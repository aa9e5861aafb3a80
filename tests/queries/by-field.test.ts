import { afterAll, beforeAll, expect, test } from 'vitest';

import { periodKey } from '../../src/calendar/periods.ts';
import { askFields, type FieldsAnswer } from '../../src/queries/by-field.ts';
import { day } from '../contracts/sample-snapshots.ts';
import { figure, type Known, openKnown } from './known.ts';

let official: Known;
beforeAll(async () => {
  official = await openKnown({ official: true });
});
afterAll(() => official[Symbol.dispose]());

async function ask(known: Known, id: string): Promise<FieldsAnswer> {
  const answer = await askFields(known.knowledge, {
    agency: known.agency(id),
    period: null,
    field: null,
  });
  if (answer.kind === 'noFigures') throw new Error('no figures');
  return answer;
}

const noted = ({ fields }: FieldsAnswer) =>
  fields.map(
    ({ field, state }) =>
      `${field} ${state?.kind === 'rate' ? state.rate.hundredths : state?.kind}`,
  );

test('the newest period that has fields, though the newest period has none', async () => {
  const { period } = await ask(official, 'so-khdt');
  expect(periodKey(period)).toBe('2023-Q3');
});

const counted = (resolvedOverdue: number, resolved: number) => ({
  resolved,
  resolvedOverdue,
  pending: 0,
  pendingOverdue: 0,
});

test('worst rate first; without a rate last, and 0/0 is no 0 %', async () => {
  using known = await openKnown();
  await known.record('2023', {
    figures: [
      figure('so-khdt', counted(0, 0), 'Đấu thầu'),
      figure('so-khdt', counted(0, 10), 'Đầu tư'),
      figure('so-khdt', counted(2, 10), 'Hợp tác xã'),
      figure('so-khdt', counted(9, 100), 'Doanh nghiệp'),
    ],
  });
  expect(noted(await ask(known, 'so-khdt'))).toEqual([
    'Hợp tác xã 2000',
    'Doanh nghiệp 900',
    'Đầu tư 0',
    'Đấu thầu nothingArose',
  ]);
});

test('fields of which only a rate or a count was published are there too', async () => {
  const { fields, statements } = await ask(official, 'tp-nha-trang');
  expect(fields).toEqual([]);
  expect(statements.map(({ statement }) => [statement.field, statement.rate])).toEqual([
    ['Đất đai', 436],
    ['Quản lý hoạt động xây dựng', null],
    ['Thành lập và hoạt động hộ kinh doanh', null],
  ]);
});

test('a corrected table counts once: each field by its newest row', async () => {
  using known = await openKnown();
  const figures = [figure('so-khdt', counted(2, 10), 'Hợp tác xã')];
  await known.record('2023', {
    document: { number: '56/BC-UBND' },
    asOf: day('2023-12-15'),
    figures,
  });
  await known.record('2023', {
    asOf: day('2023-12-14'),
    figures: [figure('so-khdt', counted(1, 10), 'Hợp tác xã')],
  });
  expect(noted(await ask(known, 'so-khdt'))).toEqual(['Hợp tác xã 2000']);
});
