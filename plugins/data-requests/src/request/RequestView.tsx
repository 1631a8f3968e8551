import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import type { DataRequest } from '@suido/backstage-plugin-data-requests-common';
import { LiveRegion, useKeptFocus } from '@suido/react-kit';
import { useMemo, useRef, useState } from 'react';
import { useChanges, type MutateRequest } from '../api/useRequest';
import { useViewer } from '../api/useViewer';
import { dataRequestsTranslationRef } from '../translation/ref';
import type { RequestAct } from './acts/RequestAct';
import { DraftStore } from './comments/DraftStore';
import { useCommentFocus } from './comments/useCommentFocus';
import { useThreads } from './comments/useThreads';
import type { DiffMode } from './files/DiffMode';
import { LifeCycleStepper } from './LifeCycleStepper';
import { NextStep } from './next/NextStep';
import { RequestContext } from './RequestContext';
import { RequestFacts } from './RequestFacts';
import { RequestHeading } from './RequestHeading';
import { RequestSections } from './RequestSections';
import { ReviewBox, type ReviewBoxHandle } from './review/ReviewBox';
import { ShortcutHelp } from './shortcuts/ShortcutHelp';
import { useReviewShortcuts } from './shortcuts/useReviewShortcuts';
import { SimilarSection } from './similar/SimilarSection';
import { StateAnnouncement } from './StateAnnouncement';
import { useSection } from './useSection';

/** What a reviewer decides with stays in view while the files scroll by. */
const BESIDE = {
  position: { lg: 'sticky' },
  top: { lg: 16 },
  maxHeight: { lg: 'calc(100vh - 32px)' },
  overflowY: { lg: 'auto' },
} as const;

interface RequestViewProps {
  readonly request: DataRequest;
  readonly mutateRequest: MutateRequest;
}

/** A request that was found. What is typed survives renewals of the request. */
export function RequestView({ request, mutateRequest }: RequestViewProps) {
  const { t } = useTranslationRef(dataRequestsTranslationRef);
  const viewer = useViewer();
  const changes = useChanges(request);
  const threads = useThreads(request, changes.data);
  const [drafts] = useState(
    () => new DraftStore(window.sessionStorage, request.id),
  );
  const [done, setDone] = useState<RequestAct['type']>();
  const [diffMode, setDiffMode] = useState<DiffMode>('unified');
  const [section, setSection] = useSection();
  const comments = useCommentFocus();
  const reviewBox = useRef<ReviewBoxHandle>(null);
  const files = useRef<HTMLDivElement>(null);
  const headSha = changes.data?.headSha;
  const page = useRef<HTMLDivElement>(null);
  useKeptFocus(page);

  const shortcuts = useReviewShortcuts({
    reviewBox,
    files,
    section,
    setSection,
    toggleDiffMode: () =>
      setDiffMode(mode => (mode === 'split' ? 'unified' : 'split')),
    threads,
    changedFiles: changes.data?.files,
    stepComment: comments.step,
  });
  const context = useMemo(
    () => ({
      request,
      mutateRequest,
      headSha,
      drafts,
      announceDone: setDone,
    }),
    [request, mutateRequest, headSha, drafts],
  );

  return (
    <RequestContext.Provider value={context}>
      <Stack spacing={3} ref={page}>
        <StateAnnouncement request={request} />
        <LiveRegion>{done && t(`review.done.${done}`)}</LiveRegion>
        <RequestHeading
          request={request}
          help={<ShortcutHelp shortcuts={shortcuts} />}
        />
        <NextStep request={request} changes={changes.data} threads={threads} />
        <LifeCycleStepper request={request} />
        <Box
          sx={{
            display: 'grid',
            gap: 3,
            gridTemplateColumns: { xs: '1fr', lg: 'minmax(0, 1fr) 360px' },
            alignItems: 'start',
          }}
        >
          <RequestSections
            request={request}
            changes={changes}
            threads={threads}
            focus={comments.focus}
            section={section}
            onSection={setSection}
            diffMode={diffMode}
            onDiffMode={setDiffMode}
            filesRef={files}
          />
          <Stack
            spacing={3}
            role="region"
            aria-label={t('request.side')}
            sx={BESIDE}
          >
            <ReviewBox
              handleRef={reviewBox}
              changes={changes.data}
              saidOnLines={threads.items.some(
                ({ root }) =>
                  root.actor === viewer &&
                  root.anchor !== undefined &&
                  root.headSha === headSha,
              )}
            />
            <SimilarSection request={request} />
            <RequestFacts request={request} />
          </Stack>
        </Box>
      </Stack>
    </RequestContext.Provider>
  );
}
