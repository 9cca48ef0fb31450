/** Reads what every pack has: its names, its document, and from when to when it governs applications. */
import type { ApplicationKind, Confidence, PackHeader, PackSource, Period } from "../pack.ts";
import type { Catalogue } from "../catalogue.ts";
import { inside, type Place, report, reportUnknown } from "./place.ts";
import {
  type Fields,
  readDate,
  readFields,
  readList,
  readOptionalText,
  readText,
  readTexts,
  readWord,
} from "./read-values.ts";

export const headerKeys = [
  "kind",
  "id",
  "title",
  "name_zh",
  "name_en",
  "issuer",
  "document",
  "status",
  "confidence",
  "in_force",
  "sources",
  "notes",
];
const confidences: readonly Confidence[] = [
  "text_seen",
  "secondary",
  "recalled",
  "interpretation",
  "unseen",
];
const idShape = /^[a-z][a-z0-9_]*$/;

export function readHeader(
  fields: Fields,
  place: Place,
  catalogue: Catalogue,
): PackHeader | undefined {
  const text = (key: string): string => readText(fields[key], inside(place, key)) ?? "";
  const id = text("id");
  if (id !== "" && !idShape.test(id)) {
    report(inside(place, "id"), {
      zh: `“${id}”不能作标识；请用小写字母、数字和 _`,
      en: `"${id}" is no id; use small letters, digits and _`,
    });
  }
  const header: PackHeader = {
    id,
    title: readTitleId(fields["title"], inside(place, "title"), catalogue),
    nameZh: text("name_zh"),
    nameEn: text("name_en"),
    issuer: text("issuer"),
    document: text("document"),
    status:
      fields["status"] == null
        ? "active"
        : (readWord(fields["status"], inside(place, "status"), ["active", "disabled"]) ?? "active"),
    confidence: readConfidence(fields["confidence"], inside(place, "confidence")),
    inForce: readInForce(fields["in_force"], inside(place, "in_force")),
    sources: readList(fields["sources"], inside(place, "sources"), readSource),
    notes: readTexts(fields["notes"], inside(place, "notes")),
  };
  if (header.sources.length === 0)
    report(inside(place, "sources"), { zh: "至少写明一个来源", en: "name at least one source" });
  return id === "" ? undefined : header;
}

function readTitleId(value: unknown, place: Place, catalogue: Catalogue): string {
  const id = readText(value, place) ?? "";
  if (id !== "" && !catalogue.titles.has(id)) {
    reportUnknown(place, "title", id, catalogue.titles.keys());
  }
  return id;
}

export function readConfidence(value: unknown, place: Place): Confidence {
  return readWord(value, place, confidences) ?? "unseen";
}

function readSource(value: unknown, place: Place): PackSource | undefined {
  const fields = readFields(value, place, ["shows", "url", "confidence"]);
  const shows = fields && readText(fields["shows"], inside(place, "shows"));
  if (fields === undefined || shows === undefined) return undefined;
  return {
    shows,
    url: readOptionalText(fields["url"], inside(place, "url")),
    confidence: readConfidence(fields["confidence"], inside(place, "confidence")),
  };
}

function readInForce(value: unknown, place: Place): Record<ApplicationKind, Period | null> {
  const fields = readFields(value, place, ["new", "renewal"]) ?? {};
  const period = (kind: ApplicationKind): Period | null =>
    fields[kind] == null ? null : readPeriod(fields[kind], inside(place, kind));
  return { new: period("new"), renewal: period("renewal") };
}

/** `{from, to}`, either left out when open or not known. */
export function readPeriod(value: unknown, place: Place): Period | null {
  const fields = readFields(value, place, ["from", "to"]);
  if (fields === undefined) return null;
  const from = readDate(fields["from"], inside(place, "from"));
  const to = readDate(fields["to"], inside(place, "to"));
  if (from !== null && to !== null && from > to)
    report(place, { zh: `止于 ${to}，早于起始日 ${from}`, en: `it ends on ${to}, before ${from}` });
  return { from, to };
}
