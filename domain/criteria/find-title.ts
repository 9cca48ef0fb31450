/** Finds a title by its id, name or another spelling: records write 专精特新“小巨人”企业 in five ways. */
import type { Catalogue, Title } from "./catalogue.ts";

/** Quotation marks and blanks are left out, and a remark in brackets such as （有效期内）. */
function fold(name: string): string {
  return name.replace(/[\s'"“”‘’「」《》]/g, "").replace(/[（(][^（()）]*[)）]$/, "");
}

const indexes = new WeakMap<Catalogue, ReadonlyMap<string, Title>>();

export function findTitle(name: string, catalogue: Catalogue): Title | undefined {
  const index = indexes.get(catalogue) ?? buildIndex(catalogue);
  return index.get(fold(name));
}

function buildIndex(catalogue: Catalogue): ReadonlyMap<string, Title> {
  const index = new Map(
    [...catalogue.titles.values()].flatMap((title) =>
      [title.id, title.nameZh, ...title.aliases].map((name) => [fold(name), title] as const),
    ),
  );
  indexes.set(catalogue, index);
  return index;
}
