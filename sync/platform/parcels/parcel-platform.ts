/**
 * The platform that is reached by parcels alone (level L0): it lays lists down and takes batches away when its officers
 * get to it. A batch has been told when its receipt lies there, and not before: no receipt is no failure.
 */
import { wireSchemas } from "../../protocol/wire-schemas.ts";
import { parseStrictJson } from "../../protocol/parse-strict-json.ts";
import type { BatchAnswer } from "../../protocol/batch-answer.ts";
import type { Capabilities } from "../../protocol/capabilities.ts";
import { listReceiptSchema } from "../../protocol/list-receipt.ts";
import { sha256Hex } from "../../protocol/canonical-record.ts";
import { signatureProblem } from "../../protocol/signatures/check-detached.ts";
import { checkingKeyOf } from "../../protocol/signatures/checking-key-of.ts";
import {
  currentKey,
  type DetachedCheckingKey,
  type ParcelKeys,
} from "../../protocol/signatures/detached-key.ts";
import { signDetached } from "../../protocol/signatures/sign-detached.ts";
import type { TitlePage } from "../../protocol/title-page.ts";
import { looseKey } from "../../pull/judge-title.ts";
import { PlatformFailure } from "../platform-failure.ts";
import type { Answered, CityPlatform, TitleQuestion, ToldList } from "../port.ts";
import { checkParcel, type CheckedParcel } from "./check-parcel.ts";
import { manifestSchema, type Manifest } from "../../protocol/manifest.ts";
import { newestExport, refusedList, type Export } from "./newest-export.ts";
import type { ParcelBox } from "./parcel-box.ts";
import { partsOfBatch, type BatchParts } from "./parts-of-batch.ts";

export interface ParcelPlatformOptions {
  readonly box: ParcelBox;
  readonly district: string;
  readonly keys: ParcelKeys;
  readonly now?: () => Date;
}

/** What a parcel of ours says of itself, besides whose it is. */
interface OurParcel extends Pick<BatchParts, "parts"> {
  readonly parcel: "batch" | "receipt";
  readonly parcelId: string;
  readonly generation: string;
  readonly revision: string;
  readonly count: number;
  readonly batchKey: string | null;
  readonly bodySha256: string;
}

export function createParcelPlatform(options: ParcelPlatformOptions): CityPlatform {
  return new ParcelPlatform(options);
}

class ParcelPlatform implements CityPlatform {
  readonly #box: ParcelBox;
  readonly #options: ParcelPlatformOptions;
  readonly #now: () => Date;
  /** The list that is being paged through. */
  #open: { readonly token: string; readonly items: readonly unknown[] } | null = null;

  constructor(options: ParcelPlatformOptions) {
    this.#options = options;
    this.#box = options.box;
    this.#now = options.now ?? (() => new Date());
  }

  async capabilities(): Promise<Answered<Capabilities>> {
    const profile = await this.#box.readProfile();
    if (profile === null) {
      const text = `the city has laid down no profile in ${this.#box.place}`;
      throw new PlatformFailure("UNREACHABLE", text);
    }
    const problem = await signatureProblem(this.#believed("titles"), {
      ...profile,
      at: this.#now(),
    });
    if (problem !== null)
      throw new PlatformFailure("UNAUTHORISED", `the city's profile: ${problem}`);
    const value = read(profile.bytes, "profile", (json) => wireSchemas.Capabilities.parse(json));
    if (value.level !== "L0") {
      const text = `the city's profile says level ${value.level}: it is to be asked over HTTP`;
      throw new PlatformFailure("REFUSED", text);
    }
    return answered(value, profile.bytes, {});
  }

  /** Asked with the token of the list taken in last: nothing when it is still the newest, EXPIRED when it is not. */
  async titles({ limit, after, delta }: TitleQuestion): Promise<Answered<TitlePage>> {
    const { generation } = (await this.capabilities()).value;
    const newest = newestExport(await this.#list("titles"), generation);
    if (newest === null) return this.#page({ mode: "since", generation, revision: "0" }, []);
    const { manifest, token } = newest;
    const { revision } = manifest;
    if (delta === token) {
      return this.#page({ mode: "delta", generation, revision, deltaToken: token }, []);
    }
    if (delta !== null) throw new PlatformFailure("EXPIRED", "there is a newer list of the city");
    const items = await this.#itemsOf(newest);
    const from = after === null ? 0 : Number(after);
    const next = from + limit < items.length ? String(from + limit) : null;
    const frame = { mode: "full", generation, revision, total: manifest.count, next } as const;
    const page = { ...frame, deltaToken: next === null ? token : null };
    return this.#page(page, items.slice(from, from + limit), headersOf(newest));
  }

  async pushBatch(batchKey: string, body: Uint8Array): Promise<Answered<BatchAnswer>> {
    const receipt = await this.#receipt(batchKey);
    if (receipt.answer !== null) return receipt.answer;
    const bodySha256 = sha256Hex(body);
    const ours = await this.#box.findOurs("batch", batchKey);
    if (ours === null) await this.#put(batchKey, body, bodySha256);
    else if (
      read(ours, "manifest", (json) => manifestSchema.parse(json)).bodySha256 !== bodySha256
    ) {
      throw new PlatformFailure("KEY_REUSED", `a parcel of other bytes lies there as ${batchKey}`);
    }
    throw this.#awaiting(batchKey, receipt.problem);
  }

  async readBatch(batchKey: string): Promise<Answered<BatchAnswer>> {
    const { answer, problem } = await this.#receipt(batchKey);
    if (answer !== null) return answer;
    if ((await this.#box.findOurs("batch", batchKey)) !== null)
      throw this.#awaiting(batchKey, problem);
    throw new PlatformFailure("UNKNOWN_BATCH", `no parcel lies there as ${batchKey}`);
  }

  async tellList({ listDigest, generation, receiptNo, body }: ToldList): Promise<void> {
    const { district } = this.#options;
    const parcelId = `${district}:list:${generation}:${listDigest.slice(0, 16)}:${receiptNo}`;
    if ((await this.#box.findOurs("receipt", parcelId)) !== null) return;
    await this.#lay({
      parcel: "receipt",
      parcelId,
      generation: String(generation),
      revision: String(receiptNo),
      count: listReceiptSchema.parse(parseStrictJson(body)).outcomes.length,
      batchKey: null,
      bodySha256: listDigest,
      parts: [{ part: "receipt.json", bytes: body }],
    });
  }

  titlesByKey = notOffered;
  recommendationsByKey = notOffered;
  records = notOffered;
  hashes = notOffered;
  compare = notOffered;
  leaves = notOffered;
  bucketRecords = notOffered;

  close(): void {
    this.#box.close();
  }

  async #list(kind: "titles" | "receipt"): Promise<CheckedParcel[]> {
    const { district } = this.#options;
    const expected = { kind, district, keys: this.#believed(kind), at: this.#now() };
    const found = await this.#box.listParcels(kind);
    return Promise.all(found.map((parcel) => checkParcel(parcel, expected)));
  }

  /** A list may be one that an officer of ours vouches for (vouch-for-list.ts); outcomes are the city's alone to say. */
  #believed(kind: "titles" | "receipt"): readonly DetachedCheckingKey[] {
    const { ours, city } = this.#options.keys;
    return kind === "titles" ? [...city, ...ours.map(checkingKeyOf)] : city;
  }

  async #itemsOf({ found, manifest, token }: Export): Promise<readonly unknown[]> {
    if (this.#open?.token === token) return this.#open.items;
    const items = await this.#box
      .readTitles(found, manifest)
      .catch((error: unknown) => refuseList(error, [{ found, manifest, token }]));
    // The lines of a workbook stand in any order; a list of the protocol is ordered by key.
    const keyed = items.map((item) => ({ item, key: looseKey(item) ?? "" }));
    const sorted = keyed.sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)));
    this.#open = { token, items: sorted.map(({ item }) => item) };
    return this.#open.items;
  }

  #page(
    frame: Pick<TitlePage, "mode" | "generation" | "revision"> & Partial<TitlePage>,
    items: readonly unknown[],
    headers: Readonly<Record<string, string>> = {},
  ): Answered<TitlePage> {
    const { district } = this.#options;
    const count = items.length;
    const page = {
      district,
      total: count,
      next: null,
      deltaToken: null,
      ...frame,
      items: [...items],
      count,
    };
    return answered(page, Buffer.from(JSON.stringify(page), "utf8"), headers);
  }

  /** The receipt of the highest revision for this batch, and why others were not believed. */
  async #receipt(
    batchKey: string,
  ): Promise<{ readonly answer: Answered<BatchAnswer> | null; readonly problem: string | null }> {
    const parcels = await this.#list("receipt");
    const spoilt = parcels.filter(({ problem }) => problem !== null);
    const problem = spoilt
      .map(({ found, problem: text }) => `"${found.place}": ${text}`)
      .join("; ");
    const [latest] = parcels
      .filter(({ manifest }) => manifest?.batchKey === batchKey)
      .sort((a, b) => ((a.claims ?? 0n) < (b.claims ?? 0n) ? 1 : -1));
    if (latest?.manifest == null) return { answer: null, problem: problem === "" ? null : problem };
    const bytes = await this.#box.readPart(latest.found, latest.manifest, "receipt.json");
    refuseAsTold(bytes);
    const value = read(bytes, "receipt", (json) => wireSchemas.BatchOutcome.parse(json));
    return { answer: answered(value, bytes, { place: latest.found.place }), problem: null };
  }

  async #put(batchKey: string, body: Uint8Array, bodySha256: string): Promise<void> {
    const [, , generation = "0", revision = "0"] = batchKey.split(":");
    const frame = { parcel: "batch", parcelId: batchKey, generation, revision } as const;
    await this.#lay({ ...frame, batchKey, bodySha256, ...partsOfBatch(body) });
  }

  async #lay({ parts, ...told }: OurParcel): Promise<void> {
    const now = this.#now();
    const { district, keys } = this.#options;
    const key = currentKey(keys.ours, now);
    if (key === null) {
      throw new PlatformFailure("UNAUTHORISED", "KEY_EXPIRED: none of our keys is valid now");
    }
    const manifest: Manifest = {
      protocol: "sme-sync/1",
      canonVersion: 1,
      ...told,
      from: district,
      district,
      madeAt: now.toISOString(),
      content: parts.map(({ part, bytes }) => ({
        part,
        bytes: bytes.length,
        sha256: sha256Hex(bytes),
      })),
    };
    const bytes = Buffer.from(JSON.stringify(manifest, null, 1), "utf8");
    await this.#box.put({ manifest, bytes, signature: await signDetached(key, bytes), parts });
  }

  #awaiting(batchKey: string, problem: string | null): PlatformFailure {
    const why = problem === null ? "" : `; what lies there is not believed: ${problem}`;
    const text = `the parcel ${batchKey} lies in ${this.#box.place} and waits for the city's receipt${why}`;
    return new PlatformFailure("AWAITING_RECEIPT", text);
  }
}

/** What the city signed for and cannot be used is refused by name, so that it learns of it. */
function refuseList(error: unknown, lists: readonly Export[]): never {
  if (!(error instanceof PlatformFailure) || error.kind !== "REFUSED") throw error;
  throw new PlatformFailure("REFUSED", error.message, {
    cause: error,
    refusedLists: lists.map(refusedList),
  });
}

/** A receipt may hold an error of section 2 instead of outcomes. */
function refuseAsTold(bytes: Uint8Array): void {
  const told = wireSchemas.Error.safeParse(read(bytes, "receipt", (json) => json));
  if (!told.success) return;
  const { code, message } = told.data.error;
  const kinds = { TOO_LARGE: "TOO_LARGE", BATCH_KEY_REUSED: "KEY_REUSED" } as const;
  const kind = kinds[code as keyof typeof kinds] ?? "REFUSED";
  throw new PlatformFailure(kind, `${code}: ${message}`, { code });
}

function headersOf({ found, manifest, token }: Export): Record<string, string> {
  const { parcelId, content, vouchedBy } = manifest;
  return {
    // No member of the wire: the district writes it into its own parcels alone.
    ...(typeof vouchedBy === "string" ? { vouchedBy } : {}),
    place: found.place,
    parcelId,
    manifestSha256: token,
    content: JSON.stringify(content),
    signature: JSON.stringify(found.signature),
  };
}

function answered<T>(
  value: T,
  bytes: Uint8Array,
  headers: Readonly<Record<string, string>>,
): Answered<T> {
  return { value, bytes, headers, bytesExchanged: bytes.length, clockOffsetMs: null };
}

function read<T>(bytes: Uint8Array, what: string, parse: (json: unknown) => T): T {
  try {
    return parse(parseStrictJson(bytes));
  } catch (error) {
    const reason = (error as Error).message.slice(0, 300);
    throw new PlatformFailure("REFUSED", `the ${what} is not of the protocol: ${reason}`, {
      cause: error,
    });
  }
}

function notOffered(): Promise<never> {
  const text = "501 LEVEL_TOO_LOW: a city that exchanges parcels is not asked live";
  return Promise.reject(new PlatformFailure("NOT_OFFERED", text));
}
