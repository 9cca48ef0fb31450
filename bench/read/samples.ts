/** Who asks and for what: 34 principals (district, zones, towns) and sets of variables drawn from the store by a seed. */
import type pg from "pg";

import { randomFrom } from "../../test/kit/generate-operation.ts";
import type { OperationName } from "./operations.ts";

export interface BenchPrincipal {
  readonly tier: "DISTRICT" | "ZONE" | "TOWN";
  readonly areaCodes: readonly string[];
}

export interface Sample {
  readonly principal: number;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Asks for the page after the first; each contender's own cursor is put in. */
  readonly secondPage: boolean;
}

export interface Samples {
  readonly principals: readonly BenchPrincipal[];
  readonly sets: Readonly<Record<OperationName, readonly Sample[]>>;
}

interface Entity {
  readonly code: string;
  readonly name: string;
  readonly town: string | null;
  readonly zone: string | null;
  readonly library: boolean;
}

const districtShare = 0.25;
/** Requests for an enterprise of somebody else, which find nothing. */
const strangerShare = 0.05;

export async function drawSamples(pool: pg.Pool, count: number): Promise<Samples> {
  const random = randomFrom(20_261_127);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const { rows: areas } = await pool.query<{ code: string; kind: "TOWN" | "ZONE" }>(
    "select code, kind from areas where kind in ('TOWN', 'ZONE') order by code",
  );
  const { rows: entities } = await pool.query<Entity>(
    `select credit_code as code, name, town_code as town, zone_code as zone, in_library as library from enterprises
     where in_library or hashtext(credit_code) % 20 = 0 order by credit_code`,
  );
  const principals: BenchPrincipal[] = [
    { tier: "DISTRICT", areaCodes: ["370211"] },
    ...areas.map(({ code, kind }) => ({ tier: kind, areaCodes: [code] })),
  ];
  const own = principals.map(({ tier, areaCodes }) =>
    tier === "DISTRICT"
      ? entities
      : entities.filter((entity) => (tier === "TOWN" ? entity.town : entity.zone) === areaCodes[0]),
  );
  const inLibrary = own.map((list) => list.filter(({ library }) => library));
  const others = own.map((list) => list.filter(({ library }) => !library));
  const towns = areas.filter(({ kind }) => kind === "TOWN").map(({ code }) => code);
  const anyone = () => (random() < districtShare ? 0 : 1 + Math.floor(random() * areas.length));

  const portrait = (): Sample => {
    const principal = anyone();
    const place = random() < strangerShare ? 0 : principal;
    const lists = random() < 0.6 ? inLibrary : others;
    const list = lists[place]?.length ? lists[place] : entities;
    return { principal, variables: { creditCode: pick(list).code }, secondPage: false };
  };
  const worklist = (): Sample => {
    const principal = anyone();
    const { tier, areaCodes } = principals[principal] as BenchPrincipal;
    const town = tier === "TOWN" ? areaCodes[0] : pick(towns);
    return { principal, variables: { town }, secondPage: random() < 0.5 };
  };
  const dashboard = (): Sample => {
    const principal = anyone();
    const kind = principals[principal]?.tier === "ZONE" ? "ZONE" : "TOWN";
    return { principal, variables: { kind }, secondPage: false };
  };
  /** Two or four characters from behind the city's name: what people type. */
  const search = (): Sample => {
    const principal = anyone();
    const { name } = pick(own[principal]?.length ? own[principal] : entities);
    const start = 2 + Math.floor(random() * 2);
    const text = name.slice(start, start + (random() < 0.5 ? 2 : 4));
    return { principal, variables: { text: text.length < 2 ? "海洋" : text }, secondPage: false };
  };
  const draw = (make: () => Sample) => Array.from({ length: count }, make);
  return {
    principals,
    sets: {
      portrait: draw(portrait),
      statements: draw(portrait),
      worklist: draw(worklist),
      dashboard: draw(dashboard),
      search: draw(search),
    },
  };
}
