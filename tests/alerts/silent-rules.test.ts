import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { silentRules } from '../../src/alerts/silent-rules.ts';
import { readTargets } from '../../src/figures/targets.ts';
import { day } from '../calendar/viet-nam.ts';

const shipped = readTargets(readFileSync('fixtures/targets.yaml', 'utf8'));

test.each([
  ['2023-09-15', []],
  // The reporting year 2024 has begun.
  ['2023-12-15', [{ rule: 'onlinePace', year: 2024 }]],
  ['2026-11-23', [{ rule: 'onlinePace', year: 2026 }]],
])('with the targets that are shipped, on %s', (on, silent) => {
  expect(silentRules({ online: true }, shipped, day(on))).toEqual(silent);
});

test('what is switched off is not missed', () => {
  expect(silentRules({ online: false }, shipped, day('2026-11-23'))).toEqual([]);
});

test('a target without an end goes on', () => {
  const targets = shipped.targets.map((target) => ({ ...target, lastYear: null }));
  expect(silentRules({ online: true }, { targets }, day('2026-11-23'))).toEqual([]);
});
