import { expect, test } from 'vitest';

import { plainText } from '../../src/channels/plain-text.ts';
import { askConsistency } from '../../src/queries/consistency.ts';
import { consistencyFile } from '../../src/replies/consistency-file.ts';
import { consistencyReply } from '../../src/replies/consistency-reply.ts';
import { openBelieving } from '../polling/one-stop-readings.ts';

test('a source that was refused all night: the newest is shown, the rest is counted', async () => {
  using system = await openBelieving();
  const now = system.time.now();
  for (let minute = 0; minute < 120; minute += 1) {
    await system.store.quarantine({
      source: 'mot-cua',
      origin: 'mot-cua',
      contentHash: String(minute),
      at: now.subtract({ minutes: minute }),
      problems: [
        { code: 'implausibleJump', place: 'mot-cua', detail: 'Nha Trang, received: 6500 → 650000' },
      ],
    });
  }
  const { knowledge } = system.open;
  const root = knowledge.directory.agencies.find(({ parent }) => parent === null);
  if (root === undefined) throw new Error('no root');
  const answer = await askConsistency(knowledge, { agency: root }, system.store);
  const text = plainText(consistencyReply(answer).blocks, { limit: Infinity, tableWidth: 100 });
  expect(text.join('\n')).toContain('Lỗi 120 (không nạp, giữ số cũ)');
  expect(text.join('\n')).toContain('Nha Trang, tiếp nhận: 6.500 → 650.000');
  expect(text.join('\n')).toContain('Còn 117 lần không nạp khác trong 7 ngày qua.');
  const aside = consistencyFile(answer, now).sheets.at(-1);
  expect(aside?.rows).toHaveLength(100);
  expect(aside?.notes).toContain('Còn 20 lần trước đó trong 7 ngày qua không liệt kê.');
});
