import { useCallback, useEffect, useRef, useState } from 'react';

const PAUSE_MS = 250;

/** @public */
export type TypedText = ReturnType<typeof useTypedText>;

/**
 * A text that counts once its writer pauses.
 *
 * @remarks
 * Nothing is passed on within a word of an input method. A value that changes
 * from outside, such as by going back, replaces what is typed; the echo of
 * what was passed on does not.
 * @param value - what counts now
 * @param onChange - takes what was typed, after the pause
 * @public
 */
export function useTypedText(value: string, onChange: (text: string) => void) {
  const [typed, setTyped] = useState(value);
  const [isComposing, setComposing] = useState(false);
  const written = useRef(value);
  const latest = useRef(onChange);
  latest.current = onChange;

  const write = useCallback((text: string) => {
    if (text !== written.current) {
      written.current = text;
      latest.current(text);
    }
  }, []);

  useEffect(() => {
    if (value !== written.current) {
      written.current = value;
      setTyped(value);
    }
  }, [value]);

  useEffect(() => {
    if (isComposing) {
      return undefined;
    }
    const timer = setTimeout(() => write(typed), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, isComposing, write]);

  return {
    typed,
    setTyped,
    onCompositionStart: () => setComposing(true),
    onCompositionEnd: () => setComposing(false),
    /** Passes on at once, what is given or what is typed. */
    passOn: (text: string = typed) => {
      setTyped(text);
      write(text);
    },
  };
}
