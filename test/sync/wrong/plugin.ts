/** Puts the wrong implementation that GOLDSEED_WRONG names in the place of the right one, in memory and for this run. */
import { wrongImplementations } from "./implementations.ts";

interface TransformPlugin {
  readonly name: string;
  readonly enforce: "pre";
  transform(code: string, id: string): string | null;
}

export function wrongImplementation(name: string): TransformPlugin {
  const wrong = wrongImplementations.find((one) => one.name === name);
  if (wrong === undefined) throw new Error(`GOLDSEED_WRONG "${name}" is none of them`);
  return {
    name: `wrong:${name}`,
    enforce: "pre",
    transform: (code, id) => {
      if (!id.endsWith(`/${wrong.file}`)) return null;
      if (!code.includes(wrong.from)) throw new Error(`"${name}" does not fit ${wrong.file}`);
      return code.replace(wrong.from, () => wrong.to);
    },
  };
}
