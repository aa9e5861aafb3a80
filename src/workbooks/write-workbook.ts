import { writeXlsx } from 'hucre/xlsx';

import type { FileRequest, MakeFile } from '../replies/file-request.ts';
import { laidOut } from './lay-out-sheet.ts';

/** What official documents are set in (Nghị định 30/2020/NĐ-CP, phụ lục I). */
const FONT = { name: 'Times New Roman', size: 12 } as const;

/** Writes a file request as XLSX, ready to print on A4 across. */
export const writeWorkbook: MakeFile = async ({ sheets, name }: FileRequest) =>
  writeXlsx({
    sheets: sheets.map(laidOut),
    defaultFont: FONT,
    properties: { title: name.replace(/\.xlsx$/u, '') },
  });
