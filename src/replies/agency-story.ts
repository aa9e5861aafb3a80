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
  const doubt = confirmed ? '' : ' (theo phương án chung cả nước, chưa có văn bản của tỉnh)';
  return `Từ ${day(on)} ${place(from.name)} ${verb} ${listed(to.map((agency) => place(agency.name)))}${doubt}.`;
}

function formedText(name: string, { formedFrom, formedOn }: AgencyStory): readonly string[] {
  if (formedOn === null) return [];
  const parts = formedFrom.map(
    ({ agency, partial }) => `${partial ? 'một phần ' : ''}${place(agency.name)}`,
  );
  return [`${capital(place(name))} thành lập ngày ${day(formedOn)} từ ${listed(parts)}.`];
}

/** "phường Xương Huân": the place rather than its office. */
function place(name: string): string {
  return name.replace(/^UBND /u, '');
}
