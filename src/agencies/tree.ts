import type { Agency, AgencyId, Directory } from './agency.ts';
import { existsDuring } from './existence.ts';
import type { Span } from './existence.ts';

/** All agencies below one, in the order of the file, without itself. */
export function descendantsOf(directory: Directory, id: AgencyId): readonly Agency[] {
  return directory.children(id).flatMap((child) => [child, ...descendantsOf(directory, child.id)]);
}

/**
 * The agencies below one that report for themselves, whenever they existed; the agency itself when nothing is
 * below it.
 */
export function leavesBelow(directory: Directory, id: AgencyId): readonly Agency[] {
  const children = directory.children(id);
  if (children.length === 0) return [directory.get(id)];
  return children.flatMap((child) => leavesBelow(directory, child.id));
}

/** The direct children that existed in a span: those whose figures can be expected in its total. */
export function childrenDuring(directory: Directory, id: AgencyId, span: Span): readonly Agency[] {
  return directory.children(id).filter((child) => existsDuring(child, span));
}
