/** `GET /v1/capabilities` (section 4). */
import { instantNow } from "../clock.ts";
import { limits } from "../limits.ts";
import { readMeta } from "../meta.ts";
import { onlyParameters, type Handler } from "../platform.ts";
import { profiles } from "../signing.ts";
import { readStatementKey } from "../statement-key.ts";
import { titleKinds } from "../vocabulary.ts";

export const capabilities: Handler = async (platform, call) => {
  onlyParameters(call.query, []);
  const { database, level, id, name } = platform;
  return database.read(async (client) => {
    const meta = await readMeta(client);
    const key = await readStatementKey(client);
    const published = { keyId: key.keyId, algorithm: "Ed25519", publicKey: key.publicKey };
    return {
      body: {
        protocol: "sme-sync/1",
        level,
        canonVersion: 1,
        platform: { id, name },
        generation: meta.generation,
        serverTime: instantNow(),
        districts: call.caller.districts,
        titleKinds,
        signing: Object.keys(profiles),
        digest: "SHA-256",
        limits,
        statementKeys: level === "L3" ? [published] : [],
      },
    };
  });
};
