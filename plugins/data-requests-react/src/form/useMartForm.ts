import type {
  Check,
  InputDataset,
  MartSpec,
  Target,
} from '@suido/backstage-plugin-data-requests-common';
import { useCallback, useMemo } from 'react';
import { useInputDatasets, useTargets } from '../api';
import { judgeChecks, withoutAnswered, type JudgedChecks } from './judgeChecks';
import { useBeen, type BeenThere } from './useBeen';
import { useDuplicates, type MartDuplicates } from './useDuplicates';
import { useMartPreview, type MartPreview } from './useMartPreview';

/** What the steps and the panel know of a spec besides the spec itself. @public */
export interface MartForm {
  readonly targets: readonly Target[];
  /** The target that the spec names, where it exists. */
  readonly target?: Target;
  readonly datasets: readonly InputDataset[];
  readonly isLoading: boolean;
  /** Why the targets or the datasets could not be loaded. */
  readonly error?: Error;
  readonly reload: () => void;
  readonly preview: MartPreview;
  /** Failed checks of the last preview that are not answered since. */
  readonly problems: readonly Check[];
  /** The same, told apart by where the author has been. */
  readonly judged: JudgedChecks;
  readonly been: BeenThere;
  /** What exists already and looks like the spec. */
  readonly duplicates: MartDuplicates;
}

const NONE: readonly never[] = [];

/**
 * Loads what a form over this spec picks from, and follows it with its
 * preview. Call it once per form and hand the result to steps and panel.
 * @param options - `targets` where the caller has them already; `revises`: id
 * of the sent request that the form changes
 * @public
 */
export function useMartForm(
  spec: MartSpec,
  options: {
    readonly targets?: readonly Target[];
    readonly revises?: string;
  } = {},
): MartForm {
  const targets = useTargets(options.targets);
  const datasets = useInputDatasets(spec.target);
  const preview = useMartPreview(spec, options.revises);
  const duplicates = useDuplicates(spec, options.revises);
  const been = useBeen();
  const { mutate: reloadTargets } = targets;
  const { mutate: reloadDatasets } = datasets;
  const reload = useCallback(() => {
    void reloadTargets();
    void reloadDatasets();
  }, [reloadTargets, reloadDatasets]);
  const checks = preview.preview?.checks;
  const { previewed } = preview;
  const problems = useMemo(() => {
    const failed = checks?.filter(check => check.status === 'failed') ?? NONE;
    return previewed ? withoutAnswered(failed, previewed, spec) : failed;
  }, [checks, previewed, spec]);
  const judged = useMemo(
    () => judgeChecks(problems, spec, been),
    [problems, spec, been],
  );
  return {
    targets: targets.data ?? NONE,
    target: targets.data?.find(candidate => candidate.id === spec.target),
    datasets: datasets.data ?? NONE,
    isLoading: targets.isLoading || datasets.isLoading,
    error: targets.error ?? datasets.error,
    reload,
    preview,
    problems,
    judged,
    been,
    duplicates,
  };
}
