/** What the columns of a dossier list hold; every other column is dropped unread. */
export const LIST_COLUMNS = [
  'code',
  'agency',
  'handlingUnit',
  'receptionPlace',
  'desk',
  'step',
  'procedure',
  'field',
  'channel',
  'state',
  'receivedAt',
  'dueAt',
  'originalDueAt',
  'extendedDueAt',
  'closedAt',
  'returnedAt',
  'rejectedAt',
] as const;
export type ListColumn = (typeof LIST_COLUMNS)[number];

/** Files that may be lists, by their names; what they are is told by what is in them. */
export const LIST_FILE = /\.(?:csv|tsv|txt|xlsx|xlsm|xls|html?|json|jsonl|ndjson)$/iu;

/** A list without these says nothing about deadlines; the agency may be given beside the list instead. */
export const REQUIRED: readonly ListColumn[] = ['code', 'agency', 'dueAt', 'state'];

/** What stands in a cell, as its file has it: dates of spreadsheets are wall clock in UTC. */
export type ListCell = string | number | boolean | Date | null;

/** The cells of one row that may be read, by what they hold. */
export type PickedCells = Partial<Record<ListColumn, ListCell>>;

/** Where each column stands, to name it to the person who has the file open: a letter, or the name of a JSON field. */
export type ColumnLabels = Partial<Record<ListColumn, string>>;
