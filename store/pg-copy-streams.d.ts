/** The two calls of pg-copy-streams that the store makes; the package brings no types of its own. */
declare module "pg-copy-streams" {
  import type { Duplex, Writable } from "node:stream";
  import type { Submittable } from "pg";

  /** A stream to write COPY text into. */
  export function from(text: string): Writable & Submittable & { readonly rowCount: number | null };
  /** A stream to read COPY text from. */
  export function to(text: string): Duplex & Submittable & { readonly rowCount: number | null };
}
