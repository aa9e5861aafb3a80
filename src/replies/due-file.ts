import { ZONE } from '../clock.ts';
import type { DueList } from '../queries/due-list.ts';
import { fold } from '../vietnamese/fold.ts';
import { doubtTexts, gapTexts, listSourceText } from './due-words.ts';
import type { FileRequest, FileSheet } from './file-request.ts';
import { dueText, momentText } from './moment-words.ts';
import { numberedSheet, sheetTitle } from './numbered-sheet.ts';
import { URGENCY_WORDS, remainingWords } from './remaining-words.ts';
import { capital } from './sentence.ts';

/** The whole list as a table to print and to work through. */
export function dueFile(list: DueList): FileRequest {
  const day = list.now.toZonedDateTimeISO(ZONE).toPlainDate().toString();
  const place = fold(list.agency.shortName).replaceAll(' ', '-');
  return {
    kind: 'workbook',
    name: `${list.only === 'overdue' ? 'ho-so-qua-han' : 'ho-so-den-han'}-${place}-${day}.xlsx`,
    sheets: [
      ...(list.rows.length > 0 ? [rowSheet(list)] : []),
      ...(list.units.length > 0 ? [unitSheet(list)] : []),
    ],
  };
}

function rowSheet(list: DueList): FileSheet {
  return numberedSheet({
    name: 'Hồ sơ',
    title: sheetTitle(list, `DANH SÁCH ${whatOf(list)}`),
    columns: [
      { header: 'Mã hồ sơ', width: 30, align: 'left' },
      { header: 'Thủ tục hành chính', width: 44, align: 'left' },
      { header: 'Ngày tiếp nhận', width: 17, align: 'center' },
      { header: 'Ngày hẹn trả', width: 17, align: 'center' },
      { header: 'Thời gian còn lại', width: 27, align: 'left' },
      { header: 'Bước', width: 20, align: 'left' },
      { header: 'Đơn vị xử lý', width: 26, align: 'left' },
      { header: 'Người xử lý', width: 22, align: 'left' },
    ],
    rows: list.rows.map(({ dossier, remaining }) => [
      dossier.code,
      dossier.procedure,
      dossier.receivedAt === null ? null : momentText(dossier.receivedAt),
      dueText(dossier.currentDueAt),
      remainingWords(remaining),
      dossier.step,
      dossier.handlingUnit,
      dossier.desk,
    ]),
    notes: notesOf(list),
  });
}

function unitSheet(list: DueList): FileSheet {
  return numberedSheet({
    name: 'Đơn vị',
    title: sheetTitle(list, `TỔNG HỢP ${whatOf(list)} THEO ĐƠN VỊ`),
    columns: [
      { header: 'Đơn vị', width: 44, align: 'left' },
      { header: 'Quá hạn', width: 12, align: 'right' },
      ...(list.only === 'overdue' ? [] : DUE_COLUMNS),
    ],
    rows: list.units.map(({ agency, counts: { overdue, today, one, three, paused } }) => [
      agency.name,
      overdue,
      ...(list.only === 'overdue' ? [] : [today, one, three, paused]),
    ]),
    notes: notesOf(list),
  });
}

/** Of what is late alone these were not counted. */
const DUE_COLUMNS: FileSheet['columns'] = [
  { header: 'Hôm nay', width: 12, align: 'right' },
  { header: 'Còn 1 ngày', width: 12, align: 'right' },
  { header: 'Còn 2–3 ngày', width: 14, align: 'right' },
  { header: 'Tạm dừng', width: 12, align: 'right' },
];

function whatOf({ only }: DueList): string {
  return only === 'overdue' ? 'HỒ SƠ QUÁ HẠN' : 'HỒ SƠ QUÁ HẠN VÀ SẮP ĐẾN HẠN';
}

/** Paper is passed on alone: whose dossiers are missing and what makes the list doubtful stands on it. */
function notesOf(list: DueList): readonly string[] {
  const source = listSourceText(list);
  const { sensitive } = list;
  return [
    ...(list.only === 'overdue'
      ? []
      : [`“${URGENCY_WORDS.one}”: thư xin lỗi gửi chậm nhất một ngày trước khi hết hạn.`]),
    ...(sensitive === 0
      ? []
      : [`Không liệt kê ${String(sensitive)} hồ sơ thuộc lĩnh vực nhạy cảm.`]),
    ...[...gapTexts(list), ...doubtTexts(list)].map((text) => `${capital(text)}.`),
    ...(source === null ? [] : [`${source}.`]),
  ];
}
