import { baoCao } from '../../commands/bao-cao.ts';
import { bieuDo } from '../../commands/bieu-do.ts';
import { buuChinh } from '../../commands/buu-chinh.ts';
import { canhBao } from '../../commands/canh-bao.ts';
import { chiSo } from '../../commands/chi-so.ts';
import { chuaGui } from '../../commands/chua-gui.ts';
import { congThuc } from '../../commands/cong-thuc.ts';
import { daNhan } from '../../commands/da-nhan.ts';
import { daTrinh } from '../../commands/da-trinh.ts';
import { dangKy } from '../../commands/dang-ky.ts';
import { dienBien } from '../../commands/dien-bien.ts';
import { doiChieu } from '../../commands/doi-chieu.ts';
import { dungHan } from '../../commands/dung-han.ts';
import { ganNhom } from '../../commands/gan-nhom.ts';
import { haiLong } from '../../commands/hai-long.ts';
import { hoSo } from '../../commands/ho-so.ts';
import { huy } from '../../commands/huy.ts';
import { kiemChung } from '../../commands/kiem-chung.ts';
import { lich } from '../../commands/lich.ts';
import { linhVuc } from '../../commands/linh-vuc.ts';
import { nap } from '../../commands/nap.ts';
import { nguon } from '../../commands/nguon.ts';
import { nhacLai } from '../../commands/nhac-lai.ts';
import { quaHan } from '../../commands/qua-han.ts';
import { sapDenHan } from '../../commands/sap-den-han.ts';
import { soHoa } from '../../commands/so-hoa.ts';
import { soSanh } from '../../commands/so-sanh.ts';
import { start } from '../../commands/start.ts';
import { thanhToan } from '../../commands/thanh-toan.ts';
import { tongQuan } from '../../commands/tong-quan.ts';
import { trangThai } from '../../commands/trang-thai.ts';
import { treHan } from '../../commands/tre-han.ts';
import { troGiup } from '../../commands/tro-giup.ts';
import { trucTuyen } from '../../commands/truc-tuyen.ts';
import { xepHang } from '../../commands/xep-hang.ts';
import type { CommandName } from '../asking/commands.ts';
import type { Replay } from '../audit/replay.ts';
import type { AuditStore } from '../audit/store.ts';
import type { Command } from '../dialogue/command.ts';
import type { OutboxStore } from '../outbox/store.ts';
import type { Knowledge } from '../queries/knowledge.ts';
import type { Upkeep } from '../queries/status.ts';
import type { SnapshotStore } from '../snapshots/store.ts';
import type { OpenKnowledge } from './open-knowledge.ts';

/** What commands are made of. */
export type CommandRoom = Pick<
  OpenKnowledge,
  'reception' | 'due' | 'acknowledgements' | 'alerts' | 'files'
> & {
  readonly knowledge: Knowledge;
  readonly audit: AuditStore;
  readonly replay: Replay;
  readonly upkeep: Upkeep;
  readonly setAside: Pick<SnapshotStore, 'quarantinedIn'>;
  readonly outbox: Pick<OutboxStore, 'undelivered' | 'countUndelivered' | 'counts'>;
};

/** Every chat command there is, over what is known, the dossiers, and who is let in. */
export function allCommands(room: CommandRoom): Readonly<Record<CommandName, Command>> {
  const { knowledge, reception, due, alerts, files } = room;
  return {
    'tre-han': treHan(room),
    'tong-quan': tongQuan(knowledge),
    'xep-hang': xepHang(knowledge),
    'so-sanh': soSanh(knowledge),
    'dien-bien': dienBien(knowledge),
    'ho-so': hoSo(knowledge),
    'dung-han': dungHan(knowledge),
    'truc-tuyen': trucTuyen(knowledge),
    'thanh-toan': thanhToan(knowledge),
    'buu-chinh': buuChinh(knowledge),
    'so-hoa': soHoa(knowledge),
    'hai-long': haiLong(knowledge),
    'chi-so': chiSo(knowledge),
    'linh-vuc': linhVuc(knowledge),
    'bieu-do': bieuDo(knowledge),
    'doi-chieu': doiChieu(room),
    'bao-cao': baoCao(knowledge),
    nguon: nguon(knowledge),
    'cong-thuc': congThuc(knowledge),
    'sap-den-han': sapDenHan(room),
    'qua-han': quaHan(room),
    'da-nhan': daNhan(room),
    'nhac-lai': nhacLai(room),
    'da-trinh': daTrinh(room),
    'dang-ky': dangKy(reception),
    lich: lich(reception),
    huy: huy(reception),
    'canh-bao': canhBao({ alerts, reception, calendar: due.calendar }),
    'gan-nhom': ganNhom(reception),
    'kiem-chung': kiemChung(room),
    nap: nap(files),
    'chua-gui': chuaGui(room),
    'trang-thai': trangThai(room),
    'tro-giup': troGiup(reception),
    start: start(reception),
  };
}
