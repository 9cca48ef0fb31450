/**
 * Where the query tool keeps its tabs, history and pane sizes: for the life of this browser tab, and never with
 * request headers in it.
 *
 * The tool would use localStorage, and its history keeps the headers of every request (a pasted token among them) even
 * when saving headers is off. Offices share machines, so what a colleague asked must not outlive the tab.
 */
import { withoutHeaders } from "./without-headers.ts";

const prefix = "goldseed:";

export const tabStorage: Storage = {
  get length() {
    return ownKeys().length;
  },
  key: (index) => ownKeys()[index] ?? null,
  getItem: (key) => sessionStorage.getItem(prefix + key),
  setItem: (key, value) => sessionStorage.setItem(prefix + key, withoutHeaders(value)),
  removeItem: (key) => sessionStorage.removeItem(prefix + key),
  clear: () => ownKeys().forEach((key) => sessionStorage.removeItem(prefix + key)),
};

function ownKeys(): string[] {
  return Object.keys(sessionStorage)
    .filter((key) => key.startsWith(prefix))
    .map((key) => key.slice(prefix.length));
}
