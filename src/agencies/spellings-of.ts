import type { Agency, Directory } from './agency.ts';
import type { SpellingKind } from './spelling.ts';
import { placeNameOf } from './type-words.ts';

/** A spelling before it is tied to its agency. */
export type Written = { readonly text: string; readonly kind: SpellingKind };

/** What stands before a place for its land office, and for its communes together. */
const LAND_OFFICE_WORDS = `
  chi nhánh, CN, CNVPĐKĐĐ, CNVĐKĐĐ, CNVPĐK, VPĐKĐĐ, VPĐK, CN VPĐKĐĐ, CN VPĐK, chi nhánh VPĐKĐĐ, chi nhánh VPĐK,
  chi nhánh đất đai, CN đất đai, văn phòng đất đai, văn phòng đăng ký, văn phòng đăng ký đất đai, văn phòng ĐKĐĐ,
  đăng ký đất đai, chi nhánh văn phòng đăng ký, chi nhánh văn phòng đăng ký đất đai`
  .split(',')
  .map((words) => words.trim());
const COMMUNES_WORDS = `
  cấp xã, UBND cấp xã, khối xã, các xã, tất cả các xã, các phường, các đơn vị cấp xã, xã phường, phường xã,
  các xã phường, các phường xã, các xã phường thị trấn`
  .split(',')
  .map((words) => words.trim());
const LINKS = ['của', 'thuộc', 'tại'] as const;

/** Every way people write an agency's name, the most telling first. Marks, case and spacing are not varied here. */
export function spellingsOf(agency: Agency, directory: Directory): readonly Written[] {
  return [
    ...[agency.name, ...agency.printedNames].map(as('full')),
    ...derivedFrom(agency, directory),
    as('full')(agency.shortName),
    ...[...agency.aliases, agency.id].map(as('alias')),
  ].flatMap(({ text, kind }) => withAndWithoutAnd(text).map(as(kind)));
}

function derivedFrom(agency: Agency, directory: Directory): readonly Written[] {
  switch (agency.level) {
    case 'district':
    case 'commune':
    case 'province':
      return [agency.name, ...agency.printedNames].flatMap(ofLocalGovernment);
    case 'branch':
      return ofPlace(agency, directory, LAND_OFFICE_WORDS);
    case 'group':
      return ofPlace(agency, directory, [
        ...COMMUNES_WORDS,
        ...[...COMMUNES_WORDS, 'xã', 'phường'].flatMap((word) =>
          LINKS.map((link) => `${word} ${link}`),
        ),
      ]);
    case 'department':
      return ofDepartment(agency);
    case 'verticalSector':
      return [];
  }
}

function ofLocalGovernment(fullName: string): readonly Written[] {
  const name = placeNameOf(fullName);
  if (name === null) return [];
  const { type, abbreviation, place } = name;
  const short = as(abbreviation.length === 1 ? 'initial' : 'typed');
  return [
    as('full')(`UBND ${type} ${place}`),
    as('typed')(`${type} ${place}`),
    // "Diên Khánh (thị trấn)", as lists tell namesakes apart.
    as('typed')(`${place} (${type})`),
    ...[`${abbreviation} ${place}`, `UBND ${abbreviation} ${place}`].map(short),
    ...[place, `UBND ${place}`].map(as('bare')),
  ];
}

/** Agencies named after a place they share with a district office; the bare place means them too. */
function ofPlace(
  agency: Agency,
  directory: Directory,
  words: readonly string[],
): readonly Written[] {
  const { district } = agency;
  const name = district === undefined ? null : placeNameOf(directory.get(district).name);
  if (name === null) return [];
  const { type, abbreviation, place } = name;
  const places = [place, `${type} ${place}`, `${abbreviation} ${place}`];
  return [
    ...words.flatMap((word) => places.map((each) => `${word} ${each}`)).map(as('typed')),
    as('bare')(place),
  ];
}

function ofDepartment({ name, aliases }: Agency): readonly Written[] {
  const bare = name.replace(/^Sở /u, '');
  if (bare === name) return [];
  const spelledOut = aliases.filter((alias) => !/^s/iu.test(alias)).map((alias) => `Sở ${alias}`);
  return [as('typed')(`${name} tỉnh`), as('bare')(bare), ...spelledOut.map(as('alias'))];
}

/** "Kế hoạch & Đầu tư", "KH và ĐT", "Kế hoạch Đầu tư": signs are no letters, "và" is. */
function withAndWithoutAnd(text: string): readonly string[] {
  return [...new Set([text, text.replaceAll(' và ', ' '), text.replaceAll(/\s*&\s*/gu, ' và ')])];
}

function as(kind: SpellingKind): (text: string) => Written {
  return (text) => ({ text, kind });
}
