/** Where this platform exchanges parcels, by its command line. */
import type { Options } from "../options.ts";
import { folderOffice } from "./folder-office.ts";
import type { ParcelDesk } from "./lay-out.ts";
import { tableOffice } from "./table-office.ts";

/** @returns null when it was given no place. */
export async function openDesk(options: Options): Promise<ParcelDesk | null> {
  const { files, exchangeUrl, parcelKeys } = options;
  if (files === null && exchangeUrl === null) return null;
  if (parcelKeys === null) throw new Error("--files and --exchange-url need --parcel-keys");
  const office = files === null ? await tableOffice(exchangeUrl ?? "") : folderOffice(files);
  return { office, key: parcelKeys.platform, districtKeys: parcelKeys.district };
}
