import { z } from 'zod';

export type FieldPath = (string | number)[];

interface Described {
  properties?: Record<string, Described>;
  items?: Described | false;
  anyOf?: Described[];
  oneOf?: Described[];
  allOf?: Described[];
  additionalProperties?: Described | boolean;
}

/**
 * Every field that a schema knows, to the bottom: `names`, `names.0`, `names.0.given`. Free keys are tried as `x`, and as
 * the example has them.
 */
export function fieldPaths(schema: z.ZodType, example: unknown = {}): FieldPath[] {
  const paths = new Map<string, FieldPath>();
  walk(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Described, [], paths);
  walkExample(example, [], paths);
  return [...paths.values()];
}

function walkExample(value: unknown, path: FieldPath, into: Map<string, FieldPath>): void {
  if (path.length > 0) into.set(path.join('.'), path);
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    walkExample(inner, [...path, Array.isArray(value) ? Number(key) : key], into);
  }
}

function walk(described: Described, path: FieldPath, into: Map<string, FieldPath>): void {
  if (path.length > 8) return;
  if (path.length > 0) into.set(path.join('.'), path);
  for (const [name, inner] of Object.entries(described.properties ?? {})) walk(inner, [...path, name], into);
  if (described.items) walk(described.items, [...path, 0], into);
  if (typeof described.additionalProperties === 'object')
    walk(described.additionalProperties, [...path, 'x'], into);
  for (const other of [...(described.anyOf ?? []), ...(described.oneOf ?? []), ...(described.allOf ?? [])])
    walk(other, path, into);
}

/** A copy with one field replaced; whatever stands in the way of the path gives way. */
export function withField(input: unknown, [step, ...rest]: FieldPath, value: unknown): unknown {
  if (step === undefined) return value;
  if (typeof step === 'number') {
    const list = Array.isArray(input) ? [...(input as unknown[])] : [];
    list[step] = withField(list[step], rest, value);
    return list;
  }
  const fields = typeof input === 'object' && input !== null && !Array.isArray(input) ? input : {};
  return { ...fields, [step]: withField((fields as Record<string, unknown>)[step], rest, value) };
}
