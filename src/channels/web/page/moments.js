import { words } from './words.js';

/** Offices live in Vietnamese time, wherever the browser is. */
const timeZone = 'Asia/Ho_Chi_Minh';

const time = new Intl.DateTimeFormat('vi', { timeZone, hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat('vi', { timeZone, day: '2-digit', month: '2-digit', year: 'numeric' });

/**
 * @param {string} moment ISO 8601
 * @returns {string} "07:05"
 */
export function timeOf(moment) {
  return time.format(new Date(moment));
}

/**
 * @param {string} moment ISO 8601
 * @returns {string} today, yesterday, or the date
 */
export function dayOf(moment) {
  const shown = day.format(new Date(moment));
  if (shown === day.format(Date.now())) return words.today;
  if (shown === day.format(Date.now() - 24 * 3600 * 1000)) return words.yesterday;
  return shown;
}
