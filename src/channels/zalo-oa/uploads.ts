import { createHash } from 'node:crypto';

import type { ZaloOa } from '#zalo-api-wrapper';

import type { Clock } from '../../clock.ts';
import type { Log } from '../../log.ts';
import { CAPABILITIES } from '../capabilities.ts';
import type { RequestBudget } from './request-budget.ts';
import { shrinkPng } from './shrink-png.ts';

/** How long an id is used again; how long it lives is not confirmed, and one that is refused is uploaded anew. */
const USED_FOR_MS = 600_000;
const REMEMBERED = 50;

/** `id` null = too big for Zalo. */
type Upload = { readonly id: Promise<string | null>; readonly untilMs: number };

/** Pictures at Zalo. */
export type Uploads = {
  /** The id to send a picture by; null = it is too big for Zalo. Rejects with a `ZaloError`. */
  idOf(picture: Uint8Array): Promise<string | null>;
  /** Zalo does not take the id any more. */
  forget(id: string): void;
};

type Deps = {
  readonly oa: ZaloOa;
  readonly budget: RequestBudget;
  readonly clock: Clock;
  readonly log: Log;
};

/** Uploads pictures; one that goes to many groups at once is uploaded once. */
export function openUploads({ oa, budget, clock, log }: Deps): Uploads {
  const kept = new Map<string, Upload>();
  const ids = new Map<string, string>();
  const { mostBytes } = CAPABILITIES['zalo-oa'].image;

  async function upload(key: string, picture: Uint8Array): Promise<string | null> {
    const bytes = picture.length > mostBytes ? shrinkPng(picture) : picture;
    if (bytes.length > mostBytes) {
      log.warn('zaloOa.chartTooBig', { bytes: bytes.length });
      return null;
    }
    try {
      await budget.turn();
      const id = await oa.uploadImage({ bytes, name: 'chart.png', type: 'image/png' });
      ids.set(id, key);
      return id;
    } catch (error) {
      kept.delete(key);
      throw error;
    }
  }

  return {
    async idOf(picture) {
      const key = createHash('sha256').update(picture).digest('base64');
      const nowMs = clock.now().epochMilliseconds;
      const before = kept.get(key);
      if (before !== undefined && before.untilMs > nowMs) return before.id;
      const id = upload(key, picture);
      kept.set(key, { id, untilMs: nowMs + USED_FOR_MS });
      forgetOldest(kept);
      forgetOldest(ids);
      return id;
    },
    forget(id) {
      kept.delete(ids.get(id) ?? '');
      ids.delete(id);
    },
  };
}

function forgetOldest(map: Map<string, unknown>): void {
  for (const oldest of map.keys()) {
    if (map.size <= REMEMBERED) break;
    map.delete(oldest);
  }
}
