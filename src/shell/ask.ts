import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';

import { consoleChannel } from '../channels/console/console-channel.ts';
import { type ConsoleReply, consoleLines } from '../channels/console/console-reply.ts';
import { openCharts } from '../charts/open-charts.ts';
import type { Config } from '../config.ts';
import { ConfigurationInvalid } from '../errors.ts';
import { writeWorkbook } from '../workbooks/write-workbook.ts';
import { clockAt } from './clock-at.ts';
import { accessOf, openDialogue } from './dialogue.ts';
import { openKnowledge } from './open-knowledge.ts';
import { pinoLog } from './pino-log.ts';

const OPTIONS = {
  json: { type: 'boolean', default: false },
  stdin: { type: 'boolean', default: false },
  fresh: { type: 'boolean', default: false },
  now: { type: 'string' },
  chat: { type: 'string', default: 'console' },
} as const;

/** `npm run ask`: one conversation through the console channel, on the store. */
export async function ask(args: readonly string[], config: Config): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: OPTIONS,
    allowPositionals: true,
  });
  if (positionals.length === 0 && !values.stdin) {
    throw new ConfigurationInvalid([{ code: 'noQuestion', place: 'ask', detail: '' }]);
  }
  using open = await openKnowledge(config, clockAt(values.now));
  const charts = openCharts();
  const log = pinoLog('error');
  const drawing = {
    draw: charts.draw,
    makeFile: writeWorkbook,
    folder: join(config.dataFolder, 'charts'),
    log,
  };
  let first = true;
  const print = (reply: ConsoleReply): void => {
    if (values.json) process.stdout.write(`${JSON.stringify(reply)}\n`);
    else process.stdout.write(`${first ? '' : '\n────\n\n'}${consoleLines(reply).join('\n')}\n`);
    first = false;
  };
  const channel = consoleChannel(drawing, print);
  const stop = await channel.listen(openDialogue(open, accessOf(config), log));
  try {
    let turn = 0;
    for await (const message of values.stdin ? lines() : positionals) {
      // A chat of its own for every message is a conversation without memory.
      turn += 1;
      await channel.hear(message, values.fresh ? `${values.chat}-${String(turn)}` : values.chat);
    }
  } finally {
    await stop();
    await charts.close();
  }
}

async function* lines(): AsyncIterable<string> {
  for await (const line of createInterface({ input: process.stdin })) yield line;
}
