import type { Problem } from '../errors.ts';
import { count } from './numbers.ts';
import { problemText } from './problem-text.ts';
import { type Reply, textReply } from './reply.ts';

/** Files that are named; more are counted. */
const SHOWN = 5;

/** Files that could not be taken in were put into the folder of a source, and taken away; how it does is as before. */
export function strayFilesReply(source: string, problems: readonly Problem[]): Reply {
  const rest = problems.length - SHOWN;
  return textReply([
    {
      kind: 'headline',
      line: [
        `${count(problems.length)} tệp không nạp được ở thư mục của nguồn `,
        { strong: source },
      ],
    },
    {
      kind: 'list',
      items: problems.slice(0, SHOWN).map((problem) => [problemText(problem)]),
    },
    ...(rest > 0 ? [{ kind: 'note', line: [`Còn ${count(rest)} tệp nữa.`] } as const] : []),
    {
      kind: 'text',
      line: [
        'Đã chuyển vào rejected/, lý do và cách sửa ghi ở tệp bên cạnh. Tệp này không làm nguồn bị nghi ngờ: số đang dùng và cảnh báo vượt ngưỡng giữ như trước.',
      ],
    },
  ]);
}
