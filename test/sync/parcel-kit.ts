/** A district whose city exchanges parcels, by files or by tables: what every test of level L0 starts from. */
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, inject } from "vitest";

import { cityFormReader } from "../../cli/read-city-form.ts";
import { openCityExchange } from "../../store/city-exchange.ts";
import { withDatabase } from "../../store/provision.ts";
import { createFileBox } from "../../sync/platform/files/file-box.ts";
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

const always = { notBefore: null, notAfter: null };
const sm2 = {
  privateKey: "3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8",
  publicKey:
    "0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13",
};
const secret = "parcel-secret-of-at-least-32-bytes!";

/** The district's half. */
export const parcelKeys: ParcelKeys = {
  ours: [{ id: "district", algorithm: "HMAC-SM3", secret, ...always }],
  city: [
    { id: "city", algorithm: "SM2-SM3", publicKey: sm2.publicKey, ...always },
    {
      id: "city-old",
      algorithm: "SM2-SM3",
      publicKey: sm2.publicKey,
      notBefore: null,
      notAfter: "2021-01-01T00:00:00.000Z",
    },
  ],
};

/** The city's half, as its admin port takes it. */
export const cityParcelKey = { id: "city", algorithm: "SM2-SM3", key: sm2.privateKey };

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
  const districtKey = { id: "district", algorithm: "HMAC-SM3", key: secret };
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

export function fileBox(folder: string, step?: FileStep): ParcelBox {
  const forms = readCityForms();
  const readForm = cityFormReader(forms.titles);
  return createFileBox({ folder, forms, readForm, ...(step === undefined ? {} : { step }) });
}

function tableBox(url: string): ParcelBox {
  const exchange = openCityExchange(url);
  return createTableBox({ exchange, place: "exchange tables", forms: readCityForms() });
}
