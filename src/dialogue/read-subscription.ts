import type { SubscriptionKind } from '../audience/store.ts';
import { bare } from '../vietnamese/fold.ts';

/** What somebody says behind /dang-ky or /lich; what was not said is null. */
export type SubscriptionAsked = {
  readonly kind: SubscriptionKind | null;
  /** 'noSuchHour': "25:00". */
  readonly at: Temporal.PlainTime | 'noSuchHour' | null;
  /** 1 = Monday; 'daily' = said to be every working day. */
  readonly weekday: number | 'daily' | null;
  readonly whenNothing: 'say' | 'silent' | null;
  /** The first rate to be alerted of, in hundredths of a percent; 'usual' = as for everybody, 'noSuchLimit': "0%". */
  readonly limit: number | 'usual' | 'noSuchLimit' | null;
  /** What is left: the name of an agency, as typed. */
  readonly name: string;
};

/** Phrases by what they mean, over folded words; each is cut out of the text it is found in. */
const KINDS: readonly (readonly [RegExp, SubscriptionKind])[] = [
  [/\b(ban )?(tom tat|tong hop|diem tin)( (cho )?lanh dao)?\b/u, 'leaderDigest'],
  [
    /\b(danh sach( ho so)?|nhac (viec|han))( (sap )?den han)?( ((buoi|moi) )?sang| hang ngay)?\b/u,
    'morningList',
  ],
  [/\bcanh[ _-]?bao( (tre han|nguong|vuot nguong))?\b/u, 'alerts'],
];
const LIMIT =
  /(?:\b(?:nguong|muc|gioi han|tu|tren|vuot) )*\b(\d{1,3})(?:[.,](\d{1,2}))? ?(?:%|phan tram\b)/u;
const USUAL_LIMIT = /\b(?:nguong|muc|gioi han) (?:mac dinh|chung|thuong)\b/u;
const TIME = /\b(?:luc )?(\d{1,2})(?: ?(?:h|gio) ?|[:.])(\d{2})?\b(?: ?(?:phut|sang))?/u;
const WEEKDAYS: readonly (readonly [RegExp, number | 'daily'])[] = [
  [weekly('hai|2'), 1],
  [weekly('ba|3'), 2],
  [weekly('tu|4'), 3],
  [weekly('nam|5'), 4],
  [weekly('sau|6'), 5],
  [/\b(hang|moi) tuan\b/u, 1],
  [/\b(hang ngay|moi ngay|moi sang)\b/u, 'daily'],
];
const NOTHING: readonly (readonly [RegExp, 'say' | 'silent'])[] = [
  [/\b(khong co (ho so |gi )?thi (im lang|thoi|khong gui)|im lang)\b/u, 'silent'],
  [/\b(khong co (ho so |gi )?(cung|van) (bao|gui|nhan)|luon bao)\b/u, 'say'],
];

/** Reads "07:15", "7h30", "tóm tắt lãnh đạo thứ hai", "không có thì im lặng", "cảnh báo ngưỡng 2%", in any order. */
export function readSubscription(words: string): SubscriptionAsked {
  const cut = new Cut(words);
  // Before the hour: "2.5%" looks like one.
  const limit = limitIn(cut);
  const time = cut.out(TIME);
  return {
    limit,
    at: time === null ? null : timeOf(time[1], time[2]),
    whenNothing: cut.firstOf(NOTHING),
    weekday: cut.firstOf(WEEKDAYS),
    kind: cut.firstOf(KINDS),
    name: cut.rest(),
  };
}

/** Words behind /huy that name nothing: "/huy hết", "/huy tất cả đăng ký". */
const EVERYTHING =
  /^(?:(?:het|tat ca|toan bo|moi|dang ky|nhan|gui|tin|nhom nay|di|nhe|nua|roi|a|giup|cho|toi|em)(?: |$))+$/u;

/** Reads what somebody says behind /huy: "tóm tắt", "phường Lộc Thọ", "hết". */
export function readEnding(words: string): Pick<SubscriptionAsked, 'kind' | 'name'> {
  const { kind, name } = readSubscription(words);
  return { kind, name: EVERYTHING.test(bare(name)) ? '' : name };
}

function limitIn(cut: Cut): SubscriptionAsked['limit'] {
  if (cut.out(USUAL_LIMIT) !== null) return 'usual';
  const found = cut.out(LIMIT);
  if (found === null) return null;
  const [, whole = '', part = ''] = found;
  const hundredths = Number(whole) * 100 + Number(part.padEnd(2, '0'));
  return hundredths >= 1 && hundredths <= 10_000 ? hundredths : 'noSuchLimit';
}

/** "thứ ba", "sáng thứ ba hằng tuần", "mỗi tuần thứ 3". */
function weekly(day: string): RegExp {
  return new RegExp(
    `\\b(?:(?:hang|moi) tuan )?(?:sang )?thu (?:${day})(?: (?:hang|moi) tuan)?\\b`,
    'u',
  );
}

function timeOf(hour = '', minute = '0'): Temporal.PlainTime | 'noSuchHour' {
  const time = { hour: Number(hour), minute: Number(minute) };
  return time.hour < 24 && time.minute < 60 ? Temporal.PlainTime.from(time) : 'noSuchHour';
}

/** A text out of which phrases are cut, whatever marks they were typed with. */
class Cut {
  #text: string;

  constructor(text: string) {
    this.#text = text.normalize('NFC');
  }

  out(pattern: RegExp): RegExpExecArray | null {
    // Letter for letter beside the text, so that places in one are places in the other.
    const found = pattern.exec(bare(this.#text));
    if (found === null) return null;
    const end = found.index + found[0].length;
    this.#text = `${this.#text.slice(0, found.index)} ${this.#text.slice(end)}`;
    return found;
  }

  firstOf<T>(phrases: readonly (readonly [RegExp, T])[]): T | null {
    for (const [pattern, meaning] of phrases) if (this.out(pattern) !== null) return meaning;
    return null;
  }

  rest(): string {
    return this.#text.replaceAll(/[\s,;]+/gu, ' ').trim();
  }
}
