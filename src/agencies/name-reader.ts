import type { Agency, Directory } from './agency.ts';
import type { ReadingChooser } from './choose-reading.ts';
import type { Finding, FindingContext } from './finding.ts';
import { betterMarked } from './guess-agency.ts';
import {
  agenciesOf,
  bestOf,
  findingFor,
  isName,
  isWrittenOut,
  sharingTheirName,
  tellingPart,
  typedText,
} from './literal-name.ts';
import type { Typed } from './literal-name.ts';
import type { IndexedSpelling, NameIndex } from './name-index.ts';
import type { PlaceEndings } from './place-endings.ts';

/** Between words of a name, and not at its end. */
const AND = /(?<=\p{L}[\s,–-]{1,3})(?:và|va)(?=\s{1,3}\p{L})/giu;

/** Reads what is spelled right; null for everything else. */
export type NameReader = {
  /** An id, or a name as people write it. */
  readName(typed: Typed, context: FindingContext): Finding | null;
  /** The same, with the place it lies in behind the name allowed. */
  readWithPlace(typed: Typed, context: FindingContext): Finding | null;
};

/** Makes the reader over a prepared index. */
export function nameReader(
  directory: Directory,
  parts: {
    readonly names: NameIndex;
    readonly choose: ReadingChooser;
    readonly readEnding: PlaceEndings;
  },
): NameReader {
  const { names, choose, readEnding } = parts;
  const byId = new Map<string, Agency>(directory.agencies.map((agency) => [agency.id, agency]));
  const shared = sharingTheirName(names.all);

  function settle(
    typed: Typed,
    found: readonly IndexedSpelling[],
    context: FindingContext,
  ): Finding | null {
    const best = bestOf(found.filter(isWrittenOut(typed)), typed);
    if (best.length === 0) return null;
    const rival = betterMarked(typed, best, { names, choose, context });
    if (rival !== null) return rival;
    return findingFor(choose(agenciesOf(best), context), (agency) => {
      const spelling = best.find((one) => one.agency === agency);
      return spelling === undefined ? 'exact' : tellingPart(spelling, typed, shared.has(agency.id));
    });
  }
  function readName(typed: Typed, context: FindingContext): Finding | null {
    if (!isName(typed)) return null;
    const agency = byId.get(typed.text.trim().replace(/^#/u, ''));
    if (agency !== undefined) return { kind: 'found', agency, by: 'exact', others: [] };
    const found = settle(typed, names.literal(typed.letters), context);
    return found ?? withoutAnd(typed, context);
  }
  /** "Sở Giao thông và Vận tải": an "và" more or less in the name of a department is no doubt. */
  function withoutAnd({ text }: Typed, context: FindingContext): Finding | null {
    const bare = text.replaceAll(AND, ' ');
    if (bare === text) return null;
    const typed = typedText(bare);
    const offices = names
      .literal(typed.letters)
      .filter(({ agency }) => agency.level === 'department');
    return settle(typed, offices, context);
  }
  return {
    readName,
    readWithPlace(typed, context) {
      const found = readName(typed, context);
      return found ?? (isName(typed) ? settle(typed, readEnding(typed.text), context) : null);
    },
  };
}
