/** Makes a thing when it is first asked for, and keeps it. */
export function once<T>(make: () => T): () => T {
  let made: { readonly it: T } | undefined;
  return () => {
    made ??= { it: make() };
    return made.it;
  };
}

/** Makes a thing once for each object and name that it is asked for with, and keeps it as long as the object is there. */
export function oncePer<Of extends object, T>(make: (of: Of, name: string) => T): (of: Of, name: string) => T {
  const made = new WeakMap<Of, Map<string, T>>();
  return (of, name) => {
    const named = made.get(of) ?? new Map<string, T>();
    made.set(of, named);
    const known = named.get(name) ?? make(of, name);
    named.set(name, known);
    return known;
  };
}

/** Makes a thing once for each key, and keeps it for good; `keyOf` says what counts as asking for the same. */
export function remember<Of, T>(make: (of: Of) => T, keyOf: (of: Of) => string): (of: Of) => T {
  const made = new Map<string, T>();
  return (of) => {
    const key = keyOf(of);
    const known = made.get(key) ?? make(of);
    made.set(key, known);
    return known;
  };
}
