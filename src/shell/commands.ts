import { bieuDo } from '../../commands/bieu-do.ts';
import { buuChinh } from '../../commands/buu-chinh.ts';
import { chiSo } from '../../commands/chi-so.ts';
import { congThuc } from '../../commands/cong-thuc.ts';
import { dienBien } from '../../commands/dien-bien.ts';
import { doiChieu } from '../../commands/doi-chieu.ts';
import { dungHan } from '../../commands/dung-han.ts';
import { haiLong } from '../../commands/hai-long.ts';
import { hoSo } from '../../commands/ho-so.ts';
import { linhVuc } from '../../commands/linh-vuc.ts';
import { nguon } from '../../commands/nguon.ts';
import { soHoa } from '../../commands/so-hoa.ts';
import { soSanh } from '../../commands/so-sanh.ts';
import { start } from '../../commands/start.ts';
import { thanhToan } from '../../commands/thanh-toan.ts';
import { tongQuan } from '../../commands/tong-quan.ts';
import { treHan } from '../../commands/tre-han.ts';
import { troGiup } from '../../commands/tro-giup.ts';
import { trucTuyen } from '../../commands/truc-tuyen.ts';
import { xepHang } from '../../commands/xep-hang.ts';
import type { Command } from '../dialogue/command.ts';
import type { Knowledge } from '../queries/knowledge.ts';

/** Every chat command there is; a test checks that no file of `commands/` is left out. Most used first, as in menus. */
export function allCommands(knowledge: Knowledge): readonly Command[] {
  const makers = [
    treHan,
    tongQuan,
    xepHang,
    soSanh,
    dienBien,
    hoSo,
    dungHan,
    trucTuyen,
    thanhToan,
    buuChinh,
    soHoa,
    haiLong,
    chiSo,
    linhVuc,
    bieuDo,
    doiChieu,
    nguon,
    congThuc,
    troGiup,
    start,
  ];
  return makers.map((make) => make(knowledge));
}
