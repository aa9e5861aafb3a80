import { fold } from '../vietnamese/fold.ts';

const FILING = String.raw`(?:nop|nhan|tiep nhan|gui) (?:ho so|hs|giay to)`;
const WHERE = String.raw`(?:o dau|tai dau|o cho nao|cho nao|noi nao|o noi nao)`;
const POLITE = String.raw`(?: (?:vay|the|a|ha|nhi|em|anh|chi|ad|bot))*`;

/** Folded: where dossiers are filed, and that somebody wants to file one. */
const OF_CITIZENS = [
  new RegExp(String.raw`(?:^| )${FILING}(?: \p{L}+){0,4} ${WHERE}${POLITE}$`, 'u'),
  new RegExp(String.raw`^${WHERE} ${FILING}${POLITE}$`, 'u'),
  /(?:^| )(?:muon|can|dinh|phai) (?:di )?(?:nop|rut|lam|bo sung) (?:ho so|hs|giay to|don|thu tuc)(?: |$)/u,
];
/** A number or an order is asked for. */
const COUNTS = /(?:^| )(?:bao nhieu|may|ty le|ti le|nhieu|it|nhat|tre|qua han|dung han)(?: |$)/u;

/**
 * "Nộp hồ sơ ở đâu", "tôi muốn nộp hồ sơ trực tiếp": a citizen asks for the service itself, of which figures tell
 * nothing; the balance of the province would be no answer.
 */
export function asksWhereToFile(text: string): boolean {
  const folded = fold(text)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return OF_CITIZENS.some((words) => words.test(folded)) && !COUNTS.test(folded);
}
