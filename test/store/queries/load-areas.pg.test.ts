/** The areas of the data folder in their table: complete, ordered, and unchanged by a second load. */
import { describe, expect, it } from "vitest";

import { loadAreas } from "../../../store/queries/load-areas.ts";
import { readAreaFile } from "../../../store/read-area-file.ts";
import { loadReferenceData } from "../../../store/reference-data.ts";
import { createTestDatabase } from "../../kit/database.ts";

const database = await createTestDatabase();

describe("loadReferenceData", () => {
  it("fills the areas once and changes nothing the second time", async () => {
    await database.owner.query("truncate areas cascade");
    expect(await loadReferenceData(database.worker)).toEqual({ areas: 35 });
    expect(await loadReferenceData(database.worker)).toEqual({ areas: 0 });
    const { rows } = await database.worker.query<{ kind: string; count: number }>(
      "select kind, count(*)::int from areas group by 1 order by 1",
    );
    expect(rows).toEqual([
      { kind: "CITY", count: 1 },
      { kind: "DISTRICT", count: 1 },
      { kind: "TOWN", count: 23 },
      { kind: "ZONE", count: 10 },
    ]);
  });

  it("keeps former names and the order of the file", async () => {
    const { rows } = await database.worker.query<{ name: string; former_names: string[] }>(
      "select name, former_names from areas where code in ('370211009', '370211109') order by position",
    );
    expect(rows).toEqual([
      { name: "珠海街道", former_names: ["珠海路街道"] },
      { name: "藏马镇", former_names: ["藏南镇", "藏马"] },
    ]);
  });

  it("takes a changed name over and touches only that row", async () => {
    const changed = readAreaFile().map((area) =>
      area.code === "370211102" ? { ...area, name: "琅琊新镇" } : area,
    );
    expect(await loadAreas(database.worker, changed)).toBe(1);
    expect(await loadReferenceData(database.worker)).toEqual({ areas: 1 });
  });
});
