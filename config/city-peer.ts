/** The city platform to exchange with: the real one of the settings, or the stand-in of a running demonstration. */
import type { Config } from "./options.ts";
import type { Runtime } from "./runtime-file.ts";
import type { Secrets } from "./secrets.ts";

export interface CityPeer {
  readonly url: string;
  readonly keyId: string;
  /** Signs requests (docs/city-protocol.md, section 3). */
  readonly secret: string;
  readonly signing: "HMAC-SHA256" | "HMAC-SM3";
  /** Follows the key above as soon as the city knows that one no more; null while none has been agreed. */
  readonly next: { readonly keyId: string; readonly secret: string } | null;
  /** Whether our own signed statement goes with every comparison: the city has to have its public key. */
  readonly states: boolean;
  readonly kind: "real" | "demonstration";
}

/** Id of the key that the stand-in knows this district by. */
export const demoCityKeyId = "demo-370211";

/** @returns null when there is no city platform to talk to. */
export function cityPeer(
  config: Config,
  secrets: Secrets,
  runtime: Runtime | null,
): CityPeer | null {
  const { cityPlatformUrl: url, cityPlatformKeyId: keyId, cityPlatformKey: secret } = config;
  if (url !== null && keyId !== null && secret !== null)
    return { url, keyId, secret, ...agreed(config), kind: "real" };
  if (runtime?.demoCityUrl == null) return null;
  return {
    url: runtime.demoCityUrl,
    keyId: demoCityKeyId,
    secret: secrets.demoCityKey,
    signing: "HMAC-SHA256",
    next: null,
    states: true,
    kind: "demonstration",
  };
}

function agreed(config: Config): Pick<CityPeer, "signing" | "next" | "states"> {
  const { cityPlatformNextKeyId: keyId, cityPlatformNextKey: secret } = config;
  return {
    signing: config.cityPlatformSigning,
    next: keyId === null || secret === null ? null : { keyId, secret },
    states: config.cityStatements,
  };
}
