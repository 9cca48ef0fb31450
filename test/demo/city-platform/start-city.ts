/** Runs the stand-in city platform as the process it is, on a database of its own, for one test file. */
import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createInterface } from "node:readline";

import { Client } from "pg";
import { afterAll, inject } from "vitest";

import { withDatabase } from "../../../store/provision.ts";
import { cityKey } from "./city-key.ts";

export interface City {
  readonly url: string;
  readonly adminUrl: string;
  readonly databaseUrl: string;
  readonly process: ChildProcess;
  /** Calls the operator's port; a string body is sent as it is. */
  admin<T>(name: string, body?: unknown): Promise<T>;
  stop(): Promise<void>;
}

export interface CityOptions {
  readonly databaseUrl?: string;
  /** A database that is named is dropped with the file all the same. */
  readonly dropWith?: true;
  readonly port?: number;
  readonly args?: readonly string[];
}

/** Call at the top of a `.pg.test.ts` file: process and database go with the file. Inside a test it ends with the worker. */
export async function startCity(options: CityOptions = {}): Promise<City> {
  const server = inject("ownerUrl");
  const databaseUrl =
    options.databaseUrl ?? withDatabase(server, `city_${randomUUID().replaceAll("-", "")}`);
  const child = spawn(
    process.execPath,
    // oxfmt-ignore
    [
      "--import", "tsx", "demo/city-platform/main.ts",
      "--database-url", databaseUrl, "--key", `${cityKey.id}:${cityKey.secret}`,
      "--port", String(options.port ?? 0), "--admin-port", "0", "--with-parent",
      ...(options.args ?? []),
    ],
    { stdio: ["ignore", "pipe", "pipe"] },
  );
  let messages = "";
  child.stderr.on("data", (chunk) => (messages += String(chunk)));
  const ready = await Promise.race([
    once(createInterface({ input: child.stdout }), "line"),
    once(child, "exit").then(() => {
      throw new Error(`the city platform ended at once: ${messages}`);
    }),
  ]);
  const { url, adminUrl } = JSON.parse(String(ready[0])) as { url: string; adminUrl: string };
  let stopping = false;
  child.once("exit", (code, signal) => {
    if (!stopping && signal !== "SIGKILL") {
      console.error(`the city platform ended by itself: ${signal ?? code} ${messages}`);
    }
  });
  const stop = async (): Promise<void> => {
    stopping = true;
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill("SIGTERM");
    await once(child, "exit");
  };
  afterAll(async () => {
    await stop();
    if (options.databaseUrl === undefined || options.dropWith)
      await dropDatabase(server, databaseUrl);
  });
  const admin = async <T>(name: string, body?: unknown): Promise<T> => {
    const [method = "GET", path = "/"] = name.split(" ");
    const response = await fetch(`${adminUrl}${path}`, {
      method,
      ...(body === undefined
        ? {}
        : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    const answer = (await response.json()) as T;
    if (!response.ok) throw new Error(`${name}: ${JSON.stringify(answer)}`);
    return answer;
  };
  return { url, adminUrl, databaseUrl, process: child, admin, stop };
}

async function dropDatabase(server: string, databaseUrl: string): Promise<void> {
  const client = new Client({ connectionString: server });
  await client.connect();
  const name = new URL(databaseUrl).pathname.slice(1);
  await client.query(`drop database if exists ${client.escapeIdentifier(name)} with (force)`);
  await client.end();
}
