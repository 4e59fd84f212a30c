/** Rule 1: records match their schema. Converts Zod's issues to problems with messages and positions. */
import { z } from 'zod';
import { didYouMean, nearestName } from '../near/suggest.ts';
import { either, error, type Problem, shown } from '../problem.ts';
import { TEXTS } from './cut-text.ts';
import { type Path, valueAt } from './path.ts';
import type { Yaml } from './yaml.ts';

/** A validated record: the whole if it is valid, and in any case its valid parts. */
export interface Checked<T> {
  value: T | null;
  /** Without the invalid entries, so that one mistake does not hide others. */
  part: Partial<T>;
  problems: Problem[];
}

type Issue = z.core.$ZodIssue;
type Schema = z.core.$ZodType;

/** Validates parsed YAML; if its syntax is invalid, that has been reported. */
export function checkSchema<T>(yaml: Yaml, schema: z.ZodType<T>): Checked<T> {
  if (yaml.problems.length > 0) return { value: null, part: {}, problems: [] };
  const result = schema.safeParse(yaml.value);
  if (result.success) return { value: result.data, part: result.data as Partial<T>, problems: [] };
  // A misspelt key is read as the one that is meant, so that this one is not reported as missing too.
  const mended = structuredClone(yaml.value);
  const unknown = withoutUnions(result.error.issues).flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? mendKeys(issue, mended, yaml, schema) : [],
  );
  const again = schema.safeParse(mended);
  const issues = again.success ? [] : withoutUnions(again.error.issues);
  const rest = { ...yaml, value: mended };
  return {
    value: null,
    part: (again.success ? again.data : salvage(schema, mended, issues)) as Partial<T>,
    problems: [...unknown, ...issues.flatMap((issue) => inWords(issue, rest))],
  };
}

/** If a value may have several forms: the issues of the form of its type, or of the first. */
function withoutUnions(issues: readonly Issue[]): Issue[] {
  return issues.flatMap((issue): Issue[] => {
    if (issue.code !== 'invalid_union') return [issue];
    const ofType = issue.errors.find((errors) =>
      errors.every(({ code, path }) => path.length > 0 || code !== 'invalid_type'),
    );
    const inner = (ofType ?? issue.errors[0] ?? []).map((one) => ({
      ...one,
      path: [...issue.path, ...one.path],
    }));
    return inner.length > 0 ? withoutUnions(inner as Issue[]) : [issue];
  });
}

/** Reports unknown keys, and renames them to the key that is meant or removes them. */
function mendKeys(
  { keys, path }: z.core.$ZodIssueUnrecognizedKeys,
  value: unknown,
  yaml: Yaml,
  schema: Schema,
): Problem[] {
  const owner = valueAt(value, path) as Record<string, unknown>;
  const allowed = keysAt(schema, path);
  return keys.map((key) => {
    const meant = nearestName(
      key,
      allowed.filter((name) => !Object.hasOwn(owner, name)),
    );
    if (meant !== null) owner[meant] = owner[key];
    delete owner[key];
    const hint = meant === null ? '' : `; did you mean "${meant}"?`;
    return error(1, yaml.position([...path, key], 'key'), `unknown key "${key}"${hint}`, [
      ...(meant === null ? [`known here: ${allowed.join(', ')}`] : []),
    ]);
  });
}

function inWords(issue: Issue, yaml: Yaml): Problem[] {
  const { path } = issue;
  const given = valueAt(yaml.value, path);
  const key = nameOf(path);
  const say = (message: string, details: string[] = []): Problem[] => [
    error(1, yaml.position(path), message, details),
  ];
  if (given === undefined && path.length > 0)
    return [
      error(
        1,
        yaml.position(path.slice(0, -1), 'key'),
        missing(path),
        path.at(-3) === 'exact' ? ['a text that holds a colon stands in quotation marks'] : [],
      ),
    ];
  if (given === null || given === undefined)
    return path.length > 0
      ? say(`${key} has no value`, isList(issue) ? ['write [] for none'] : [])
      : say(
          'there are no keys here',
          isRecord(issue) ? ['write {} where there is nothing to list'] : [],
        );
  switch (issue.code) {
    case 'invalid_value': {
      const allowed = issue.values.map(String);
      if (typeof given === 'object')
        return say(`${key} is ${kindOf(given)}; it must be ${either(allowed)}`);
      const meant = didYouMean(String(given), allowed);
      return say(`${key} ${valueShown(given)} is not ${either(allowed)}${meant}`);
    }
    case 'invalid_type':
      return say(
        `${key} is ${kindOf(given)}; it must be ${EXPECTED[issue.expected] ?? issue.expected}`,
        [
          ...(issue.expected === 'string' && (typeof given !== 'object' || isText(path))
            ? ['write it in quotation marks']
            : []),
        ],
      );
    case 'too_small':
      return say(
        issue.origin === 'number'
          ? `${key} ${valueShown(given)} is less than ${issue.minimum}`
          : given === '' || (Array.isArray(given) && given.length === 0)
            ? `${key} is empty`
            : Array.isArray(given)
              ? `${key} is a list of ${given.length}; it must have at least ${issue.minimum}`
              : `${key} ${valueShown(given)} is too short`,
        Array.isArray(given) && given.length === 1 && isText(path)
          ? ['write a text alone without the list']
          : [],
      );
    case 'too_big':
      return say(`${key} ${valueShown(given)} is more than ${issue.maximum}`);
    case 'invalid_key':
      return [
        error(
          1,
          yaml.position(path, 'key'),
          `"${key}" is no id: ${issue.issues[0]?.message ?? issue.message}`,
        ),
      ];
    case 'custom':
      return say(`${key}: ${issue.message}`, numberAdvice(given));
    default:
      return say(`${key} ${valueShown(given)}: ${issue.message}`);
  }
}

const EXPECTED: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map of keys and values',
  record: 'a map of ids and entries',
};

/** YAML reads `-0044` and `0050` as numbers and drops the zeros. */
const numberAdvice = (given: unknown): string[] =>
  typeof given === 'number' ? ['write the date in quotation marks'] : [];

const isList = (issue: Issue): boolean =>
  issue.code === 'invalid_type' && issue.expected === 'array';
const isRecord = (issue: Issue): boolean =>
  issue.code === 'invalid_type' && issue.expected === 'record';

/** Whether a value, or the list that it is in, holds texts that authors write or copy. */
const isText = (path: Path): boolean =>
  TEXTS.has(String(path.findLast((step) => typeof step === 'string')));

const kindOf = (value: unknown): string =>
  Array.isArray(value)
    ? 'a list'
    : typeof value === 'object'
      ? 'a map'
      : typeof value === 'string'
        ? 'text'
        : `the ${typeof value} ${String(value)}`;

const valueShown = (value: unknown): string =>
  typeof value === 'string' ? shown(value) : String(value);

/** The name of a value in messages: its last key, with its position if it is in a list. */
function nameOf(path: Path): string {
  const last = path.at(-1);
  if (last === undefined) return 'the file';
  return typeof last === 'number' ? `${String(path.at(-2) ?? 'entry')} ${last + 1}` : String(last);
}

const missing = (path: Path): string =>
  path.length > 1
    ? `${nameOf(path.slice(0, -1))} lacks the key "${String(path.at(-1))}"`
    : `missing key "${String(path.at(-1))}"`;

/** The keys that a schema has at a path. */
function keysAt(schema: Schema, path: Path): string[] {
  let at: Schema | undefined = schema;
  for (const step of path) {
    at = unwrapped(at, step);
    if (at instanceof z.ZodObject) at = at.shape[String(step)];
    else if (at instanceof z.ZodRecord) at = at.valueType;
    else if (at instanceof z.ZodArray) at = at.element;
    else return [];
  }
  at = unwrapped(at);
  return at instanceof z.ZodObject ? Object.keys(at.shape) : [];
}

/** @param step into a list or a map; if there are several forms, the one that has such steps is followed */
function unwrapped(schema: Schema | undefined, step: PropertyKey = ''): Schema | undefined {
  if (schema instanceof z.ZodOptional) return unwrapped(schema.unwrap(), step);
  if (schema instanceof z.ZodUnion)
    return schema.options
      .map((option) => unwrapped(option as Schema, step))
      .find((option) => option instanceof (typeof step === 'number' ? z.ZodArray : z.ZodObject));
  return schema instanceof z.ZodPipe ? unwrapped(schema.in, step) : schema;
}

/** Parses again without the invalid entries. */
function salvage(schema: Schema, value: unknown, issues: readonly Issue[]): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  const rest = structuredClone(value) as Record<string, unknown>;
  for (const { path } of issues) remove(rest, schema, path);
  const partial = schema instanceof z.ZodObject ? schema.partial() : (schema as z.ZodType);
  const result = partial.safeParse(rest);
  return result.success ? result.data : {};
}

/** Removes the smallest optional thing that contains a path: an entry of a record, otherwise a key of the file. */
function remove(value: Record<string, unknown>, schema: Schema, path: Path): void {
  const [first, second] = path;
  if (first === undefined) return;
  const inRecord =
    second !== undefined &&
    schema instanceof z.ZodObject &&
    unwrapped(schema.shape[String(first)]) instanceof z.ZodRecord;
  const owner = inRecord ? value[String(first)] : value;
  if (typeof owner === 'object' && owner !== null)
    delete (owner as Record<string, unknown>)[String(inRecord ? second : first)];
}
