/** Zero-width and direction marks: invisible, they come along with pasted text and hide inside names. */
const INVISIBLE =
  /[\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF\uFFF9-\uFFFB]|\p{Variation_Selector}/gu;
/** NUL and its kin, and halves of a broken surrogate pair. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}]/gu;

/** "<b>Nha Trang</b>", pasted from a page. */
const MARKUP = /<\/?[a-z][a-z0-9]{0,9}\s*\/?>/giu;

/** A question without the tags that came along; what is answered with its own words keeps them. */
export function withoutMarkup(text: string): string {
  return text.replace(MARKUP, ' ');
}

/** The text as the readers want it: NFC, one line, without invisible and unprintable characters, trimmed. */
export function cleanText(text: string): string {
  return text
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(/[\n\r]+/gu, ' ; ')
    .replace(UNPRINTABLE, ' ')
    .replace(/^[\s;]+|[\s;]+$/gu, '');
}

/** "@DungHenBot trễ hạn …" → "trễ hạn …": a mention of the bot at either end is address, not question. */
export function withoutMention(text: string): string {
  return text
    .replace(/^@\s*(?:bot\s+)?(?:đúng\s+hẹn|dung\s+hen|[\p{L}\p{N}_]+)[\s,:;-]*/iu, '')
    .replace(/\s*@\s*(?:bot\s+đúng\s+hẹn|bot\s+dung\s+hen|[\p{L}\p{N}_]+)\s*$/iu, '')
    .trim();
}

const USUAL_NAME = /^@\s*(?:bot\s+)?(?:đúng\s+hẹn|dung\s+hen)(?![\p{L}\p{N}_])[\s,:;-]*/iu;

/** What follows a mention of the bot by the name it usually has; null = a text that does not begin with that. */
export function afterUsualName(text: string): string | null {
  const composed = text.normalize('NFC');
  return USUAL_NAME.test(composed) ? composed.replace(USUAL_NAME, '') : null;
}
