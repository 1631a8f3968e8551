import type { Check } from '@suido/backstage-plugin-data-requests-common';
import { useLanguage } from '@suido/react-kit';
import { createContext, useContext, useState, type ReactNode } from 'react';

/**
 * A field is left by pressing on something else. A message that appeared at
 * once would move that away before the press becomes a click.
 */
const SETTLE_MS = 250;

interface FieldChecksValue {
  readonly problems: readonly Check[];
  /** Show problems of fields that nobody has been to yet. */
  readonly showAll: boolean;
}

const FieldChecksContext = createContext<FieldChecksValue>({
  problems: [],
  showAll: false,
});

/** @public */
export interface FieldChecksProps extends FieldChecksValue {
  readonly children: ReactNode;
}

/** Gives the fields below it the checks that failed on them. */
export function FieldChecks({ problems, showAll, children }: FieldChecksProps) {
  return (
    <FieldChecksContext.Provider value={{ problems, showAll }}>
      {children}
    </FieldChecksContext.Provider>
  );
}

/** What a field shows of its checks. */
export interface FieldProblem {
  /** The message to show; absent while there is none to show. */
  readonly message?: string;
  readonly isError: boolean;
  /** To be called when the author leaves the field. */
  readonly onLeave: () => void;
}

/**
 * The problem of one field, from the moment its author has left it: an empty
 * form does not open in red.
 */
export function useFieldProblem(field: string): FieldProblem {
  const { problems, showAll } = useContext(FieldChecksContext);
  const language = useLanguage();
  const [wasLeft, setWasLeft] = useState(false);
  const own =
    wasLeft || showAll
      ? problems.filter(check => check.field && isOwn(check.field, field))
      : undefined;
  return {
    message:
      own && own.length > 0
        ? own.map(check => check.message[language]).join(' ')
        : undefined,
    isError: own?.some(check => check.severity === 'error') ?? false,
    onLeave: () => setTimeout(() => setWasLeft(true), SETTLE_MS),
  };
}

/** A list shows what is wrong with its items: `values` that of `values.1`. */
function isOwn(path: string, field: string): boolean {
  return path === field || path.replace(/\.\d+$/, '') === field;
}
