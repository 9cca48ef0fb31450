/** A data folder keeps its cluster wherever it is moved, and is never given an empty one in its place. */
import { cpSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterEach, beforeEach, expect, test } from "vitest";

import { claimCluster, clusterPlace, namedCluster } from "../../store/cluster-place.ts";

let root: string;
let system: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "goldseed-place-"));
  system = join(root, "system");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function folder(name: string): string {
  const path = join(root, name);
  mkdirSync(path, { recursive: true });
  return path;
}

function withClusterInside(name: string): string {
  writeFileSync(join(folder(`${name}/postgres`), "PG_VERSION"), "18\n");
  return join(root, name);
}

/** As the first start under root leaves it. */
function withClusterElsewhere(name: string): { readonly data: string; readonly cluster: string } {
  const data = folder(name);
  const { clusterDir: cluster } = clusterPlace(data, "account-shut-out", system);
  mkdirSync(cluster, { recursive: true });
  claimCluster(data, cluster);
  return { data, cluster };
}

test("it lies in the folder where the server's account may enter that, else elsewhere", () => {
  const data = folder("data");
  const inside = { clusterDir: join(data, "postgres"), isElsewhere: false };
  expect(clusterPlace(data, "same-account", system)).toEqual(inside);
  expect(clusterPlace(data, "account-that-enters", system)).toEqual(inside);
  const { clusterDir, isElsewhere } = clusterPlace(data, "account-shut-out", system);
  expect([clusterDir.startsWith(`${system}/`), isElsewhere]).toEqual([true, true]);
});

test.each(["account-shut-out", "account-that-enters"] as const)(
  "a folder that was moved keeps its cluster, as %s",
  (runner) => {
    const { data, cluster } = withClusterElsewhere("data");
    renameSync(data, join(root, "moved"));
    const moved = clusterPlace(join(root, "moved"), runner, system);
    expect(moved).toEqual({ clusterDir: cluster, isElsewhere: true });
  },
);

test("a copy beside the folder it was made of is refused, and neither loses its own", () => {
  const { data, cluster } = withClusterElsewhere("data");
  cpSync(data, join(root, "copy"), { recursive: true });
  expect(() => clusterPlace(join(root, "copy"), "account-shut-out", system)).toThrow(
    /is a copy[^]*begin anew/u,
  );
  expect(clusterPlace(data, "account-shut-out", system).clusterDir).toBe(cluster);
  rmSync(data, { recursive: true });
  expect(clusterPlace(join(root, "copy"), "account-shut-out", system).clusterDir).toBe(cluster);
});

test("a cluster that is not where the folder says is refused and not made anew", () => {
  const { data, cluster } = withClusterElsewhere("data");
  rmSync(cluster, { recursive: true });
  expect(() => clusterPlace(data, "account-shut-out", system)).toThrow(
    /is not there\. Put it back/u,
  );
  expect(namedCluster(data)).toBe(cluster);
});

test("a cluster in a folder that the account can enter no more is refused", () => {
  const data = withClusterInside("data");
  expect(() => clusterPlace(data, "account-shut-out", system)).toThrow(
    /cannot enter[^]*chmod o\+x/u,
  );
  expect(clusterPlace(data, "account-that-enters", system).isElsewhere).toBe(false);
});

test("what root made elsewhere is refused to another account", () => {
  const { data } = withClusterElsewhere("data");
  expect(() => clusterPlace(data, "same-account", system)).toThrow(/Start it as root/u);
});
