/**
 * Runs one statement under one principal's scope, in one write to the server.
 *
 * Bind and Execute of the scope, Bind and Execute of the statement, one Sync: an implicit transaction, one round trip.
 * The scope dies at Sync, and if setting it fails the statement is skipped. Rejected: settings that stick to a connection
 * (7 % less CPU, and a leak waiting to happen), set_config inside the statement (order of evaluation is not promised).
 */
import type { Octets } from "../lib/octets.ts";
import type { Leaving } from "../lib/leaving.ts";
import { hasGrants, seenAreas } from "../domain/access/sight.ts";
import type { Tier } from "../domain/vocabulary.ts";
import { bindMessage } from "./lanes/encode-batch.ts";
import type { Pool } from "./pool.ts";
import { type BoundStatement, runPrepared, type Statement } from "./prepared-batch.ts";

export interface Scope {
  readonly tier: Tier;
  /** Area codes the principal answers for; ignored by the policies of district and city. */
  readonly areaCodes: readonly string[];
  /** Areas of others, by grants in force; none when left out. */
  readonly grantedAreaCodes?: readonly string[];
}

export interface ScopedStatement extends Statement {
  /** It reads what belongs to single rows found by their keys, and no list of an area. */
  readonly keyed?: boolean;
}

export interface ScopedCall {
  readonly statement: ScopedStatement;
  readonly values: readonly (string | null)[];
  readonly scope: Scope;
  /** Milliseconds this statement may take, at least 1. */
  readonly timeoutMs: number;
  /** Aborted when nobody waits for the answer any more: the statement is cancelled in the database too. */
  readonly signal?: Leaving;
}

/** How callers of a kind are let in: the role they take on, and the setting that its policies read. */
interface Way {
  readonly role: string;
  /** Sets role and timeout, and the areas where policies read any. */
  readonly statement: Statement;
  /** Null where every row is seen: without the setting any policy that did read it would yield nothing. */
  readonly setting: ((areaCodes: readonly string[]) => string) | null;
  /** Made before, by timeout in milliseconds and areas. */
  readonly made: Map<number, Map<string, BoundStatement>>;
}

const roleAndTime =
  "select set_config('role', $1, true), set_config('statement_timeout', $2, true)";

const whole = (role: string): Way => ({
  role,
  statement: { name: "goldseed_scope_whole", text: roleAndTime },
  setting: null,
  made: new Map(),
});

const ofAreas = (role: string): Way => ({
  role,
  statement: {
    name: "goldseed_scope",
    text: `${roleAndTime}, set_config('goldseed.areas', $3, true)`,
  },
  setting: arrayLiteral,
  made: new Map(),
});

/**
 * Reads of single rows by callers of one area: a policy without a sub-select is dearer for each row and far cheaper for a
 * statement of few (docs/decisions/0295).
 */
const ofOneArea = (role: string): Way => ({
  role,
  statement: {
    name: "goldseed_scope_keyed",
    text: `${roleAndTime}, set_config('goldseed.area', $3, true)`,
  },
  setting: ([areaCode = ""]) => areaCode,
  made: new Map(),
});

const ways: Readonly<Record<Tier, Way>> = {
  CITY: whole("goldseed_city"),
  DISTRICT: whole("goldseed_district"),
  ZONE: ofAreas("goldseed_zone"),
  TOWN: ofAreas("goldseed_town"),
};

/** Reads by towns and zones alike; taken on by callers with a grant, so that nobody else pays for its wider policy. */
const grantedWay = ofAreas("goldseed_granted");

const keyedWays: Readonly<Partial<Record<Tier, Way>>> = {
  ZONE: ofOneArea("goldseed_keyed_zone"),
  TOWN: ofOneArea("goldseed_keyed_town"),
};

const rolePrefix = "goldseed_";

/** @returns the text of the first column, rows joined by line breaks, or null when there is no row. */
export async function runScoped(pool: Pool, call: ScopedCall): Promise<string | null> {
  return (await readScoped(pool, call))?.toString() ?? null;
}

/** The same as bytes, for whoever passes them on. */
export function readScoped(pool: Pool, call: ScopedCall): Promise<Octets | null> {
  const { scope, statement, values, timeoutMs, signal } = call;
  const way = wayOf(scope, statement);
  const batch = [
    scopeOf(way, seenAreas(scope), timeoutMs),
    { statement: ofRole(statement, way.role), values },
  ] as const;
  return runPrepared(pool, batch, signal);
}

function wayOf(scope: Scope, { keyed = false }: ScopedStatement): Way {
  if (hasGrants(scope)) return grantedWay;
  const ofOne = keyed && scope.areaCodes.length === 1 ? keyedWays[scope.tier] : undefined;
  return ofOne ?? ways[scope.tier];
}

/** Milliseconds from which a timeout is rounded up, and to what: the scopes of most requests are then the same bytes. */
const roundedFromMs = 1_000;
const roundedToMs = 100;
/** Of one way, timeouts and lists of areas. */
const mostKept = 100;

/** Known by what it sets and not by whose it is: callers as keys of a weak map cost more than all the rest of this. */
function scopeOf(way: Way, areaCodes: readonly string[], timeoutMs: number): BoundStatement {
  const step = timeoutMs > roundedFromMs ? roundedToMs : 1;
  const ms = Math.max(1, Math.ceil(timeoutMs / step) * step);
  const made = kept(way.made, ms, () => new Map<string, BoundStatement>());
  // No text of the database holds a zero byte: two lists are never one key.
  const key = way.setting === null ? "" : areaCodes.join("\0");
  return kept(made, key, () => boundScope(way, areaCodes, String(ms)));
}

function kept<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  let known = map.get(key);
  if (known === undefined) {
    if (map.size >= mostKept) map.clear();
    map.set(key, (known = make()));
  }
  return known;
}

function boundScope(
  { role, statement, setting }: Way,
  areaCodes: readonly string[],
  timeout: string,
): BoundStatement {
  const values = setting === null ? [role, timeout] : [role, timeout, setting(areaCodes)];
  return { statement, values, message: bindMessage({ statement, values }) };
}

const byRole = new WeakMap<Statement, Map<string, Statement>>();

/** A plan under row-level security is good for one role: under one name, callers of two tiers would plan in turns. */
function ofRole(statement: Statement, role: string): Statement {
  let known = byRole.get(statement);
  if (!known) byRole.set(statement, (known = new Map()));
  let named = known.get(role);
  if (!named) {
    const name = `${statement.name}_${role.slice(rolePrefix.length)}`;
    known.set(role, (named = { name, text: statement.text }));
  }
  return named;
}

/** Area codes are checked against the area table when a principal is made; quoting here keeps the array well formed. */
function arrayLiteral(values: readonly string[]): string {
  return `{${values.map((value) => `"${value.replaceAll(/["\\]/g, "\\$&")}"`).join(",")}}`;
}
