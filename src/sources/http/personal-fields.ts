import jsonata from 'jsonata';

import type { Problem } from '../../errors.ts';
import type { Mapping } from './map-message.ts';

/** Tells whether something in an answer is called as what belongs to an applicant. */
type IsPersonal = (name: string) => boolean;

/** Functions that take fields without naming them, or are told them in a text only when they run. */
const TAKE_ALL = new Set(['each', 'eval', 'sift', 'spread']);
/** Variables that are all there is: the row or what it stands in, and the answer. */
const WHOLE = new Set(['', '$', 'answer']);
/** Functions that take only what they are told of what they are given first, or nothing of its values. */
const LOOK_INTO = new Set(['lookup', 'exists', 'type', 'keys', 'count', 'boolean', 'not']);

/**
 * Where a mapping of dossiers reaches for an applicant (personalColumn, the field in `place`, the name in `detail`):
 * whatever is made of it then, under whatever name `rows` gives it, or along with everything else of a row. What cannot be
 * read is told where it is tried.
 */
export function personalFields(
  { rows, fields, head }: Mapping,
  isPersonal: IsPersonal,
  place: string,
): readonly Problem[] {
  const inRows = namesIn(treeOf(rows)).filter(isPersonal);
  return [
    ...Object.entries({ ...fields, ...head }).flatMap(([field, text]) => {
      const tree = treeOf(text);
      const found = [...namesIn(tree).filter(isPersonal), ...takenWhole(tree, true)];
      return found.map((detail) => problem(`${place}: columns.${field}`, detail));
    }),
    ...inRows.map((detail) => problem(`${place}.rows`, detail)),
  ];
}

function problem(place: string, detail: string): Problem {
  return { code: 'personalColumn', place, detail };
}

/** A part of an expression, as JSONata reads it. */
type Node = Readonly<Record<string, unknown>>;

function treeOf(text: string | undefined): unknown {
  try {
    return text === undefined ? null : jsonata(text).ast();
  } catch {
    return null;
  }
}

/** Every name an expression takes something by; texts too, for they may name a field when it runs. */
function namesIn(part: unknown): readonly string[] {
  if (!isNode(part)) return listIn(part).flatMap(namesIn);
  const { type, value } = part;
  const own = (type === 'name' || type === 'string') && typeof value === 'string' ? [value] : [];
  return [...own, ...Object.values(part).flatMap(namesIn)];
}

/** What takes fields without naming them; `ofRow`: what has no step before it is of the row itself. */
function takenWhole(part: unknown, ofRow: boolean): readonly string[] {
  if (!isNode(part)) return listIn(part).flatMap((each) => takenWhole(each, ofRow));
  switch (part['type']) {
    case 'path':
      return alongPath(part, ofRow);
    case 'function':
      return byFunction(part, ofRow);
    case 'variable':
      return asVariable(String(part['value']), ofRow);
    case 'wildcard':
    case 'descendant':
      return [String(part['value'])];
    default:
      return takenWhole(Object.values(part), ofRow);
  }
}

function asVariable(name: string, ofRow: boolean): readonly string[] {
  return TAKE_ALL.has(name) || (ofRow && WHOLE.has(name)) ? [`$${name}`] : [];
}

/** `$.code` takes the code; behind a first name the row is left. */
function alongPath({ steps, ...rest }: Node, ofRow: boolean): readonly string[] {
  const [first, ...others] = listIn(steps);
  const beginsWhole = isWhole(first) && others.length > 0;
  return [
    ...(beginsWhole ? [] : takenWhole(first, ofRow)),
    ...others.flatMap((step, at) => takenWhole(step, ofRow && beginsWhole && at === 0)),
    ...takenWhole(Object.values(rest), ofRow),
  ];
}

function byFunction(
  { procedure, arguments: given, ...rest }: Node,
  ofRow: boolean,
): readonly string[] {
  const name = isNode(procedure) ? procedure['value'] : null;
  const [first, ...others] = listIn(given);
  const looksInto = typeof name === 'string' && LOOK_INTO.has(name) && isWhole(first);
  // Without anything given it is the row that is made a text.
  const ofNothing = first === undefined && name === 'string' && ofRow ? ['$string'] : [];
  return [
    ...ofNothing,
    ...takenWhole(procedure, ofRow),
    ...(looksInto ? [] : takenWhole(first, ofRow)),
    ...takenWhole(others, ofRow),
    ...takenWhole(Object.values(rest), ofRow),
  ];
}

function listIn(part: unknown): readonly unknown[] {
  return Array.isArray(part) ? part : [];
}

function isWhole(part: unknown): boolean {
  if (!isNode(part) || part['type'] !== 'variable') return false;
  const { value } = part;
  return typeof value === 'string' && WHOLE.has(value);
}

function isNode(part: unknown): part is Node {
  return part !== null && typeof part === 'object' && !Array.isArray(part);
}
