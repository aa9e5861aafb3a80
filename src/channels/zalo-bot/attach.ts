import { faultText } from '../../log.ts';
import type { Reply } from '../../replies/reply.ts';
import { CAPABILITIES } from '../capabilities.ts';
import { plainText } from '../plain-text.ts';
import type { PublicAddress, Published } from '../publish.ts';
import type { Patience, ZaloBotDeps, ZaloBotOptions } from './settings.ts';

/** What putting things under links needs. */
export type AttachingDesk = {
  readonly options: Pick<ZaloBotOptions, 'chartMinutes' | 'fileMinutes'>;
  readonly deps: Pick<ZaloBotDeps, 'draw' | 'makeFile' | 'publish' | 'log' | 'wait'>;
  readonly patience: Pick<Patience, 'chartMs'>;
};

const { image, tableWidth } = CAPABILITIES['zalo-bot'];

/** Where the picture of a reply is, if it has one. Pictures show aggregates only. */
export function chartLink({ chart }: Reply, desk: AttachingDesk): Promise<PublicAddress | null> {
  if (chart === null) return NONE;
  return published('chart', desk, async () => {
    const bytes = await desk.deps.draw(chart);
    if (bytes.byteLength > image.mostBytes) throw new RangeError('picture too large');
    return { name: 'bieu-do.png', bytes };
  });
}

/** Where the table of a reply is, if it has one. */
export function fileLink({ file }: Reply, desk: AttachingDesk): Promise<PublicAddress | null> {
  const { makeFile } = desk.deps;
  if (file === undefined || makeFile === undefined) return NONE;
  return published('file', desk, async () => ({ name: file.name, bytes: await makeFile(file) }));
}

/** Where the words of a reply are that is too long for a chat. */
export function wholeTextLink(
  { blocks }: Reply,
  desk: AttachingDesk,
): Promise<PublicAddress | null> {
  const [text = ''] = plainText(blocks, { limit: Infinity, tableWidth });
  return published('text', desk, async () => ({
    name: 'tra-loi.txt',
    bytes: new TextEncoder().encode(text),
  }));
}

const NONE = Promise.resolve(null);

/** Text never waits long for what goes along with it, nor fails with it. */
async function published(
  what: 'chart' | 'file' | 'text',
  { options, deps: { publish, wait, log }, patience: { chartMs } }: AttachingDesk,
  make: () => Promise<Published>,
): Promise<PublicAddress | null> {
  const minutes = what === 'chart' ? options.chartMinutes : options.fileMinutes;
  if (minutes === null) return null;
  const done = new AbortController();
  const tooLate = wait(chartMs, done.signal).then(() => null);
  try {
    const address = await Promise.race([make().then((made) => publish(made, minutes)), tooLate]);
    if (address === null) log.warn('zaloBot.attachmentTooLate', { what, chartMs });
    return address;
  } catch (error) {
    log.warn('zaloBot.attachmentFailed', { what, why: faultText(error) });
    return null;
  } finally {
    done.abort();
  }
}
