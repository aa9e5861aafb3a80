import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';

import { chatRef } from '../audience/chat-name.ts';
import { consoleChannel, type Place } from '../channels/console/console-channel.ts';
import { type ConsoleReply, consoleLines } from '../channels/console/console-reply.ts';
import { openCharts } from '../charts/open-charts.ts';
import type { Config } from '../config.ts';
import { ConfigurationInvalid } from '../errors.ts';
import { fold } from '../vietnamese/fold.ts';
import { writeWorkbook } from '../workbooks/write-workbook.ts';
import { clockAt } from './clock-at.ts';
import { accessOf, openDialogue } from './dialogue.ts';
import { type OpenKnowledge, openKnowledge } from './open-knowledge.ts';
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
  const place = await placeOf(values.chat, open);
  await using answer = openDialogue(open, accessOf(config), log);
  const stop = await channel.listen(answer);
  try {
    let turn = 0;
    for await (const message of values.stdin ? lines() : positionals) {
      // Another person for every message is a conversation without memory.
      turn += 1;
      const person = values.fresh ? { person: `terminal-${String(turn)}` } : {};
      await channel.hear(message, { ...place, ...person });
    }
  } finally {
    await stop();
    await charts.close();
  }
}

/** The bound group of that name, id or `channel:id`, to speak as; a chat of the terminal's own if there is none. */
async function placeOf(name: string, { reception }: OpenKnowledge): Promise<Place> {
  const bindings = await reception.audience.bindings();
  const bound = bindings.find(
    ({ channel, chat, title }) =>
      name === chat || name === chatRef(channel, chat) || fold(name) === fold(title ?? ''),
  );
  if (bound === undefined) return { chat: name, chatTitle: name };
  const { channel, chat, title } = bound;
  return { channel, chat, chatKind: 'group', ...(title === null ? {} : { chatTitle: title }) };
}

async function* lines(): AsyncIterable<string> {
  for await (const line of createInterface({ input: process.stdin })) yield line;
}
