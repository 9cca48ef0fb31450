/**
 * What the city platform knows of the district before the first exchange: every title of the demonstration, some of them
 * newer than the district's rows, and the yearly filing of every enterprise that holds one or is recommended.
 *
 * Told from the same plan, never read from the district's tables: the two sides agree because they speak of the same
 * district and not because one was copied.
 */
import type { Pool } from "../../store/pool.ts";
import { readDemoRun } from "../../store/queries/demo-load.ts";
import { readAreaFile } from "../../store/read-area-file.ts";
import { recommendedKind } from "./facts/recommendations.ts";
import type { Plan } from "./plan.ts";
import { type Subject, subjectsOf } from "./subject.ts";
import { atTheCity, type HeldTitle } from "./titles.ts";

export interface CityFiling {
  readonly year: number;
  readonly status: "NOT_STARTED" | "DRAFT" | "SUBMITTED" | "RETURNED" | "APPROVED";
  /** Null while it is not handed in. */
  readonly submittedOn: string | null;
}

interface CityEnterprise {
  readonly creditCode: string;
  readonly name: string;
  /** The yearly filing of data that every titled enterprise owes the platform. */
  readonly filing: CityFiling;
}

export type CityTitle = CityEnterprise & HeldTitle;

/** One line of the platform's seed: a title, or an enterprise it knows without one. */
export type CityLine = CityTitle | CityEnterprise;

/** The plan this store was filled by; null for a store without demonstration. */
export async function readDemonstrationPlan(pool: Pool): Promise<Plan | null> {
  const run = await readDemoRun(pool);
  return run === null ? null : (run.report["plan"] as Plan);
}

export function* cityTitles(plan: Plan): Generator<CityTitle> {
  for (const line of cityLines(plan)) if ("kind" in line) yield line;
}

export function* cityLines(plan: Plan): Generator<CityLine> {
  const townNames = new Map(readAreaFile().map(({ code, name }) => [code, name]));
  for (const subject of subjectsOf(plan, townNames)) yield* linesOf(subject);
}

function* linesOf(subject: Subject): Generator<CityLine> {
  const { identity, titles, scale } = subject;
  if (titles.length === 0 && recommendedKind(subject) === null) return;
  const { creditCode, name } = identity;
  const enterprise = { creditCode, name, filing: filingOf(subject) };
  if (titles.length === 0) yield enterprise;
  for (const title of titles) {
    yield { ...enterprise, ...atTheCity(identity, title, scale.cityChanges) };
  }
}

/** Due by the end of April of each year; a few are late or were sent back. */
function filingOf({ identity }: Subject): CityFiling {
  const random = identity.stream("filing");
  const year = Number(identity.plan.asOf.slice(0, 4));
  const draw = random.next();
  const status = draw < 0.78 ? "APPROVED" : draw < 0.9 ? "SUBMITTED" : late(draw);
  const handedIn = status !== "NOT_STARTED" && status !== "DRAFT";
  const day = String(random.int(1, 28)).padStart(2, "0");
  return { year, status, submittedOn: handedIn ? `${year}-04-${day}` : null };
}

function late(draw: number): "RETURNED" | "DRAFT" | "NOT_STARTED" {
  if (draw < 0.94) return "RETURNED";
  return draw < 0.97 ? "DRAFT" : "NOT_STARTED";
}
