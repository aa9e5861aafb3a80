import type { SilentRule } from '../alerts/silent-rules.ts';
import type { Subscription } from '../audience/store.ts';
import type { NoLonger } from '../queries/no-longer.ts';
import { storyBlocks } from './agency-story.ts';
import { day } from './numbers.ts';
import type { Block } from './reply.ts';
import { silentRuleText } from './silent-rule-lines.ts';

/** That nothing will come of an agency that is no more, as long as no source goes on with its name. */
export function goneBlocks({ agency, since, story, successors }: NoLonger): readonly Block[] {
  const line = [
    { strong: `${agency.name} không còn từ ${day(since)}` },
    ': chỉ có tin nếu nguồn vẫn gửi số liệu theo tên cũ.',
  ];
  const rebind =
    'Để theo dõi đơn vị mới, người quản trị bot gắn lại cuộc trò chuyện này (/gan-nhom).';
  return [
    { kind: 'warning', line },
    ...becameBlocks({ agency, story }),
    ...(successors.length === 0 && story.became.length > 0
      ? [{ kind: 'note', line: [rebind] } as const]
      : []),
  ];
}

/** What it became, and not what it was formed from. */
export function becameBlocks({
  agency,
  story,
}: Pick<NoLonger, 'agency' | 'story'>): readonly Block[] {
  return storyBlocks(agency.name, { ...story, formedFrom: [], formed: null });
}

/** What comes with it, or does not. */
export function mannerBlocks(
  subscription: Subscription,
  silent: readonly SilentRule[],
): readonly Block[] {
  switch (subscription.kind) {
    case 'morningList':
      return [{ kind: 'note', line: [QUIET[subscription.whenNothing]] }];
    case 'leaderDigest':
      return [];
    case 'alerts':
      return [
        {
          kind: 'note',
          line: [
            'Gồm cả các đơn vị trực thuộc; chỉ báo khi số liệu còn mới và có điều thay đổi, không báo ngoài giờ và ngày nghỉ.',
          ],
        },
        ...silent.map((rule): Block => ({ kind: 'note', line: [silentRuleText(rule)] })),
      ];
  }
}

const QUIET = {
  say: 'Ngày không có hồ sơ đến hạn vẫn có một dòng báo.',
  silent: 'Ngày không có hồ sơ đến hạn thì không gửi.',
} as const;
