/**
 * Runs one statement under one principal's scope, in one write to the server.
 *
 * Bind and Execute of the scope, Bind and Execute of the statement, one Sync: an implicit transaction, one round trip.
 * The scope dies at Sync, and if setting it fails the statement is skipped. Rejected: settings that stick to a connection
 * (7 % less CPU, and a leak waiting to happen), set_config inside the statement (order of evaluation is not promised).
 */
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

const roleAndTime =
  "select set_config('role', $1, true), set_config('statement_timeout', $2, true)";

const scopeStatement: Statement = {
  name: "goldseed_scope",
  text: `${roleAndTime}, set_config('goldseed.areas', $3, true)`,
};

/** Policies of city and district read no areas: without the setting any policy that did would yield nothing to them. */
const wholeScopeStatement: Statement = {
  name: "goldseed_scope_whole",
  text: roleAndTime,
};

/** For the roles of keyed statements, whose policies compare with one area. */
const keyedScopeStatement: Statement = {
  name: "goldseed_scope_keyed",
  text: `${roleAndTime}, set_config('goldseed.area', $3, true)`,
};

const tierRoles: Readonly<Record<Tier, string>> = {
  CITY: "goldseed_city",
  DISTRICT: "goldseed_district",
  ZONE: "goldseed_zone",
  TOWN: "goldseed_town",
};

const rolePrefix = "goldseed_";

/** Reads by towns and zones alike; taken on by callers with a grant, so that nobody else pays for its wider policy. */
const grantedRole = "goldseed_granted";

/**
 * Reads of single rows by callers of one area: a policy without a sub-select is dearer for each row and far cheaper for a
 * statement of few (docs/decisions/0295).
 */
const keyedRoles: Readonly<Partial<Record<Tier, string>>> = {
  ZONE: "goldseed_keyed_zone",
  TOWN: "goldseed_keyed_town",
};

/** @returns the text of the first column, rows joined by line breaks, or null when there is no row. */
export async function runScoped(pool: Pool, call: ScopedCall): Promise<string | null> {
  return (await readScoped(pool, call))?.toString() ?? null;
}

/** The same as bytes, for whoever passes them on. */
export function readScoped(pool: Pool, call: ScopedCall): Promise<Buffer | null> {
  const { scope, statement, values, timeoutMs, signal } = call;
  const role = roleOf(scope, statement);
  const batch = [
    scopeOf(scope, role, timeoutMs),
    { statement: ofRole(statement, role), values },
  ] as const;
  return runPrepared(pool, batch, signal);
}

/** Milliseconds from which a timeout is rounded up, and to what: the scopes of most requests are then the same bytes. */
const roundedFromMs = 1_000;
const roundedToMs = 100;
const keptScopes = 2_000;
const scopes = new Map<string, BoundStatement>();
const nobodyElses: readonly string[] = [];
/** Of a caller who asks again within the same tenth of a second's remainder, as nearly all do. */
const lastOf = new WeakMap<Scope, LastScope>();

interface LastScope extends Scope {
  readonly ms: number;
  readonly role: string;
  readonly bound: BoundStatement;
}

function scopeOf(scope: Scope, role: string, timeoutMs: number): BoundStatement {
  const step = timeoutMs > roundedFromMs ? roundedToMs : 1;
  const ms = Math.max(1, Math.ceil(timeoutMs / step) * step);
  const last = lastOf.get(scope);
  // By its parts as well: whoever changes a scope in its place must not be given the one before.
  const { tier, areaCodes, grantedAreaCodes = nobodyElses } = scope;
  if (
    last?.ms === ms &&
    last.role === role &&
    last.tier === tier &&
    last.areaCodes === areaCodes &&
    last.grantedAreaCodes === grantedAreaCodes
  )
    return last.bound;
  const bound = sharedScope(scope, role, String(ms));
  lastOf.set(scope, { ms, role, bound, tier, areaCodes, grantedAreaCodes });
  return bound;
}

function roleOf(scope: Scope, { keyed = false }: ScopedStatement): string {
  if (hasGrants(scope)) return grantedRole;
  const ofOne = keyed && scope.areaCodes.length === 1 ? keyedRoles[scope.tier] : undefined;
  return ofOne ?? tierRoles[scope.tier];
}

function sharedScope(scope: Scope, role: string, timeout: string): BoundStatement {
  const setting = settingOf(scope, role);
  const key = `${role} ${timeout} ${setting?.value ?? ""}`;
  let known = scopes.get(key);
  if (!known) {
    if (scopes.size >= keptScopes) scopes.clear();
    scopes.set(key, (known = boundScope([role, timeout], setting)));
  }
  return known;
}

interface ScopeSetting {
  readonly statement: Statement;
  readonly value: string;
}

/** @returns null for those who see every row. */
function settingOf(scope: Scope, role: string): ScopeSetting | null {
  if (role === tierRoles.DISTRICT || role === tierRoles.CITY) return null;
  if (role === keyedRoles[scope.tier])
    return { statement: keyedScopeStatement, value: scope.areaCodes[0] ?? "" };
  return { statement: scopeStatement, value: arrayLiteral(seenAreas(scope)) };
}

function boundScope(values: readonly string[], setting: ScopeSetting | null): BoundStatement {
  const bound =
    setting === null
      ? { statement: wholeScopeStatement, values }
      : { statement: setting.statement, values: [...values, setting.value] };
  return { ...bound, message: bindMessage(bound) };
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
