import * as z from 'zod';

import type { BotUpdateKind, Unconfirmed } from '#zalo-api-wrapper';

import type { Problem } from '../../errors.ts';
import { CAPABILITIES } from '../capabilities.ts';
import { REFUSAL_KINDS } from '../refusal-kinds.ts';
import { isPublicHost } from './public-host.ts';
import { LIKELY } from './unconfirmed.ts';

/* Schemas say what is wrong by a code; src/replies has the words. */

/** What the environment may say of the bot. */
export const ZALO_BOT_VARIABLES = {
  ZALO_BOT_TOKEN: z
    .string()
    .regex(/^\d+:[\w-]+$/u, 'zaloBotToken')
    .optional(),
  ZALO_BOT_API_ROOT: z.url({ protocol: /^https?$/u, error: 'url' }).optional(),
  /** Zalo takes 8 to 256 characters, and they travel in a header. */
  ZALO_BOT_WEBHOOK_SECRET: z
    .string()
    .regex(/^[\x21-\x7e]{8,256}$/u, 'zaloBotSecret')
    .optional(),
};

const Count = z.int('count').min(0, 'count').max(10_000_000, 'count');
const Names = z.array(z.string('name').min(1, 'name'), 'name');
const Statuses = z.array(z.int('status').min(100, 'status').max(599, 'status'), 'status');

const UPDATE_KINDS = {
  text: 'text',
  image: 'image',
  sticker: 'sticker',
  voice: 'voice',
  unsupported: 'unsupported',
  other: 'other',
} as const satisfies { readonly [Kind in BotUpdateKind]: Kind };

/** What the client may be told, by its own names and without defaults, which it has itself. */
const ClientSwitches = {
  notDoneStatuses: Statuses.exactOptional(),
  bot403: z.enum(REFUSAL_KINDS, 'refusalKind').exactOptional(),
  botPollTimeoutAs: z.enum(['number', 'string'], 'pollTimeoutAs').exactOptional(),
  botEventKinds: z
    .record(z.string().min(1, 'name'), z.enum(UPDATE_KINDS, 'updateKind'), 'mapping')
    .exactOptional(),
} satisfies { readonly [Key in keyof Unconfirmed]?: z.ZodType<Unconfirmed[Key]> };

/** Switches for what no page of Zalo's confirms. */
const Switches = z.strictObject(
  {
    textStyles: z.boolean('yesNo').default(LIKELY.textStyles),
    /** Messages that come in are counted against the plan. */
    countReceived: z.boolean('yesNo').default(true),
    closedCodes: z.array(z.int('status'), 'status').default([...LIKELY.closedCodes]),
    addedEvents: Names.default([...LIKELY.addedEvents]),
    ...ClientSwitches,
  },
  'mapping',
);

/** What `config.yaml` may say of the bot. */
export const ZaloBotSettings = z
  .strictObject(
    {
      mode: z.enum(['webhook', 'polling'], 'telegramMode').default('webhook'),
      /** Names the bot is shown by in groups. */
      names: Names.default([]),
      /** Messages a month that the plan allows, and how many of them are kept for answers. */
      monthlyMessages: Count.default(CAPABILITIES['zalo-bot'].monthlyMessages),
      replyReserve: Count.default(900),
      /** How long pictures, and files that may name dossiers, are under their links; 0 = they are not sent. */
      chartMinutes: z.int('minutes').min(0, 'minutes').max(1_440, 'minutes').default(60),
      fileMinutes: z.int('minutes').min(0, 'minutes').max(1_440, 'minutes').default(240),
      unconfirmed: Switches.prefault({}),
    },
    'mapping',
  )
  .refine(({ replyReserve, monthlyMessages }) => replyReserve <= monthlyMessages, {
    error: 'replyReserve',
    path: ['replyReserve'],
  });
export type ZaloBotSettings = z.infer<typeof ZaloBotSettings>;

type Variables = z.infer<z.ZodObject<typeof ZALO_BOT_VARIABLES>>;

/** How the bot is reached; null = there is none. */
export type ZaloBotAccount = {
  readonly token: string;
  readonly apiRoot: string | null;
  readonly secret: string | null;
  /** Where Zalo reaches this server. */
  readonly publicUrl: string;
};

/** The account the environment names; it has a public address, or `zaloBotProblems` says why not. */
export function zaloBotAccount(
  variables: Variables & { readonly PUBLIC_URL?: string | undefined },
): ZaloBotAccount | null {
  const { ZALO_BOT_TOKEN: token, ZALO_BOT_API_ROOT: apiRoot, PUBLIC_URL: publicUrl } = variables;
  if (token === undefined || publicUrl === undefined) return null;
  const secret = variables.ZALO_BOT_WEBHOOK_SECRET ?? null;
  return { token, apiRoot: apiRoot ?? null, secret, publicUrl };
}

/**
 * Zalo fetches pictures and posts messages from outside: without a public address there is nothing of either. One with a
 * path is refused, as ours begin at the root; so is one that Zalo refuses, of this machine, of a network of one's own, or
 * behind a port.
 */
export function zaloBotProblems(
  environment: Readonly<Record<string, string | undefined>>,
): readonly Problem[] {
  const { ZALO_BOT_TOKEN: token, PUBLIC_URL: publicUrl = '' } = environment;
  if (token === undefined) return [];
  const isBare = /^https:\/\/[^/?#]+\/?$/u.test(publicUrl) && URL.canParse(publicUrl);
  const at = { place: 'PUBLIC_URL', detail: publicUrl };
  if (!isBare) return [{ code: 'zaloBotNeedsPublicUrl', ...at }];
  return isPublicHost(new URL(publicUrl)) ? [] : [{ code: 'zaloBotNeedsPublicHost', ...at }];
}
