import { faultText, type Log } from '../../log.ts';
import type { Reply } from '../../replies/reply.ts';
import type { AttachedFile, FilesOf } from './files.ts';
import type { ChartLink, Content, FileLink } from './message.ts';
import type { Pictures } from './pictures.ts';
import type { Shelf } from './shelf.ts';

type MakerParts = {
  readonly pictures: Pictures;
  readonly files: Shelf<AttachedFile>;
  readonly filesOf: FilesOf;
  readonly log: Log;
};

/** Turns a reply into a message: the chart and the files are put aside, the message links to them. */
export function contentMaker({ pictures, files, filesOf, log }: MakerParts) {
  const chartLink = ({ chart }: Reply): ChartLink | null => {
    if (chart === null) return null;
    const { title, subtitle } = chart;
    return { url: `/charts/${pictures.keep(chart)}.png`, title, alt: `${title}. ${subtitle}` };
  };

  const fileLink = (file: AttachedFile): FileLink => {
    const size = file.bytes.byteLength;
    return { url: `/files/${files.put(file, size)}`, name: file.name, size };
  };

  const fileLinks = async (reply: Reply): Promise<readonly FileLink[]> => {
    try {
      return (await filesOf(reply)).map(fileLink);
    } catch (error) {
      log.error('web.filesFailed', { why: faultText(error) });
      return [];
    }
  };

  return async (reply: Reply): Promise<Content> => ({
    from: 'bot',
    blocks: reply.blocks,
    choices: reply.choices,
    chart: chartLink(reply),
    files: await fileLinks(reply),
  });
}
