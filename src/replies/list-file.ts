import { fold } from '../vietnamese/fold.ts';
import type { FileCell, FileRequest } from './file-request.ts';
import { numberedSheet } from './numbered-sheet.ts';

/** A list that is too long for a phone, in full. */
export type LongList = {
  /** "149/171 đơn vị trễ hạn dưới 1%". */
  readonly title: string;
  /** "mọi đơn vị của tỉnh, năm 2023". */
  readonly about: string;
  readonly source: string;
  /** What stands behind the name of the unit. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly FileCell[])[];
};

/** Rows are numbered; nothing where all of them are shown anyway. */
export function listFile(list: LongList, shown: number): { readonly file?: FileRequest } {
  const { title, about, source, columns, rows } = list;
  if (rows.length <= shown) return {};
  const file: FileRequest = {
    kind: 'workbook',
    name: `danh-sach-${fold(about).replaceAll(/[^a-z0-9]+/gu, '-')}.xlsx`,
    sheets: [
      numberedSheet({
        name: 'Danh sách',
        title: [title, about],
        columns: [
          { header: 'Đơn vị', width: 40, align: 'left' },
          ...columns.map((header) => ({ header, width: 14, align: 'right' }) as const),
        ],
        rows,
        notes: [source],
      }),
    ],
  };
  return { file };
}
