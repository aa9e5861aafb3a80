/** The name of a job that is there once for each source: "poll-figures/so-lieu". */
export function jobOfSource(kind: string, source: string): string {
  return `${kind}/${source}`;
}

/** The source a job is about; null = it is about none. */
export function sourceOfJob(name: string): string | null {
  const slash = name.indexOf('/');
  return slash === -1 ? null : name.slice(slash + 1);
}
