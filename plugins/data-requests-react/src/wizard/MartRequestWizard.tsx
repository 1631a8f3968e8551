import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  emptyMartSpec,
  type DataRequest,
  type Duplicate,
  type MartSpec,
  type Target,
} from '@suido/backstage-plugin-data-requests-common';
import {
  DeniedState,
  describeError,
  EmptyState,
  ErrorState,
  LoadingState,
} from '@suido/react-kit';
import { useState } from 'react';
import { ulid } from 'ulid';
import { useTargets } from '../api';
import { dataRequestsReactTranslationRef } from '../translation';
import type { RevisedRequest } from './useSending';
import { WizardForm } from './WizardForm';

/** @public */
export interface MartRequestWizardProps {
  /** What the form starts with; empty where absent. */
  readonly initialSpec?: MartSpec;
  /** Step to start on, from 0. */
  readonly initialStep?: number;
  /** Field of the spec to start at, such as `columns.2.definition`. */
  readonly initialField?: string;
  /** Id of the draft that the spec is from; a new ULID where absent. */
  readonly draftId?: string;
  /** Revision of that draft; 0 where it is not saved yet. */
  readonly revision?: number;
  /** Where the caller has them already. */
  readonly targets?: readonly Target[];
  /** The sent request that the form changes; a new one where absent. */
  readonly revises?: RevisedRequest;
  /** The request was sent. */
  readonly onSubmitted: (request: DataRequest) => void;
  /**
   * The author took something that exists instead, and the draft has ended;
   * where absent that is not offered.
   */
  readonly onUsedInstead?: (duplicate: Duplicate) => void;
  /** Where something that exists already can be looked at. */
  readonly hrefOf?: (duplicate: Duplicate) => string | undefined;
  /** The draft goes on under another id, after a conflict. */
  readonly onDraftIdChange?: (draftId: string) => void;
}

/**
 * The form that asks for a data mart: five steps, the live panel, drafts.
 *
 * @remarks
 * It reads its first values once; to show another draft give it another `key`.
 * @public
 */
export function MartRequestWizard(props: MartRequestWizardProps) {
  const { initialSpec, initialStep = 0, draftId, revision = 0 } = props;
  const { t } = useTranslationRef(dataRequestsReactTranslationRef);
  const { data: targets, error, mutate } = useTargets(props.targets);
  const [newDraftId] = useState(() => ulid());
  if (error) {
    return describeError(error).kind === 'forbidden' ? (
      <DeniedState what={t('wizard.label')} />
    ) : (
      <ErrorState error={error} onRetry={() => void mutate()} />
    );
  }
  if (!targets) {
    return (
      <LoadingState rows={5} rowHeightPx={64} label={t('wizard.loadingForm')} />
    );
  }
  if (targets.length === 0) {
    return (
      <EmptyState
        title={t('wizard.noTarget')}
        description={t('wizard.noTargetCure')}
      />
    );
  }
  return (
    <WizardForm
      initialSpec={withTarget(initialSpec, targets[0].id)}
      initialStep={initialStep}
      initialField={props.initialField}
      draft={{ id: draftId ?? newDraftId, revision }}
      targets={targets}
      revises={props.revises}
      onSubmitted={props.onSubmitted}
      onUsedInstead={props.onUsedInstead}
      hrefOf={props.hrefOf}
      onDraftIdChange={props.onDraftIdChange}
    />
  );
}

function withTarget(spec: MartSpec | undefined, target: string): MartSpec {
  if (!spec) {
    return emptyMartSpec(target);
  }
  return spec.target ? spec : { ...spec, target };
}
