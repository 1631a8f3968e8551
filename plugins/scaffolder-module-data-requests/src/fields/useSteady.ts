import { useState } from 'react';

/**
 * The value, the same object as long as it says the same: the stock form makes
 * new objects at every change of anything.
 */
export function useSteady<T>(value: T): T {
  const [steady, setSteady] = useState(value);
  if (steady !== value && JSON.stringify(steady) !== JSON.stringify(value)) {
    setSteady(value);
    return value;
  }
  return steady;
}
