import { randomBytes } from 'node:crypto';

import * as z from 'zod';

import type { ChoiceStore, KeptChoice } from '../channels/choice-store.ts';
import { momentText } from './moment.ts';
import type { Storage } from './open.ts';

/** 96 bits: nobody guesses one, and as base64url it takes 16 of the 64 bytes of a Telegram button. */
const KEY_BYTES = 12;

const ChoiceRow = z.object({
  channel: z.string(),
  chat: z.string(),
  person: z.string(),
  send: z.string(),
});

/** The choices of buttons, kept in `storage`. */
export function choiceStore({ database }: Storage): ChoiceStore {
  const put = database.prepare(
    'insert into choices (key, channel, chat, person, send, kept_at) values (?, ?, ?, ?, ?, ?)',
  );
  const find = database.prepare('select channel, chat, person, send from choices where key = +?');
  const forget = database.prepare('delete from choices where kept_at < +?');
  // One commit for the buttons of a reply: committing is by far the dearest part of keeping.
  const keepAll = database.transaction((choices: readonly KeptChoice[], at: string) =>
    choices.map(({ channel, chat, person, send }) => {
      const key = randomBytes(KEY_BYTES).toString('base64url');
      put.run(key, channel, chat, person, send, at);
      return key;
    }),
  );
  return {
    keep: async (choices, at) => keepAll(choices, momentText(at)),
    recall: async (key) => ChoiceRow.optional().parse(find.get(key)) ?? null,
    forgetBefore: async (moment) => forget.run(momentText(moment)).changes,
  };
}
