import type { AgencyId } from '../agencies/agency.ts';
import type { PeriodKey } from '../calendar/period.ts';
import type { NamedList } from '../dossiers/named-list.ts';
import type { Metric } from '../figures/metric.ts';
import type { SnapshotId } from '../snapshots/snapshot.ts';
import type { ChartRequest } from './chart-request.ts';
import type { FileRequest } from './file-request.ts';

/** A run of plain text; `strong` is the only emphasis. Channels escape and mark up, replies never do. */
export type Span = string | { readonly strong: string };
export type Line = readonly Span[];

/**
 * A piece of a reply. Roles, not looks: `headline` is the first line and carries the number; `warning`
 * must not be overlooked; `source` is where the figure comes from (small print).
 */
export type Block =
  | { readonly kind: 'headline' | 'text' | 'note' | 'warning' | 'source'; readonly line: Line }
  | { readonly kind: 'list'; readonly items: readonly Line[] }
  | {
      readonly kind: 'table';
      readonly header: readonly string[];
      /** Cells by row; the first column is left-aligned, the others right-aligned. */
      readonly rows: readonly (readonly string[])[];
    };

/** Something the person can say next by one tap: a button, or a number where there are no buttons. */
export type Choice = { readonly label: string; readonly send: string };

/** What the answer was about: the memory of the conversation, and the `--json` of the console. */
export type Topic = {
  readonly agency: AgencyId | null;
  readonly period: PeriodKey | null;
  readonly metric: Metric | null;
  /** Whom a ranking puts first, or who is beyond the value asked for: "huyện đó" goes on about the only one. */
  readonly leading?: readonly AgencyId[];
};

/** One answer, free of any channel's markup and limits. */
export type Reply = {
  readonly blocks: readonly Block[];
  readonly chart: ChartRequest | null;
  readonly choices: readonly Choice[];
  /** A table that goes with it as a file. */
  readonly file?: FileRequest;
  readonly topic: Topic;
  /** The snapshots the figures came from, for the audit. */
  readonly snapshots: readonly SnapshotId[];
  /** The list of dossiers that it names as its source, for the audit: of several the newest. */
  readonly list?: NamedList;
};

export const NO_TOPIC: Topic = { agency: null, period: null, metric: null };

/** A reply of text only. */
export function textReply(blocks: readonly Block[], choices: readonly Choice[] = []): Reply {
  return { blocks, chart: null, choices, topic: NO_TOPIC, snapshots: [] };
}

/** A block of text each; what there is nothing to say of (null, '') is left out. */
export function textBlocks(texts: readonly (string | null)[]): readonly Block[] {
  return texts.flatMap((text): readonly Block[] =>
    text === null || text === '' ? [] : [{ kind: 'text', line: [text] }],
  );
}

/** The first line of a reply as plain text: what it says in short. */
export function headlineOf({ blocks }: Reply): string {
  const first = blocks.find((block) => block.kind === 'headline');
  return first === undefined || first.kind !== 'headline' ? '' : plain(first.line);
}

/** The reply with further blocks right behind its first line. */
export function behindHeadline(reply: Reply, further: readonly Block[]): Reply {
  return { ...reply, blocks: reply.blocks.toSpliced(1, 0, ...further) };
}

/** The reply with another first line made of its own. */
export function withHeadline(reply: Reply, change: (line: Line) => Line): Reply {
  const [headline, ...rest] = reply.blocks;
  if (headline?.kind !== 'headline') return reply;
  return { ...reply, blocks: [{ ...headline, line: change(headline.line) }, ...rest] };
}

/** A line as plain text. */
export function plain(line: Line): string {
  return line.map((span) => (typeof span === 'string' ? span : span.strong)).join('');
}
