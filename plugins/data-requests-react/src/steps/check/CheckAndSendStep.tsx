import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import {
  ChecksView,
  Explanation,
  FilesDiff,
  ReviewersView,
  SampleTable,
} from '../../panel';
import { PanelSection } from '../../panel/PanelSection';
import { PreviewError } from '../../panel/PreviewError';
import { SqlSection } from '../../panel/SqlSection';
import { dataRequestsReactTranslationRef } from '../../translation';
import { MartStepFrame, type MartStepProps } from '../MartStepFrame';
import { SendButton } from './SendButton';

/** @public */
export interface CheckAndSendStepProps
  extends Omit<MartStepProps, 'value' | 'onChange'> {
  /** Called with the path of the field that mends a check. */
  readonly onJump?: (field: string) => void;
  /** Absent where something else sends, such as the wizard of a Template. */
  readonly onSend?: () => void;
  readonly isSending?: boolean;
  readonly sendError?: Error;
  /** Whether a sent request is changed instead of a new one sent. */
  readonly isRevision?: boolean;
}

/** Last step: everything that will happen, then the button. @public */
export function CheckAndSendStep(props: CheckAndSendStepProps) {
  const { form, onJump, onSend, isSending = false, sendError } = props;
  const { t } = useTranslationRef(dataRequestsReactTranslationRef);
  const { preview, error, retry } = form.preview;
  return (
    <MartStepFrame intro={t('send.effect')} form={form}>
      {error && <PreviewError error={error} onRetry={retry} />}
      {preview ? (
        <Stack spacing={3}>
          <PanelSection level="h3" title={t('panel.checks')}>
            <ChecksView checks={preview.checks} onJump={onJump} />
          </PanelSection>
          <PanelSection level="h3" title={t('panel.sample')}>
            <SampleTable sample={preview.sample} />
          </PanelSection>
          <PanelSection level="h3" title={t('panel.reviewers')}>
            <ReviewersView reviewers={preview.reviewers} />
          </PanelSection>
          {preview.changeSet && (
            <PanelSection level="h3" title={t('panel.explanation')}>
              <Explanation sentences={preview.changeSet.explanation} />
            </PanelSection>
          )}
          <PanelSection level="h3" title={t('panel.files')}>
            <FilesDiff files={preview.changeSet?.files ?? []} />
          </PanelSection>
          {preview.sql && <SqlSection level="h3" sql={preview.sql} />}
        </Stack>
      ) : (
        !error && (
          <Typography color="text.secondary">{t('panel.waiting')}</Typography>
        )
      )}
      {onSend && (
        <SendButton
          form={form}
          onSend={onSend}
          onJump={onJump}
          isSending={isSending}
          error={sendError}
          isRevision={props.isRevision}
        />
      )}
    </MartStepFrame>
  );
}
