import type { Agency } from '../agencies/agency.ts';
import { agencyQuestion, exactName, questionText } from '../asking/question-text.ts';
import { isImpossible } from '../calendar/period.ts';
import type { NoFigures } from '../queries/no-figures.ts';
import { storyBlocks } from './agency-story.ts';
import { vainPeriod, vainText } from './impossible-period.ts';
import { periodName } from './period-names.ts';
import type { Block, Reply } from './reply.ts';
import { capital } from './sentence.ts';

/** What there is where nothing is split by field: agencies within that have fields; and the field that was asked about. */
export type InsteadOfFields = {
  readonly owners: readonly Agency[];
  readonly field: { readonly text: string } | null;
};

/** Said when nothing is split by field: those within that are, and the agency's own figures, are one tap away. */
export function noFieldsReply(
  missing: NoFigures,
  { owners, field }: InsteadOfFields,
  notes: readonly Block[] = [],
): Reply {
  const { agency, asked, available, story } = missing;
  return {
    blocks: [
      {
        kind: 'headline',
        line: [
          { strong: vainText(asked, 'Chưa có số liệu theo lĩnh vực') },
          ` — ${isImpossible(asked) ? 'lĩnh vực của ' : ''}${agency.name}${vainPeriod(asked, ' ')}`,
        ],
      },
      { kind: 'text', line: [knownText(missing, owners)] },
      ...notes,
      ...storyBlocks(agency.name, story),
    ],
    chart: null,
    choices: [
      ...available.slice(0, MOST_PERIODS).map((period) => ({
        label: capital(periodName(period)),
        send: questionText('linh-vuc', { field, agencies: [exactName(agency)], periods: [period] }),
      })),
      ...owners.slice(0, MOST_OWNERS).map((owner) => ({
        label: `Lĩnh vực của ${owner.shortName}`,
        send: questionText('linh-vuc', { agencies: [exactName(owner)] }),
      })),
      { label: 'Toàn cơ quan', send: agencyQuestion('overdue', agency, null) },
    ],
    topic: { agency: agency.id, period: null, metric: 'overdue' },
    snapshots: [],
  };
}

const MOST_OWNERS = 5;
const MOST_PERIODS = 3;

function knownText({ available }: NoFigures, owners: readonly Agency[]): string {
  if (available.length > 0)
    return `Theo lĩnh vực hiện có: ${available.map(periodName).join(', ')}.`;
  if (owners.length === 0) return 'Chưa nguồn nào tách số liệu của đơn vị này theo lĩnh vực.';
  const names = owners.slice(0, MOST_OWNERS).map(({ shortName }) => shortName);
  return `Có số liệu theo lĩnh vực: ${names.join(', ')}.`;
}
