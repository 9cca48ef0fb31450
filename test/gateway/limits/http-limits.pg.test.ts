/** Over HTTP: whoever has spent its points is told so with 429 and when to come again; others are answered. */
import { afterAll, expect, test } from "vitest";

import { createTestDatabase } from "../../kit/database.ts";
import { openGateway } from "../../kit/gateway.ts";
import { principal } from "../../kit/graph.ts";
import { seedDistrict, towns } from "../../kit/seed.ts";

const db = await createTestDatabase();
await seedDistrict(db.owner);
const gateway = await openGateway(
  db.gateway,
  { yinzhu: principal("TOWN", [towns.yinzhu]), boli: principal("TOWN", [towns.boli]) },
  { pointRates: { perSubject: 1, perArea: 10, total: 1_000, burstS: 30 } },
);
afterAll(() => gateway.stop());

async function ask(caller: string, query: string) {
  const response = await fetch(`${gateway.url}/graphql`, {
    method: "POST",
    headers: { authorization: `Bearer ${caller}`, "content-type": "application/json" },
    body: JSON.stringify({ query }),
  });
  const body = (await response.json()) as { errors?: { extensions: { code: string } }[] };
  return {
    status: response.status,
    code: body.errors?.[0]?.extensions.code,
    retryAfter: response.headers.get("retry-after"),
  };
}

test("points end, for the subject that spent them and for nobody else", async () => {
  const aliases = Array.from({ length: 10 }, (_, i) => `a${i}: viewer { subject }`).join(" ");
  for (let i = 0; i < 3; i++)
    expect(await ask("yinzhu", `{ ${aliases} }`)).toMatchObject({ status: 200, retryAfter: null });
  const refused = await ask("yinzhu", `{ ${aliases} }`);
  expect(refused).toMatchObject({ status: 429, code: "RATE_LIMITED" });
  expect(Number(refused.retryAfter)).toBeGreaterThanOrEqual(5);
  expect(Number(refused.retryAfter)).toBeLessThanOrEqual(10);
  expect((await ask("boli", `{ ${aliases} }`)).status).toBe(200);
});
