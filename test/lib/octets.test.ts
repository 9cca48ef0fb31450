/** Bytes held as a string are the same bytes again, and the text that they are. */
import { expect, test } from "vitest";

import { Octets } from "../../lib/octets.ts";

test.each(["", "abc", "青岛西海岸新区", "𠮷 \u0000 \u00ff é"])(
  "%j comes out as it went in",
  (text) => {
    const bytes = Buffer.from(text);
    const octets = new Octets(bytes.toString("latin1"));
    expect(octets.length).toBe(bytes.length);
    expect(octets.toBuffer()).toEqual(bytes);
    expect(String(octets)).toBe(text);
  },
);
