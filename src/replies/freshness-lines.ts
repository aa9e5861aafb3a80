import { momentWords } from './moment-words.ts';
import type { Block } from './reply.ts';
import { HEALTH_WORDS, type HealthToTell } from './source-notices.ts';

/** "Nguồn mot-cua không đọc được từ 07:10 ngày 23/11/2026; số liệu đọc lúc 07:00 ngày 23/11/2026 có thể đã khác." */
export function freshnessBlock({
  source,
  state,
  since,
  lastGoodAt,
  lastChangedAt,
}: HealthToTell): Block {
  const known = state === 'stale' ? lastChangedAt : lastGoodAt;
  const read = known === null ? '' : ` đọc lúc ${momentWords(known)}`;
  const when = state === 'stale' ? '' : ` từ ${momentWords(since)}`;
  const words = `Nguồn ${source} ${HEALTH_WORDS[state]}${when}; số liệu${read} có thể đã khác.`;
  return { kind: 'warning', line: [words] };
}
