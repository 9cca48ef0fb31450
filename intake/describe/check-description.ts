/** A source description as written in YAML, checked whole: every fault is told, with where it stands. */
import { z } from "zod";

import { classifications } from "../../domain/vocabulary.ts";
import { isIsoDate } from "../../lib/iso-date.ts";
import { isFindingCode } from "../validate/finding-catalogue.ts";
import {
  cadences,
  type CellType,
  cellTypes,
  type SourceDescription,
  targets,
} from "./source-description.ts";
import { moneyUnits } from "../validate/cells/money.ts";
import { factProblems } from "./fact-problems.ts";
import { targetColumns } from "./target-columns.ts";

const text = z.string().trim().min(1);
const isoDate = z.string().refine(isIsoDate, { error: "expected a date like 2024-01-31" });
const findingCode = z
  .string()
  .refine(isFindingCode, { error: "is no code of the finding catalogue" });

const column = z.strictObject({
  field: z.string().regex(/^[a-z][A-Za-z0-9]*$/, { error: "expected a camelCase name" }),
  headers: z.tuple([text], text),
  type: z.enum(Object.keys(cellTypes) as [CellType, ...CellType[]]),
  column: z.enum(["required", "optional"]),
  value: z.enum(["required", "optional"]),
  tolerate: z.array(findingCode).default([]),
  into: z.array(text),
  maxLength: z.int().positive().nullable().default(null),
  digits: z
    .union([z.literal(2), z.literal(4)])
    .nullable()
    .default(null),
  choices: z.record(text, z.array(text).min(1)).default({}),
  unit: text.nullable().default(null),
  signed: z.boolean().default(false),
  ahead: z.boolean().default(false),
  otherwise: text.nullable().default(null),
  classification: z.enum(classifications),
  note: text.nullable().default(null),
});

const share = z.number().min(0).max(1);
const gates = z.strictObject({
  badShare: share.default(0.02),
  fromRows: z.int().positive().default(200),
  sigmas: z.number().positive().default(3),
  fromRuns: z.int().min(2).default(5),
  goneShare: share.default(0.05),
});

const description = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/, { error: "expected a kebab-case name" }),
  names: z.strictObject({ zh: text, en: text }),
  purpose: z.strictObject({ zh: text, en: text }).nullable().default(null),
  department: text,
  cadence: z.enum(cadences),
  classification: z.enum(classifications),
  basis: z
    .array(z.strictObject({ document: text, number: text, note: text.nullable().default(null) }))
    .min(1),
  effective: z.strictObject({ from: isoDate, to: isoDate.nullable() }),
  target: z.enum(targets),
  table: text.nullable().default(null),
  constants: z.record(text, text).default({}),
  mentionDate: text.nullable().default(null),
  completeList: z.boolean().default(false),
  gates: gates.prefault({}),
  key: z.array(text).min(1),
  townFromConfidence: share.default(0.7),
  columns: z.array(column).min(1),
});

export type CheckedDescription =
  | { readonly ok: true; readonly description: SourceDescription }
  | { readonly ok: false; readonly problems: readonly string[] };

/** `value` is what the YAML parser returned. */
export function checkDescription(value: unknown): CheckedDescription {
  const parsed = description.safeParse(value);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(
      (issue) => `${issue.path.join(".") || "(file)"}: ${issue.message}`,
    );
    return { ok: false, problems };
  }
  const problems = [
    ...columnProblems(parsed.data),
    ...keyProblems(parsed.data),
    ...factProblems(parsed.data),
  ];
  return problems.length > 0 ? { ok: false, problems } : { ok: true, description: parsed.data };
}

/** A registry row is known by its code alone; a fact by its fields together, of which one must be there. */
function keyProblems({ key, columns, target }: SourceDescription): string[] {
  const found = key.map((field) => columns.find((one) => one.field === field));
  const unknown = key.filter((_, i) => found[i] === undefined);
  if (unknown.length > 0) return unknown.map((field) => `key: there is no column "${field}"`);
  const filled = found.map((one) => one?.value === "required");
  if (target === "FACTS") {
    return filled.some(Boolean) ? [] : ["key: at least one field must have value: required"];
  }
  return key
    .filter((_, i) => !filled[i])
    .map((field) => `key: "${field}" must have value: required`);
}

function columnProblems({ columns, target, table }: SourceDescription): string[] {
  const known = targetColumns(target, table);
  const problems = [
    ...repeated(columns.map((one) => one.field)).map((field) => `columns: "${field}" stands twice`),
    ...repeated(columns.flatMap((one) => one.headers)).map(
      (header) => `columns: the header "${header}" belongs to two columns`,
    ),
    ...repeated(columns.flatMap((one) => one.into)).map(
      (name) => `columns: "${name}" is filled twice`,
    ),
  ];
  for (const one of columns) {
    const fills = cellTypes[one.type];
    const at = `columns.${one.field}`;
    if (one.into.length !== fills) {
      problems.push(
        `${at}: type ${one.type} fills ${fills} store columns, into names ${one.into.length}`,
      );
    }
    for (const name of one.into) {
      if (!known.has(name)) problems.push(`${at}: ${table ?? target} has no column "${name}"`);
    }
    if ((one.type === "choice") !== Object.keys(one.choices).length > 0) {
      problems.push(`${at}: choices belong to type choice, and it needs them`);
    }
    if (one.type === "money" && !moneyUnits.includes(one.unit ?? "")) {
      problems.push(`${at}: money needs a unit of ${moneyUnits.join(", ")}`);
    }
    if ((one.type === "division") !== (one.digits !== null)) {
      problems.push(`${at}: digits belong to type division, and it needs them`);
    }
  }
  return problems;
}

function repeated(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, i) => values.indexOf(value) !== i))];
}
