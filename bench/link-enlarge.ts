/** Grows a register to the size of a district's, with names put together from its own: near neighbours for every name. */
import { creditCodeCheckCharacter } from "../domain/enterprise/credit-code.ts";
import type { RegistryEntry } from "../domain/linking/registry-entry.ts";
import { startChance } from "./link-random.ts";

export function enlarge(entries: readonly RegistryEntry[], size: number): RegistryEntry[] {
  const chance = startChance(1);
  const grown = [...entries];
  while (grown.length < size) {
    const one = entries[grown.length % entries.length]!;
    const name = one.names[0]!.name;
    const other = chance.pick(entries).names[0]!.name;
    const cut = Math.min(4, name.length - 2);
    const first17 = `${one.creditCode.slice(0, 8)}${100_000_000 + chance.below(899_999_999)}`;
    grown.push({
      ...one,
      id: `X${grown.length}`,
      creditCode: first17 + (creditCodeCheckCharacter(first17) ?? ""),
      registrationNumber: "",
      names: [
        { name: name.slice(0, cut) + other.slice(2, 4) + name.slice(cut + 1), former: false },
      ],
    });
  }
  return grown.slice(0, size);
}
