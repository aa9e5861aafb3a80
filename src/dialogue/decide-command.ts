import { commandFor, type CommandName } from '../asking/commands.ts';
import { comparesWithPeriod } from './compared-periods.ts';
import { asksHolder, saysNow } from './of-now.ts';
import type { Sentence } from './read-sentence.ts';

type Rule = { readonly command: CommandName; readonly applies: (sentence: Sentence) => boolean };

/** What a sentence asks for, the most particular first. */
const RULES: readonly Rule[] = [
  { command: 'qua-han', applies: listsOverdue },
  { command: 'sap-den-han', applies: ({ acts }) => acts.has('dueSoon') },
  { command: 'tre-han', applies: ({ asks }) => asks === 'headroom' },
  { command: 'qua-han', applies: isOfToday },
  { command: 'qua-han', applies: asksHolder },
  { command: 'nguon', applies: ({ acts }) => acts.has('source') },
  { command: 'cong-thuc', applies: ({ acts }) => acts.has('formula') },
  {
    command: 'so-sanh',
    applies: ({ acts, mentions }) => acts.has('difference') && mentions.length > 1,
  },
  { command: 'doi-chieu', applies: ({ acts }) => acts.has('check') || acts.has('difference') },
  { command: 'bao-cao', applies: ({ acts }) => acts.has('export') },
  { command: 'bieu-do', applies: ({ acts, chart }) => acts.has('chart') || chart !== null },
  { command: 'dien-bien', applies: (said) => said.acts.has('trend') && !comparesWithPeriod(said) },
  { command: 'linh-vuc', applies: isByField },
  { command: 'bao-cao', applies: isReportAlone },
  { command: 'so-sanh', applies: compares },
  { command: 'xep-hang', applies: ranks },
  { command: 'tong-quan', applies: ({ acts, metric }) => acts.has('overview') && metric === null },
];

/**
 * The command a plain sentence means; null when it names no deed and no metric: then only an agency, a period or an
 * order may have been said, which means something in a conversation alone.
 */
export function decideCommand(sentence: Sentence): CommandName | null {
  const rule = RULES.find(({ applies }) => applies(sentence));
  if (rule !== undefined) return rule.command;
  if (sentence.metric !== null) return commandFor(sentence.metric);
  return sentence.acts.has('help') && sentence.mentions.length === 0 ? 'tro-giup' : null;
}

/** Only what is late is told by field: "đất đai Nha Trang trực tuyến" asks for the online rate of somebody. */
function isByField({ acts, field, metric, mentions }: Sentence): boolean {
  if (acts.has('field')) return true;
  const isOfLate = metric === null || metric === 'overdue';
  return field !== null && isOfLate && mentions.length < 2 && !acts.has('compare');
}

/** "sở nào chưa có hồ sơ nào quá hạn" is about agencies, not about dossiers. */
function listsOverdue({ acts, among, only }: Sentence): boolean {
  return acts.has('overdueNow') && among === null && only === null;
}

/** "Hiện nay Ninh Hòa quá hạn bao nhiêu", "Nha Trang hôm nay": not what the newest report says of last year. */
function isOfToday(sentence: Sentence): boolean {
  const { acts, metric, mentions, periods, by, only } = sentence;
  if (!saysNow(sentence) || periods.length > 0 || mentions.length > 1) return false;
  if (metric === 'overdue') return by !== 'rate' && only === null && !acts.has('compare');
  return metric === null && mentions.length === 1 && isNothingElseAsked(sentence);
}

function isNothingElseAsked({ acts, ranks: asksRanking, chart }: Sentence): boolean {
  return acts.size === 1 && !asksRanking && chart === null;
}

/** "Báo cáo", "gửi báo cáo Nha Trang", "báo cáo năm 2023": of whom and when, and nothing else. */
function isReportAlone(sentence: Sentence): boolean {
  const { acts, metric, mentions, periods, order, among } = sentence;
  const isOfOne = mentions.length < 2 && periods.length < 2 && among === null && order === null;
  return acts.has('report') && metric === null && isOfOne && isNothingElseAsked(sentence);
}

/** "so với cùng kỳ" is no comparison of its own: every answer about one agency says it. */
function compares({ acts, mentions, periods, ranks: asksRanking, among }: Sentence): boolean {
  if (among !== null || (asksRanking && mentions.length < 2)) return false;
  if (mentions.length > 1 || periods.length > 1) return true;
  // "So sánh Nha Trang với chỉ tiêu" has no other side.
  if (acts.has('standing')) return false;
  return acts.has('compare') && (periods.length === 1 || !acts.has('lastYear'));
}

function ranks(sentence: Sentence): boolean {
  const { among, order, top, metric, acts, by, only } = sentence;
  if (!sentence.ranks) return false;
  return (
    among !== null ||
    order !== null ||
    top !== null ||
    by !== null ||
    only !== null ||
    metric !== null ||
    acts.has('rank') ||
    acts.has('place')
  );
}
