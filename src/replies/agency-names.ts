import type { Agency } from '../agencies/agency.ts';
import { placeNameOf, type PlaceType } from '../agencies/type-words.ts';
import { day } from './numbers.ts';

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

/**
 * An agency among others that may be meant: "UBND xã Vạn Thắng (huyện Vạn Ninh)", "UBND xã Vạn Thắng (tỉnh Khánh Hòa,
 * từ 01/07/2025)". Names alone repeat across districts and reorganisations; `place` is null where the name says it.
 */
export function labelOf(agency: Agency, place: Agency | null): string {
  const parts = [place === null ? '' : placeText(place), existence(agency)];
  const apart = parts.filter((part) => part !== '').join(', ');
  return apart === '' ? agency.name : `${agency.name} (${apart})`;
}

/** "TP Nha Trang", "huyện Vạn Ninh": short, as buttons have little room, but not down to a letter. */
function placeText({ name }: Agency): string {
  const parts = placeNameOf(name);
  if (parts === null) return name;
  const { type, abbreviation, place } = parts;
  return `${abbreviation.length === 1 ? type : abbreviation} ${place}`;
}

/** "UBND xã Diên Điền (từ 01/07/2025)": where an agency is chosen for long, others that bore its name are told apart. */
export function datedName(agency: Agency): string {
  const dates = existence(agency);
  return dates === '' ? agency.name : `${agency.name} (${dates})`;
}

/** ", có đến 30/06/2025"; nothing of what exists. */
export function lastDayText(agency: Agency | null): string {
  return agency === null || agency.validTo === null ? '' : `, có đến ${day(agency.validTo)}`;
}

/** "từ 01/07/2025", "01/03/2020–30/06/2025"; nothing of what stood before all figures. */
function existence({ validFrom, validTo }: Agency): string {
  if (validFrom === null) return '';
  return validTo === null ? `từ ${day(validFrom)}` : `${day(validFrom)}–${day(validTo)}`;
}
