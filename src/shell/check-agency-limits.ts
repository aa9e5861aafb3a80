import type { Directory } from '../agencies/agency.ts';
import { type AgencyFinder, nearestIn } from '../agencies/finding.ts';
import type { Config } from '../config.ts';
import { ConfigurationInvalid, type Problem } from '../errors.ts';

/**
 * Throws `ConfigurationInvalid` for limits of agencies that the directory does not have, each with the ids it may have been
 * meant for: such a limit would never be judged by.
 */
export function checkAgencyLimits(
  { alerts: { agencyLimits } }: Pick<Config, 'alerts'>,
  { directory, finder }: { readonly directory: Directory; readonly finder: AgencyFinder },
): void {
  const problems = [...agencyLimits.keys()].flatMap((id): readonly Problem[] =>
    directory.has(id)
      ? []
      : [
          {
            code: 'unknownAgency',
            place: 'alerts.agencyLimits',
            detail: [id, ...nearestIds(id, finder)].join('; '),
          },
        ],
  );
  if (problems.length > 0) throw new ConfigurationInvalid(problems);
}

/** Ids are names without marks: what finds these finds those. */
function nearestIds(id: string, finder: AgencyFinder): readonly string[] {
  const finding = finder.find(id.replaceAll('-', ' '), { home: null });
  return nearestIn(finding).map((agency) => agency.id);
}
