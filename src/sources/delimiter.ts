/** Excel with Vietnamese settings writes semicolons, text copied from a table carries tabs. */
const DELIMITERS = [',', ';', '\t'] as const;

/** Titles, header and some rows. */
const LINES_LOOKED_AT = 40;

/** The delimiter of the line that has most of one: titles above a table hold commas, but no line as many as the table. */
export function delimiterOf(text: string): string {
  const lines = text.split('\n', LINES_LOOKED_AT);
  const most = DELIMITERS.map((mark) => Math.max(...lines.map((line) => line.split(mark).length)));
  return DELIMITERS[most.indexOf(Math.max(...most))] ?? ',';
}
