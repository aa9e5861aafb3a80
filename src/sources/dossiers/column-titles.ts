import { fold } from '../../vietnamese/fold.ts';

/** Recognises the titles of applicants' columns: they hold one of the words, or begin with it when written as one. */
export function personalTitles(personal: readonly string[]): (title: string) => boolean {
  const phrases = personal.map((phrase) => ` ${spaced(phrase)} `);
  const joined = personal.map(titleKey);
  return (title) => {
    const words = ` ${spaced(title)} `;
    const key = titleKey(title);
    return (
      phrases.some((phrase) => words.includes(phrase)) || joined.some((one) => key.startsWith(one))
    );
  };
}

/** What titles are compared by: "Mã hồ sơ (*)", "MA_HO_SO" and "maHoSo" are the same. */
export function titleKey(title: string): string {
  return spaced(title.replace(/\([^)]*\)/gu, ' ')).replaceAll(' ', '');
}

function spaced(title: string): string {
  return fold(title.normalize('NFC').replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 '));
}
