import type { Agency } from '../agencies/agency.ts';
import type { PlaceType } from '../agencies/type-words.ts';

/** How a group of peers is called: "UBND cấp huyện", "đơn vị cấp xã". */
export function peersOfLevel(level: Agency['level']): string {
  switch (level) {
    case 'district':
      return 'UBND cấp huyện';
    case 'commune':
      return 'đơn vị cấp xã';
    case 'department':
      return 'sở, ngành';
    case 'branch':
      return 'văn phòng, chi nhánh ĐKĐĐ';
    case 'verticalSector':
      return 'cơ quan ngành dọc';
    case 'province':
    case 'group':
      return 'khối';
  }
}

/** The shortest word for a unit of a level, as used in a chart title: "5/8 huyện". */
export function unitWord(level: Agency['level']): string {
  switch (level) {
    case 'district':
      return 'huyện';
    case 'commune':
      return 'xã, phường';
    case 'department':
      return 'sở, ngành';
    case 'branch':
      return 'văn phòng, chi nhánh';
    case 'verticalSector':
      return 'ngành';
    case 'province':
    case 'group':
      return 'khối';
  }
}

/** What a ranking is over: a level, one type of it ("thị trấn"), or (`level` null) every unit of the province. */
export type RankedKind = {
  readonly level: Agency['level'] | null;
  readonly type: PlaceType | null;
};

/** The units a ranking is over: "UBND cấp huyện", "phường thuộc Nha Trang". */
export function rankedAmong({ level, type }: RankedKind, within: Agency | null): string {
  const peers = type ?? (level === null ? 'mọi đơn vị của tỉnh' : peersOfLevel(level));
  return within === null || within.level === 'province'
    ? peers
    : `${peers} thuộc ${within.shortName}`;
}

/** One of them, for counting: "huyện", "phường", "đơn vị". */
export function rankedUnit({ level, type }: RankedKind): string {
  return type ?? (level === null ? 'đơn vị' : unitWord(level));
}
