import type { Door } from '../channels/door.ts';
import type { Publish } from '../channels/publish.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import { linkDoor, type LinkWords } from './link-door.ts';
import { openLinkFolder } from './link-folder.ts';
import { contentId, signedPath } from './link-token.ts';

type LinksRoom = {
  /** Where content is kept until it dies. */
  readonly folder: string;
  /** The public address of this server. */
  readonly publicUrl: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly words: LinkWords;
};

/** Puts things under public addresses nobody can guess, and serves them until they die. */
export type Links = { readonly publish: Publish; readonly door: Door };

/** Lives end at full ten minutes, so that the same picture for many chats is one file under one address. */
const STEP_SECONDS = 600;

/** Opens the links; those given out before a restart live on. What has died is removed by a job. */
export async function openLinks({ publicUrl, ...room }: LinksRoom): Promise<Links> {
  const { clock, log, words } = room;
  const folder = await openLinkFolder(room.folder);
  return {
    door: linkDoor({ folder, clock, log, words }),
    async publish({ name, bytes }, minutes) {
      const now = Math.floor(clock.now().epochMilliseconds / 1000);
      const expires = Math.ceil((now + minutes * 60) / STEP_SECONDS) * STEP_SECONDS;
      const link = { id: contentId(bytes, folder.key), name, expires };
      if ((await folder.read(link)) === null) await folder.put(link, bytes);
      const url = new URL(signedPath(link, folder.key), publicUrl).href;
      return { url, until: Temporal.Instant.fromEpochMilliseconds(expires * 1000) };
    },
  };
}
