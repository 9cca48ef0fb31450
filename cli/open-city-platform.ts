/** The client of the city platform, from who the peer is. */
import { createPrivateKey } from "node:crypto";

import type { CityPeer } from "../config/city-peer.ts";
import type { Secrets } from "../config/secrets.ts";
import { openParcelCity } from "./open-parcel-city.ts";
import { readAreaFile } from "../store/read-area-file.ts";
import { createHttpPlatform } from "../sync/platform/http/http-platform.ts";
import type { CityPlatform } from "../sync/platform/port.ts";
import type { StatementKey } from "../sync/protocol/statement.ts";

/** The city and what we sign our word to it with. */
export interface CityLink {
  readonly platform: CityPlatform;
  /** Null where the city has not been given our public key: its signature stands alone on the receipts. */
  readonly statementKey: StatementKey | null;
}

/** The caller closes the platform. */
export function openCityLink(peer: CityPeer, secrets: Secrets): CityLink {
  return {
    platform: openCityPlatform(peer),
    statementKey: peer.states ? statementKeyOf(secrets) : null,
  };
}

/** The caller closes it. */
export function openCityPlatform(peer: CityPeer): CityPlatform {
  if (peer.way !== "http") return openParcelCity(peer, districtCode());
  const { url, keyId, secret, signing: profile, next } = peer;
  return createHttpPlatform({
    origin: url,
    district: districtCode(),
    key: { id: keyId, secret, profile },
    nextKey: next === null ? null : { id: next.keyId, secret: next.secret, profile },
  });
}

export function statementKeyOf({ statementKey: jwk }: Secrets): StatementKey {
  return {
    keyId: jwk.kid,
    privateKey: createPrivateKey({ key: { ...jwk }, format: "jwk" }),
  };
}

/** The district that this store is of: the one of the area table. */
export function districtCode(): string {
  return readAreaFile().find(({ kind }) => kind === "DISTRICT")?.code ?? "";
}
