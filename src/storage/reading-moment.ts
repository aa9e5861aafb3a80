import Database, { type Database as Connection } from 'better-sqlite3';

/** A question in SQL, asked at the moment of its reader. */
export type Question<Row = unknown> = {
  all(...values: readonly unknown[]): readonly Row[];
  get(...values: readonly unknown[]): Row | undefined;
};

/**
 * Asks a file at one moment: everything asked in one turn of the event loop sees the same state of it, so that an
 * answer never mixes what stood there before and after somebody's import. A moment lasts a little longer than a turn: the
 * lock is taken once for all who ask together, as it costs more than a small question itself.
 */
export type Reader = {
  /** Rows by the names of their columns. */
  question(sql: string): Question;
  /** Rows as lists of cells. */
  cells(sql: string): Question<readonly unknown[]>;
  /** The first cell of each row. */
  firstCells(sql: string): Question;
  /** What was written just now is seen from here on. */
  renew(): void;
  close(): void;
};

/** Beside the cache of the connection that writes; the figures in force take a tenth of it. */
const CACHE_KIB = 4_096;

/**
 * How long a moment lasts, from its first question on: too short for anybody to notice that what another process imports
 * is seen so much later, and for the file of changes to grow meanwhile.
 */
const MOMENT_MS = 10;

/** Has something done between two turns of the event loop, when a moment is over. */
export type WhenOver = (deed: () => void) => void;

/** By the clock of the machine; keeps nobody from ending. */
const afterAMoment: WhenOver = (deed) => void setTimeout(deed, MOMENT_MS).unref();

/** Reads the file of an open database through a connection of its own; one in memory, which nobody else can change, directly. */
export function readerOf(database: Connection, whenOver: WhenOver = afterAMoment): Reader {
  return database.memory ? directly(database) : atMoments(database.name, whenOver);
}

function directly(database: Connection): Reader {
  return {
    ...questionsTo(database, (question) => question),
    renew: () => undefined,
    close: () => undefined,
  };
}

function atMoments(file: string, whenOver: WhenOver): Reader {
  const connection = new Database(file, { readonly: true });
  connection.pragma(`cache_size = -${String(CACHE_KIB)}`);
  const begin = connection.prepare('begin');
  const commit = connection.prepare('commit');

  const end = () => {
    if (connection.open && connection.inTransaction) commit.run();
  };
  const enter = () => {
    if (connection.inTransaction) return;
    begin.run();
    whenOver(end);
  };
  const atMoment = <Row>(question: Question<Row>): Question<Row> => ({
    all: (...values) => {
      enter();
      return question.all(...values);
    },
    get: (...values) => {
      enter();
      return question.get(...values);
    },
  });
  return {
    ...questionsTo(connection, atMoment),
    renew: end,
    close: () => void connection.close(),
  };
}

function questionsTo(
  database: Connection,
  asked: <Row>(question: Question<Row>) => Question<Row>,
): Pick<Reader, 'question' | 'cells' | 'firstCells'> {
  return {
    question: (sql) => asked(database.prepare(sql)),
    cells: (sql) => asked(database.prepare<unknown[], unknown[]>(sql).raw()),
    firstCells: (sql) => asked(database.prepare(sql).pluck()),
  };
}
