import { expect, test } from 'vitest';

import { checkAlerts } from '../../jobs/check-alerts.ts';
import { USUAL_RULES } from '../../src/alerts/settings.ts';
import { figures, letLeadersIn } from '../timelines/alert-figures.ts';
import { startDay } from '../timelines/start-day.ts';

const LATE = { id: 'h-cam-lam', handled: 10_000, late: 110 };

test('a minute in which nothing happens is not decided on: it looks up no agency', async () => {
  await using day = await startDay({ at: '2026-11-23T06:00' });
  await letLeadersIn(day, '-50');
  await figures(day, '2026-11-23T08:00', [LATE]);
  const { knowledge, due, alerts, reception } = day.open;
  let lookups = 0;
  const directory = {
    ...due.directory,
    children(id: Parameters<typeof due.directory.children>[0]) {
      lookups += 1;
      return due.directory.children(id);
    },
  };
  const job = checkAlerts({
    knowledge,
    due: { ...due, directory },
    audience: reception.audience,
    alerts,
    health: { all: async () => [] },
    rules: USUAL_RULES,
  });
  const minute = async () => {
    lookups = 0;
    const { summary } = await job.run({ dry: false });
    return { queued: summary['queued'], isDecided: lookups > 0 };
  };
  expect(await minute()).toEqual({ queued: 1, isDecided: true });
  expect(await minute()).toEqual({ queued: 0, isDecided: true });
  expect(await minute()).toEqual({ queued: 0, isDecided: false });
  await figures(day, '2026-11-23T08:10', [{ ...LATE, late: 510 }]);
  expect(await minute()).toEqual({ queued: 1, isDecided: true });
});
