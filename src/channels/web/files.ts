import type { FileRequest, MakeFile } from '../../replies/file-request.ts';

/** A file that goes with a message. */
export type AttachedFile = {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
};

const MEDIA_TYPES: Readonly<Record<FileRequest['kind'], string>> = {
  workbook: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Makes the file of a request. Rejects when it cannot be made. */
export async function attachedFile(file: FileRequest, makeFile: MakeFile): Promise<AttachedFile> {
  return { name: file.name, mediaType: MEDIA_TYPES[file.kind], bytes: await makeFile(file) };
}
