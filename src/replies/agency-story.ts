import type { AgencyStory, StoryStep } from '../queries/agency-story.ts';
import { day } from './numbers.ts';
import type { Block } from './reply.ts';
import { capital, listed } from './sentence.ts';

/** What became of an agency, and what it was formed from, in words; empty when nothing changed. */
export function storyBlocks(name: string, story: AgencyStory): readonly Block[] {
  const lines = [...story.became.slice(0, 3).map(stepText), ...formedText(name, story)];
  return lines.map((line): Block => ({ kind: 'note', line: [line] }));
}

/** "Từ 01/11/2024 phường Xương Huân nhập vào phường Vạn Thạnh." */
function stepText({ on, from, to, partial, confirmed }: StoryStep): string {
  const verb = to.length > 1 || partial ? 'được tổ chức lại thành' : 'nhập vào';
  const into = to.map(({ name }) => (name === from.name ? `${place(name)} mới` : place(name)));
  return `Từ ${day(on)} ${place(from.name)} ${verb} ${listed(into)}${confirmed ? '' : UNCONFIRMED}.`;
}

/** Said of steps of which only the national pattern is known. */
const UNCONFIRMED = ' (theo phương án chung cả nước, chưa có văn bản của tỉnh)';

function formedText(name: string, { formedFrom, formed }: AgencyStory): readonly string[] {
  if (formed === null) return [];
  const parts = formedFrom.map(
    ({ agency, partial }) => `${partial ? 'một phần ' : ''}${place(agency.name)}`,
  );
  const doubt = formed.confirmed ? '' : UNCONFIRMED;
  return formed.isNew
    ? [`${capital(place(name))} thành lập ngày ${day(formed.on)} từ ${listed(parts)}${doubt}.`]
    : [`Từ ${day(formed.on)} ${place(name)} nhận thêm ${listed(parts)}${doubt}.`];
}

/** "phường Xương Huân", "tỉnh Ninh Thuận": the place rather than its office, as it stands in a sentence. */
function place(name: string): string {
  return name.replace(/^UBND /u, '').replace(/^Tỉnh /u, 'tỉnh ');
}
