/** Differences, proofs and receipts as a terminal shows them. */
import type { CheckedReceipt, ReceiptWorth } from "../sync/verify/check-receipt.ts";
import type { LocalProof } from "../sync/verify/prove-locally.ts";
import type { TreeDifferences } from "../sync/verify/read-differences.ts";
import { table } from "./table.ts";

const worths: Readonly<Record<ReceiptWorth, string>> = {
  DOUBLE_SIGNED: "双方签名 double-signed",
  CITY_SIGNED: "市级签名 signed by the city",
  PEER_STATED: "市级自述 peer-stated",
  DERIVED: "依市级导出推得 derived from their export",
  BROKEN: "不成立 broken",
};

const sides: Readonly<Record<string, string>> = {
  MISSING_THERE: "市级缺 missing there",
  MISSING_HERE: "本区缺 missing here",
  DIFFERS: "内容不同 differs",
};

const subjects: Readonly<Record<LocalProof["what"], string>> = {
  ledger: "台账 ledger",
  batches: "批次 batches",
  shadow: "摘要 digests",
  receipts: "回执 receipts",
};

export function diffText({ tree, comparison, count, records }: TreeDifferences): string {
  if (comparison === null) {
    return `${tree}: 市级平台在此级别不列出本区所报；各批结果见 goldseed sync status / at its level the city does not list what it holds of ours; the outcomes of the batches are in: goldseed sync status\n`;
  }
  const { n, level, roundTrips, bytesExchanged } = comparison;
  const head = `${tree}: ${n} 条 records, 差异 differences ${count} (${level}, ${roundTrips} 次往返 round trips, ${bytesExchanged} B)\n`;
  const rows = records.map(({ key, kind, fields }) => [
    `  ${key}`,
    sides[kind] ?? kind,
    fields
      .map(({ field, ours, theirs }) => `${field}: ${ours ?? "null"} → ${theirs ?? "null"}`)
      .join("; "),
  ]);
  const more = count > records.length ? `  … ${count - records.length}\n` : "";
  return head + table(rows) + more;
}

export function proofText(proofs: readonly LocalProof[]): string {
  return proofs
    .map(({ what, checked, problems }) => {
      const size = checked === null ? "" : ` ${checked}`;
      if (problems.length === 0) return `${subjects[what]}${size}: 完好 intact\n`;
      const list = problems.slice(0, 20).map((problem) => `  ${problem}\n`);
      return `${subjects[what]}${size}: 有 ${problems.length} 处问题 problems\n${list.join("")}`;
    })
    .join("");
}

export function receiptText({ receipt, worth, problem }: CheckedReceipt): string {
  const { differences, recordCount } = receipt;
  const word = receipt.agreed
    ? "一致 agreed"
    : `不一致 not agreed, 差异 differences ${differences?.count ?? 0}`;
  return table([
    ["回执 receipt", receipt.id],
    ["数据流 stream", receipt.stream],
    ["结论 result", word],
    ["效力 worth", `${worths[worth]} (${receipt.level})`],
    ...vouchedText(receipt.theirSignature),
    ...(problem === null ? [] : [["问题 problem", problem]]),
    ["条数 records", String(recordCount)],
    ["本区根 our root", receipt.ourRoot],
    ["市级根 their root", receipt.theirRoot ?? "-"],
    ["往返 round trips", `${receipt.roundTrips}, ${receipt.bytesExchanged} B`],
    ["时间 at", receipt.obtainedAt],
  ]);
}

/** A list that the city did not sign is worth what the officer's word is worth. */
function vouchedText(evidence: string | null): [string, string][] {
  const by = /"vouchedBy":"([^"]{1,200})"/u.exec(evidence ?? "")?.[1];
  return by === undefined
    ? []
    : [["作证人 vouched for by", `${by}，市级未签名 / the city did not sign`]];
}
