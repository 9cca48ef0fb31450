/** Finds administrative divisions at the start of a text, by every form they are written in (names now and before). */
export interface Division {
  /** 2, 4 or 6 digits: a code that begins with another lies inside it. */
  readonly code: string;
  readonly name: string;
  /** All spellings, the full name among them. */
  readonly forms: readonly string[];
}

export interface RegionHit {
  /** The division; where a name is borne by several, the one that fits the context. */
  readonly code: string;
  /** Characters taken. */
  readonly length: number;
}

export interface RegionIndex {
  /** The longest division name at `from`; `within` is the division found before it. Undefined if there is none. */
  readonly match: (text: string, from: number, within: string) => RegionHit | undefined;
}

/** Words for a zone that follow a division: the zone lies somewhere in it, its borders are not known by name. */
const zoneWords = [
  "经济技术开发区",
  "高新技术产业开发区",
  "高技术产业开发区",
  "火炬高技术产业开发区",
  "高新技术开发区",
  "临港经济技术开发区",
  "临港经济开发区",
  "经济开发区",
  "高科技工业园",
  "综合保税区",
  "保税港区",
  "保税区",
  "旅游度假区",
  "开发区",
  "高新区",
];

/** Marks a code as "somewhere in the division before the mark". */
export const zoneMark = "z";

/** `home`: the code of the province at hand; it wins where a county's name is borne in several provinces. */
export function buildRegionIndex(divisions: readonly Division[], home: string): RegionIndex {
  const byForm = new Map<string, string[]>();
  const byHead = new Map<string, string[]>();
  for (const { code, forms } of divisions) {
    for (const form of forms) {
      const codes = byForm.get(form);
      if (codes === undefined) {
        byForm.set(form, [code]);
        const head = form.slice(0, 2);
        byHead.set(head, [...(byHead.get(head) ?? []), form]);
      } else codes.push(code);
    }
  }
  for (const forms of byHead.values()) forms.sort((a, b) => b.length - a.length);
  return {
    match(text, from, within) {
      const forms = byHead.get(text.slice(from, from + 2)) ?? [];
      const form = forms.find((each) => text.startsWith(each, from));
      if (form !== undefined) {
        const code = fittest(byForm.get(form) ?? [], { within, home, length: form.length });
        if (code !== undefined) return { code, length: form.length };
      }
      if (within === "" || within.endsWith(zoneMark)) return undefined;
      const zone = zoneWords.find((word) => text.startsWith(word, from));
      return zone === undefined ? undefined : { code: within + zoneMark, length: zone.length };
    },
  };
}

/** A division inside the one before it; with none before, the one at home, else the only one. */
function fittest(
  codes: readonly string[],
  {
    within,
    home,
    length,
  }: { readonly within: string; readonly home: string; readonly length: number },
): string | undefined {
  const parent = within.replace(zoneMark, "");
  const inside = codes.find((code) => code.startsWith(parent));
  if (parent !== "") return inside;
  const own = codes.find((code) => code.startsWith(home));
  if (own !== undefined) return own;
  // A county elsewhere, named without its city, is believed if no other bears the name and it is no plain word (城区).
  return codes.length === 1 && (length > 2 || (codes[0] ?? "").length < 6) ? codes[0] : undefined;
}

export type RegionRelation =
  /** The same division, whatever its spelling. */
  | "SAME"
  /** One lies inside the other, or both are zones of one city. */
  | "NESTED"
  /** One side names none. */
  | "ABSENT"
  /** Two places that cannot be one. */
  | "CONFLICT";

/** How two deepest divisions stand to each other; an empty code means none was named. */
export function relateRegions(left: string, right: string): RegionRelation {
  if (left === "" || right === "") return "ABSENT";
  if (left === right) return "SAME";
  const [a, b] = [left.replace(zoneMark, ""), right.replace(zoneMark, "")];
  return a.startsWith(b) || b.startsWith(a) ? "NESTED" : "CONFLICT";
}
