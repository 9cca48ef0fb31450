/** A port is tried before anything long begins. */
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";

import { expect, test } from "vitest";

import { assertPortFree } from "../../cli/assert-port-free.ts";

test("a port in use is refused with a way out, and free again afterwards", async () => {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  await expect(assertPortFree("127.0.0.1", port)).rejects.toMatchObject({
    code: "PORT_IN_USE",
    message: expect.stringContaining(`PORT=${port + 1}`),
  });
  await new Promise((done) => server.close(done));
  await expect(assertPortFree("127.0.0.1", port)).resolves.toBeUndefined();
  await expect(assertPortFree("127.0.0.1", port)).resolves.toBeUndefined();
});

test("port 0 is always free", async () => {
  await expect(assertPortFree("127.0.0.1", 0)).resolves.toBeUndefined();
});

test.each([
  ["203.0.113.7", "is not an address of this machine"],
  ["256.256.256.256.", "HOST"],
])("host %s is refused", async (host, text) => {
  await expect(assertPortFree(host, 1_999)).rejects.toMatchObject({
    code: "CONFIG_INVALID",
    message: expect.stringContaining(text),
  });
});
