/**
 * What is worked out from the object of the moment is worked out once while it is asked for in a row. For objects that
 * live as long as one request: a weak map would grow and be cleaned by thousands of them a second (oncePer is for those
 * that stay).
 */

export function onceInARow<Key extends object, Value>(
  read: (key: Key) => Value,
): (key: Key) => Value {
  let last: { readonly key: Key; readonly value: Value } | null = null;
  return (key) => {
    if (last?.key !== key) last = { key, value: read(key) };
    return last.value;
  };
}
