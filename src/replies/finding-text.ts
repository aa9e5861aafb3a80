import { parsePeriodKey } from '../calendar/periods.ts';
import { isBetweenTables, isBetweenVersions } from '../snapshots/finding-kinds.ts';
import type {
  BetweenTables,
  BetweenVersions,
  Finding,
  SaidBefore,
  WithinTable,
} from '../snapshots/finding.ts';
import { COUNT_WORDS } from './count-words.ts';
import { count, day, percent } from './numbers.ts';
import { periodName } from './period-names.ts';

/** One finding as a sentence, numbers included: what is printed and what follows stand side by side. */
export function findingText(finding: Finding): string {
  if (isBetweenVersions(finding)) return versionsText(finding);
  return isBetweenTables(finding) ? tablesText(finding) : withinText(finding);
}

function withinText(finding: WithinTable): string {
  switch (finding.code) {
    case 'childrenDoNotAddUp':
      return `${COUNT_WORDS[finding.column]}: bảng ghi ${count(finding.printed)}, các đơn vị trực thuộc cộng lại ${count(finding.sumOfChildren)}, lệch ${count(Math.abs(finding.sumOfChildren - finding.printed))}`;
    case 'leavesDoNotAddUp':
      return `${COUNT_WORDS[finding.column]}: bảng ghi ${count(finding.printed)}, cộng từ từng đơn vị ${count(finding.sumOfLeaves)}, lệch ${count(Math.abs(finding.sumOfLeaves - finding.printed))}`;
    case 'rowDoesNotAddUp':
      return `${COUNT_WORDS[finding.column]}: bảng ghi ${count(finding.printed)}, các cột thành phần cộng lại ${count(finding.sumOfParts)}`;
    case 'rateDoesNotFollow':
      return `tỷ lệ ghi ${percent(finding.printed)}, tính từ số hồ sơ trong bảng ra ${percent(finding.computed)}`;
    case 'partExceedsTotal':
      return `${COUNT_WORDS[finding.column]}: bảng ghi ${count(finding.printed)}, lớn hơn tổng ${COUNT_WORDS[finding.total]} ${count(finding.printedTotal)}`;
    case 'balanceDoesNotClose':
      return `tiếp nhận ${count(finding.received)} nhưng đã và đang giải quyết cộng lại ${count(finding.handled)}, theo biểu II.06a phải bằng nhau`;
    case 'handledExceedReceived':
      return `đã và đang giải quyết cộng lại ${count(finding.handled)}, nhiều hơn số tiếp nhận ${count(finding.received)}`;
    case 'receivedUnaccounted':
      return `tiếp nhận ${count(finding.received)} nhưng đã và đang giải quyết thiếu ${count(finding.unaccounted)} hồ sơ, văn bản không giải thích`;
  }
}

function versionsText(finding: BetweenVersions): string {
  if (finding.code === 'rowDisappeared') {
    const { before } = finding;
    return `không còn trong bảng, trước có ${count(before.value)} hồ sơ (${saidWhen(before)})`;
  }
  const { code, column, before, now } = finding;
  const was = `${COUNT_WORDS[column]}: trước là ${count(before.value)} (${saidWhen(before)})`;
  if (code === 'counterRanBackwards') {
    return `${was}, nay giảm còn ${count(now)}, trong khi số cộng dồn trong kỳ chỉ có thể tăng`;
  }
  if (code === 'pendingDoesNotFollow') {
    return `${was}, cộng số mới tiếp nhận, trừ số đã giải quyết là ${count(finding.expected)}, nay ghi ${count(now)}`;
  }
  return `${was}, nay ${now > before.value ? 'tăng' : 'giảm'} bất thường ${now > before.value ? 'lên' : 'còn'} ${count(now)}`;
}

function saidWhen({ period, asOf }: SaidBefore): string {
  return `${periodName(parsePeriodKey(period))}, số liệu đến ${day(asOf)}`;
}

function tablesText(finding: BetweenTables): string {
  switch (finding.code) {
    case 'carriedOverDiffers':
      return `${periodName(parsePeriodKey(finding.into))} ghi kỳ trước chuyển sang ${count(finding.carriedOver)}, nhưng ${periodName(parsePeriodKey(finding.outOf))} ghi còn đang giải quyết ${count(finding.pending)}`;
    case 'sourcesDisagree':
      return `${COUNT_WORDS[finding.column]}: hai bảng cùng kỳ ghi khác nhau, ${count(finding.here)} và ${count(finding.there)} (${finding.otherTable})`;
  }
}
