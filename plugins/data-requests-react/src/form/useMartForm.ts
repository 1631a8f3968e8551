import type {
  Check,
  InputDataset,
  MartSpec,
  Target,
} from '@suido/backstage-plugin-data-requests-common';
import { useCallback, useMemo } from 'react';
import { useInputDatasets, useTargets } from '../api';
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
  /** Failed checks of the last preview. */
  readonly problems: readonly Check[];
}

const NONE: readonly never[] = [];

/**
 * Loads what a form over this spec picks from, and follows it with its
 * preview. Call it once per form and hand the result to steps and panel.
 * @param options - `targets` where the caller has them already
 * @public
 */
export function useMartForm(
  spec: MartSpec,
  options: { readonly targets?: readonly Target[] } = {},
): MartForm {
  const targets = useTargets(options.targets);
  const datasets = useInputDatasets(spec.target);
  const preview = useMartPreview(spec);
  const { mutate: reloadTargets } = targets;
  const { mutate: reloadDatasets } = datasets;
  const reload = useCallback(() => {
    void reloadTargets();
    void reloadDatasets();
  }, [reloadTargets, reloadDatasets]);
  const checks = preview.preview?.checks;
  const problems = useMemo(
    () => checks?.filter(check => check.status === 'failed') ?? NONE,
    [checks],
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
  };
}
