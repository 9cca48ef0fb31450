/** The address of the embedded server: a socket where one can stand, TCP elsewhere, and a URL that the driver reads. */
import { Client } from "pg";
import { expect, test } from "vitest";

import { embeddedOwnerUrl, socketFolderFor } from "../../store/embedded-address.ts";

test.each([
  ["/srv/goldseed/postgres", "linux", "/srv/goldseed/postgres"],
  ["/srv/金种子 数据/postgres", "darwin", "/srv/金种子 数据/postgres"],
  [`/${"a".repeat(87)}`, "linux", `/${"a".repeat(87)}`],
  [`/${"a".repeat(88)}`, "linux", null],
  ["/srv/a,b/postgres", "linux", null],
  ['/srv/a"b/postgres', "linux", null],
  ["/srv/goldseed/postgres", "win32", null],
] as const)("a cluster in %s on %s has its socket in %s", (clusterDir, platform, folder) => {
  expect(socketFolderFor(clusterDir, platform)).toBe(folder);
});

test.each([
  [null, "127.0.0.1"],
  ["/srv/金种子 数据/postgres?&#", "/srv/金种子 数据/postgres?&#"],
] as const)("the driver connects to the owner's database by %s", (socketFolder, host) => {
  const password = "owner's password: ?@/#";
  const url = embeddedOwnerUrl({ port: 5433, socketFolder }, { password, database: "goldseed" });
  const client = new Client({ connectionString: url });
  expect(client).toMatchObject({
    host,
    port: 5433,
    user: "goldseed_owner",
    password,
    database: "goldseed",
  });
});
