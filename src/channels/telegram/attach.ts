import { faultText } from '../../log.ts';
import type { ChartRequest } from '../../replies/chart-request.ts';
import type { FileRequest } from '../../replies/file-request.ts';
import type { Attachment } from './send-once.ts';
import type { Patience, TelegramDeps } from './settings.ts';

type Attaching = { readonly deps: TelegramDeps; readonly patience: Patience };

/** The picture of a chart, or null if there is none to be had in time. */
export async function photoOf(
  chart: ChartRequest | null,
  { deps, patience }: Attaching,
): Promise<Attachment | null> {
  if (chart === null) return null;
  const drawing = deps.draw(chart);
  const bytes = await inTime(drawing, { deps, patience, what: 'chart', kind: chart.kind });
  return bytes === null ? null : { kind: 'photo', name: 'chart.png', bytes };
}

/** The file of a request, or null if there is none to be had in time. */
export async function documentOf(
  file: FileRequest | undefined,
  { deps, patience }: Attaching,
): Promise<Attachment | null> {
  if (file === undefined || deps.makeFile === undefined) return null;
  const making = deps.makeFile(file);
  const bytes = await inTime(making, { deps, patience, what: 'file', kind: file.kind });
  return bytes === null ? null : { kind: 'document', name: file.name, bytes };
}

type Made = Attaching & { readonly what: 'chart' | 'file'; readonly kind: string };

/** Text never waits long for what goes along with it. */
async function inTime(
  making: Promise<Uint8Array>,
  { deps: { wait, log }, patience: { chartMs }, what, kind }: Made,
): Promise<Uint8Array | null> {
  const done = new AbortController();
  const tooLate = wait(chartMs, done.signal).then(() => null);
  try {
    const bytes = await Promise.race([making, tooLate]);
    if (bytes === null) log.warn(`telegram.${what}TooLate`, { kind, chartMs });
    return bytes;
  } catch (error) {
    log.warn(`telegram.${what}Failed`, { kind, why: faultText(error) });
    return null;
  } finally {
    done.abort();
  }
}
