// Values that follow from others. While those stay the same, so does the value, as the very same object: it is derived
// once, and an element that is given it again need not be rendered again. Pure, but for the answers it remembers.

/** Remembers the last value of a pure function; inputs are the same if they are identical. */
export function derived<Inputs extends readonly unknown[], Value>(
  derive: (...inputs: Inputs) => Value,
): (...inputs: Inputs) => Value {
  let last: { inputs: Inputs; value: Value } | undefined;
  return (...inputs) => {
    const known = last;
    if (known && inputs.every((input, i) => Object.is(input, known.inputs[i]))) return known.value;
    last = { inputs, value: derive(...inputs) };
    return last.value;
  };
}

/** Remembers the value of a pure function for every object that is still in use. The objects must not change. */
export function oncePer<Key extends object, Value>(derive: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, { value: Value }>();
  return (key) => {
    let found = known.get(key);
    if (!found) {
      found = { value: derive(key) };
      known.set(key, found);
    }
    return found.value;
  };
}
