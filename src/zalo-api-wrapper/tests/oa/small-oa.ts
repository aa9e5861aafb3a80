import * as z from 'zod';

import { type ZaloOa, zaloOa, type ZaloOaOptions } from '../../src/index.ts';
import { type AnsweringServer, answeringServer, json, type Seen } from '../answering-server.ts';
import { pair, TokenShelf } from './token-shelf.ts';

/** An account that knows one access token and one refresh token at a time, and what it was asked. */
export type SmallOa = AsyncDisposable & {
  readonly server: AnsweringServer;
  readonly root: string;
  /** The numbers of the pairs given out; the last one is good. */
  readonly given: number[];
  /** Answers a refresh instead of a new pair, while set. */
  refreshAnswer: { readonly status: number; readonly body: unknown } | null;
  /** What API calls with a good token get. */
  data: unknown;
  /** Calls of the API, refreshes left out. */
  calls(): readonly Seen[];
};

const OAUTH = '/v4/oa/access_token';

/** Begins with the pair of that number. */
export async function smallOa(number = 1): Promise<SmallOa> {
  const server = await answeringServer((seen, response) => {
    if (seen.url === OAUTH) return refresh(seen);
    const good = `access-${String(self.given.at(-1))}`;
    if (seen.headers['access_token'] !== good) {
      return json(response, { error: -216, message: 'Access token is invalid' });
    }
    return json(response, { error: 0, message: 'Success', data: self.data });

    function refresh({ body }: Seen) {
      if (self.refreshAnswer !== null) {
        return json(response, self.refreshAnswer.body, self.refreshAnswer.status);
      }
      const brought = new URLSearchParams(body).get('refresh_token');
      const last = self.given.at(-1) ?? 0;
      if (brought !== `refresh-${String(last)}`) {
        return json(response, { error: -14_014, error_name: 'Invalid refresh token' });
      }
      self.given.push(last + 1);
      return json(response, {
        access_token: `access-${String(last + 1)}`,
        refresh_token: `refresh-${String(last + 1)}`,
        expires_in: '90000',
      });
    }
  });
  const self: SmallOa = {
    server,
    root: server.root,
    given: [number],
    refreshAnswer: null,
    data: { message_id: 'm1', sent_time: '1626926349402' },
    calls: () => server.seen.filter(({ url }) => url !== OAUTH),
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
  return self;
}

/** The JSON a call brought. */
export function broughtBy(seen: Seen | undefined): unknown {
  const text = Buffer.from(seen?.body ?? '', 'latin1').toString();
  return z.unknown().parse(JSON.parse(text));
}

/** The client of the account, with its tokens on a shelf; its clock stands at 0. */
export function oaAt(oa: SmallOa, more: Partial<ZaloOaOptions> = {}): ZaloOa {
  return zaloOa({
    appId: 'app',
    appSecret: 'app-secret',
    tokens: new TokenShelf(pair(1)),
    apiRoot: oa.root,
    oauthRoot: oa.root,
    now: () => 0,
    ...more,
  });
}
