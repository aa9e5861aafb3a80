import { agencyQuestion } from '../asking/question-text.ts';
import type { RateAnswer } from '../queries/rate-answer.ts';
import { formulaWords } from './metric-words.ts';
import { percent } from './numbers.ts';
import { periodName } from './period-names.ts';
import type { Block, Choice, Reply } from './reply.ts';
import { capital } from './sentence.ts';
import { sourceBlock } from './source-line.ts';

/**
 * Says what there is where nothing is known by the formula that was asked for ("Năm 2020 công bố 12,44%, văn bản không nêu
 * công thức"), and offers the question without it. A rate by a formula nobody states is never given as if it were by that one.
 */
export function withOtherFormula(
  reply: Reply,
  { agency, metric, period, rates }: RateAnswer,
): Reply {
  const [first] = rates;
  const [headline, ...rest] = reply.blocks;
  if (first?.state.kind !== 'rate' || headline === undefined) return reply;
  const { hundredths, formula, origin, snapshot } = first.state.rate;
  const how = origin === 'published' ? ' công bố' : '';
  const said: Block = {
    kind: 'text',
    line: [
      `${capital(periodName(period))}${how} `,
      { strong: percent(hundredths) },
      `, ${formulaWords(formula)}.`,
    ],
  };
  const choice: Choice = {
    label: `Không chọn công thức: ${periodName(period)}`,
    send: agencyQuestion(metric, agency, period),
  };
  return {
    ...reply,
    blocks: [headline, said, ...rest, sourceBlock([snapshot])],
    choices: [choice, ...reply.choices],
    snapshots: [...reply.snapshots, snapshot.id],
  };
}
