/** The city platform to exchange with: the real one of the settings, or the stand-in of a running demonstration. */
import type { Config } from "./options.ts";
import type { Runtime } from "./runtime-file.ts";
import type { Secrets } from "./secrets.ts";

export interface CityPeer {
  readonly url: string;
  readonly keyId: string;
  /** Signs requests (docs/city-protocol.md, section 3). */
  readonly secret: string;
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
    return { url, keyId, secret, kind: "real" };
  if (runtime?.demoCityUrl == null) return null;
  return {
    url: runtime.demoCityUrl,
    keyId: demoCityKeyId,
    secret: secrets.demoCityKey,
    kind: "demonstration",
  };
}
