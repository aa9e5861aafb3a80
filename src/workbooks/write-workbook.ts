import type { FileRequest, MakeFile } from '../replies/file-request.ts';
import { FONT, laidOut, printedHeader } from './lay-out-sheet.ts';

/** Writes a file request as XLSX, ready to print on A4 across. */
export const writeWorkbook: MakeFile = async ({ sheets, name }: FileRequest) => {
  // With the first file only: the library takes several megabytes, and many a day has no file.
  const { writeXlsx } = await import('hucre/xlsx');
  return writeXlsx({
    sheets: sheets.map(laidOut),
    namedRanges: sheets.map(printedHeader),
    defaultFont: FONT,
    properties: { title: name.replace(/\.xlsx$/u, '') },
  });
};
