/** What the system counts for one of its agencies, under its own names. */
export type OneStopCounts = {
  readonly received: number;
  readonly carriedOver: number;
  readonly resolvedOnTime: number;
  readonly resolvedOverdue: number;
  readonly pendingWithin: number;
  readonly pendingOverdue: number;
};

/** An open dossier of the system, with its applicant, who must never get out of it. */
export type OneStopDossier = {
  readonly code: string;
  /** Code of the agency. */
  readonly agency: string;
  readonly dueAt: string;
  readonly state: string;
  readonly step: string;
};

/** The applicant of every dossier: whoever reads these words anywhere has found a leak. */
export const APPLICANT = {
  hoTen: 'Nguyễn Thị Không Ai Biết',
  cccd: '056190001234',
  dienThoai: '0905123456',
} as const;

/** One row of the table of figures. */
export function figureRow(code: string, counts: OneStopCounts): Readonly<Record<string, unknown>> {
  const { received, carriedOver, resolvedOnTime, resolvedOverdue } = counts;
  const { pendingWithin, pendingOverdue } = counts;
  return {
    maDonVi: code,
    tongTiepNhan: received,
    kyTruocChuyenQua: carriedOver,
    daGiaiQuyet: {
      tong: resolvedOnTime + resolvedOverdue,
      dungHan: resolvedOnTime,
      treHan: resolvedOverdue,
    },
    dangGiaiQuyet: {
      tong: pendingWithin + pendingOverdue,
      trongHan: pendingWithin,
      treHan: pendingOverdue,
    },
  };
}

/** The table of figures as one-stop systems wrap it. */
export function figureAnswer(
  rows: readonly unknown[],
  { from, to, at }: { readonly from: string; readonly to: string; readonly at: string },
): unknown {
  return { trangThai: 'OK', thoiDiem: at, kyBaoCao: { tuNgay: from, denNgay: to }, duLieu: rows };
}

/** One row of the list of open dossiers. */
export function dossierRow({ code, agency, dueAt, state, step }: OneStopDossier): unknown {
  return {
    maHoSo: code,
    maDonVi: agency,
    tenThuTuc: 'Cấp giấy phép xây dựng nhà ở riêng lẻ',
    buocXuLy: step,
    trangThai: state,
    ngayTiepNhan: '02/11/2026 08:15',
    ngayHenTra: dueAt,
    nguoiNop: APPLICANT,
  };
}
