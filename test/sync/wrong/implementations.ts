/**
 * Wrong ways to build the exchange, each a small change of the right one, with the test file that has to reject it.
 * `npm run -s test:wrong` runs them all; what no test rejects is a hole in the tests.
 */
export interface WrongImplementation {
  readonly name: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
  /** The file of tests that rejects it, and which of its tests are enough. */
  readonly test: string;
  readonly only?: string;
}

export const wrongImplementations: readonly WrongImplementation[] = [
  {
    name: "guard-off",
    file: "sync/guard-mass-change.ts",
    from: "if (removed > mayRemove)",
    to: "if (removed > Infinity)",
    test: "test/sync/wrong-lists.pg.test.ts",
    only: "held whole for a person",
  },
  {
    name: "shadow-ignored-at-sealing",
    file: "sync/push/build-items.ts",
    from: "return digest === shadow?.digest ? null : {",
    to: "return {",
    test: "test/sync/capture.pg.test.ts",
    only: "undoing before the sealing",
  },
  {
    name: "cursor-over-broken-pages",
    file: "sync/pull/walk-titles.ts",
    from: "if (verdict?.problems.length === 0) await this.#moveOn",
    to: "if (verdict !== null) await this.#moveOn",
    test: "test/sync/wrong-lists.pg.test.ts",
    only: "do not join",
  },
  {
    name: "outcomes-missing-believed",
    file: "sync/push/check-answer.ts",
    from: "bySeq.size !== answer.outcomes.length || bySeq.size !== items.length",
    to: "false",
    test: "test/sync/check-answer.test.ts",
  },
  {
    name: "outcome-of-another-item",
    file: "sync/push/check-answer.ts",
    from: "const outcome = bySeq.get(item.seq);",
    to: "const outcome = answer.outcomes[items.indexOf(item)];",
    test: "test/sync/check-answer.test.ts",
  },
  {
    name: "removal-at-first-absence",
    file: "sync/pull/settle-missing.ts",
    from: "const gone = missing.filter(isGone);",
    to: "const gone = [...missing]; void isGone;",
    test: "test/sync/wrong-lists.pg.test.ts",
    only: "only one complete list",
  },
  {
    name: "cursor-over-outbox-ids",
    file: "store/queries/sync-outbox.ts",
    from: "where stream = $1 and batch_no is null and entity_key <> all($2)",
    to: "where stream = $1 and id > coalesce((select max(id) from sync_outbox where batch_no is not null), 0) and entity_key <> all($2)",
    test: "test/sync/capture.pg.test.ts",
    only: "commits after a later one",
  },
  {
    name: "landed-pages-forgotten",
    file: "sync/resume.ts",
    from: 'run.direction === "PULL" && run.details["landed"] === true',
    to: 'run.direction === "PULL" && run.details["landed"] === "never"',
    test: "test/sync/crash.pg.test.ts",
    only: "without being fetched again",
  },
  {
    name: "sent-batches-believed",
    file: "sync/resume.ts",
    from: 'nextState("SENDING", "DOUBT") ?? "IN_DOUBT"',
    to: 'nextState("SENDING", "ANSWERED") ?? "ACKED"',
    test: "test/sync/crash.pg.test.ts",
    only: "push.sending, passing 1",
  },
  {
    name: "timeout-is-failure",
    file: "sync/failure-event.ts",
    from: 'IN_DOUBT: "DOUBT"',
    to: 'IN_DOUBT: "GIVE_UP"',
    test: "test/sync/push-faults.pg.test.ts",
    only: "cut after the commit",
  },
  {
    name: "unsigned-answers-believed",
    file: "sync/platform/http/classify-answer.ts",
    from: "if (signed && status === 200) return null;",
    to: "if (status === 200) return null;",
    test: "test/sync/platform/http-platform.pg.test.ts",
    only: "told by what may have happened",
  },
  {
    name: "statements-not-checked",
    file: "sync/verify/compare-tree.ts",
    from: "if (!genuine) {",
    to: "if (!genuine && tree.length === 0) {",
    test: "test/sync/levels.pg.test.ts",
    only: "did not sign is no agreement",
  },
  {
    name: "tree-by-exclusive-or",
    file: "sync/protocol/digest-tree.ts",
    from: 'for (const { digest } of ordered) hash.update(Buffer.from(digest, "hex"));',
    to: 'const sum = Buffer.alloc(32); for (const { digest } of ordered) for (const [i, byte] of Buffer.from(digest, "hex").entries()) sum[i] = (sum[i] ?? 0) ^ byte; hash.update(sum);',
    test: "test/sync/protocol/digest-tree.pbt.test.ts",
  },
  {
    name: "local-edit-wins",
    file: "sync/merge-title.ts",
    from: "title[field] = values.theirs;",
    to: "title[field] = base === null || values.ours === values.base ? values.theirs : values.ours;",
    test: "test/sync/run-sync.pg.test.ts",
    only: "first exchange|edit of what the city owns",
  },
  {
    name: "settled-without-shadow",
    file: "sync/push/settle-batch.ts",
    from: "await moveShadow(client, batch, fresh);",
    to: "void moveShadow;",
    test: "test/sync/run-sync.pg.test.ts",
    only: "first exchange",
  },
  {
    name: "no-sweep",
    file: "sync/run-sync.ts",
    from: "uncaptured = await sweep(session.pool, session.peerId);",
    to: "uncaptured = 0; void sweep;",
    test: "test/sync/run-sync.pg.test.ts",
    only: "first exchange|went past the triggers",
  },
  {
    name: "older-version-replaces-newer",
    file: "sync/pull/decide-title.ts",
    from: "BigInt(shadow.version) > BigInt(theirs.version)",
    to: "BigInt(shadow.version) < 0n",
    test: "test/sync/merge-titles.pg.test.ts",
  },
  {
    name: "push-without-end",
    file: "sync/push/pipeline.ts",
    from: "await sealBatch(this.#session, this.#session.until)",
    to: "await sealBatch(this.#session)",
    test: "test/sync/push-faults.pg.test.ts",
    only: "without pause",
  },
  {
    name: "generation-of-the-greeting",
    file: "sync/at-present.ts",
    from: "generation: await readGeneration(session.pool, session.peerId)",
    to: "generation: (await readGeneration(session.pool, session.peerId), session.generation)",
    test: "test/sync/push-faults.pg.test.ts",
    only: "generation begun by the first push",
  },
  {
    name: "refused-batch-buried-whole",
    file: "sync/failure-event.ts",
    from: 'return itemCount > 1 ? "SPLIT" : "GIVE_UP";',
    to: 'return itemCount > 0 ? "GIVE_UP" : "SPLIT";',
    test: "test/sync/push-faults.pg.test.ts",
    only: "poison items",
  },
  {
    name: "agreement-without-comparison",
    file: "sync/verify/verify-tree.ts",
    from: "return differences.length === 0 && ourRoot === theirRoot;",
    to: "return differences.length >= 0 || ourRoot === theirRoot;",
    test: "test/sync/levels.pg.test.ts",
    only: "ten differences",
  },
  {
    name: "receipt-laid-before-it-lies",
    file: "sync/tell-lists.ts",
    from: "await session.platform.tellList(receipt);",
    to: "await markReceiptLaid(pool, receipt); await session.platform.tellList(receipt);",
    test: "test/sync/list-receipts.pg.test.ts",
    only: "cannot be written to",
  },
  {
    name: "list-answered-at-every-look",
    file: "sync/tell-lists.ts",
    from: "JSON.stringify(wordOf(receipt))",
    to: "JSON.stringify(receipt)",
    test: "test/sync/list-receipts.pg.test.ts",
    only: "is not answered again",
  },
  {
    name: "approval-is-no-look",
    file: "sync/pull/settle-missing.ts",
    from: "return list.approved || (",
    to: "return (",
    test: "test/sync/wrong-lists.pg.test.ts",
    only: "approved once",
  },
];
