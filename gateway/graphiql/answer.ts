/**
 * What the page tells about the last answer beside its data: how long it took, how big it was, what the gateway said
 * of rows, cost and the way it was executed.
 */
export interface Answer {
  /** From sending to the last byte, in the browser. */
  readonly elapsedMs: number;
  /** Size of the answer's text, uncompressed; null when the browser could not tell. */
  readonly bytes: number | null;
  readonly status: number;
  readonly requestId: string | null;
  readonly errorCount: number;
  /** Objects in the lists of the data, or what the gateway counted. */
  readonly rows: number;
  /** Figures of `extensions`; null when the gateway gave none. */
  readonly serverMs: number | null;
  readonly cost: number | null;
  readonly explain: Explanation | null;
  /** Decisions about access, for those who may know them. */
  readonly access: AccessDecisions | null;
}

export interface AccessDecisions {
  readonly policyVersion: string;
  readonly rows: { readonly rule: string; readonly areas: readonly string[] };
  /** Fields that were masked or refused. */
  readonly fields: readonly {
    readonly path: readonly string[];
    readonly rule: string;
    readonly zh: string;
    readonly en: string;
  }[];
}

export interface Explanation {
  readonly sql: string | null;
  /** The plan as the database printed it: lines of text, or its JSON. */
  readonly plan: string | null;
}

type Json = Readonly<Record<string, unknown>>;

function record(value: unknown): Json {
  return typeof value === "object" && value !== null ? (value as Json) : {};
}

function numberOrNull(value: unknown): number | null {
  return typeof value === "number" ? value : null;
}

function printed(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value === "string") return value;
  if (Array.isArray(value) && value.every((line) => typeof line === "string")) {
    return value.join("\n");
  }
  return JSON.stringify(value, null, 2);
}

function explanation(value: unknown): Explanation | null {
  if (value === undefined || value === null) return null;
  const source = record(value);
  return { sql: printed(source["sql"]), plan: printed(source["plan"]) };
}

/** How many objects stand in lists, at any depth. */
function countListed(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  const inner = Object.values(value).reduce<number>((sum, part) => sum + countListed(part), 0);
  const own = Array.isArray(value) ? value.filter((item) => Object(item) === item).length : 0;
  return own + inner;
}

/** Reads the figures out of an answer's `extensions`; `measured` is what the browser knows by itself. */
export function readAnswer(
  result: unknown,
  measured: Pick<Answer, "elapsedMs" | "bytes" | "status" | "requestId">,
): Answer {
  const { data, errors, extensions } = record(result);
  const facts = { ...record(record(extensions)["explain"]), ...record(extensions) };
  return {
    ...measured,
    errorCount: Array.isArray(errors) ? errors.length : 0,
    serverMs: numberOrNull(facts["timeMs"]),
    rows: numberOrNull(facts["rows"]) ?? countListed(data),
    cost: numberOrNull(facts["cost"]),
    explain: explanation(record(extensions)["explain"]),
    access: (record(extensions)["access"] as AccessDecisions | undefined) ?? null,
  };
}
