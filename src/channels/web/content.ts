import { faultText, type Log } from '../../log.ts';
import type { MakeFile } from '../../replies/file-request.ts';
import type { Reply } from '../../replies/reply.ts';
import { type AttachedFile, attachedFile } from './files.ts';
import type { ChartLink, Content, FileLink } from './message.ts';
import type { Pictures } from './pictures.ts';
import type { Shelf } from './shelf.ts';

type MakerParts = {
  readonly pictures: Pictures;
  readonly files: Shelf<AttachedFile>;
  /** Without it messages go without their files. */
  readonly makeFile: MakeFile | null;
  readonly log: Log;
};

/** Turns a reply into a message: the chart and the file are put aside, the message links to them. */
export function contentMaker({ pictures, files, makeFile, log }: MakerParts) {
  const chartLink = ({ chart }: Reply): ChartLink | null => {
    if (chart === null) return null;
    const { title, subtitle } = chart;
    return { url: `/charts/${pictures.keep(chart)}.png`, title, alt: `${title}. ${subtitle}` };
  };

  const fileLinks = async ({ file }: Reply): Promise<readonly FileLink[]> => {
    if (file === undefined || makeFile === null) return [];
    try {
      const made = await attachedFile(file, makeFile);
      const size = made.bytes.byteLength;
      return [{ url: `/files/${files.put(made, size)}`, name: made.name, size }];
    } catch (error) {
      log.error('web.fileFailed', { why: faultText(error) });
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
