import { fold } from '../vietnamese/fold.ts';
import { type NamePart, textOf } from './name-runs.ts';

/** Several kinds of commune in one breath mean all of them. */
const ALL_COMMUNES = new Set([
  'xa phuong',
  'phuong xa',
  'xa phuong thi tran',
  'phuong xa thi tran',
  'khoi xa',
]);

/** The ways to look some words up as a name, best first. */
export function nameTexts(text: string, parts: readonly NamePart[]): readonly string[] {
  const [first, ...more] = parts;
  const typed = textOf(text, parts);
  if (first === undefined || more.length === 0) return [typed];
  // "xã của Ninh Hòa", "xã phường Ninh Hòa": its communes together, not the commune of that name.
  const isAll = more[0]?.afterOf === true || ALL_COMMUNES.has(fold(first.text));
  if (first.level === 'commune' && isAll) return [`cấp xã ${textOf(text, more)}`];
  // "chi nhánh văn phòng đất đai Nha Trang": people shorten the long name in many ways.
  if (first.level === 'branch') return [typed, `chi nhánh ${textOf(text, more)}`];
  return [typed];
}
