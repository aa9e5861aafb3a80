import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { consoleChannel } from '../../../src/channels/console/console-channel.ts';
import type { ConsoleReply } from '../../../src/channels/console/console-reply.ts';
import { silentLog } from '../../../src/log.ts';
import { describeChannel, type OpenChannel, type Shown } from '../../contracts/channel-contract.ts';

const open: OpenChannel = async ({ answer, draw }) => {
  const folder = await mkdtemp(join(tmpdir(), 'console-'));
  const printed: ConsoleReply[] = [];
  const channel = consoleChannel(
    { draw, folder, log: silentLog },
    (reply) => void printed.push(reply),
  );
  const stop = await channel.listen(answer);

  async function say(text: string): Promise<Shown> {
    const before = printed.length;
    await channel.hear(text, { chat: 'terminal' });
    const replies = printed.slice(before);
    const files = await Promise.all(
      replies.flatMap(({ charts }) => charts.map((file) => readFile(file))),
    );
    return {
      texts: replies.map(({ text: shown }) => shown),
      charts: files.map((bytes) => new Uint8Array(bytes)),
      choices: replies.flatMap(({ choices }) => choices.map(({ label }) => label)),
    };
  }

  return {
    say,
    choose: (label) =>
      say(printed.at(-1)?.choices.find((choice) => choice.label === label)?.send ?? ''),
    async [Symbol.asyncDispose]() {
      await stop();
      await rm(folder, { recursive: true });
    },
  };
};

describeChannel('console', open);
