import type { SilentRule } from '../alerts/silent-rules.ts';

/** What the doctor says of an alert that cannot come: "· Chưa có chỉ tiêu trực tuyến năm 2026 trong …". */
export function silentRuleLine({ year }: SilentRule, targetsFile: string): string {
  return `· Chưa có chỉ tiêu trực tuyến năm ${String(year)} trong ${targetsFile}: cảnh báo trực tuyến không chạy.`;
}

/** The same under a subscription that asks for it. */
export function silentRuleText({ year }: SilentRule): string {
  return `Chưa báo về hồ sơ trực tuyến: bot chưa có chỉ tiêu trực tuyến năm ${String(year)}.`;
}
