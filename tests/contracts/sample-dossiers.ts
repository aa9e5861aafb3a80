import { AgencyId } from '../../src/agencies/agency.ts';
import type { Dossier } from '../../src/dossiers/dossier.ts';
import type { DossierChanges, DossierList, DossierStore } from '../../src/dossiers/store.ts';

export const LOC_THO = AgencyId.parse('p-loc-tho');
export const NHA_TRANG = AgencyId.parse('tp-nha-trang');

/** A moment, Vietnamese time: "2026-11-20 08:00" or a day at its start. */
export function at(text: string): Temporal.Instant {
  const [day = '', time = '00:00'] = text.split(' ');
  return Temporal.Instant.from(`${day}T${time}+07:00`);
}

/** A dossier in work, received on 16 November 2026 and due on the 23rd at 17:00, with differences. */
export function dossierOf(differences: Partial<Dossier> = {}): Dossier {
  return {
    code: 'H32.1-261116-0001',
    agency: LOC_THO,
    receptionPlace: 'Trung tâm Phục vụ hành chính công phường Lộc Thọ',
    handlingUnit: 'Phòng Kinh tế',
    desk: 'Chuyên viên đất đai',
    step: 'Thẩm định',
    procedure: 'Đăng ký biến động đất đai',
    field: 'Đất đai',
    sensitive: false,
    test: false,
    channel: 'online',
    state: 'processing',
    receivedAt: at('2026-11-16 08:00'),
    originalDueAt: at('2026-11-23 17:00'),
    currentDueAt: at('2026-11-23 17:00'),
    closedAt: null,
    ...differences,
  };
}

/** An increment as of 20 November 2026, 07:00, with differences. */
export function listOf(differences: Partial<DossierList> = {}): DossierList {
  return {
    source: 'mot-cua',
    origin: 'ho-so.csv',
    contentHash: 'a'.repeat(64),
    completeFor: null,
    asOf: at('2026-11-20 07:00'),
    sample: false,
    ...differences,
  };
}

/** Takes a list in. */
export async function take(
  store: DossierStore,
  rows: readonly Dossier[],
  list: Partial<DossierList> = {},
): Promise<DossierChanges> {
  const stage = await store.stage(listOf(list));
  await stage.add(rows);
  return stage.apply();
}
