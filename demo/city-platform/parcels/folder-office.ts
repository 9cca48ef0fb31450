/** Parcels in a folder: `from-city/` is the platform's to write, `to-city/` the district's. */
import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { csvList, workbookList } from "./city-form.ts";
import type { Laying, Office, PickedParcel } from "./office.ts";
import type { ParcelSignature } from "./sign-parcel.ts";

export function folderOffice(folder: string): Office {
  const outbox = join(folder, "from-city");
  const inbox = join(folder, "to-city");
  const write = async (name: string, bytes: Buffer | string): Promise<void> => {
    await mkdir(outbox, { recursive: true });
    await writeFile(join(outbox, `${name}.part`), bytes);
    await rename(join(outbox, `${name}.part`), join(outbox, name));
  };
  const lay = async ({ stem, manifest, signature, parts, done }: Laying): Promise<void> => {
    for (const { part, bytes } of parts) await write(`${stem}.${part}`, bytes);
    await write(`${stem}.manifest.json`, manifest);
    if (signature !== null) await write(`${stem}.manifest.sig`, JSON.stringify(signature));
    if (done) await write(`${stem}.done`, "");
  };
  return {
    listParts: (titles, format) => [
      { part: format, bytes: format === "csv" ? csvList(titles) : workbookList(titles) },
    ],
    layProfile: async ({ manifest, signature }) => {
      await write("profile.json", manifest);
      await write("profile.sig", JSON.stringify(signature));
    },
    layTitles: (parcel) => lay(parcel),
    layReceipt: (parcel) => lay(parcel),
    pickBatches: () => pick(inbox, "batch"),
    pickReceipts: () => pick(inbox, "receipt"),
    close: () => Promise.resolve(),
  };
}

async function pick(inbox: string, kind: "batch" | "receipt"): Promise<readonly PickedParcel[]> {
  const names = await readdir(inbox).catch(() => [] as string[]);
  const picked: PickedParcel[] = [];
  for (const name of names.filter((one) => one.endsWith(".done")).sort()) {
    const stem = join(inbox, name.slice(0, -".done".length));
    const manifest = await readFile(`${stem}.manifest.json`);
    if (kindOf(manifest) !== kind) continue;
    const signature = await readFile(`${stem}.manifest.sig`, "utf8").catch(() => "null");
    picked.push({
      manifest,
      signature: JSON.parse(signature) as ParcelSignature | null,
      body: await readFile(`${stem}.${kind}.json`),
    });
  }
  return picked;
}

const kindOf = (manifest: Buffer): string =>
  (JSON.parse(manifest.toString("utf8")) as { parcel: string }).parcel;
