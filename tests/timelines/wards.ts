import { AgencyId } from '../../src/agencies/agency.ts';
import type { DossierList, DossierStore } from '../../src/dossiers/store.ts';
import { dossier, takeIn } from '../conversations/due-dossiers.ts';
import { moment } from './start-day.ts';

/** Ten wards of Nha Trang, each with a group. */
export const WARDS = [
  { id: 'p-loc-tho', name: 'phường Lộc Thọ', chat: '-1' },
  { id: 'p-ngoc-hiep', name: 'phường Ngọc Hiệp', chat: '-2' },
  { id: 'p-phuoc-hai', name: 'phường Phước Hải', chat: '-3' },
  { id: 'p-phuoc-hoa', name: 'phường Phước Hòa', chat: '-4' },
  { id: 'p-phuoc-long', name: 'phường Phước Long', chat: '-5' },
  { id: 'p-phuoc-tan', name: 'phường Phước Tân', chat: '-6' },
  { id: 'p-phuong-sai', name: 'phường Phương Sài', chat: '-7' },
  { id: 'p-vinh-hai', name: 'phường Vĩnh Hải', chat: '-8' },
  { id: 'p-vinh-hoa', name: 'phường Vĩnh Hòa', chat: '-9' },
  { id: 'p-vinh-phuoc', name: 'phường Vĩnh Phước', chat: '-10' },
] as const;

type Saying = { say(chat: string, text: string): Promise<string> };

/** Lets the groups of wards in, each subscribed to its list. */
export async function letWardsIn(day: Saying, wards: readonly (typeof WARDS)[number][] = WARDS) {
  for (const { chat, name, id } of wards) {
    await day.say(chat, `/gan-nhom ${name} #${id}`);
    await day.say(chat, '/dang-ky 07:00');
  }
}

/** Takes in a list of the morning of a day: of the n-th ward n late dossiers, and one due that day. */
export async function takeInWards(
  store: DossierStore,
  on: string,
  list: Partial<DossierList> = {},
) {
  const all = WARDS.flatMap(({ id }, at) => [
    dossier(`9${String(at).padStart(2, '0')}0`, on, { agency: AgencyId.parse(id) }),
    ...Array.from({ length: at + 1 }, (_, late) =>
      dossier(`8${String(at).padStart(2, '0')}${String(late)}`, '2026-01-12', {
        agency: AgencyId.parse(id),
      }),
    ),
  ]);
  await takeIn(store, all, { asOf: moment(`${on}T06:00`), ...list });
}
