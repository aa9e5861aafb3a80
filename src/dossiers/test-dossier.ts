import { fold } from '../vietnamese/fold.ts';

/**
 * How people name what they only try out, without marks. "Thử nghiệm" alone is not enough: procedures on experiments
 * (thử thuốc, hoạt động thử nghiệm) are real.
 */
const TRIALS =
  /^(?:test|demo|chay thu)\b|\bho so (?:test|demo|chay thu)\b|\bho so thu nghiem(?=$| \d| he thong| phan mem)|\b(?:thu tuc|quy trinh|don vi|can bo|tai khoan) (?:test|demo|thu nghiem)\b|\b(?:test|demo) (?:ho so|he thong|phan mem)\b|\btest$/u;

/** What a code holds when a trial was given one by hand; "TEST" never stands in an agency's or a day's part. */
const TRIAL_CODE = /test|demo/iu;

/** Whether a dossier was only made to try the system: such ones stay behind in official data (domain.md 8). */
export function isTestDossier({ code, texts, isTrial: names = isTrial }: Shown): boolean {
  return TRIAL_CODE.test(code) || texts.some((text) => text !== null && names(text));
}

type Shown = {
  readonly code: string;
  /** Procedure, step, units: whatever the list shows of the dossier but its applicant. */
  readonly texts: readonly (string | null)[];
  /** One that remembers, for long lists. */
  readonly isTrial?: (text: string) => boolean;
};

/** Whether a text names a trial: "Hồ sơ test", "TEST 01", "Quy trình thử nghiệm". */
export function isTrial(text: string): boolean {
  return TRIALS.test(fold(text));
}
