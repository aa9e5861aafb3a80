import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { systemClock } from '../../src/clock.ts';
import { readConfig } from '../../src/config.ts';
import { silentLog } from '../../src/log.ts';
import { accessOf, openDialogue } from '../../src/shell/dialogue.ts';
import { openKnowledge } from '../../src/shell/open-knowledge.ts';
import { choiceStore } from '../../src/storage/choice-store.ts';
import { benchAnswer } from './answer.ts';
import type { BenchRow } from './bench-row.ts';
import { fillTenYears } from './ten-years.ts';

/** A question of the whole app that is answered in text: numbers, formulas and limits, but no chart. */
const QUESTION = '/cong-thuc Nha Trang';

/** The whole answer, from Telegram's webhook to the reply, on ten years of daily snapshots beside the samples. */
export async function benchTextAnswer(): Promise<readonly BenchRow[]> {
  const folder = await mkdtemp(join(tmpdir(), 'dung-hen-answer-'));
  try {
    const config = readConfig({ DUNG_HEN_DATA: folder });
    using open = await openKnowledge(config, systemClock);
    await fillTenYears(open.knowledge.snapshots);
    await using answer = openDialogue(open, { ...accessOf(config), mode: 'open' }, silentLog);
    const read = open.storage.database.prepare('select * from figures where agency = ? limit 1');
    return await benchAnswer({
      answer,
      choices: choiceStore(open.storage),
      readOne: () => read.get('tp-nha-trang'),
      question: QUESTION,
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
