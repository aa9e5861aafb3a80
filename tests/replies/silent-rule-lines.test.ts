import { expect, test } from 'vitest';

import { plainText } from '../../src/channels/plain-text.ts';
import { silentRuleLine } from '../../src/replies/silent-rule-lines.ts';
import { subscriptionReplies } from '../../src/replies/subscription-reply.ts';
import { directory } from '../dialogue/listening.ts';
import { moment } from '../timelines/start-day.ts';

const SILENT = { rule: 'onlinePace', year: 2026 } as const;

test('the doctor says what is not watched, and where to mend it', () => {
  expect(silentRuleLine(SILENT, 'fixtures/targets.yaml')).toBe(
    '· Chưa có chỉ tiêu trực tuyến năm 2026 trong fixtures/targets.yaml: cảnh báo trực tuyến không chạy.',
  );
});

test('whoever subscribes is told too', () => {
  const agency = directory.province;
  const subscription = {
    channel: 'telegram',
    address: { chat: '1', topic: null },
    kind: 'alerts',
    agency: agency.id,
    ownLimit: null,
    since: moment('2026-11-23T08:00'),
    pausedBecause: null,
  } as const;
  const made = { subscription, agency, gone: null, again: () => '', silent: [SILENT] };
  const { blocks } = subscriptionReplies.subscribed(made);
  expect(plainText(blocks, { limit: Infinity, tableWidth: 100 }).join('\n')).toContain(
    'Chưa báo về hồ sơ trực tuyến: bot chưa có chỉ tiêu trực tuyến năm 2026.',
  );
});
