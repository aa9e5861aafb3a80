import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { faultText, type Log } from '../../log.ts';
import type { ChartRequest, DrawChart } from '../../replies/chart-request.ts';
import type { Reply } from '../../replies/reply.ts';
import { numbered } from '../numbered-choices.ts';
import { plainText } from '../plain-text.ts';

/** A terminal's width in columns: tables wider than this become one line a row. */
const TERMINAL_WIDTH = 100;

/** One answer as the shell prints it: `--json` writes exactly this object on a line. */
export type ConsoleReply = {
  readonly question: string;
  readonly text: string;
  readonly choices: readonly { readonly label: string; readonly send: string }[];
  /** Files of the pictures. */
  readonly charts: readonly string[];
  readonly files: readonly string[];
  readonly agency: string | null;
  readonly period: string | null;
  readonly metric: string | null;
};

/** How charts are drawn and where their files go. */
export type Drawing = { readonly draw: DrawChart; readonly folder: string; readonly log: Log };

/** Renders a reply for the terminal; the chart becomes a file. If it cannot be drawn, the log says so and the text stands alone. */
export async function consoleReply(
  question: string,
  reply: Reply,
  drawing: Drawing,
): Promise<ConsoleReply> {
  const [text = ''] = plainText(reply.blocks, { limit: Infinity, tableWidth: TERMINAL_WIDTH });
  const chart = reply.chart === null ? null : await drawnFile(reply.chart, drawing);
  return {
    question,
    text,
    choices: reply.choices,
    charts: chart === null ? [] : [chart],
    files: [],
    agency: reply.topic.agency,
    period: reply.topic.period,
    metric: reply.topic.metric,
  };
}

/** The reply as lines for people: text, numbered choices, the chart's file. */
export function consoleLines({ text, choices, charts }: ConsoleReply): readonly string[] {
  return [
    text,
    ...(choices.length === 0 ? [] : ['', ...numbered(choices)]),
    ...(charts.length === 0 ? [] : ['', ...charts.map((file) => `[${file}]`)]),
  ];
}

async function drawnFile(
  chart: ChartRequest,
  { draw, folder, log }: Drawing,
): Promise<string | null> {
  try {
    const png = await draw(chart);
    const name = createHash('sha256').update(png).digest('hex').slice(0, 16);
    const file = join(folder, `${name}.png`);
    await mkdir(folder, { recursive: true });
    await writeFile(file, png);
    return file;
  } catch (error) {
    log.error('console.chartFailed', { kind: chart.kind, why: faultText(error) });
    return null;
  }
}
