/** Faults that an honest-looking answer carries: lists that lie, records that are not of the schema. */
import type { Operation } from "../vocabulary.ts";
import type { Fault, FaultBox, FaultKind } from "./fault-box.ts";

type Item = Record<string, unknown>;
type Body = Record<string, unknown> & { items?: unknown[]; outcomes?: unknown[] };
type Spoiler = (body: Body, fault: Fault) => Body;

const withItems = (change: (items: unknown[], fault: Fault) => unknown[]): Spoiler => {
  return (body, fault) => {
    const items = change([...(body.items ?? [])], fault);
    return { ...body, items, count: items.length };
  };
};

/** The first record, or with a fraction that share of them. */
const withFirst = (change: (item: Item) => Item): Spoiler =>
  withItems((items, { fraction }) => {
    const count = fraction === undefined ? 1 : Math.ceil(items.length * fraction);
    return items.map((item, no) => (no < count ? change(item as Item) : item));
  });

const shrink: Spoiler = (body, fault) => {
  const items = body.items ?? [];
  const kept = items.slice(0, Math.ceil(items.length * (fault.fraction ?? 0.03)));
  return { ...body, items: kept, count: kept.length, total: kept.length, next: null };
};

const spoilers: Partial<Record<FaultKind, Spoiler>> = {
  duplicate: withItems((items) => [...items, ...items.slice(-1)]),
  reorder: withItems((items) => items.toReversed()),
  "miss-page": withItems((items) => items.slice(1)),
  "wrong-total": (body) => ({ ...body, total: Number(body["total"]) + 7 }),
  "moving-revision": (body) => ({
    ...body,
    revision: String(BigInt(String(body["revision"])) + 1n),
  }),
  empty: (body) => ({ ...body, items: [], count: 0, total: 0, next: null }),
  shrink,
  "odd-deleted": withFirst((item) => ({ ...item, deleted: "perhaps" })),
  "unknown-kind": withFirst((item) => ({ ...item, kind: "DRAGON" })),
  "unknown-status": withFirst((item) => ({ ...item, status: "FROZEN" })),
  "missing-member": withFirst((item) => ({ ...item, status: undefined })),
  "extra-member": withFirst((item) => ({ ...item, colour: "gold" })),
  "bad-code": withFirst((item) => ({ ...item, creditCode: "913702110000000000" })),
  "foreign-district": withFirst((item) => ({ ...item, district: "370212" })),
  "nul-character": withFirst((item) => ({ ...item, name: "a\u0000b" })),
  "bad-date": withFirst((item) => ({ ...item, validFrom: "45444" })),
  "lost-outcomes": (body) => ({
    ...body,
    outcomes: (body.outcomes ?? []).slice(0, Math.floor((body.outcomes?.length ?? 0) / 2)),
  }),
};

/** The page before this one, by operation: what a peer repeats when its paging is broken. */
const previous = new Map<Operation, Body>();

export function spoilContent(faults: FaultBox, operation: Operation, body: object): object {
  let spoilt = body as Body;
  const before = previous.get(operation);
  previous.set(operation, spoilt);
  if (before !== undefined && faults.strike(operation, "repeat-page") !== null) {
    spoilt = { ...spoilt, items: before.items ?? [], count: before.items?.length ?? 0 };
  }
  for (const [kind, spoiler] of Object.entries(spoilers)) {
    const fault = faults.strike(operation, kind as FaultKind);
    if (fault !== null) spoilt = spoiler(spoilt, fault);
  }
  return spoilt;
}
