/** The command line of the platform; README.md has the words. */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";

import { parseFault, type Fault } from "./faults/fault-box.ts";
import type { DistrictKey, NewKey } from "./keys.ts";
import type { ParcelKey } from "./parcels/sign-parcel.ts";
import { levels, type Level } from "./vocabulary.ts";

export interface ParcelKeys {
  readonly platform: ParcelKey;
  readonly district: readonly ParcelKey[];
}

export interface Options {
  readonly databaseUrl: string;
  readonly host: string;
  readonly port: number;
  readonly adminPort: number;
  readonly keys: readonly NewKey[];
  readonly bearer: string | null;
  /** By which the district signs its statements (section 11). */
  readonly districtKeys: readonly DistrictKey[];
  readonly district: string;
  readonly level: Level;
  readonly seedFile: string | null;
  /** Folder for parcels; null for none. */
  readonly files: string | null;
  /** Database for parcels; null for none. */
  readonly exchangeUrl: string | null;
  readonly parcelKeys: ParcelKeys | null;
  readonly faults: readonly Fault[];
  /** End when the process that started this one is gone. */
  readonly withParent: boolean;
}

/** Throws an Error that names the flag. */
export function parseOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      "database-url": { type: "string" },
      host: { type: "string", default: "127.0.0.1" },
      port: { type: "string", default: "4100" },
      "admin-port": { type: "string", default: "4101" },
      key: { type: "string", multiple: true, default: [] },
      keys: { type: "string" },
      bearer: { type: "string" },
      "district-key": { type: "string", multiple: true, default: [] },
      district: { type: "string", default: "370211" },
      level: { type: "string", default: "L3" },
      seed: { type: "string" },
      files: { type: "string" },
      "exchange-url": { type: "string" },
      "parcel-keys": { type: "string" },
      fault: { type: "string", multiple: true, default: [] },
      "with-parent": { type: "boolean", default: false },
    },
  });
  const databaseUrl = values["database-url"];
  if (databaseUrl === undefined) throw new Error("--database-url is needed");
  const level = levels.find((name) => name === values.level);
  if (level === undefined)
    throw new Error(`--level "${values.level}" is none of ${levels.join(", ")}`);
  return {
    databaseUrl,
    host: values.host,
    port: portOf(values.port, "--port"),
    adminPort: portOf(values["admin-port"], "--admin-port"),
    keys: [...values.key.map(keyOf), ...keysIn(values.keys)],
    bearer: values.bearer ?? null,
    districtKeys: values["district-key"].map(districtKeyOf),
    district: values.district,
    level,
    seedFile: values.seed ?? null,
    files: values.files ?? null,
    exchangeUrl: values["exchange-url"] ?? null,
    parcelKeys: parcelKeysIn(values["parcel-keys"]),
    faults: values.fault.map((text) => parseFault(JSON.parse(text))),
    withParent: values["with-parent"],
  };
}

function portOf(text: string, flag: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/u.test(text) || port > 65_535) throw new Error(`${flag} "${text}" is not a port`);
  return port;
}

function keyOf(text: string): NewKey {
  const [, id, secret] = /^([^:]+):(.+)$/u.exec(text) ?? [];
  if (id === undefined || secret === undefined) throw new Error("--key is not ID:SECRET");
  return { id, secret };
}

function districtKeyOf(text: string): DistrictKey {
  const [, keyId, publicKey] = /^([^:]+):([\w-]{43})$/u.exec(text) ?? [];
  if (keyId === undefined || publicKey === undefined) {
    throw new Error("--district-key is not ID:PUBLIC-KEY (base64url of 32 bytes)");
  }
  return { keyId, publicKey };
}

function parcelKeysIn(file: string | undefined): ParcelKeys | null {
  return file === undefined ? null : (JSON.parse(readFileSync(file, "utf8")) as ParcelKeys);
}

function keysIn(file: string | undefined): readonly NewKey[] {
  return file === undefined ? [] : (JSON.parse(readFileSync(file, "utf8")) as NewKey[]);
}
