// Lets this thread load TypeScript: by Node itself where it strips types (0320), else through tsx. Plain JavaScript, for
// it runs before there is anything that reads TypeScript.

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
// Before these, stripping is behind a flag or is warned of at each start.
const strips = (major === 22 && minor >= 18) || (major === 24 && minor >= 3) || major > 24;
// Node strips nothing below node_modules, where this program may have been installed.
const installed = import.meta.url.includes("/node_modules/");

if (!strips || !process.features.typescript || installed) {
  const { register } = await import("tsx/esm/api");
  register();
}
