import { useMemo, useRef } from 'react';
import { useSearchParams } from 'react-router-dom';
import { readFinding, writeFinding, type Narrowings } from './findingAddress';

/**
 * The search that the address holds, and how to change it.
 *
 * @remarks
 * A run of typing is one step of the history, so that going back leads to the
 * search before it rather than to its letters.
 */
export function useFinding() {
  const [params, setParams] = useSearchParams();
  const finding = useMemo(() => readFinding(params), [params]);
  const latest = useRef(finding);
  latest.current = finding;
  const typedAddress = useRef<string>();

  const setWords = (words: string) => {
    const next = writeFinding({ ...latest.current, words });
    const isTyping = typedAddress.current === params.toString();
    typedAddress.current = next.toString();
    setParams(next, { replace: isTyping });
  };
  const setNarrowings = (narrowings: Narrowings) => {
    typedAddress.current = undefined;
    setParams(writeFinding({ ...latest.current, narrowings }));
  };
  return { finding, setWords, setNarrowings };
}
