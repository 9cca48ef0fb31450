/** Connection to the platform's own database, and its two kinds of transaction. */
import { generateKeyPairSync } from "node:crypto";
import { Client as PgClient, type ClientBase, DatabaseError, Pool, types } from "pg";

import { migrate } from "./migration.ts";

// Dates and counts as text: a date that went through a Date object would move by a time zone.
types.setTypeParser(types.builtins.DATE, (text) => text);

export type Client = ClientBase;

export interface Database {
  readonly pool: Pool;
  /** All reads at one moment. */
  read<T>(work: (client: Client) => Promise<T>): Promise<T>;
  write<T>(work: (client: Client) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export async function openDatabase(url: string): Promise<Database> {
  await createIfMissing(url);
  const pool = new Pool({ connectionString: url, max: 10 });
  pool.on("error", (error) => process.stderr.write(`city-platform: ${error.message}\n`));
  pool.on("connect", (client) => {
    client.on("error", () => undefined);
  });
  const transaction =
    (begin: string) =>
    async <T>(work: (client: Client) => Promise<T>): Promise<T> => {
      const client = await pool.connect();
      try {
        await client.query(begin);
        const result = await work(client);
        await client.query("commit");
        client.release();
        return result;
      } catch (error) {
        await client.query("rollback").then(
          () => client.release(),
          (broken: Error) => client.release(broken),
        );
        throw error;
      }
    };
  const { privateKey } = generateKeyPairSync("ed25519");
  const client = await pool.connect();
  try {
    await migrate(client, privateKey.export({ type: "pkcs8", format: "der" }));
  } finally {
    client.release();
  }
  return {
    pool,
    read: transaction("begin isolation level repeatable read read only"),
    write: transaction("begin"),
    close: () => pool.end(),
  };
}

async function createIfMissing(url: string): Promise<void> {
  const probe = new PgClient({ connectionString: url });
  try {
    await probe.connect();
    await probe.end();
  } catch (error) {
    if (!(error instanceof DatabaseError) || error.code !== "3D000") throw error;
    await createDatabase(url);
  }
}

async function createDatabase(url: string): Promise<void> {
  const target = new URL(url);
  const name = decodeURIComponent(target.pathname.slice(1));
  target.pathname = "/postgres";
  const maintenance = new PgClient({ connectionString: target.href });
  await maintenance.connect();
  try {
    await maintenance.query(
      `create database ${maintenance.escapeIdentifier(name)} template template0 encoding 'UTF8' locale 'C'`,
    );
  } finally {
    await maintenance.end();
  }
}
