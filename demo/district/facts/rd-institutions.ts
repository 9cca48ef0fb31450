/** Recognised R&D institutions. */
import { dayIn } from "../calendar.ts";
import type { TitleLevel } from "../../../domain/vocabulary.ts";
import type { Random } from "../random.ts";
import { fillText, type Sheet } from "../sheet.ts";
import type { Subject } from "../subject.ts";
import { districtWords } from "../words.ts";

export const institutionSheet: Sheet = {
  table: "rd_institutions",
  columns: ["institution_no", "name", "kind", "level", "recognised_on", "valid_to"],
  source: "demo-science",
  rows: (subject) => {
    const { identity } = subject;
    const random = identity.stream("institutions");
    const level = levelOf(subject, random);
    if (level === null) return [];
    const { lists, texts } = districtWords();
    const kind = random.pick(lists["institutes"] ?? []);
    const year = Number(identity.plan.asOf.slice(0, 4)) - random.int(1, 6);
    const no = `DEMO-RD-${identity.ordinal}`;
    const name = fillText(texts["instituteName"], {
      core: identity.core,
      product: identity.product,
      kind,
    });
    const day = dayIn(year, random.next(), identity.establishedOn);
    return [{ key: no, cells: [no, name, kind, level, day, null] }];
  },
};

function levelOf({ identity }: Subject, random: Random): TitleLevel | null {
  const { titles, technical } = identity.cohort;
  const likely = titles.includes("LITTLE_GIANT")
    ? 0.95
    : titles.includes("SPECIALIZED")
      ? 0.62
      : 0.16;
  if (!technical || !random.chance(likely)) return null;
  const draw = random.next();
  if (titles.includes("LITTLE_GIANT")) return draw < 0.45 ? "PROVINCIAL" : "MUNICIPAL";
  if (draw < 0.08) return "PROVINCIAL";
  return draw < 0.6 ? "MUNICIPAL" : "DISTRICT";
}
