import type { CommandName } from '../asking/commands.ts';
import { bare } from '../vietnamese/fold.ts';
import { SUBSCRIPTION_SAID } from './subscription-said.ts';

/** Plain words about what the bot sends by itself, as the command they stand for. */
export type SaidBack = { readonly command: CommandName; readonly rest: string };

const ANSWERS: readonly (readonly [RegExp, CommandName])[] = [
  [/^(da|ok,? da|toi da|em da|phuong da|xa da) nhan( duoc)?( roi)?( a| nhe)?[.! ]*$/u, 'da-nhan'],
  [/^nhac( toi| lai)+( luc| vao)?\b/u, 'nhac-lai'],
  [/^da trinh( ho so| ky)?\b/u, 'da-trinh'],
  // Only looked at: the command reads the words itself.
  [/^(?=(da|ok,? da|toi da|em da) nam( duoc| ro)?( roi)?( a| nhe)?[.! ]*$)/u, 'canh-bao'],
  [
    /^(?=((tam (dung|ngung)|bat lai|tiep tuc) canh bao|canh bao (tam (dung|ngung)|bat lai))\b)/u,
    'canh-bao',
  ],
  ...SUBSCRIPTION_SAID,
];

/** Reads "đã nhận", "nhắc lại lúc 14:00", "đã trình 0012", "đã nắm": what people type where there are no buttons. */
export function readSaidBack(text: string): SaidBack | null {
  const typed = text.normalize('NFC').trim();
  const folded = bare(typed);
  for (const [pattern, command] of ANSWERS) {
    const found = pattern.exec(folded);
    if (found === null) continue;
    const kept = typed.slice(...(found.indices?.groups?.['kept'] ?? [0, 0]));
    return { command, rest: `${kept} ${typed.slice(found[0].length).trim()}`.trim() };
  }
  return null;
}
