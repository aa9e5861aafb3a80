import { AgencyId } from '../../src/agencies/agency.ts';
import type { Dossier } from '../../src/dossiers/dossier.ts';
import type { DossierList, DossierStore } from '../../src/dossiers/store.ts';

const LIST: DossierList = {
  source: 'mot-cua',
  origin: 'danh-sach.csv',
  contentHash: 'a'.repeat(64),
  completeFor: null,
  asOf: Temporal.Instant.from('2026-11-23T06:45+07:00'),
  sample: false,
};

/** A dossier of phường Lộc Thọ in progress, due at the end of a day; what is not said is as usual. */
export function dossier(code: string, dueOn: string, other: Partial<Dossier> = {}): Dossier {
  const dueAt = Temporal.Instant.from(`${dueOn}T16:30+07:00`);
  return {
    code: `H32.12.7-261101-${code}`,
    agency: AgencyId.parse('p-loc-tho'),
    receptionPlace: 'Bộ phận Một cửa phường Lộc Thọ',
    handlingUnit: 'Bộ phận Tư pháp - Hộ tịch',
    desk: 'Công chức tư pháp 1',
    step: 'Thẩm định',
    procedure: 'Chứng thực bản sao từ bản chính',
    field: 'Chứng thực',
    sensitive: false,
    test: false,
    channel: 'direct',
    state: 'processing',
    receivedAt: Temporal.Instant.from('2026-11-02T08:00+07:00'),
    originalDueAt: dueAt,
    currentDueAt: dueAt,
    closedAt: null,
    ...other,
  };
}

/** Takes dossiers in as one list. */
export async function takeIn(
  store: DossierStore,
  dossiers: readonly Dossier[],
  list: Partial<DossierList> = {},
): Promise<void> {
  const stage = await store.stage({ ...LIST, ...list });
  await stage.add(dossiers);
  await stage.apply();
}
