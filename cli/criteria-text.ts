/** Criteria packs as text for a terminal. */
import type { Catalogue } from "../domain/criteria/catalogue.ts";
import { describePack } from "../domain/criteria/describe-pack.ts";
import { describePeriod, type PackDifference } from "../domain/criteria/diff-packs.ts";
import type { Pack } from "../domain/criteria/pack.ts";
import { isInForce } from "../domain/criteria/version/choose-version.ts";
import { table } from "./table.ts";

/** One pack as it is listed, in text and in JSON. */
export interface PackRow {
  readonly id: string;
  readonly title: string;
  readonly name_zh: string;
  readonly name_en: string;
  readonly document: string;
  readonly status: Pack["status"];
  readonly confidence: Pack["confidence"];
  readonly in_force: Pack["inForce"];
  /** Whether it governs new applications of the day asked about. */
  readonly governs_new: boolean;
  readonly governs_renewal: boolean;
}

export function packRow(pack: Pack, day: string): PackRow {
  return {
    id: pack.id,
    title: pack.title,
    name_zh: pack.nameZh,
    name_en: pack.nameEn,
    document: pack.document,
    status: pack.status,
    confidence: pack.confidence,
    in_force: pack.inForce,
    governs_new: pack.status === "active" && isInForce(pack, day, "new"),
    governs_renewal: pack.status === "active" && isInForce(pack, day, "renewal"),
  };
}

export function listText(rows: readonly PackRow[]): string {
  return table([
    ["标识 id", "名称 name", "新申请 new", "复核 renewal", "状态 status", "文号 document"],
    ...rows.map((row) => [
      row.id,
      row.name_zh,
      row.governs_new ? "适用 applies" : "–",
      row.governs_renewal ? "适用 applies" : "–",
      row.status === "active" ? "启用 active" : "停用 disabled",
      row.document,
    ]),
  ]);
}

export function packText(pack: Pack, catalogue: Catalogue): string {
  const head = [
    `${pack.nameZh} / ${pack.nameEn}`,
    `文号 document：${pack.document}`,
    `发文机关 issuer：${pack.issuer}`,
    `新申请 new：${describePeriod(pack, "new")}`,
    `复核 renewal：${describePeriod(pack, "renewal")}`,
    `可信程度 confidence：${pack.confidence}${pack.status === "disabled" ? "（停用 disabled）" : ""}`,
  ];
  const lines = describePack(pack, catalogue).map(({ key, text }) => [key, text]);
  const sources = pack.sources.map(
    (source) =>
      `  ${source.shows}（${source.confidence}）${source.url === null ? "" : ` ${source.url}`}`,
  );
  return [
    ...head,
    ...(lines.length > 0 ? ["", table(lines).trimEnd()] : []),
    "",
    "来源 sources：",
    ...sources,
    ...(pack.notes.length > 0 ? ["说明 notes：", ...pack.notes.map((note) => `  ${note}`)] : []),
    "",
  ].join("\n");
}

const signs = { added: "+", removed: "-", changed: "~" };

export function differenceText(differences: readonly PackDifference[]): string {
  if (differences.length === 0) return "没有差别 / no difference\n";
  return differences
    .map(({ change, key, before, after }) => {
      const texts =
        change === "changed" ? [`    - ${before}`, `    + ${after}`] : [`    ${after ?? before}`];
      return [`${signs[change]} ${key}`, ...texts, ""].join("\n");
    })
    .join("");
}
