import * as z from 'zod';

import type { Clock } from '../../../src/clock.ts';
import type { OaCall } from './call.ts';

export const APP_ID = '4318657068771012646';
export const APP_SECRET = 'not-a-real-secret';
export const FIRST_REFRESH_TOKEN = 'refresh-0';

/** As docs/zalo.md has it. */
const ACCESS_HOURS = 25;
const REFRESH_DAYS = 90;

const RefreshForm = z.strictObject({
  app_id: z.string(),
  grant_type: z.literal('refresh_token'),
  refresh_token: z.string(),
});

type Issued = { readonly until: Temporal.Instant };

/** The account's keys at Zalo: refresh tokens that work once, access tokens that work for a day. */
export class OauthDesk {
  /** Pairs given out, so far. */
  renewals = 0;
  /** Refused attempts: spent, lapsed or made up. */
  refused = 0;
  readonly #clock: Clock;
  readonly #refresh = new Map<string, Issued>();
  readonly #access = new Map<string, Issued>();

  constructor(clock: Clock) {
    this.#clock = clock;
    this.consent(FIRST_REFRESH_TOKEN);
  }

  /** An administrator consents: this refresh token may be used, once. */
  consent(token: string): void {
    const until = this.#clock.now().add({ hours: REFRESH_DAYS * 24 });
    this.#refresh.set(token, { until });
  }

  /** All access tokens given out so far stop working. */
  expireAccess(): void {
    this.#access.clear();
  }

  /** Whether a refresh token could still be used. */
  isGood(token: string): boolean {
    const issued = this.#refresh.get(token);
    return issued !== undefined && this.#isOpen(issued);
  }

  accepts(access: unknown): boolean {
    const issued = this.#access.get(String(access));
    return issued !== undefined && this.#isOpen(issued);
  }

  /** `POST /v4/oa/access_token`. The number of the refusal is UNCONFIRMED; the wording carries no meaning. */
  renew({ headers, fields }: OaCall): object {
    const form = RefreshForm.safeParse(fields);
    if (headers['secret_key'] !== APP_SECRET || form.data?.app_id !== APP_ID) {
      return this.#refusal(-14_003, 'Invalid app');
    }
    if (!this.isGood(form.data.refresh_token)) {
      return this.#refusal(-14_014, 'Invalid refresh token');
    }
    this.#refresh.delete(form.data.refresh_token);
    return this.#pair();
  }

  #pair(): object {
    this.renewals += 1;
    const [access, refresh] = [`access-${this.renewals}`, `refresh-${this.renewals}`];
    this.consent(refresh);
    this.#access.set(access, { until: this.#clock.now().add({ hours: ACCESS_HOURS }) });
    return {
      access_token: access,
      refresh_token: refresh,
      expires_in: String(ACCESS_HOURS * 3600),
    };
  }

  #refusal(error: number, name: string): object {
    this.refused += 1;
    return { error, error_name: name, error_description: name };
  }

  #isOpen({ until }: Issued): boolean {
    return Temporal.Instant.compare(this.#clock.now(), until) < 0;
  }
}
