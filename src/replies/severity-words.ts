import type { Severity } from '../snapshots/severity.ts';

/** How much a finding weighs, in a word. */
export const SEVERITY_WORDS: Readonly<Record<Severity, string>> = {
  error: 'lỗi',
  warning: 'cảnh báo',
  note: 'ghi chú',
};
