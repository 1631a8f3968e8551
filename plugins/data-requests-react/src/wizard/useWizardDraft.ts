import { toError } from '@backstage/errors';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Draft } from '@suido/backstage-plugin-data-requests-common';
import { useEffect, useRef, useState } from 'react';
import { ulid } from 'ulid';
import { dataRequestsApiRef } from '../api';
import {
  useDraft,
  useLeaveGuard,
  type DraftContent,
  type DraftSaver,
  type DraftStatus,
} from '../draft';
import { dataRequestsReactTranslationRef } from '../translation';

interface WizardDraftOptions {
  readonly draft: { readonly id: string; readonly revision: number };
  readonly content: DraftContent;
  readonly onTakeTheirs: (draft: Draft) => void;
  readonly onDraftIdChange?: (draftId: string) => void;
}

/** The draft of the form, and what its notice needs. */
export interface WizardDraft {
  readonly saver: DraftSaver;
  readonly status: DraftStatus;
  readonly notice: {
    readonly status: DraftStatus;
    readonly onRetry: () => void;
    readonly onTakeTheirs: () => void;
    readonly onKeepMine: () => void;
    readonly takeError?: Error;
  };
}

/** Keeps the draft in step with the form, from its first change on. */
export function useWizardDraft(options: WizardDraftOptions): WizardDraft {
  const { content, onTakeTheirs, onDraftIdChange } = options;
  const { spec, step } = content;
  const api = useApi(dataRequestsApiRef);
  const { t } = useTranslationRef(dataRequestsReactTranslationRef);
  const { saver, status } = useDraft(options.draft);
  const [takeError, setTakeError] = useState<Error>();
  // What the server has, or what the form began with.
  const known = useRef<DraftContent>(content);
  const [initialSpec] = useState(spec);
  // Looking through an empty form makes no draft.
  const isUntouched = saver.revision === 0 && spec === initialSpec;
  useEffect(() => {
    const isNews = spec !== known.current.spec || step !== known.current.step;
    if (isNews && !isUntouched) {
      known.current = { spec, step };
      saver.change(known.current);
    }
  }, [saver, spec, step, isUntouched]);
  useLeaveGuard(
    status.kind !== 'fresh' && status.kind !== 'saved',
    t('wizard.unsent'),
  );

  const takeTheirs = async () => {
    setTakeError(undefined);
    try {
      const theirs = await api.getDraft({ params: { id: saver.draftId } });
      known.current = { spec: theirs.spec, step: theirs.step };
      saver.takeTheirs(theirs);
      onTakeTheirs(theirs);
    } catch (error) {
      setTakeError(toError(error));
    }
  };
  const keepMine = async () => {
    const id = ulid();
    await saver.keepMine(id, { spec, step });
    onDraftIdChange?.(id);
  };
  return {
    saver,
    status,
    notice: {
      status,
      onRetry: () => void saver.flush(),
      onTakeTheirs: () => void takeTheirs(),
      onKeepMine: () => void keepMine(),
      takeError,
    },
  };
}
