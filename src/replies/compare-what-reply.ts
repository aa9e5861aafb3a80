import type { Agency } from '../agencies/agency.ts';
import { exactName, questionText } from '../asking/question-text.ts';
import { type Reply, textReply } from './reply.ts';

/** Said when there are not two things to compare; the peers of the agency are offered. */
export function compareWhatReply(agency: Agency, others: readonly Agency[]): Reply {
  const choices = others.slice(0, 3).map((other) => ({
    label: `${agency.shortName} – ${other.shortName}`,
    send: questionText('so-sanh', { agencies: [exactName(agency), exactName(other)] }),
  }));
  const words = `Hãy nêu hai cơ quan hoặc hai kỳ, ví dụ: “/so-sanh Nha Trang, Cam Ranh” hoặc “/so-sanh ${agency.shortName} năm 2023, năm 2020”.`;
  return textReply(
    [
      { kind: 'headline', line: [{ strong: 'So sánh với gì?' }] },
      { kind: 'text', line: [words] },
    ],
    choices,
  );
}
