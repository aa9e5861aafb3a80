import type { Reply } from '../../replies/reply.ts';

/** A file that goes with a reply. */
export type AttachedFile = {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
};

/** Makes the files that go with a reply; none for most. */
export type FilesOf = (reply: Reply) => Promise<readonly AttachedFile[]>;
