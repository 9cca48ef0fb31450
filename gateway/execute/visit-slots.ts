/** Walks response keys through objects and lists to each object that holds the last key. */
import type { ResponsePath } from "./shape-value.ts";

type Found = (holder: Record<string, unknown>, key: string, path: ResponsePath) => void;

export function visitSlots(value: unknown, keys: readonly string[], found: Found): void {
  visit(value, keys, [], found);
}

function visit(value: unknown, keys: readonly string[], path: ResponsePath, found: Found): void {
  if (Array.isArray(value)) {
    value.forEach((item, index) => visit(item, keys, [...path, index], found));
    return;
  }
  const [key, ...rest] = keys;
  if (typeof value !== "object" || value === null || key === undefined) return;
  const holder = value as Record<string, unknown>;
  if (rest.length === 0) found(holder, key, [...path, key]);
  else visit(holder[key], rest, [...path, key], found);
}
