import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import type { DataRequest } from '@suido/backstage-plugin-data-requests-common';
import { useCallback, useRef, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { useChanges, type MutateRequest } from '../api/useRequest';
import { LifeCycleStepper } from './LifeCycleStepper';
import { NextStep } from './NextStep';
import { RequestFacts } from './RequestFacts';
import { RequestHeading } from './RequestHeading';
import { RequestSections, SECTIONS, type Section } from './RequestSections';
import { StateAnnouncement } from './StateAnnouncement';
import type { DiffMode } from './files/FilesSection';
import { ReviewBox, type ReviewBoxHandle } from './review/ReviewBox';
import type { DraftComment } from './review/DraftComment';
import { useRequestActions } from './review/useRequestActions';
import { ShortcutHelp } from './shortcuts/ShortcutHelp';
import { useShortcuts } from './shortcuts/useShortcuts';
import { stepFile } from './files/stepFile';

const SECTION_PARAM = 'part';

interface RequestViewProps {
  readonly request: DataRequest;
  readonly mutateRequest: MutateRequest;
}

/** A request that was found. What is typed survives renewals of the request. */
export function RequestView({ request, mutateRequest }: RequestViewProps) {
  const changes = useChanges(request);
  const actions = useRequestActions(
    request,
    mutateRequest,
    changes.data?.headSha,
  );
  const [comment, setComment] = useState<DraftComment>({ body: '' });
  const [diffMode, setDiffMode] = useState<DiffMode>('unified');
  const [section, setSection] = useSection();
  const reviewBox = useRef<ReviewBoxHandle>(null);
  const files = useRef<HTMLDivElement>(null);

  const shortcuts = useShortcuts({
    c: () => reviewBox.current?.focusComment(),
    a: () => reviewBox.current?.focusApprove(),
    m: () => reviewBox.current?.askMerge(),
    d: () => setDiffMode(mode => (mode === 'split' ? 'unified' : 'split')),
    j: () => stepFile(files.current, 1),
    k: () => stepFile(files.current, -1),
    ...Object.fromEntries(
      SECTIONS.map((name, index) => [
        String(index + 1),
        () => setSection(name),
      ]),
    ),
  });

  return (
    <Stack spacing={3}>
      <StateAnnouncement request={request} />
      <RequestHeading
        request={request}
        help={<ShortcutHelp shortcuts={shortcuts} />}
      />
      <NextStep request={request} />
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
          section={section}
          onSection={setSection}
          diffMode={diffMode}
          onDiffMode={setDiffMode}
          filesRef={files}
          onCommentFile={path => {
            setComment(current => ({ ...current, anchor: { path } }));
            reviewBox.current?.focusComment();
          }}
        />
        <Stack spacing={3}>
          <ReviewBox
            handleRef={reviewBox}
            request={request}
            changes={changes.data}
            actions={actions}
            comment={comment}
            onComment={setComment}
          />
          <RequestFacts request={request} />
        </Stack>
      </Box>
    </Stack>
  );
}

function useSection(): [Section, (section: Section) => void] {
  const [params, setParams] = useSearchParams();
  const section =
    SECTIONS.find(name => name === params.get(SECTION_PARAM)) ?? SECTIONS[0];
  const setSection = useCallback(
    (next: Section) =>
      setParams(next === SECTIONS[0] ? {} : { [SECTION_PARAM]: next }, {
        replace: true,
      }),
    [setParams],
  );
  return [section, setSection];
}
