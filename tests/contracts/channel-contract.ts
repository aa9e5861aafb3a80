import { describe, expect, test } from 'vitest';

import type { Answer } from '../../src/channels/channel.ts';
import type { DrawChart } from '../../src/replies/chart-request.ts';
import { type Block, type Reply, textReply } from '../../src/replies/reply.ts';

/** What a person sees after a message, in order: words (captions too), pictures, and what may be chosen next. */
export type Shown = {
  readonly texts: readonly string[];
  readonly charts: readonly Uint8Array[];
  readonly choices: readonly string[];
};

/** A channel with one person talking to the bot in private. */
type ChannelUnderTest = AsyncDisposable & {
  /** The person writes; resolves when everything the bot has to say to that is there. */
  say(text: string): Promise<Shown>;
  /** The person takes the choice with this label: presses it, or types its number. */
  choose(label: string): Promise<Shown>;
};

/** Opens the channel for an app that answers and draws like this. */
export type OpenChannel = (app: {
  readonly answer: Answer;
  readonly draw: DrawChart;
}) => Promise<ChannelUnderTest>;

/** A picture every channel can carry. */
const PICTURE = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
    'base64',
  ),
);

const MARKUP = '<b>&"_*[x](y) `z` {red} &lt;';

/** One block of every kind. */
const ALL_KINDS: readonly Block[] = [
  { kind: 'headline', line: ['Nha Trang: ', { strong: '0,77%' }] },
  { kind: 'text', line: ['109/14.114 hồ sơ'] },
  { kind: 'list', items: [['dưới 1%'], ['còn ', { strong: '32' }, ' hồ sơ']] },
  {
    kind: 'table',
    header: ['Đơn vị', 'Tỷ lệ'],
    rows: [
      ['Cam Lâm', '3,14%'],
      ['Khánh Sơn', '0,00%'],
    ],
  },
  { kind: 'warning', line: ['lệch 5.229'] },
  { kind: 'note', line: ['kỳ tạm tính'] },
  { kind: 'source', line: ['Báo cáo 55/BC-UBND'] },
];

/** The words of `ALL_KINDS`, as they must appear. */
const ALL_WORDS = [
  'Nha Trang: 0,77%',
  '109/14.114 hồ sơ',
  'dưới 1%',
  'còn 32 hồ sơ',
  'Cam Lâm',
  '3,14%',
  'Khánh Sơn',
  '0,00%',
  'lệch 5.229',
  'kỳ tạm tính',
  'Báo cáo 55/BC-UBND',
];

const LONG = Array.from({ length: 1500 }, (_, index) => `dòng ${index} của danh sách`);

const charted = (blocks: readonly Block[]): Reply => ({
  ...textReply(blocks),
  chart: {
    kind: 'ranking',
    title: 'Nha Trang',
    subtitle: 'năm 2023',
    source: 'Phụ lục 2',
    bars: [],
    limit: null,
  },
});

const text = (words: string): Block => ({ kind: 'text', line: [words] });

const REPLIES: Readonly<Record<string, Reply | null>> = {
  all: textReply(ALL_KINDS),
  markup: textReply([text(MARKUP), { kind: 'headline', line: [{ strong: MARKUP }] }]),
  long: textReply([{ kind: 'list', items: LONG.map((words) => [words]) }]),
  ask: textReply(
    [text('cơ quan nào?')],
    [
      { label: 'Cấp xã', send: 'chosen cấp xã' },
      { label: 'Chi nhánh <1>', send: 'chosen chi nhánh' },
    ],
  ),
  chart: charted(ALL_KINDS),
  'long chart': charted([...ALL_KINDS, text(LONG.join(' '))]),
  silence: null,
};

const answer: Answer = async ({ text: said }) => REPLIES[said] ?? echo(said);

function echo(said: string): Reply | null {
  return said === 'silence' ? null : textReply([text(said)]);
}

const draw: DrawChart = async () => PICTURE;
const cannotDraw: DrawChart = () => Promise.reject(new Error('no font'));

/** All words shown, line ends and alignment aside. */
const words = ({ texts }: Shown) => texts.join('\n').replaceAll(/\s+/gu, ' ');

/** The pieces that are not shown, or not in their place. */
function missing(shown: Shown, pieces: readonly string[]): readonly string[] {
  const seen = words(shown);
  let from = 0;
  return pieces.filter((piece) => {
    const at = seen.indexOf(piece, from);
    if (at !== -1) from = at + piece.length;
    return at === -1;
  });
}

/** What every channel owes the people who use it, whatever its markup and limits. */
export function describeChannel(name: string, open: OpenChannel): void {
  describe(`${name} as a channel`, () => {
    test('shows every block of a reply, in order', async () => {
      await using channel = await open({ answer, draw });
      const shown = await channel.say('all');
      expect(missing(shown, ALL_WORDS)).toEqual([]);
      expect(shown.charts).toEqual([]);
    });

    test('shows markup characters as they are', async () => {
      await using channel = await open({ answer, draw });
      expect(missing(await channel.say('markup'), [MARKUP, MARKUP])).toEqual([]);
    });

    test('shows a long reply complete', async () => {
      await using channel = await open({ answer, draw });
      expect(missing(await channel.say('long'), LONG)).toEqual([]);
    });

    test('offers choices, and each says what it stands for', async () => {
      await using channel = await open({ answer, draw });
      const asked = await channel.say('ask');
      expect(asked.choices).toEqual(['Cấp xã', 'Chi nhánh <1>']);
      expect(missing(await channel.choose('Chi nhánh <1>'), ['chosen chi nhánh'])).toEqual([]);
    });

    test.each(['chart', 'long chart'])('shows a %s with its text', async (said) => {
      await using channel = await open({ answer, draw });
      const shown = await channel.say(said);
      expect(shown.charts).toEqual([PICTURE]);
      expect(missing(shown, said === 'chart' ? ALL_WORDS : [...ALL_WORDS, ...LONG])).toEqual([]);
    });

    test('shows the text alone when the chart cannot be drawn', async () => {
      await using channel = await open({ answer, draw: cannotDraw });
      const shown = await channel.say('chart');
      expect(shown.charts).toEqual([]);
      expect(missing(shown, ALL_WORDS)).toEqual([]);
    });

    test('stays silent when there is no answer, and goes on', async () => {
      await using channel = await open({ answer, draw });
      expect(words(await channel.say('silence'))).toBe('');
      expect(missing(await channel.say('still there'), ['still there'])).toEqual([]);
    });

    test('asks one thing after another and keeps the answers apart', async () => {
      await using channel = await open({ answer, draw });
      expect(missing(await channel.say('first'), ['first'])).toEqual([]);
      const second = await channel.say('second');
      expect(missing(second, ['second'])).toEqual([]);
      expect(words(second)).not.toContain('first');
    });
  });
}
