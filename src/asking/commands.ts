import type { Metric } from '../figures/metric.ts';

/**
 * What a command asks of a chat. `anyone`: also of those nobody has let in; `figures`: aggregates of any agency;
 * `dossiers`: lists of dossiers; `subscribing`: what the chat is sent; `keeping`: running the bot.
 */
export type Right = 'anyone' | 'figures' | 'dossiers' | 'subscribing' | 'keeping';

/** What the rooms need to know of a chat command, beside how it answers. */
type Traits = {
  /** Further names that mean the same ("tre-hen" for late dossiers). */
  readonly aliases: readonly string[];
  /** The metrics it answers; the first one when nothing narrower is said. Empty: it serves any metric, or none. */
  readonly metrics: readonly Metric[];
  /** Whether it says nothing without an agency, so that unknown words must be one. */
  readonly needsAgency: boolean;
  /** Whether in a chat bound to an agency it is about that one. */
  readonly knowsHome: boolean;
  /** Whether an agency not named is taken from the conversation; `plainly`: only by a sentence without a slash. */
  readonly takesAgency: 'always' | 'plainly' | 'never';
  /** Whether a plain sentence goes on with the metric of the conversation. */
  readonly takesMetric: boolean;
  /** Whether "còn Cam Ranh?" asks it again about another agency. */
  readonly isAskedAgain: boolean;
  /** How level words behind it are meant: as part of a name, as each agency of that level, or as what to rank. */
  readonly levelWords: 'plain' | 'levels' | 'ranking';
  /** The chart its answer has by nature. */
  readonly chart: 'ranking' | 'comparison' | 'trend' | 'byField' | 'composition' | 'target' | null;
  /** Whether it is a question at all: it has arguments, and can be gone on about. */
  readonly isQuestion: boolean;
  /** Who may use it. */
  readonly right: Right;
  /** Whether the same words have the same answer until the figures or the day change, in every chat of the same kind. */
  readonly lasts: boolean;
};

const ANY_QUESTION = {
  aliases: [],
  metrics: [],
  needsAgency: false,
  knowsHome: true,
  takesAgency: 'always',
  takesMetric: true,
  isAskedAgain: false,
  levelWords: 'plain',
  chart: null,
  isQuestion: true,
  right: 'figures',
  lasts: true,
} as const satisfies Traits;
const OF_METRIC = { ...ANY_QUESTION, needsAgency: true, takesMetric: false } as const;
const ABOUT_BOT = {
  ...ANY_QUESTION,
  knowsHome: false,
  takesAgency: 'never',
  takesMetric: false,
  isQuestion: false,
  right: 'anyone',
  // Help depends on who asks.
  lasts: false,
} as const;

/** About single dossiers: what is late changes by the hour, and not everybody may see it. */
const OF_DOSSIERS = {
  ...ANY_QUESTION,
  takesMetric: false,
  isAskedAgain: true,
  right: 'dossiers',
  lasts: false,
} as const;

/** About this chat and what it is sent: what follows is read by the command itself. */
const OF_CHAT = { ...ABOUT_BOT, right: 'subscribing' } as const;

/** What a group says to its list. */
const OF_LIST = { ...OF_CHAT, right: 'dossiers' } as const;

/** About running the bot: only keepers are told that these exist. */
const OF_KEEPER = { ...OF_CHAT, right: 'keeping' } as const;

/** Every chat command, by its canonical name (Vietnamese without marks, hyphens); most used first, as menus show them. */
const TABLE = {
  'tre-han': { ...OF_METRIC, metrics: ['overdue'], aliases: ['tre-hen'] },
  'tong-quan': { ...ANY_QUESTION, takesAgency: 'never', takesMetric: false },
  'xep-hang': {
    ...ANY_QUESTION,
    knowsHome: false,
    takesAgency: 'never',
    levelWords: 'ranking',
    chart: 'ranking',
  },
  'so-sanh': {
    ...ANY_QUESTION,
    needsAgency: true,
    knowsHome: false,
    levelWords: 'levels',
    chart: 'comparison',
  },
  'dien-bien': {
    ...ANY_QUESTION,
    aliases: ['xu-huong'],
    needsAgency: true,
    isAskedAgain: true,
    chart: 'trend',
  },
  'ho-so': { ...OF_METRIC, metrics: ['dossiers'], chart: 'composition' },
  'dung-han': { ...OF_METRIC, metrics: ['onTime'] },
  'truc-tuyen': {
    ...OF_METRIC,
    metrics: ['online', 'onlineFull', 'onlinePartial'],
    chart: 'target',
  },
  'thanh-toan': { ...OF_METRIC, metrics: ['onlinePayment'] },
  'buu-chinh': { ...OF_METRIC, metrics: ['postal'] },
  'so-hoa': { ...OF_METRIC, metrics: ['digitization', 'electronicResults'] },
  'hai-long': { ...OF_METRIC, metrics: ['satisfaction'] },
  'chi-so': { ...OF_METRIC, metrics: ['serviceIndex', 'reformIndex', 'provinceRank'] },
  'linh-vuc': { ...ANY_QUESTION, isAskedAgain: true, chart: 'byField' },
  'bieu-do': { ...ANY_QUESTION, aliases: ['ve'], needsAgency: true, levelWords: 'levels' },
  // Of itself about everything; only a plain follow-up ("có khớp không?") narrows it.
  'doi-chieu': {
    ...ANY_QUESTION,
    needsAgency: true,
    takesAgency: 'plainly',
    isAskedAgain: true,
    // With or without its table, and by what was set aside meanwhile.
    lasts: false,
  },
  'bao-cao': { ...ANY_QUESTION, needsAgency: true, takesMetric: false, isAskedAgain: true },
  nguon: { ...ANY_QUESTION, isAskedAgain: true },
  'cong-thuc': { ...ANY_QUESTION, isAskedAgain: true },
  'sap-den-han': { ...OF_DOSSIERS, aliases: ['den-han'] },
  'qua-han': OF_DOSSIERS,
  'da-nhan': OF_LIST,
  'nhac-lai': OF_LIST,
  'da-trinh': OF_LIST,
  'dang-ky': OF_CHAT,
  lich: OF_CHAT,
  huy: { ...OF_CHAT, aliases: ['huy-dang-ky'] },
  'canh-bao': OF_CHAT,
  // Typed by whoever has a code; that only keepers issue one is looked after by the command.
  'gan-nhom': { ...OF_CHAT, right: 'anyone', aliases: ['ket-noi'] },
  'kiem-chung': OF_KEEPER,
  'chua-gui': OF_KEEPER,
  'trang-thai': { ...OF_KEEPER, aliases: ['tinh-trang'] },
  nap: { ...OF_KEEPER, aliases: ['nap-tep'] },
  'tro-giup': { ...ABOUT_BOT, aliases: ['help', 'huong-dan'] },
  start: { ...ABOUT_BOT, aliases: ['bat-dau'] },
} as const satisfies Readonly<Record<string, Traits>>;

/** The canonical name of a chat command. */
export type CommandName = keyof typeof TABLE;

/** What is known of each command. */
export const COMMANDS: Readonly<Record<CommandName, Traits>> = TABLE;

/** All commands in the order of menus. */
export const COMMAND_NAMES: readonly CommandName[] = Object.keys(TABLE).filter(isCommandName);

const BY_METRIC: ReadonlyMap<Metric, CommandName> = new Map(
  COMMAND_NAMES.flatMap((name) => COMMANDS[name].metrics.map((metric) => [metric, name] as const)),
);

/** The command that answers a metric for one agency. */
export function commandFor(metric: Metric): CommandName {
  const command = BY_METRIC.get(metric);
  if (command === undefined) throw new Error(`no command answers ${metric}`);
  return command;
}

/** The metric a command stands for; null for commands that serve any. */
export function metricOf(command: CommandName): Metric | null {
  return COMMANDS[command].metrics[0] ?? null;
}

/**
 * The metric of a question put to a command: what was said, unless it is another command's ("/tre-han … trực tuyến"
 * stays about late dossiers).
 */
export function metricFor(command: CommandName, said: Metric | null): Metric | null {
  const own = metricOf(command);
  if (own === null || said === null) return said ?? own;
  return COMMANDS[command].metrics.includes(said) ? said : own;
}

function isCommandName(name: string): name is CommandName {
  return Object.hasOwn(TABLE, name);
}
