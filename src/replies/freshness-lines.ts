import { momentWords } from './moment-words.ts';
import type { Block } from './reply.ts';
import { HEALTH_WORDS, type HealthToTell } from './source-notices.ts';

/**
 * "Nguồn mot-cua không đọc được từ 07:10 ngày 23/11/2026; số liệu đọc lúc 07:00 ngày 23/11/2026 có thể đã khác."; of one
 * that is silent, since when.
 */
export function freshnessBlock(health: HealthToTell): Block {
  return {
    kind: 'warning',
    line: [`Nguồn ${health.source} ${whatIsWrong(health)} có thể đã khác.`],
  };
}

function whatIsWrong({ state, since, lastGoodAt, lastChangedAt }: HealthToTell): string {
  const silentSince = lastChangedAt ?? lastGoodAt ?? since;
  if (state === 'stale') return `không có số mới từ ${momentWords(silentSince)}; số liệu`;
  const read = lastGoodAt === null ? '' : ` đọc lúc ${momentWords(lastGoodAt)}`;
  return `${HEALTH_WORDS[state]} từ ${momentWords(since)}; số liệu${read}`;
}
