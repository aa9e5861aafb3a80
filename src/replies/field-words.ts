import { fieldName } from '../snapshots/field-name.ts';
import { uncapital } from './sentence.ts';

/** The name of a field of work as it stands in a sentence: "lĩnh vực đất đai". */
export function fieldText(field: string): string {
  return uncapital(fieldName(field));
}
