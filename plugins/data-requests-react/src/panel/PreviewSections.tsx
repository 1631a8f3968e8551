import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Preview } from '@suido/backstage-plugin-data-requests-common';
import { memo } from 'react';
import { dataRequestsReactTranslationRef } from '../translation';
import { ChecksView } from './ChecksView';
import { Explanation } from './Explanation';
import { FilesDiff } from './FilesDiff';
import { PanelSection } from './PanelSection';
import { ReviewersView } from './ReviewersView';
import { SampleTable } from './SampleTable';
import { SqlSection } from './SqlSection';

interface PreviewSectionsProps {
  readonly preview: Preview;
  readonly onJump?: (field: string) => void;
}

/** All parts of a preview; drawn again only when a newer preview is there. */
export const PreviewSections = memo(Sections);

function Sections({ preview, onJump }: PreviewSectionsProps) {
  const { t } = useTranslationRef(dataRequestsReactTranslationRef);
  const { sample, changeSet, checks, reviewers, sql } = preview;
  return (
    <>
      <PanelSection title={t('panel.sample')}>
        <SampleTable sample={sample} />
      </PanelSection>
      {changeSet && (
        <PanelSection title={t('panel.explanation')}>
          <Explanation sentences={changeSet.explanation} />
        </PanelSection>
      )}
      <PanelSection title={t('panel.checks')}>
        <ChecksView checks={checks} onJump={onJump} hidePassed />
      </PanelSection>
      <PanelSection title={t('panel.files')}>
        <FilesDiff files={changeSet?.files ?? []} initialMode="unified" />
      </PanelSection>
      <PanelSection title={t('panel.reviewers')}>
        <ReviewersView reviewers={reviewers} />
      </PanelSection>
      {sql && <SqlSection sql={sql} />}
    </>
  );
}
