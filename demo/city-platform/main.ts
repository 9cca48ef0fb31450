/** Starts the stand-in city platform: its database, its two ports, and one line on stdout when it is ready. */
import { readFileSync } from "node:fs";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";

import { createAdminServer } from "./admin-server.ts";
import { openDatabase, type Database } from "./database.ts";
import { openFaultBox } from "./faults/fault-box.ts";
import { addDistrictKey, addKeys } from "./keys.ts";
import { openDesk } from "./parcels/open-desk.ts";
import { parseOptions, type Options } from "./options.ts";
import type { Platform } from "./platform.ts";
import { Refusal } from "./refusal.ts";
import { parseSeed, writeSeed } from "./seed.ts";
import { createPlatformServer } from "./server.ts";

async function start(options: Options): Promise<void> {
  const database = await openDatabase(options.databaseUrl);
  await addKeys(database, options.keys, options.district);
  for (const key of options.districtKeys) await addDistrictKey(database, key, options.district);
  await seedIfEmpty(database, options);
  const platform: Platform = {
    database,
    faults: openFaultBox(),
    district: options.district,
    id: "city-3702",
    name: "青岛市优质中小企业梯度培育平台（演示）",
    level: options.level,
    desk: await openDesk(options),
  };
  for (const fault of options.faults) platform.faults.add(fault);
  const bearer =
    options.bearer === null ? null : { token: options.bearer, districts: [options.district] };
  const servers = [createPlatformServer(platform, bearer), createAdminServer(platform)] as const;
  const url = await listen(servers[0], options.host, options.port);
  const adminUrl = await listen(servers[1], "127.0.0.1", options.adminPort);
  stopOnSignal(servers, async () => {
    await platform.desk?.office.close();
    await database.close();
  });
  if (options.withParent) stopWithParent();
  process.stdout.write(`${JSON.stringify({ ready: true, url, adminUrl })}\n`);
}

async function seedIfEmpty(database: Database, options: Options): Promise<void> {
  if (options.seedFile === null) return;
  const { rows } = await database.pool.query("select from city.title limit 1");
  if (rows.length > 0) return;
  const seed = parseSeed(readFileSync(options.seedFile, "utf8"), options.district);
  const counts = await writeSeed(database, seed);
  process.stderr.write(`city-platform: seeded ${counts.titles} titles\n`);
}

async function listen(server: Server, host: string, port: number): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });
  const { port: taken } = server.address() as AddressInfo;
  return `http://${host}:${taken}`;
}

function stopOnSignal(servers: readonly Server[], close: () => Promise<void>): void {
  const stop = (): void => {
    for (const server of servers) {
      server.close();
      server.closeAllConnections();
    }
    void close().then(() => process.exit(0));
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
}

/** An orphan is given to another parent: that is how it learns that its own was killed. */
function stopWithParent(): void {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, "SIGTERM");
  }, 500).unref();
}

try {
  await start(parseOptions(process.argv.slice(2)));
} catch (error) {
  const details = error instanceof Refusal ? ` ${JSON.stringify(error.details)}` : "";
  const text = error instanceof Error ? error.message : String(error);
  process.stderr.write(`city-platform: ${text}${details}\n`);
  process.exit(1);
}
