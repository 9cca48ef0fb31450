/** Room left on the disks, as far as it can be seen. */
import { tmpdir } from "node:os";
import { expect, test } from "vitest";

import { diskMetrics } from "../../cli/disk-metrics.ts";

test("a folder that is there has a figure; none and a missing one have not", () => {
  const [metric] = diskMetrics({ data: tmpdir(), database: null, lost: "/nowhere/at/all" });
  expect(metric?.samples).toEqual([{ labels: { folder: "data" }, value: expect.any(Number) }]);
  expect(metric?.samples[0]?.value).toBeGreaterThan(0);
});
