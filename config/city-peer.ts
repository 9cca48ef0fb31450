/** The city platform to exchange with: the real one of the settings, or the stand-in of a running demonstration. */
import type { Config } from "./options.ts";
import type { Runtime } from "./runtime-file.ts";
import type { Secrets } from "./secrets.ts";

/** A city that is asked over HTTP (levels L1 to L3). */
export interface HttpPeer {
  readonly way: "http";
  /** Said to people; here its address. */
  readonly url: string;
  readonly keyId: string;
  /** Signs requests (docs/city-protocol.md, section 3). */
  readonly secret: string;
  readonly signing: "HMAC-SHA256" | "HMAC-SM3";
  /** Follows the key above as soon as the city knows that one no more; null while none has been agreed. */
  readonly next: { readonly keyId: string; readonly secret: string } | null;
  /** Whether our own signed statement goes with every comparison: the city has to have its public key. */
  readonly states: boolean;
}

/** A city that exchanges parcels (level L0), in a folder or in tables. */
export interface ParcelPeer {
  readonly way: "files" | "tables";
  /** A folder, or the address of a database. */
  readonly url: string;
  /** Keys of both sides (section 12). */
  readonly keysFile: string;
  readonly states: boolean;
}

export type CityPeer = HttpPeer | ParcelPeer;

/** Id of the key that the stand-in knows this district by. */
export const demoCityKeyId = "demo-370211";

/** @returns null when there is no city platform to talk to. */
export function cityPeer(
  config: Config,
  secrets: Secrets,
  runtime: Runtime | null,
): CityPeer | null {
  return httpPeer(config) ?? parcelPeer(config) ?? standIn(secrets, runtime);
}

function httpPeer(config: Config): HttpPeer | null {
  const { cityPlatformUrl: url, cityPlatformKeyId: keyId, cityPlatformKey: secret } = config;
  if (url === null || keyId === null || secret === null) return null;
  const { cityPlatformNextKeyId: nextId, cityPlatformNextKey: nextSecret } = config;
  const next =
    nextId === null || nextSecret === null ? null : { keyId: nextId, secret: nextSecret };
  const { cityPlatformSigning: signing, cityStatements: states } = config;
  return { way: "http", url, keyId, secret, signing, next, states };
}

function parcelPeer(config: Config): ParcelPeer | null {
  const { cityFilesDir, cityTablesUrl, cityKeysFile: keysFile, cityStatements: states } = config;
  if (keysFile === null) return null;
  if (cityFilesDir !== null) return { way: "files", url: cityFilesDir, keysFile, states };
  return cityTablesUrl === null ? null : { way: "tables", url: cityTablesUrl, keysFile, states };
}

function standIn(secrets: Secrets, runtime: Runtime | null): HttpPeer | null {
  if (runtime?.demoCityUrl == null) return null;
  return {
    way: "http",
    url: runtime.demoCityUrl,
    keyId: demoCityKeyId,
    secret: secrets.demoCityKey,
    signing: "HMAC-SHA256",
    next: null,
    states: true,
  };
}
