/** The client of a city that exchanges parcels, in the folder or the database of the settings. */
import { readFileSync } from "node:fs";

import type { ParcelPeer } from "../config/city-peer.ts";
import { GoldseedError } from "../domain/errors.ts";
import { openCityExchange } from "../store/city-exchange.ts";
import { createFileBox } from "../sync/platform/files/file-box.ts";
import type { ParcelBox } from "../sync/platform/parcels/parcel-box.ts";
import { createParcelPlatform } from "../sync/platform/parcels/parcel-platform.ts";
import type { CityPlatform } from "../sync/platform/port.ts";
import { createTableBox } from "../sync/platform/tables/table-box.ts";
import { parcelKeysSchema, type ParcelKeys } from "../sync/protocol/signatures/detached-key.ts";
import { readCityForms } from "../sync/read-city-forms.ts";
import { cityFormReader } from "./read-city-form.ts";

/** @throws GoldseedError FILE_UNREADABLE when the key file is missing or not of its form. */
export function openParcelCity(peer: ParcelPeer, district: string): CityPlatform {
  return createParcelPlatform({ box: boxOf(peer), district, keys: readParcelKeys(peer.keysFile) });
}

function boxOf({ way, url }: ParcelPeer): ParcelBox {
  const forms = readCityForms();
  if (way === "files") {
    return createFileBox({ folder: url, forms, readForm: cityFormReader(forms.titles) });
  }
  const { host, pathname } = new URL(url);
  return createTableBox({ exchange: openCityExchange(url), place: `${host}${pathname}`, forms });
}

/** @throws GoldseedError FILE_UNREADABLE. */
export function readParcelKeys(path: string): ParcelKeys {
  let reason: string;
  try {
    const parsed = parcelKeysSchema.safeParse(JSON.parse(readFileSync(path, "utf8")));
    if (parsed.success) return parsed.data;
    reason = parsed.error.issues
      .map(({ path: place, message }) => `${place.join(".")}: ${message}`)
      .join("; ");
  } catch (error) {
    reason = error instanceof Error ? error.message : String(error);
  }
  throw new GoldseedError(
    "FILE_UNREADABLE",
    `密钥文件“${path}”无法使用：${reason} / The key file "${path}" of CITY_KEYS_FILE cannot be used: ${reason}. Its form is in docs/city-protocol.md, section 12.`,
    { details: { path } },
  );
}
