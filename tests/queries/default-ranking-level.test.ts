import { describe, expect, test } from 'vitest';

import type { PeriodAsked } from '../../src/calendar/period.ts';
import { defaultRankingLevel } from '../../src/queries/default-ranking-level.ts';
import { type Known, openKnown, published, row } from './known.ts';

const level = ({ knowledge }: Known, period: PeriodAsked | null = null) =>
  defaultRankingLevel(knowledge, { within: null, period });

const DISTRICTS = { figures: [row('tp-nha-trang', 1, 100), row('tp-cam-ranh', 1, 100)] };
const DEPARTMENTS = { figures: [row('so-khdt', 1, 100), row('so-tp', 1, 100)] };

describe('what is ranked when nobody says it', () => {
  test('is what the newest table has figures of', async () => {
    using known = await openKnown();
    await known.record('2023-Q3', DISTRICTS);
    await known.record('2023', DEPARTMENTS);
    expect(await level(known)).toBe('department');
    expect(await level(known, { kind: 'quarter', number: 3, year: 2023 })).toBe('district');
  });

  test('is not told by a newer document without figures of units', async () => {
    using known = await openKnown();
    await known.record('2023', DISTRICTS);
    await known.record('2026-H1', { statements: [published('toan-tinh', 50)] });
    await known.record('2026-Q3', { figures: [row('toan-tinh', 1, 100)] });
    expect(await level(known)).toBe('district');
  });

  test('districts go before others of the same table', async () => {
    using known = await openKnown();
    await known.record('2023', { figures: [...DEPARTMENTS.figures, ...DISTRICTS.figures] });
    expect(await level(known)).toBe('district');
  });

  test('without any figures: what there was in the period', async () => {
    using known = await openKnown();
    expect(await level(known, { kind: 'year', year: 2023 })).toBe('district');
    expect(await level(known, { kind: 'year', year: 2026 })).toBe('commune');
  });
});
