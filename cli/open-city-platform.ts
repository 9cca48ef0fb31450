/** The client of the city platform, from who the peer is. */
import type { CityPeer } from "../config/city-peer.ts";
import { readAreaFile } from "../store/read-area-file.ts";
import { createHttpPlatform } from "../sync/platform/http/http-platform.ts";
import type { CityPlatform } from "../sync/platform/port.ts";

/** The caller closes it. */
export function openCityPlatform(peer: CityPeer): CityPlatform {
  const { url, keyId, secret } = peer;
  return createHttpPlatform({
    origin: url,
    district: districtCode(),
    key: { id: keyId, secret },
  });
}

/** The district that this store is of: the one of the area table. */
export function districtCode(): string {
  return readAreaFile().find(({ kind }) => kind === "DISTRICT")?.code ?? "";
}
