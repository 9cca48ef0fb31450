/** What a gateway knows before anybody asks. */
import { afterAll, expect, test } from "vitest";

import { developmentToken } from "../../cli/development-token.ts";
import { startConfiguredGateway } from "../../cli/start-gateway.ts";
import { loadConfig } from "../../config/load-config.ts";
import { loadSecrets } from "../../config/secrets.ts";
import { loadReferenceData } from "../../store/reference-data.ts";
import { createTestDatabase } from "../kit/database.ts";
import { temporaryFolder } from "../kit/temporary-folder.ts";

const db = await createTestDatabase();
await loadReferenceData(db.worker);
const env = { GOLDSEED_DATA_DIR: temporaryFolder(), PORT: "0" };
const { config } = loadConfig({ env });
const secrets = loadSecrets(config.dataDir);
const gateway = await startConfiguredGateway(config, {
  store: { gatewayPool: db.gateway, workerPool: db.worker, workerUrl: db.workerUrl, secrets },
  fetchCityRecords: null,
  log: () => undefined,
});
afterAll(() => gateway.stop());

test("the accounts are read before it listens: the first request does not wait for them", async () => {
  const token = await developmentToken(config, secrets.tokenKey, {
    caller: { tier: "DISTRICT", areaCodes: ["370211"] },
    traits: { role: "OFFICER", clearance: null, purpose: null, lifetimeS: 60 },
  });
  const holder = await db.owner.connect();
  await holder.query("begin; lock table assignments in access exclusive mode");
  try {
    const answer = await fetch(`${gateway.url}/graphql`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: '{"query":"{ viewer { tier } }"}',
    });
    expect(await answer.json()).toEqual({ data: { viewer: { tier: "DISTRICT" } } });
  } finally {
    await holder.query("rollback");
    holder.release();
  }
});
