import type { Role } from '../audience/standing.ts';
import { bare } from '../vietnamese/fold.ts';

/** What a keeper says behind /gan-nhom: as what to bind, or to let go. */
export type BindingAsked = {
  readonly unbind: boolean;
  readonly role: Role | null;
  /** What is left: the name of an agency, as typed. */
  readonly name: string;
};

/** Nothing but these words: "Bộ phận Một cửa …" begins like "bỏ". */
const UNBIND = /^(?:go|bo|huy|thoi)(?: (?:bo|gan|ket noi|lien ket|nhom|nay|ra|di|nhe))*$/u;
const ROLES: readonly (readonly [RegExp, Role])[] = [
  [/^(nhom )?lanh dao\b/u, 'leader'],
  [/^(nhom )?(chuyen vien|tham muu|van phong cchc|to cchc)\b/u, 'staff'],
  [/^(nhom )?quan tri\b/u, 'keeper'],
];

/** Reads "lãnh đạo", "chuyên viên", "phường Lộc Thọ", "gỡ". */
export function readBinding(words: string): BindingAsked {
  const text = words.normalize('NFC').trim();
  const folded = bare(text);
  if (UNBIND.test(folded)) return { unbind: true, role: null, name: '' };
  for (const [pattern, role] of ROLES) {
    const length = pattern.exec(folded)?.[0].length;
    if (length !== undefined) return { unbind: false, role, name: text.slice(length).trim() };
  }
  return { unbind: false, role: null, name: text };
}
