import type { Block, Choice } from '../../replies/reply.ts';

/** A chart in a message: where its picture is, what it finds, and what it shows in words. */
export type ChartLink = { readonly url: string; readonly title: string; readonly alt: string };

/** A file in a message, to be downloaded. `size` in bytes. */
export type FileLink = { readonly url: string; readonly name: string; readonly size: number };

/** What one message of a chat holds. `fault`: a question that could not be answered; the page has the words. */
export type Content =
  | { readonly from: 'person'; readonly person: string; readonly text: string }
  | {
      readonly from: 'bot';
      readonly blocks: readonly Block[];
      readonly choices: readonly Choice[];
      readonly chart: ChartLink | null;
      readonly files: readonly FileLink[];
    }
  | { readonly from: 'fault'; readonly code: 'answerFailed' };

/** A message in the memory of a chat; `id` tells messages of one run of the program apart and orders them. */
export type Kept = {
  readonly id: string;
  readonly at: Temporal.Instant;
  readonly content: Content;
};

/** A message as one viewer gets it. Ids of other people stay here: only a short tag tells them apart. */
export type MessageView = { readonly id: string; readonly at: string } & (
  | {
      readonly from: 'person';
      readonly mine: boolean;
      readonly tag: string;
      readonly text: string;
    }
  | Exclude<Content, { readonly from: 'person' }>
);

/** The message as `viewer` may see it. */
export function viewOf({ id, at, content }: Kept, viewer: string): MessageView {
  const head = { id, at: at.toString() };
  if (content.from !== 'person') return { ...head, ...content };
  const { person, text } = content;
  return { ...head, from: 'person', mine: person === viewer, tag: person.slice(0, 4), text };
}
