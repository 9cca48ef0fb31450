/** A district whose city exchanges parcels, by files or by tables: what every test of level L0 starts from. */
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, inject } from "vitest";

import { openCityExchange } from "../../store/city-exchange.ts";
import { withDatabase } from "../../store/provision.ts";
import type { FileStep } from "../../sync/platform/files/file-steps.ts";
import type { ParcelBox } from "../../sync/platform/parcels/parcel-box.ts";
import { createParcelPlatform } from "../../sync/platform/parcels/parcel-platform.ts";
import { createTableBox } from "../../sync/platform/tables/table-box.ts";
import type { CityPlatform } from "../../sync/platform/port.ts";
import type { ListReceipt } from "../../sync/protocol/list-receipt.ts";
import type { ParcelKeys } from "../../sync/protocol/signatures/detached-key.ts";
import { readCityForms } from "../../sync/read-city-forms.ts";
import { createTestDatabase } from "../kit/database.ts";
import { district } from "./connect-to.ts";
import { districtOver, type District } from "./district-kit.ts";
import { fileBox } from "./file-box-for-tests.ts";
import { cityParcelKey, districtSecret, parcelKeys } from "./parcel-keys.ts";

export interface PickedUp {
  readonly answered: number;
  readonly refused: number;
  readonly heard: number;
  readonly unheard: number;
}

export interface LaidList {
  readonly parcelId: string;
  readonly receipts: number;
  readonly receipt: ListReceipt | null;
}

export interface ParcelDistrict extends District {
  /** Folder of the parcels; empty for tables. */
  readonly folder: string;
  readonly exchangeUrl: string;
  connect(changes?: { keys?: ParcelKeys; step?: FileStep }): CityPlatform;
  /** The city's officers lay a list down. */
  layOut(format?: "csv" | "xlsx"): Promise<void>;
  /** The city's officers take our batches and receipts away and lay receipts for the batches down. */
  pickUp(): Promise<PickedUp>;
  /** The city's lists, newest first, each with our last word on it. */
  lists(): Promise<readonly LaidList[]>;
}

/** Call at the top of a `.pg.test.ts` file. */
export async function createParcelDistrict(way: "files" | "tables"): Promise<ParcelDistrict> {
  const folder = mkdtempSync(join(tmpdir(), "goldseed-parcels-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const keyFile = join(folder, "keys.json");
  const districtKey = { id: "district", algorithm: "HMAC-SM3", key: districtSecret };
  writeFileSync(keyFile, JSON.stringify({ platform: cityParcelKey, district: [districtKey] }));
  const cityUrl = withDatabase(inject("ownerUrl"), `city_${randomUUID().replaceAll("-", "")}`);
  const place = way === "files" ? ["--files", folder] : ["--exchange-url", cityUrl];
  const database = await createTestDatabase();
  const opened: CityPlatform[] = [];
  const connect: ParcelDistrict["connect"] = ({ keys = parcelKeys, step } = {}) => {
    const box = way === "files" ? fileBox(folder, step) : tableBox(cityUrl);
    const platform = createParcelPlatform({ box, district, keys });
    opened.push(platform);
    return platform;
  };
  afterAll(() => opened.forEach((platform) => platform.close()));
  const args = ["--level", "L0", "--parcel-keys", keyFile, ...place];
  const here = await districtOver(database, { databaseUrl: cityUrl, args, dropWith: true }, () =>
    connect(),
  );
  return {
    ...here,
    folder,
    exchangeUrl: cityUrl,
    connect,
    layOut: async (format = "csv") => {
      await here.city.admin("POST /admin/parcels/lay-out", { format });
    },
    pickUp: () => here.city.admin("POST /admin/parcels/pick-up", {}),
    lists: () => here.city.admin("GET /admin/parcels/lists"),
  };
}

function tableBox(url: string): ParcelBox {
  const exchange = openCityExchange(url);
  return createTableBox({ exchange, place: "exchange tables", forms: readCityForms() });
}
