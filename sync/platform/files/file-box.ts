/**
 * Parcels in a folder that both sides reach (SFTP, a shared disk, an officer's stick): `from-city/` is read and never
 * written, `to-city/` is written. A parcel is files of one stem; it counts once `STEM.done` lies there. What a parcel is
 * stands in its signed manifest, so that whoever carries it may rename it.
 */
import { lstat, mkdir, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

import { sha256Hex } from "../../protocol/canonical-record.ts";
import type { CityForms } from "../../read-city-forms.ts";
import type { Manifest } from "../../protocol/manifest.ts";
import type { FoundParcel, OutgoingParcel, ParcelBox, SignedBytes } from "../parcels/parcel-box.ts";
import { titleOfRow, type FormRow } from "../parcels/read-cells.ts";
import { PlatformFailure } from "../platform-failure.ts";
import { copyChecked } from "./copy-checked.ts";
import { type FileStep, noFileStep } from "./file-steps.ts";
import { writeDurably } from "./write-durably.ts";

/** Reads a table of text or a workbook, whichever it is. @throws Error that says why it cannot be read. */
export type FormReader = (path: string) => Promise<readonly FormRow[]>;

export interface FileBoxOptions {
  readonly folder: string;
  readonly forms: CityForms;
  readonly readForm: FormReader;
  /** A list of more bytes is refused unread. */
  readonly maxListBytes?: number;
  readonly step?: FileStep;
}

const standardListBytes = 256 * 1024 * 1024;
const maxSmallBytes = 1024 * 1024;
const maxReceiptBytes = 16 * 1024 * 1024;
/** Parts by which a list may come, the first that is there is read. */
const listParts = ["xlsx", "csv"];

export function createFileBox(options: FileBoxOptions): ParcelBox {
  return new FileBox(options);
}

class FileBox implements ParcelBox {
  readonly #options: FileBoxOptions;
  readonly #inbox: string;
  readonly #outbox: string;
  readonly #step: FileStep;

  constructor(options: FileBoxOptions) {
    this.#options = options;
    this.#inbox = join(options.folder, "from-city");
    this.#outbox = join(options.folder, "to-city");
    this.#step = options.step ?? noFileStep;
  }

  get place(): string {
    return this.#options.folder;
  }

  async readProfile(): Promise<SignedBytes | null> {
    const bytes = await readSmall(join(this.#inbox, "profile.json"));
    if (bytes === null) return null;
    return { bytes, signature: await readSignature(join(this.#inbox, "profile.sig")) };
  }

  async listParcels(kind: "titles" | "receipt"): Promise<readonly FoundParcel[]> {
    const names = await this.#names();
    const stems = names.flatMap((name) => (name.endsWith(".done") ? [name.slice(0, -5)] : []));
    const parcels: FoundParcel[] = [];
    for (const stem of stems) {
      const bytes = await readSmall(join(this.#inbox, `${stem}.manifest.json`));
      const signature = await readSignature(join(this.#inbox, `${stem}.manifest.sig`));
      const manifest = bytes ?? Buffer.alloc(0);
      // Kind by kind: a receipt is no spoilt list. What names no kind counts as either.
      if (mayBe(manifest, kind)) parcels.push({ place: stem, bytes: manifest, signature });
    }
    return parcels;
  }

  async readTitles({ place }: FoundParcel, manifest: Manifest): Promise<readonly unknown[]> {
    const content = listParts.flatMap((name) =>
      manifest.content.filter(({ part }) => part === name),
    )[0];
    if (content === undefined) {
      const parts = manifest.content.map(({ part }) => part).join(", ");
      throw new PlatformFailure(
        "REFUSED",
        `"${place}" holds no list as CSV or XLSX, but: ${parts}`,
      );
    }
    const most = this.#options.maxListBytes ?? standardListBytes;
    const path = join(this.#inbox, `${place}.${content.part}`);
    // A copy of its own: what was checked is what is read, whoever writes there meanwhile.
    const copy = await copyChecked(path, content, most);
    try {
      const rows = await this.#options.readForm(copy.path);
      return rows.map((row) => titleOfRow(row, this.#options.forms, manifest));
    } catch (error) {
      if (error instanceof PlatformFailure) throw error;
      const reason = error instanceof Error ? error.message : String(error);
      throw new PlatformFailure("REFUSED", `"${place}.${content.part}" cannot be read: ${reason}`, {
        cause: error,
      });
    } finally {
      await copy.remove();
    }
  }

  async readPart({ place }: FoundParcel, manifest: Manifest, part: string): Promise<Uint8Array> {
    const content = manifest.content.find((one) => one.part === part);
    if (content === undefined) throw new PlatformFailure("REFUSED", `"${place}" holds no ${part}`);
    const bytes = await readSmall(join(this.#inbox, `${place}.${part}`), maxReceiptBytes);
    if (bytes !== null && bytes.length === content.bytes && sha256Hex(bytes) === content.sha256) {
      return bytes;
    }
    throw new PlatformFailure("REFUSED", `"${place}.${part}" is not the file that was signed for`);
  }

  async findOurs(_kind: string, parcelId: string): Promise<Uint8Array | null> {
    const path = join(this.#outbox, stemOf(parcelId));
    if ((await readSmall(`${path}.done`)) === null) return null;
    return readSmall(`${path}.manifest.json`);
  }

  async put({ manifest, bytes, signature, parts }: OutgoingParcel): Promise<void> {
    const path = join(this.#outbox, stemOf(manifest.parcelId));
    try {
      await mkdir(this.#outbox, { recursive: true });
      await this.#step("files.begun");
      for (const { part, bytes: content } of parts) {
        await writeDurably(`${path}.${part}`, content, this.#step);
      }
      await writeDurably(`${path}.manifest.json`, bytes, this.#step);
      await this.#step("files.manifest");
      const signed = Buffer.from(JSON.stringify(signature), "utf8");
      await writeDurably(`${path}.manifest.sig`, signed, this.#step);
      await this.#step("files.signed");
      await writeDurably(`${path}.done`, Buffer.alloc(0), this.#step);
      await this.#step("files.done");
    } catch (error) {
      throw isOfDisk(error) ? unreachable(this.#outbox, error) : error;
    }
  }

  close(): void {
    // Nothing is held open.
  }

  async #names(): Promise<readonly string[]> {
    try {
      return (await readdir(this.#inbox)).sort();
    } catch (error) {
      throw unreachable(this.#inbox, error);
    }
  }
}

const isOfDisk = (error: unknown): boolean =>
  typeof (error as NodeJS.ErrnoException).code === "string";

const stemOf = (parcelId: string): string => parcelId.replaceAll(":", ".");

function mayBe(manifest: Uint8Array, kind: string): boolean {
  const named = /"parcel"\s*:\s*"(titles|receipt|batch)"/.exec(
    Buffer.from(manifest).toString("utf8"),
  );
  return named === null || named[1] === kind;
}

async function readSignature(path: string): Promise<unknown> {
  const bytes = await readSmall(path);
  try {
    return bytes === null ? null : JSON.parse(bytes.toString("utf8"));
  } catch {
    return null;
  }
}

/** Null for what is not there, is no plain file, or is larger than such a file can be. */
async function readSmall(path: string, most = maxSmallBytes): Promise<Buffer | null> {
  try {
    const facts = await lstat(path);
    return facts.isFile() && facts.size <= most ? await readFile(path) : null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw unreachable(path, error);
  }
}

function unreachable(path: string, cause: unknown): PlatformFailure {
  const text = cause instanceof Error ? cause.message : String(cause);
  return new PlatformFailure("UNREACHABLE", `"${path}" cannot be used: ${text}`, { cause });
}
