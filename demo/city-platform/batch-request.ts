/** The frame of a pushed batch. A wrong frame refuses the batch; a wrong item is judged by itself (judge-item.ts). */
import {
  integerOf,
  isMembers,
  listOf,
  malformed,
  membersOf,
  textOf,
  type Members,
} from "./checks.ts";
import { limits } from "./limits.ts";
import { Refusal } from "./refusal.ts";

export interface BatchItem {
  readonly seq: number;
  readonly op: "UPSERT" | "WITHDRAW";
  readonly entityVersion: bigint;
  readonly digest: string;
  readonly record: Members;
}

export interface BatchRequest {
  readonly batchKey: string;
  readonly district: string;
  readonly generation: bigint;
  readonly items: readonly BatchItem[];
}

const names = [
  "protocol",
  "canonVersion",
  "batchKey",
  "district",
  "stream",
  "generation",
  "batchNo",
  "prevSha256",
  "sealedAt",
  "items",
];
const count = /^(0|[1-9]\d{0,18})$/u;
const digest = /^[0-9a-f]{64}$/u;

export function parseBatch(value: unknown): BatchRequest {
  const body = membersOf(value, "body", names);
  if (body["protocol"] !== "sme-sync/1") {
    throw malformed([{ path: "protocol", message: 'expected "sme-sync/1"' }]);
  }
  if (body["stream"] !== "recommendations") {
    throw malformed([{ path: "stream", message: 'expected "recommendations"' }]);
  }
  integerOf(body["canonVersion"], "canonVersion", [1, 1]);
  const district = textOf(body["district"], "district", /^\d{6}$/u);
  const generation = textOf(body["generation"], "generation", count);
  const batchNo = textOf(body["batchNo"], "batchNo", count);
  const batchKey = textOf(body["batchKey"], "batchKey");
  if (batchKey !== `${district}:recommendations:${generation}:${batchNo}`) {
    throw malformed([{ path: "batchKey", message: "is not district:stream:generation:batchNo" }]);
  }
  if (body["prevSha256"] !== null) textOf(body["prevSha256"], "prevSha256", digest);
  textOf(body["sealedAt"], "sealedAt", /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/u);
  if (Array.isArray(body["items"]) && body["items"].length > limits.maxBatchItems) {
    throw new Refusal("TOO_LARGE", `more than ${limits.maxBatchItems} items`);
  }
  const items = listOf(body["items"], "items", limits.maxBatchItems).map(parseItem);
  if (new Set(items.map((item) => item.seq)).size !== items.length) {
    throw malformed([{ path: "items", message: "a seq comes twice" }]);
  }
  return { batchKey, district, generation: BigInt(generation), items };
}

function parseItem(value: unknown, index: number): BatchItem {
  const path = `items[${index}]`;
  const item = membersOf(value, path, ["seq", "op", "entityVersion", "digest", "record"]);
  const { op, record } = item;
  if (op !== "UPSERT" && op !== "WITHDRAW") {
    throw malformed([{ path: `${path}.op`, message: "expected UPSERT or WITHDRAW" }]);
  }
  if (!isMembers(record))
    throw malformed([{ path: `${path}.record`, message: "expected an object" }]);
  return {
    seq: integerOf(item["seq"], `${path}.seq`, [1, 1_000_000]),
    op,
    entityVersion: BigInt(textOf(item["entityVersion"], `${path}.entityVersion`, count)),
    digest: textOf(item["digest"], `${path}.digest`, digest),
    record,
  };
}
