import { fold } from '../vietnamese/fold.ts';

/** Kinds of local government, as they begin a name; Vietnam has these and no others. */
export type PlaceType =
  | 'thành phố'
  | 'thị xã'
  | 'thị trấn'
  | 'đặc khu'
  | 'huyện'
  | 'quận'
  | 'phường'
  | 'xã'
  | 'tỉnh';

/** A local government's name taken apart: "UBND thành phố Nha Trang" = type "thành phố" + place "Nha Trang". */
export type PlaceName = {
  readonly type: PlaceType;
  /** How people shorten the type: "TP". */
  readonly abbreviation: string;
  readonly place: string;
};

const TYPES: readonly (readonly [type: PlaceType, abbreviation: string])[] = [
  ['thành phố', 'TP'],
  ['thị xã', 'TX'],
  ['thị trấn', 'TT'],
  ['đặc khu', 'ĐK'],
  ['huyện', 'H'],
  ['quận', 'Q'],
  ['phường', 'P'],
  ['xã', 'X'],
  ['tỉnh', 'T'],
];

/** Words that say what kind of agency is meant and name none by themselves. */
const TYPE_ONLY = new Set(
  fold(
    `UBND ủy ban nhân dân TP TX TT ĐK H Q P X thành phố thị xã thị trấn đặc khu huyện quận phường xã sở ban ngành
     chi nhánh CN CNVPĐKĐĐ CNVĐKĐĐ văn phòng VP đăng ký đất đai cấp các khối của thuộc ở tại`,
  ).split(' '),
);

/** Takes the name of a local government apart; null for any other agency. */
export function placeNameOf(name: string): PlaceName | null {
  const bare = name.replace(/^UBND /u, '');
  for (const [type, abbreviation] of TYPES) {
    const starts = bare.toLowerCase().startsWith(`${type} `);
    if (starts) return { type, abbreviation, place: bare.slice(type.length + 1) };
  }
  return null;
}

/** Whether a text consists of nothing but words for kinds of agencies: "UBND xã", "chi nhánh". */
export function isOnlyTypeWords(text: string): boolean {
  return fold(text)
    .split(' ')
    .every((word) => TYPE_ONLY.has(word));
}
