import type { AudienceStore } from '../audience/store.ts';
import { bindingStore } from './binding-store.ts';
import type { Storage } from './open.ts';
import { subscriptionStore } from './subscription-store.ts';

/** Who is let in and what they are sent, kept in `storage`. */
export function audienceStore({ database }: Storage): AudienceStore {
  return { ...bindingStore(database), ...subscriptionStore(database) };
}
