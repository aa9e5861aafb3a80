/**
 * What is true of a problem, whatever it was found in. `nothingArrived`: a wrong name, or a system that gave nothing, so
 * there is nothing to set aside · `staysThere`: the file is not at fault, or not known to be, and is tried again · `notOurs`:
 * by it the file is no table or list of ours at all · `ofHeader`: it is one, and its header is wrong · `quotesNobody`: its
 * detail is counts, limits, statuses or names of ours. That of all others is what stood in a file, and in a list put into
 * the wrong folder that may be an applicant · `believable`: only what its source showed before speaks against a list, and a
 * keeper may say that it is true · `oldFile`: a file of a folder that is of an earlier day, which says nothing of its source.
 */
type Trait =
  | 'nothingArrived'
  | 'staysThere'
  | 'notOurs'
  | 'ofHeader'
  | 'quotesNobody'
  | 'believable'
  | 'oldFile';

/**
 * Everything that can be wrong with figures on their way in: the codes of the problems a source or `polling`
 * reports, each with its traits. `detail` carries the value, name or numbers found, never a sentence; `src/replies` has
 * the words.
 *
 * @internal Exported for tests.
 */
export const INTAKE_PROBLEMS = {
  /** The file is not there. */
  fileMissing: ['nothingArrived', 'staysThere'],
  /** A folder was given where a file is expected. */
  isFolder: ['nothingArrived'],
  /** The file exists but may not be read; detail: the system's error code. */
  notReadable: ['staysThere', 'quotesNobody'],
  /** More bytes, rows or unpacked bytes than allowed; detail: found > allowed. */
  tooLarge: ['quotesNobody'],
  /** No bytes, or nothing but blanks. */
  empty: [],
  /** Neither CSV, XLSX, XLS, HTML table, YAML nor JSON. */
  unknownFormat: ['notOurs'],
  /** A file that, by its name, can never be what its folder is for; detail: its kind / those that can. */
  otherKind: ['quotesNobody'],
  /** Protected by a password. */
  encrypted: [],
  /** Cut off or damaged; detail: what the reader says. */
  broken: [],
  /** Text that is not UTF-8 (saved in an old Vietnamese encoding, or as UTF-16). */
  notUtf8: [],
  /** A table, but none of the known layouts; detail: the first cells. */
  unknownLayout: ['notOurs'],
  /** The layout is known but a column is absent; detail: its name. */
  missingColumn: ['ofHeader', 'quotesNobody'],
  /** The same column twice; detail: its name. */
  duplicateColumn: ['ofHeader', 'quotesNobody'],
  /** More or fewer cells than the header has (an unquoted "543,317", a cut-off line); detail: found / expected. */
  wrongCellCount: ['quotesNobody'],
  /** Not a number; detail: the cell. */
  notANumber: [],
  /** A count with decimals. */
  notWhole: [],
  /** A count or rate below zero. */
  negative: [],
  /** A rate with three decimals: "1.234" may be a thousand or a rate. */
  ambiguousRate: [],
  /** A rate above 100 %. */
  rateTooHigh: [],
  /** Parts that do not give their total in a row; detail: printed / sum of parts. */
  rowDoesNotAddUp: ['quotesNobody'],
  /** A part that is greater than its total; detail: the agency, the column, part > total. */
  partExceedsTotal: ['quotesNobody'],
  /** Most of what was counted before is gone; detail: the agency, the column, before → now. */
  counterRanBackwards: ['quotesNobody'],
  /** Far more than ever came in such a time; detail: the agency, the column, before → now. */
  implausibleJump: ['quotesNobody'],
  /** Pending is not what was, plus received, less resolved; detail: the agency, the column, printed ≠ what follows. */
  pendingDoesNotFollow: ['quotesNobody'],
  /** Most agencies of the table are no longer in it; detail: one of them, what it had. */
  rowDisappeared: ['quotesNobody'],
  /** What was taken in is out of proportion to what was known; it is kept, and doubted; detail: the agency, the column, the numbers. */
  hardToBelieve: ['quotesNobody'],
  /** The last row is not the sum of the rows above; detail: printed / sum of rows. */
  totalDoesNotAddUp: ['quotesNobody'],
  /** A table without its total row: cut off. */
  totalMissing: [],
  /** The header, and no row under it. */
  noRows: [],
  /** The same agency (and field) twice; detail: the name and the row it first stands in. */
  duplicateRow: [],
  /** A row mark (A, 1, -, +, I) out of order, so that the row's place cannot be told; detail: the mark. */
  strangeRowMark: [],
  /** No agency of that name, id or position; detail: as printed, then the nearest known names. */
  unknownAgency: [],
  /** A code or name that the configuration of its source does not name: maybe another province's; detail: as found. */
  notInAgencyCodes: [],
  /** The position belongs to another agency than the name, or to none; detail: as printed / the name there. */
  nameDoesNotFit: [],
  /** The reporting agency is stated neither in the file nor beside it. */
  agencyMissing: [],
  /** The period is stated neither in the file nor beside it. */
  periodMissing: [],
  /** Two different periods are stated; detail: both. */
  periodContradicts: [],
  /** The period begins after today; detail: period / as-of day. */
  periodInFuture: ['quotesNobody'],
  /** The figures claim to cover days after today; detail: period / as-of day. */
  asOfInFuture: ['quotesNobody'],
  /** It tells of a day before the one that was told of already; detail: its day < the day known. */
  olderThanKnown: ['quotesNobody', 'believable', 'oldFile'],
  /** A complete list that shows far fewer dossiers than were open; detail: shown / open before, after the agency if it is one. */
  listShrank: ['quotesNobody', 'believable'],
  /** The figures end before their period begins; detail: period / as-of day. */
  asOfBeforePeriod: ['quotesNobody'],
  /** A field of a sidecar or document file is missing, unknown or not as it must be; detail: "field: value found". */
  headInvalid: [],
  /** The file became another while it was read. */
  changedWhileRead: ['staysThere'],
  /** Reading took longer than any such file needs; detail: the limit. */
  tooSlow: ['quotesNobody'],
  /** More characters in a cell than any name or date has; detail: found > allowed. */
  cellTooLong: ['quotesNobody'],
  /** A cell that may not be empty. */
  emptyCell: [],
  /** Not the code of a dossier; never quoted, for anything may stand there. */
  badCode: [],
  /** The same dossier twice in a list; not quoted, the place tells. */
  duplicateCode: [],
  /** No such day or hour, or not written as one; detail: the text, if it looks like a date at all. */
  badDate: [],
  /** The appointment lies before the reception; not quoted, the places tell. */
  dueBeforeReception: [],
  /** None of the known states of a dossier; detail: the text, if it consists of words of states. */
  unknownState: [],
  /** Several agencies bear the name; detail: as printed → their names. */
  ambiguousAgency: [],
  /** A file that was read could not be taken away; detail: the system's error code. */
  notMoved: ['quotesNobody'],
  /** A fault of the program while it read the source; detail: the name of the error. */
  programFailed: ['quotesNobody'],
  /** The source did not answer at all; detail: the name of the error. */
  sourceFailed: ['nothingArrived', 'staysThere', 'quotesNobody'],
  /** The keys are wrong or may not do this; detail: the HTTP status. */
  accessRefused: ['nothingArrived', 'quotesNobody'],
  /** The system wants fewer requests; detail: the HTTP status. */
  askedTooOften: ['nothingArrived', 'quotesNobody'],
  /** The system has a fault of its own; detail: the HTTP status. */
  serverFailed: ['nothingArrived', 'quotesNobody'],
  /** An HTTP status without an answer in it: an address that is not there, or not this way; detail: the status. */
  badStatus: ['nothingArrived', 'quotesNobody'],
  /** Not a byte for too long; detail: the limit. */
  stalled: ['nothingArrived', 'quotesNobody'],
  /** The answer ends before its end, or cannot be unpacked; detail: the name of the error. */
  cutOff: ['quotesNobody'],
  /** Expired, of an unknown issuer or for another name; detail: the name of the error. */
  certificateInvalid: ['nothingArrived', 'quotesNobody'],
  /** To another host, or from TLS to none; detail: the host. */
  redirectedElsewhere: ['nothingArrived', 'quotesNobody'],
  /** More redirects than any way needs; detail: the limit. */
  redirectLoop: ['nothingArrived', 'quotesNobody'],
  /** Not asked, because it failed too often; detail: until when, local time. */
  resting: ['nothingArrived', 'quotesNobody'],
  /** Where JSON is expected there is none; detail: line:column, if known. */
  notJson: [],
  /** A page for people where JSON is expected: usually a login or an error page. */
  htmlNotJson: [],
  /** The mapping found nothing where the rows should be; detail: the expression. */
  rowsMissing: [],
  /** The mapping found nothing where a field should be; detail: the expression. */
  missingField: [],
  /** A count greater than any; detail: the number. */
  numberTooGreat: [],
  /** A list or object where a text or number should be; detail: which. */
  notText: [],
  /** The mapping itself went wrong; detail: the code of JSONata. */
  mappingFailed: [],
  /** The mapping did not come to an end; detail: the limit. */
  mappingTooSlow: [],
  /** The same page or cursor again: the pages would never end. */
  pageRepeated: [],
  /** More pages than allowed; detail: the limit. */
  tooManyPages: ['quotesNobody'],
  /** Fewer or more rows than the answer itself counts; detail: found / counted. */
  incomplete: ['quotesNobody'],
  /** JSON, but not of the form it always had; detail: where in it. */
  unknownShape: [],
  /** The answer is about another agency than the one asked about; detail: found / asked. */
  otherAgency: [],
  /** Not asked any more today: it turned us away, or failed too often; detail: the day on which it is asked again. */
  leftAlone: ['quotesNobody'],
} as const satisfies Readonly<Record<string, readonly Trait[]>>;
export type IntakeProblem = keyof typeof INTAKE_PROBLEMS;

/** Whether a code is one of intake: others are of settings, or of a release that is not this one. */
export function isIntakeProblem(code: string): code is IntakeProblem {
  return Object.hasOwn(INTAKE_PROBLEMS, code);
}

/** Whether something is true of a problem; nothing is of one that is not known. */
export function hasTrait({ code }: { readonly code: string }, trait: Trait): boolean {
  if (!isIntakeProblem(code)) return false;
  const traits: readonly Trait[] = INTAKE_PROBLEMS[code];
  return traits.includes(trait);
}

/** Where a problem stands. `row` counts from 1 as in a spreadsheet; `column` is a letter or the name in the header. */
export type Place = {
  readonly file: string;
  readonly row: number | null;
  readonly column: string | null;
};

/** A place as `Problem.place` keeps it, the way compilers write it: `file`, `file:12` or `file:12:E`. */
export function placeText({ file, row, column }: Place): string {
  if (row === null) return file;
  return column === null ? `${file}:${row}` : `${file}:${row}:${column}`;
}

/** Takes a `Problem.place` apart again, for whoever words it. */
export function readPlace(text: string): Place {
  const [, file, row, column] = /^(.*?)(?::(\d+)(?::([^:]+))?)?$/su.exec(text) ?? [];
  return {
    file: file ?? text,
    row: row === undefined ? null : Number(row),
    column: column ?? null,
  };
}
