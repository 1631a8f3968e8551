import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import type { DataRequest } from '@suido/backstage-plugin-data-requests-common';
import { EmptyState } from '@suido/react-kit';
import type { RefObject } from 'react';
import type { RequestChanges } from '../api/useRequest';
import { QueryStates, type QueryResult } from '../states/QueryStates';
import { dataRequestsTranslationRef } from '../translation/ref';
import type { CommentFocus } from './comments/useCommentFocus';
import type { Threads } from './comments/useThreads';
import { CommitsSection } from './commits/CommitsSection';
import type { DiffMode } from './files/DiffMode';
import { FilesSection } from './files/FilesSection';
import { SECTIONS, type Section } from './sectionAddress';
import { ChecksSection } from './sections/ChecksSection';
import { ConversationSection } from './sections/ConversationSection';
import { ReviewersSection } from './sections/ReviewersSection';
import { SampleSection } from './sections/SampleSection';

interface RequestSectionsProps {
  readonly request: DataRequest;
  readonly changes: QueryResult<RequestChanges>;
  readonly threads: Threads;
  readonly focus: CommentFocus | undefined;
  readonly section: Section;
  readonly onSection: (section: Section) => void;
  readonly diffMode: DiffMode;
  readonly onDiffMode: (mode: DiffMode) => void;
  readonly filesRef: RefObject<HTMLDivElement>;
}

/** Tabs over what a reviewer reads. */
export function RequestSections(props: RequestSectionsProps) {
  const { t } = useTranslationRef(dataRequestsTranslationRef);
  const { section, onSection } = props;
  return (
    <Box sx={{ minWidth: 0 }}>
      <Tabs
        value={section}
        onChange={(_, next: Section) => onSection(next)}
        variant="scrollable"
        scrollButtons={false}
        aria-label={t('section.label')}
        sx={{ mb: 2, borderBottom: 1, borderColor: 'divider' }}
      >
        {SECTIONS.map(name => (
          <Tab
            key={name}
            value={name}
            label={t(`section.${name}`)}
            id={tabId(name)}
            aria-controls={panelId(name)}
          />
        ))}
      </Tabs>
      {SECTIONS.map(name => (
        <div
          key={name}
          role="tabpanel"
          id={panelId(name)}
          aria-labelledby={tabId(name)}
          hidden={name !== section}
        >
          {name === section && <SectionContent {...props} />}
        </div>
      ))}
    </Box>
  );
}

function SectionContent({
  request,
  changes,
  threads,
  focus,
  section,
  diffMode,
  onDiffMode,
  filesRef,
}: RequestSectionsProps) {
  const { t } = useTranslationRef(dataRequestsTranslationRef);
  if (section === 'conversation') {
    return (
      <ConversationSection request={request} threads={threads} focus={focus} />
    );
  }
  if (section === 'sample') {
    return <SampleSection request={request} />;
  }
  if (!request.proposal) {
    return (
      <EmptyState
        title={t('section.notYet.title')}
        description={t('section.notYet.description')}
      />
    );
  }
  if (section === 'commits') {
    return (
      <CommitsSection
        request={request}
        diffMode={diffMode}
        onDiffMode={onDiffMode}
      />
    );
  }
  return (
    <QueryStates query={changes}>
      {loaded => {
        switch (section) {
          case 'files':
            return (
              <FilesSection
                containerRef={filesRef}
                changes={loaded}
                threads={threads}
                focus={focus}
                mode={diffMode}
                onMode={onDiffMode}
              />
            );
          case 'checks':
            return <ChecksSection checks={loaded.checks} />;
          default:
            return <ReviewersSection reviewers={loaded.reviewers} />;
        }
      }}
    </QueryStates>
  );
}

function tabId(section: Section): string {
  return `request-tab-${section}`;
}

function panelId(section: Section): string {
  return `request-panel-${section}`;
}
