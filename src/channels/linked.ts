import type { DrawChart } from '../replies/chart-request.ts';
import type { MakeFile } from '../replies/file-request.ts';
import type { Reply } from '../replies/reply.ts';
import type { Capabilities } from './capabilities.ts';
import { type Hurry, madeInTime } from './made-in-time.ts';
import { plainText } from './plain-text.ts';
import type { PublicAddress, Publish, Published } from './publish.ts';

/** What making things that go along with words needs, and putting them under addresses. */
export type AttachingDesk = Hurry & {
  readonly draw: DrawChart;
  /** Null = no files can be made. */
  readonly makeFile: MakeFile | null;
  /** Null = there is no public address. */
  readonly publish: Publish | null;
  /** How long each is to be had; null = it is put under no address. */
  readonly minutes: { readonly chart: number | null; readonly file: number | null };
};

/** Draws the picture of a reply in the form a messenger takes; null = there is none to be had. They show aggregates only. */
export type PictureOf<Picture> = (reply: Reply, desk: AttachingDesk) => Promise<Picture | null>;

async function drawn({ chart }: Reply, desk: AttachingDesk): Promise<Uint8Array | null> {
  return chart === null ? null : madeInTime('chart', () => desk.draw(chart), desk);
}

async function linkedPicture({ chart }: Reply, desk: AttachingDesk): Promise<string | null> {
  if (chart === null) return null;
  const draw = async () => ({ name: 'bieu-do.png', bytes: await desk.draw(chart) });
  return (await linked('chart', draw, desk))?.url ?? null;
}

/** Pictures by how they get to a messenger: its bytes, or the address that it fetches one from. */
export const PICTURES = {
  upload: drawn,
  link: linkedPicture,
} as const satisfies Record<Capabilities['image']['by'], PictureOf<unknown>>;

/** Where the table of a reply is, if it has one. */
export async function linkedFile(
  { file }: Reply,
  desk: AttachingDesk,
): Promise<PublicAddress | null> {
  const { makeFile } = desk;
  if (file === undefined || makeFile === null) return null;
  return linked('file', async () => ({ name: file.name, bytes: await makeFile(file) }), desk);
}

/** Where the words of a reply are that is too long for a chat. */
export async function linkedText(
  { blocks }: Reply,
  desk: AttachingDesk,
): Promise<PublicAddress | null> {
  const [text = ''] = plainText(blocks, { limit: Infinity, tableWidth: 0 });
  const bytes = new TextEncoder().encode(text);
  return linked('text', async () => ({ name: 'tra-loi.txt', bytes }), desk);
}

/** Null = nothing is put under addresses here, or not now. */
async function linked(
  what: 'chart' | 'file' | 'text',
  make: () => Promise<Published>,
  desk: AttachingDesk,
): Promise<PublicAddress | null> {
  const { publish } = desk;
  const minutes = what === 'chart' ? desk.minutes.chart : desk.minutes.file;
  if (publish === null || minutes === null) return null;
  return madeInTime(what, async () => publish(await make(), minutes), desk);
}
