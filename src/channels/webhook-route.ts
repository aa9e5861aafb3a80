import { createHash } from 'node:crypto';

/** Where a messenger is to bring updates; null = we fetch them. */
export type Route = { readonly url: string; readonly secret: string } | null;

type Account = {
  readonly token: string;
  readonly mode:
    | { readonly kind: 'polling' }
    | { readonly kind: 'webhook'; readonly publicUrl: string; readonly secret: string | null };
};

/** The route to a path of ours; without a secret of the keeper's there is one all the same. */
export function routeOf({ mode, token }: Account, path: string): Route {
  if (mode.kind === 'polling') return null;
  return { url: new URL(path, mode.publicUrl).href, secret: mode.secret ?? secretFrom(token) };
}

/** A secret of the form messengers take, from the token: as unguessable, and the token does not follow from it. */
function secretFrom(token: string): string {
  return createHash('sha256').update(`webhook ${token}`).digest('base64url');
}
