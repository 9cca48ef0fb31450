/** What the search for ways judges by is the sheet to the last place: cut figures would pass where the verdict does not. */
import { expect, test } from "vitest";

import { inputsFrom } from "../../../cultivation/assess/find-ways.ts";
import { loadSoundCriteria } from "../../../cultivation/load-criteria.ts";
import { judge } from "../../../domain/criteria/judge.ts";
import { decimal } from "../../../lib/decimal.ts";

test("a debt ratio a hair above its bound is above it, in the search as in the verdict", async () => {
  const { packs, catalogue } = await loadSoundCriteria();
  const pack = packs.get("little_giant_2022");
  if (pack === undefined) throw new Error("no such pack");
  const failed = (figure: string) => {
    const inputs = inputsFrom(pack, `{"debt_ratio": ${figure}}`, catalogue);
    expect(inputs.values.get("debt_ratio")).toEqual(decimal(figure));
    return judge(pack, inputs, catalogue, "2026-11-27").failed;
  };
  const above = failed("70.000000000000000000000000001");
  expect(above.filter((id) => !failed("70").includes(id))).toHaveLength(1);
});
