import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  Duplicate,
  Preview,
} from '@suido/backstage-plugin-data-requests-common';
import { memo } from 'react';
import type { JudgedChecks } from '../form';
import { dataRequestsReactTranslationRef } from '../translation';
import { DuplicateHint } from '../duplicates';
import { ChecksView } from './ChecksView';
import { Explanation } from './Explanation';
import { FilesDiff } from './FilesDiff';
import { PanelSection } from './PanelSection';
import { ReviewersView } from './ReviewersView';
import { SampleTable } from './SampleTable';
import { SqlSection } from './SqlSection';

interface PreviewSectionsProps {
  readonly preview: Preview;
  /** The failed checks, as the author should see them. */
  readonly judged: JudgedChecks;
  readonly duplicates: readonly Duplicate[];
  readonly onJump?: (field: string) => void;
  readonly canJump?: (field: string) => boolean;
}

/** All parts of a preview; drawn again only when one of them is newer. */
export const PreviewSections = memo(Sections);

function Sections(props: PreviewSectionsProps) {
  const { preview, judged, duplicates, onJump, canJump } = props;
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
        <ChecksView
          checks={checks}
          judged={judged}
          onJump={onJump}
          canJump={canJump}
          hidePassed
        />
      </PanelSection>
      {duplicates.length > 0 && (
        <PanelSection title={t('duplicate.title')}>
          <DuplicateHint
            duplicates={duplicates}
            onCompare={
              onJump && (canJump?.('differences') ?? true)
                ? () => onJump('differences')
                : undefined
            }
          />
        </PanelSection>
      )}
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
