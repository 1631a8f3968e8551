import type { Check } from '@suido/backstage-plugin-data-requests-common';
import { useLanguage } from '@suido/react-kit';
import { createContext, useContext, useMemo, type ReactNode } from 'react';
import { wasTouched, type BeenThere } from '../form';

/**
 * A field is left by pressing on something else. A message that appeared at
 * once would move that away before the press becomes a click.
 */
const SETTLE_MS = 250;

interface FieldChecksValue {
  readonly problems: readonly Check[];
  readonly been: BeenThere;
}

const FieldChecksContext = createContext<FieldChecksValue | undefined>(
  undefined,
);

/** @public */
export interface FieldChecksProps extends FieldChecksValue {
  readonly children: ReactNode;
}

/** Gives the fields below it the checks that failed on them. */
export function FieldChecks(props: FieldChecksProps) {
  const { problems, been, children } = props;
  const value = useMemo(() => ({ problems, been }), [problems, been]);
  return (
    <FieldChecksContext.Provider value={value}>
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

const NO_PARTS: readonly never[] = [];

/**
 * The problem of one field, from the moment its author has left it: an empty
 * form does not open in red.
 * @param parts - paths that have no field of their own; this one speaks for
 * them
 */
export function useFieldProblem(
  field: string,
  parts: readonly string[] = NO_PARTS,
): FieldProblem {
  const checks = useContext(FieldChecksContext);
  const language = useLanguage();
  const fields = [field, ...parts];
  const touched = checks
    ? fields.filter(path => wasTouched(path, checks.been))
    : [];
  const own =
    checks?.problems.filter(check =>
      touched.some(path => isOwn(check, path)),
    ) ?? [];
  return {
    message:
      own.length > 0
        ? own.map(check => check.message[language]).join(' ')
        : undefined,
    isError: own.some(check => check.severity === 'error'),
    onLeave: () => {
      if (checks && field) {
        setTimeout(() => fields.forEach(checks.been.touch), SETTLE_MS);
      }
    },
  };
}

/** A list shows what is wrong with its items: `values` that of `values.1`. */
function isOwn({ field: path }: Check, field: string): boolean {
  return path === field || path?.replace(/\.\d+$/, '') === field;
}
