import { expect, test } from 'vitest';

import { telegramChannel } from '../../src/channels/telegram/telegram-channel.ts';
import { realWait } from '../../src/channels/wait.ts';
import { silentLog } from '../../src/log.ts';
import type { Outgoing } from '../../src/outbox/message.ts';
import { openOutbox } from '../../src/outbox/open-outbox.ts';
import { openStorage } from '../../src/storage/open.ts';
import { outboxStore } from '../../src/storage/outbox-store.ts';
import {
  charted,
  choicesInMemory,
  PICTURE,
  TABLE,
  WORDS,
  WORKBOOK,
} from '../channels/telegram/open-telegram.ts';
import { HandWoundTime } from '../doubles/hand-wound-time.ts';
import { FORUM, GROUP, PRIVATE, SUPERGROUP } from '../doubles/telegram/chats.ts';
import {
  BAD_GATEWAY,
  type Fault,
  FLOOD,
  HANG,
  KICKED,
  LOST_ANSWER,
  MOVED_TO,
  NO_DOCUMENTS,
  NO_PHOTOS,
  RESET,
} from '../doubles/telegram/faults.ts';
import { TelegramDouble, TOKEN } from '../doubles/telegram/telegram-double.ts';
import { messageOf, says, SEVEN } from './messages.ts';
import { AGAIN } from './words.ts';

const WEATHER: readonly Fault[] = [
  FLOOD(30),
  RESET,
  BAD_GATEWAY,
  MOVED_TO(SUPERGROUP.id),
  LOST_ANSWER,
  LOST_ANSWER,
  KICKED,
  HANG,
  FLOOD(3600),
  RESET,
];

const CHATS = [PRIVATE, GROUP, FORUM];
const LOOKS = [says, (text: string) => charted([{ kind: 'text', line: [text] }]), withTable];
const KEYS = Array.from({ length: 36 }, (_, index) => `message-${String(index)}`);

function withTable(text: string) {
  return { ...says(text), file: TABLE };
}

/** Plain ones, charts and tables, to chats of all kinds. */
const MESSAGES: readonly Outgoing[] = KEYS.map((key, index) =>
  messageOf(key, {
    chat: String(CHATS[index % CHATS.length]?.id),
    reply: (LOOKS[Math.floor(index / CHATS.length) % LOOKS.length] ?? says)(key),
  }),
);

async function openWeather() {
  const telegram = await TelegramDouble.open();
  const storage = openStorage(':memory:');
  const time = new HandWoundTime(SEVEN);
  const store = outboxStore(storage);
  const channel = telegramChannel(
    {
      token: TOKEN,
      apiRoot: telegram.root,
      mode: { kind: 'polling' },
      commands: [],
      words: WORDS,
      patience: { sendSeconds: 0.3 },
    },
    {
      draw: async () => PICTURE,
      makeFile: async () => WORKBOOK,
      choices: choicesInMemory(),
      clock: time,
      log: silentLog,
      wait: realWait,
    },
  );
  const closed: string[] = [];
  const outbox = openOutbox({
    store,
    channels: [channel],
    paces: {},
    clock: time,
    wait: time.wait,
    log: silentLog,
    random: () => 0,
    sentAgain: AGAIN,
    onNever: async (_channel, chat) => void closed.push(chat),
    owner: 'test',
  });
  return { telegram, storage, time, store, outbox, closed };
}

test('in any weather every message is delivered, or visibly dead', async () => {
  const { telegram, storage, time, store, outbox, closed } = await openWeather();
  for (const method of ['sendMessage', 'sendPhoto', 'sendDocument']) {
    for (const fault of WEATHER) telegram.fails(method, fault);
  }
  telegram.fails('sendPhoto', NO_PHOTOS);
  telegram.fails('sendDocument', NO_DOCUMENTS);
  await outbox.put(MESSAGES, SEVEN);
  for (let round = 0; round < 200; round += 1) {
    await outbox.deliverRound();
    time.jump(1_200_000);
    if ((await store.counts(SEVEN)).waiting === 0) break;
  }
  const { sent, ...rest } = await store.counts(SEVEN);
  expect(rest).toEqual({ waiting: 0, sending: 0, dead: KEYS.length - sent });
  const dead = await store.undelivered(SEVEN, { most: 99 });
  const reasons = new Set(dead.map(({ deadBecause }) => deadBecause));
  expect(reasons).toEqual(new Set(['never', 'unknownTwice']));
  // Each way of sending met it once.
  expect(closed).toHaveLength(3);
  const given = new Set(dead.map(({ key }) => key));
  for (const key of KEYS) {
    const seen = telegram.sent.filter(({ text }) => text.split('\n').at(-1) === key);
    const plain = seen.filter(({ text }) => text === key);
    expect([key, plain.length <= 1, seen.length <= 2]).toEqual([key, true, true]);
    expect([key, given.has(key) || seen.length > 0]).toEqual([key, true]);
  }
  storage.close();
  await telegram[Symbol.asyncDispose]();
});
