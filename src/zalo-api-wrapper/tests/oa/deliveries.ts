import { createHash } from 'node:crypto';

import { type OaEvent, oaWebhook, type Unconfirmed } from '../../src/index.ts';

export const APP = '360846524940903967';
export const OA = '388613280878808645';
export const KEY = 'mac-key';
export const EVENT = {
  app_id: APP,
  sender: { id: 'u1' },
  recipient: { id: OA },
  event_name: 'user_send_text',
  message: { text: 'Trễ hạn?', msg_id: 'm1' },
  timestamp: '1543908534740',
};

/** What comes of a delivery that is signed, with its moment wherever it stands. */
export function readIn(body: string | Uint8Array, unconfirmed: Partial<Unconfirmed> = {}) {
  const text = typeof body === 'string' ? body : new TextDecoder().decode(body);
  const moment = /"timestamp":"?(\d+)/u.exec(text)?.[1] ?? '';
  const signature = createHash('sha256').update(`${APP}${text}${moment}${KEY}`).digest('hex');
  return oaWebhook({ appId: APP, webhookKey: KEY, unconfirmed }).read({ signature, body });
}

export function eventIn(body: string, unconfirmed: Partial<Unconfirmed> = {}): OaEvent {
  const read = readIn(body, unconfirmed);
  if (read === 'wrong-signature' || read.kind === 'unreadable') throw new Error('no event');
  return read;
}
