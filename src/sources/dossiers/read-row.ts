import type { DossierState } from '../../dossiers/dossier.ts';
import { sensitiveProcedures } from '../../dossiers/sensitive-procedures.ts';
import { isTestDossier, isTrial } from '../../dossiers/test-dossier.ts';
import { type Complain, textOf } from '../table.ts';
import { channelOf } from './channel-words.ts';
import { LONGEST_TEXT } from './clean-text.ts';
import type { ListedRow, ListRequest } from './list-message.ts';
import { remembering } from './remembering.ts';
import { momentsReader } from './row-moments.ts';
import { type RowTexts, textReader, textsReader } from './row-texts.ts';
import { type PickedRow, saidRow, type SaidRow } from './said-row.ts';
import { isStateLike, stateOf } from './state-words.ts';

/** Makes a dossier of a row; null, with every reason told, when it cannot be believed. */
export type RowReader = (row: PickedRow, complain: Complain) => ListedRow | null;

/** Opaque, but no name, no sentence and no number of a paper: what stands here is kept (domain.md 8). */
const CODE = /^(?=.*\d)(?!\d{9}$|\d{12}$|0\d{9}$)[\p{L}\d][\p{L}\d._/-]{2,63}$/u;

/** Prepares what rows are read with: texts and days that come again are read once. */
export function rowReader({
  sensitiveWords,
  agencyGiven,
}: Pick<ListRequest, 'sensitiveWords' | 'agencyGiven'>): RowReader {
  const textIn = textReader();
  const textsIn = textsReader(textIn);
  const momentsIn = momentsReader();
  const stateIn = remembering(stateOf);
  const channelIn = remembering(channelOf);
  const isSensitive = remembering(sensitiveProcedures(sensitiveWords));
  const isTrialName = remembering(isTrial);

  return (picked, complain) => {
    const row = saidRow(picked, complain);
    const code = codeIn(row);
    const agencyName = textIn(row, 'agency');
    if (agencyName === null && !agencyGiven) row.wrong('emptyCell', 'agency');
    const state = stateFrom(row, textIn(row, 'state'), stateIn);
    const texts = textsIn(row);
    const moments = momentsIn(row, state);
    if (!row.isGood()) return null;
    const sensitive = isAnySensitive(texts, isSensitive);
    // Written out: spreading takes several times as long, and this is done for every row.
    return {
      row: picked.number,
      code,
      agencyName,
      receptionPlace: texts.receptionPlace,
      handlingUnit: texts.handlingUnit,
      desk: texts.desk,
      // What is counted is told by its step, too: how many stand where is no secret, what for is one.
      step: sensitive ? null : texts.step,
      procedure: sensitive ? null : texts.procedure,
      field: texts.field,
      sensitive,
      test: isTestDossier({ code, texts: [texts.procedure, texts.step], isTrial: isTrialName }),
      channel: channelIn(textIn(row, 'channel') ?? ''),
      state,
      receivedAt: moments.receivedAt,
      originalDueAt: moments.originalDueAt,
      currentDueAt: moments.currentDueAt,
      closedAt: moments.closedAt,
    };
  };
}

/** Each text by itself: the end of one and the beginning of the next make no phrase. */
function isAnySensitive(
  { procedure, field, step }: RowTexts,
  isSensitive: (text: string) => boolean,
): boolean {
  return isSensitive(procedure ?? '') || isSensitive(field ?? '') || isSensitive(step ?? '');
}

function codeIn(row: SaidRow): string {
  const { code: cell } = row.cells;
  const printed = cell instanceof Date ? '' : String(cell ?? '');
  if (printed.length > LONGEST_TEXT) {
    row.wrong('cellTooLong', 'code', `${String(printed.length)} > ${String(LONGEST_TEXT)}`);
    return '';
  }
  const code = textOf(printed);
  if (code === '') row.wrong('emptyCell', 'code');
  else if (!CODE.test(code)) row.wrong('badCode', 'code');
  return code;
}

/** A row whose state is wrong is read on with any: everything wrong with it is told at once. */
function stateFrom(
  row: SaidRow,
  text: string | null,
  stateIn: (text: string) => DossierState | null,
): DossierState {
  const state = text === null ? null : stateIn(text);
  if (text === null) row.wrong('emptyCell', 'state');
  else if (state === null) row.wrong('unknownState', 'state', isStateLike(text) ? text : '');
  return state ?? 'processing';
}
