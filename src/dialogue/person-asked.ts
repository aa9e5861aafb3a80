import { fold } from '../vietnamese/fold.ts';

/** Folded: who somebody is, or where to be reached. */
const OF_PEOPLE =
  /(?:^| )(?:la ai|ai la|ai lam|ten la gi|ten gi|(?:so )?dien thoai|sdt|so dt|hotline|duong day nong|dia chi|email|gio lam viec|gio hanh chinh)(?: |$)/u;
/** Agencies are asked about, or what is late: "ai là đơn vị chậm nhất". */
const OF_FIGURES =
  /(?:^| )(?:nhat|nhieu|it|hon|kem|tot|xau|tre|cham|muon|dung dau|dau bang|doi so|(?:qua|dung|truoc) (?:han|hen)|ty le|ti le|giu|bao nhieu|ho so)(?: |$)/u;

/** "Chủ tịch Nha Trang là ai", "địa chỉ sở y tế": of people and where they sit figures tell nothing, and it is no ranking. */
export function asksForPerson(text: string): boolean {
  const folded = fold(text)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return OF_PEOPLE.test(folded) && !OF_FIGURES.test(folded);
}
