/** What can only be seen across packs: two versions for one day, the same id twice, titles that wait for one another. */
import type { Condition } from "./condition.ts";
import type { ApplicationKind, Pack, Period } from "./pack.ts";
import type { Problem } from "./problem.ts";

export interface PackProblem extends Problem {
  readonly packId: string;
}

const kinds: readonly ApplicationKind[] = ["new", "renewal"];
const kindsZh: Readonly<Record<ApplicationKind, string>> = { new: "新", renewal: "复核" };

export function checkPacks(packs: readonly Pack[]): PackProblem[] {
  return [...repeatedIds(packs), ...overlappingVersions(packs), ...circularTitles(packs)];
}

function repeatedIds(packs: readonly Pack[]): PackProblem[] {
  const seen = new Set<string>();
  return packs.flatMap(({ id }) => {
    const again = seen.has(id);
    seen.add(id);
    return again
      ? [
          {
            packId: id,
            path: ["id"],
            message: `two packs have the id "${id}"; rename one`,
            messageZh: `两部标准的标识都是“${id}”；请改其一`,
          },
        ]
      : [];
  });
}

/** Two active packs of one title may not govern the same day for the same kind of application. */
function overlappingVersions(packs: readonly Pack[]): PackProblem[] {
  const active = packs.filter((pack) => pack.status === "active");
  return active.flatMap((pack, index) =>
    active
      .slice(index + 1)
      .filter((other) => other.title === pack.title && other.id !== pack.id)
      .flatMap((other) =>
        kinds.flatMap((kind) => {
          const [a, b] = [pack.inForce[kind], other.inForce[kind]];
          const shared = a && b ? intersection(a, b) : undefined;
          return shared === undefined
            ? []
            : [
                {
                  packId: other.id,
                  path: ["in_force", kind],
                  message: `"${other.id}" and "${pack.id}" both govern ${kind} applications for "${pack.title}" from ${shared.from ?? "the beginning"} to ${shared.to ?? "no end"}; end one before the other begins`,
                  messageZh: `“${other.id}”与“${pack.id}”在${shared.from ?? "最初"}至${shared.to ?? "无限期"}都适用于“${pack.title}”的${kindsZh[kind]}申请；请使其一在另一部开始前终止`,
                },
              ];
        }),
      ),
  );
}

/** The days both cover; undefined when they share none. */
function intersection(a: Period, b: Period): Period | undefined {
  const from =
    a.from !== null && b.from !== null ? (a.from > b.from ? a.from : b.from) : (a.from ?? b.from);
  const to = a.to !== null && b.to !== null ? (a.to < b.to ? a.to : b.to) : (a.to ?? b.to);
  if (from !== null && to !== null && from > to) return undefined;
  return { from, to };
}

/** A title must not need itself, however many titles lie between: nobody could ever gain it. */
function circularTitles(packs: readonly Pack[]): PackProblem[] {
  const needs = new Map<string, Set<string>>();
  const packOf = new Map<string, string>();
  for (const pack of packs) {
    if (pack.status !== "active" || pack.kind !== "rules") continue;
    const asked = needs.get(pack.title) ?? new Set<string>();
    for (const gate of pack.gates)
      for (const title of titlesNeeded(gate.condition)) asked.add(title);
    needs.set(pack.title, asked);
    packOf.set(pack.title, pack.id);
  }
  const found = new Map<string, PackProblem>();
  for (const start of needs.keys()) {
    const circle = circleFrom(start, needs);
    if (circle === undefined) continue;
    const key = [...circle].sort().join();
    const way = [...circle, start].join(" -> ");
    const message = `titles wait for one another: ${way}; one of them must ask for less`;
    const messageZh = `称号互为前提：${way}；其中之一须放宽`;
    // The pack that came last, as a file under trial does: before it there was no circle.
    const inCircle = new Set(circle.map((title) => packOf.get(title)));
    const packId = packs.findLast(({ id }) => inCircle.has(id))?.id ?? start;
    if (!found.has(key)) found.set(key, { packId, path: ["gates"], message, messageZh });
  }
  return [...found.values()];
}

function titlesNeeded(condition: Condition): string[] {
  switch (condition.kind) {
    case "all":
    case "any":
      return condition.of.flatMap(titlesNeeded);
    case "title":
      return [condition.title];
    default:
      return [];
  }
}

/** The shortest way from a title back to itself; undefined when there is none. */
function circleFrom(
  start: string,
  needs: ReadonlyMap<string, ReadonlySet<string>>,
): string[] | undefined {
  const queue: string[][] = [[start]];
  const visited = new Set<string>();
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    for (const next of needs.get(path.at(-1) ?? "") ?? []) {
      if (next === start) return path;
      if (!visited.has(next)) queue.push([...path, next]);
      visited.add(next);
    }
  }
  return undefined;
}
