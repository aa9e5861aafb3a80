import { parsePeriodKey } from '../calendar/periods.ts';
import type { StatedChange } from '../queries/stated-changes.ts';
import { METRIC_WORDS, rateWords } from './metric-words.ts';
import { periodName } from './period-names.ts';
import type { Block } from './reply.ts';
import { documentName } from './source-line.ts';
import { statedChangeText } from './stated-change.ts';

/** "Báo cáo 55/BC-UBND ngày 26/02/2024: năm 2023 0,49% hồ sơ trễ hạn, giảm 1,10 điểm % so với năm 2022; không ghi số của kỳ đó." */
export function statedAgainstBlock({ reading, change }: StatedChange): Block {
  const { statement, snapshot } = reading;
  const { rate, metric } = statement;
  const number = rate === null ? '' : ` ${rateWords(metric, rate)}`;
  const when = periodName(parsePeriodKey(snapshot.period));
  const said = `${when}${number} ${METRIC_WORDS[metric]}, ${statedChangeText(change)}`;
  return {
    kind: 'text',
    line: [`${documentName(snapshot)}: `, { strong: said }, '; không ghi số của kỳ đó.'],
  };
}
