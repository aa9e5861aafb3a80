import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

import { faultText, type Log } from '../../log.ts';
import type { ChartRequest, DrawChart } from '../../replies/chart-request.ts';
import type { FileRequest, MakeFile } from '../../replies/file-request.ts';
import type { Reply } from '../../replies/reply.ts';
import { CAPABILITIES } from '../capabilities.ts';
import { numbered } from '../numbered-choices.ts';
import { plainText } from '../plain-text.ts';

const { textLimit: limit, tableWidth } = CAPABILITIES.console;

/** One answer as the shell prints it: `--json` writes exactly this object on a line. */
export type ConsoleReply = {
  readonly question: string;
  readonly text: string;
  readonly choices: readonly { readonly label: string; readonly send: string }[];
  /** Paths of the pictures, and of the tables that go with the answer. */
  readonly charts: readonly string[];
  readonly files: readonly string[];
  readonly agency: string | null;
  readonly period: string | null;
  readonly metric: string | null;
};

/** How charts are drawn and files made, and where they go; without `makeFile` answers come without their files. */
export type Drawing = {
  readonly draw: DrawChart;
  readonly makeFile?: MakeFile;
  readonly folder: string;
  readonly log: Log;
};

/**
 * Renders a reply for the terminal; its chart and its table become files. If one cannot be made, the log says so and the
 * text stands alone.
 */
export async function consoleReply(
  question: string,
  reply: Reply,
  drawing: Drawing,
): Promise<ConsoleReply> {
  const [text = ''] = plainText(reply.blocks, { limit, tableWidth });
  const chart = reply.chart === null ? null : await drawnFile(reply.chart, drawing);
  const file = reply.file === undefined ? null : await madeFile(reply.file, drawing);
  return {
    question,
    text,
    choices: reply.choices,
    charts: chart === null ? [] : [chart],
    files: file === null ? [] : [file],
    agency: reply.topic.agency,
    period: reply.topic.period,
    metric: reply.topic.metric,
  };
}

/** The reply as lines for people: text, numbered choices, the files that go with it. */
export function consoleLines({ text, choices, charts, files }: ConsoleReply): readonly string[] {
  const beside = [...charts, ...files];
  return [
    text,
    ...(choices.length === 0 ? [] : ['', ...numbered(choices)]),
    ...(beside.length === 0 ? [] : ['', ...beside.map((file) => `[${file}]`)]),
  ];
}

async function drawnFile(
  chart: ChartRequest,
  { draw, folder, log }: Drawing,
): Promise<string | null> {
  try {
    const png = await draw(chart);
    const name = createHash('sha256').update(png).digest('hex').slice(0, 16);
    return await written(join(folder, `${name}.png`), png);
  } catch (error) {
    log.error('console.chartFailed', { kind: chart.kind, why: faultText(error) });
    return null;
  }
}

/** Under its own name, as people keep it; the same table asked for again takes its place. */
async function madeFile(
  request: FileRequest,
  { makeFile, folder, log }: Drawing,
): Promise<string | null> {
  if (makeFile === undefined) return null;
  try {
    return await written(join(folder, basename(request.name)), await makeFile(request));
  } catch (error) {
    log.error('console.fileFailed', { kind: request.kind, why: faultText(error) });
    return null;
  }
}

async function written(file: string, bytes: Uint8Array): Promise<string> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, bytes);
  return file;
}
