import type { KeyboardEvent } from 'react';

/**
 * Whether a key belongs to an input method, such as the Enter that takes a
 * Japanese conversion. Safari ends the composition before that key event and
 * marks it with key code 229 (UI Events, "keydown during composition").
 * @public
 */
export function isComposing(event: KeyboardEvent): boolean {
  return event.nativeEvent.isComposing || event.keyCode === 229;
}
