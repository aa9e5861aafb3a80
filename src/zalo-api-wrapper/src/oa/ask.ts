import type * as z from 'zod';

import type { CallOptions } from '../call-options.ts';
import { type Deadline, deadlineOf } from '../deadline.ts';
import { type CallPlace, ZaloApiError } from '../errors.ts';
import { exchange, type Outgoing, patienceOf } from '../exchange.ts';
import { switched, type Unconfirmed } from '../unconfirmed.ts';
import { dataOf } from './envelope.ts';
import type { ZaloOaOptions } from './oa-api.ts';
import { type TokenSource, tokenSource } from './token-source.ts';

const API_ROOT = 'https://openapi.zalo.me';

/** One call: what is sent, and the form of its answer. */
type OaAsking<T> = {
  readonly place: CallPlace;
  readonly schema: z.ZodType<T>;
  /** Of the address, for what is read. */
  readonly query?: Readonly<Record<string, string | number>>;
  /** Sent as JSON. */
  readonly json?: unknown;
  /** Made anew for each attempt. */
  readonly form?: () => FormData;
  /** Where it takes longer than the client's own limit. */
  readonly timeoutMs?: number;
};

/** One call with one token, as long and as far as the caller waits. */
type Reading = CallOptions & { readonly deadline: Deadline };

type OaAsk = <T>(asking: OaAsking<T>, options?: CallOptions) => Promise<T>;

/** What all calls of an account share. */
export type OaDesk = {
  readonly ask: OaAsk;
  readonly tokens: TokenSource;
  readonly unconfirmed: Unconfirmed;
};

/** Asks with the account's token; a token that is refused is replaced once, and the call repeated once. */
export function oaDesk(options: ZaloOaOptions): OaDesk {
  const root = new URL(options.apiRoot ?? API_ROOT).href.replace(/\/+$/u, '');
  const tokens = tokenSource(options);
  const unconfirmed = switched(options.unconfirmed);

  async function attempt<T>(asking: OaAsking<T>, token: string, reading: Reading) {
    const answer = await exchange(outgoing(root, asking, token), options, reading);
    return dataOf(answer, asking.schema, {
      place: asking.place,
      secrets: [token, options.appSecret],
      unconfirmed,
    });
  }

  return {
    tokens,
    unconfirmed,
    async ask(asking, callOptions = {}) {
      const patienceMs = patienceOf(callOptions, asking.timeoutMs, options);
      const deadline = deadlineOf(callOptions.signal, patienceMs);
      const reading = { ...callOptions, deadline };
      const token = await tokens.usable(deadline);
      try {
        return await attempt(asking, token, reading);
      } catch (error) {
        if (!(error instanceof ZaloApiError && error.kind === 'token')) throw error;
        const another = await tokens.instead(token, deadline);
        if (another === null) throw error;
        return attempt(asking, another, reading);
      }
    },
  };
}

function outgoing<T>(root: string, asking: OaAsking<T>, token: string): Outgoing {
  const { place, query = {}, json, form } = asking;
  const url = new URL(`${root}${place.method}`);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value));
  const isRead = json === undefined && form === undefined;
  return {
    place,
    url: url.href,
    method: isRead ? 'GET' : 'POST',
    headers: {
      access_token: token,
      ...(json === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(json === undefined ? {} : { body: JSON.stringify(json) }),
    ...(form === undefined ? {} : { body: form() }),
  };
}
