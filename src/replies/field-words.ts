import { fieldName } from '../snapshots/field-name.ts';

/** The name of a field of work as it stands in a sentence: "lĩnh vực đất đai". */
export function fieldText(field: string): string {
  const name = fieldName(field);
  // Abbreviations and proper names keep their capitals.
  return /^\p{Lu}\p{Ll}/u.test(name)
    ? name.replace(/^\p{Lu}/u, (letter) => letter.toLowerCase())
    : name;
}
