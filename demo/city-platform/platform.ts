/** What every handler is given: the platform as a whole, and the one call. */
import type { IncomingHttpHeaders } from "node:http";

import type { Caller } from "./authenticate.ts";
import type { Database } from "./database.ts";
import type { FaultBox } from "./faults/fault-box.ts";
import type { ParcelDesk } from "./parcels/lay-out.ts";
import { Refusal } from "./refusal.ts";
import type { Level } from "./vocabulary.ts";

export interface Platform {
  readonly database: Database;
  readonly faults: FaultBox;
  readonly district: string;
  readonly id: string;
  readonly name: string;
  /** May be changed while running, by the admin port. */
  level: Level;
  /** Where parcels are exchanged; null for a platform that is asked over HTTP alone. */
  readonly desk: ParcelDesk | null;
}

export interface Call {
  readonly caller: Caller;
  readonly query: URLSearchParams;
  /** What the path's placeholder held. */
  readonly param: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
  readonly bodySha256: string;
}

export interface Answer {
  readonly body: object;
  readonly headers?: Readonly<Record<string, string>>;
}

export type Handler = (platform: Platform, call: Call) => Promise<Answer>;

/** The district asked about, if the key may ask about it. */
export function permittedDistrict(call: Call, district: string | null): string {
  if (district === null || !/^\d{6}$/u.test(district)) {
    throw new Refusal("MALFORMED", `district "${district ?? ""}" is not six digits`, {
      details: { problems: [{ path: "district", message: "expected six digits" }] },
    });
  }
  if (!call.caller.districts.includes(district)) {
    throw new Refusal("FORBIDDEN_DISTRICT", `the key is not for the district ${district}`);
  }
  return district;
}

/** Query parameters beyond these are refused: a misspelt filter must not become no filter. */
export function onlyParameters(query: URLSearchParams, names: readonly string[]): void {
  for (const name of query.keys()) {
    if (!names.includes(name)) {
      throw new Refusal("MALFORMED", `the parameter "${name}" is not known`, {
        details: { problems: [{ path: name, message: "is not known" }] },
      });
    }
  }
}

export function limitOf(query: URLSearchParams, standard: number, max: number): number {
  const text = query.get("limit");
  if (text === null) return Math.min(standard, max);
  const limit = Number(text);
  if (!/^\d{1,6}$/u.test(text) || limit < 1 || limit > max) {
    throw new Refusal("MALFORMED", `limit "${text}" is not from 1 to ${max}`, {
      details: { problems: [{ path: "limit", message: `expected 1 to ${max}` }] },
    });
  }
  return limit;
}
