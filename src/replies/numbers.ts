/** Vietnamese number format: dot for thousands, comma for decimals (Nghị định 30/2020 practice, as in the reports). */

/** 14114 → "14.114". */
export function count(value: number | bigint): string {
  return String(value).replace(/\B(?=(\d{3})+(?!\d))/gu, '.');
}

/** Hundredths of a percent → "0,77%". */
export function percent(hundredths: number): string {
  return `${decimal(hundredths)}%`;
}

/** Hundredths → "0,77". */
export function decimal(hundredths: number): string {
  const sign = hundredths < 0 ? '-' : '';
  const absolute = Math.abs(hundredths);
  return `${sign}${count(Math.trunc(absolute / 100))},${String(absolute % 100).padStart(2, '0')}`;
}

/** A limit or target in hundredths of a percent, without needless zeros: "1%", "62,5%". */
export function shortPercent(hundredths: number): string {
  return `${shortDecimal(hundredths)}%`;
}

/** Hundredths without needless zeros: "80", "62,5". */
export function shortDecimal(hundredths: number): string {
  return decimal(hundredths).replace(/,00$|(?<=,\d)0$/u, '');
}

/** A change between two rates in hundredths of a point → "giảm 0,74 điểm %". */
export function points(hundredths: number): string {
  if (hundredths === 0) return 'không đổi';
  return `${hundredths < 0 ? 'giảm' : 'tăng'} ${decimal(Math.abs(hundredths))} điểm %`;
}

/** A quotient as it is cited: "109/14.114". */
export function quotient(numerator: number | bigint, denominator: number | bigint): string {
  return `${count(numerator)}/${count(denominator)}`;
}

/** Đồng → "129.165.000 đồng". */
export function dong(value: number): string {
  return `${count(value)} đồng`;
}

/** A day as dd/mm/yyyy: "14/09/2023". */
export function day(date: Temporal.PlainDate): string {
  return `${twoDigits(date.day)}/${twoDigits(date.month)}/${String(date.year)}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
