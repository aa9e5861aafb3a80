import { CORE_SCHEMA, loadAll, YAMLException } from 'js-yaml';
import * as z from 'zod';

import type { Problem } from './errors.ts';

/** A day as `2023-12-14`. */
export const Day = z.iso.date().transform((text) => Temporal.PlainDate.from(text));

/** A file that was read, under the name its problems are told by; '' = its places stand alone. */
export type YamlFile = { readonly file: string; readonly text: string };

type Read<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** YAML of a given form, or everything that is wrong with it (`notYaml`, `badSetting`, `unknownKey`), each with file and path. */
export function readYaml<Form extends z.ZodType>(
  form: Form,
  { file, text }: YamlFile,
): Read<z.infer<Form>> {
  const written = yamlIn(text);
  if (!written.ok) {
    return { ok: false, problems: [{ code: 'notYaml', place: file, detail: written.detail }] };
  }
  const parsed = form.safeParse(written.value);
  return parsed.success
    ? { ok: true, value: parsed.data }
    : { ok: false, problems: formProblems(file, parsed.error) };
}

/** What a text says as YAML (or JSON, which is YAML); `detail` = why it cannot be read. */
export function yamlIn(
  text: string,
):
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly detail: string } {
  try {
    // Aliases can blow a small file up to gigabytes; none of our files needs them.
    const [value = null, ...more] = loadAll(text, { schema: CORE_SCHEMA, maxAliases: 0 });
    return more.length === 0 ? { ok: true, value } : { ok: false, detail: 'several documents' };
  } catch (error) {
    return { ok: false, detail: error instanceof YAMLException ? faultOf(error) : String(error) };
  }
}

function faultOf({ reason, mark }: YAMLException): string {
  if (mark === undefined) return reason;
  return `${reason} at line ${String(mark.line + 1)}, column ${String(mark.column + 1)}`;
}

/** Places are "PORT", and within a file "config.yaml: sources.0.folder"; every unknown key is a problem of its own. */
export function formProblems(file: string, error: z.ZodError): readonly Problem[] {
  const placeOf = (path: readonly PropertyKey[]) =>
    [file, path.map(String).join('.')].filter((part) => part !== '').join(': ');
  return error.issues.flatMap((issue) => {
    if (issue.code !== 'unrecognized_keys') {
      return [{ code: 'badSetting', place: placeOf(issue.path), detail: issue.message }];
    }
    return issue.keys.map((key) => ({
      code: 'unknownKey',
      place: placeOf([...issue.path, key]),
      detail: '',
    }));
  });
}
