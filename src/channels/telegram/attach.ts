import type { ChartRequest } from '../../replies/chart-request.ts';
import type { FileRequest } from '../../replies/file-request.ts';
import { type Hurry, madeInTime } from '../made-in-time.ts';
import { TELEGRAM } from '../names.ts';
import { roomLog } from '../room-log.ts';
import type { Attachment } from './send-once.ts';
import type { Patience, TelegramDeps } from './settings.ts';

type Attaching = { readonly deps: TelegramDeps; readonly patience: Patience };

/** The picture of a chart, or null if there is none to be had in time. */
export async function photoOf(
  chart: ChartRequest | null,
  { deps, patience }: Attaching,
): Promise<Attachment | null> {
  if (chart === null) return null;
  const bytes = await madeInTime('chart', () => deps.draw(chart), hurryOf({ deps, patience }));
  return bytes === null ? null : { kind: 'photo', name: 'chart.png', bytes };
}

/** The file of a request, or null if there is none to be had in time. */
export async function documentOf(
  file: FileRequest | undefined,
  { deps, patience }: Attaching,
): Promise<Attachment | null> {
  const { makeFile } = deps;
  if (file === undefined || makeFile === undefined) return null;
  const bytes = await madeInTime('file', () => makeFile(file), hurryOf({ deps, patience }));
  return bytes === null ? null : { kind: 'document', name: file.name, bytes };
}

function hurryOf({ deps: { wait, log }, patience: { chartMs } }: Attaching): Hurry {
  return { wait, chartMs, log: roomLog(TELEGRAM, log) };
}
