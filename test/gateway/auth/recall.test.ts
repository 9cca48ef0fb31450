/** Who was let in a moment ago is known without a promise, as long as nothing of it has changed. */
import { expect, test } from "vitest";

import { goodClaims, goodToken, nowS, testAuthenticator } from "../../kit/tokens.ts";

const header = `Bearer ${goodToken("ES256")}`;

test("nobody is recalled before he has come in", async () => {
  const door = await testAuthenticator();
  expect(door.recall?.(header)).toBeNull();
  expect(door.recall?.(undefined)).toBeNull();
});

test("the very principal that was let in is recalled, by the same header alone", async () => {
  const door = await testAuthenticator();
  const principal = await door.authenticate(header);
  expect(door.recall?.(header)).toBe(principal);
  expect(door.recall?.(header.replace("Bearer", "bearer"))).toBeNull();
  expect(door.recall?.(`${header}x`)).toBeNull();
});

test("a token that is over is not recalled", async () => {
  let seconds = nowS;
  const door = await testAuthenticator({}, () => new Date(seconds * 1_000));
  await door.authenticate(header);
  seconds = goodClaims.exp + 31;
  expect(door.recall?.(header)).toBeNull();
  await expect(door.authenticate(header)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
});

test("whoever has a grant is never recalled: grants begin and end by the clock", async () => {
  const grant = {
    subject: "li.si",
    areaCode: "370211011",
    fromS: nowS - 10,
    toS: nowS + 10,
  };
  const door = await testAuthenticator({ grants: [grant] });
  await door.authenticate(header);
  expect(door.recall?.(header)).toBeNull();
});
