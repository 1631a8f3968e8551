import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useLanguage } from '@suido/react-kit';
import { DuplicatePanel, type DuplicateActions } from '../../duplicates';
import { SelectInput, TextInput } from '../../fields';
import { suggestMartName, tidyIdentifier } from '../../mart';
import { useFormTexts } from '../../translation';
import { MartStepFrame, type MartStepProps } from '../MartStepFrame';

/** @public */
export interface WhatAndWhyStepProps extends MartStepProps {
  /** What can be done with something alike; it is only shown where absent. */
  readonly duplicateActions?: DuplicateActions;
  /** Whether a sent request is changed; it keeps its name and its target. */
  readonly isRevision?: boolean;
}

/** First step: the question, what it is for, a name, and what is alike. @public */
export function WhatAndWhyStep(props: WhatAndWhyStepProps) {
  const { value, onChange, form, isRevision = false } = props;
  const t = useFormTexts();
  const language = useLanguage();
  const suggestion =
    form.target && suggestMartName(value.question, form.target.martNamePattern);
  return (
    <MartStepFrame intro={t('what.intro')} form={form}>
      <TextInput
        field="question"
        label={t('what.question')}
        help={t('what.questionHelp')}
        value={value.question}
        onChange={question => onChange({ ...value, question })}
        rows={2}
        required
      />
      <TextInput
        field="purpose"
        label={t('what.purpose')}
        help={t('what.purposeHelp')}
        value={value.purpose}
        onChange={purpose => onChange({ ...value, purpose })}
        rows={2}
        required
      />
      <Stack spacing={1} alignItems="flex-start">
        <TextInput
          field="name"
          label={t('what.name')}
          help={
            isRevision
              ? t('what.nameStays')
              : form.target?.martNameRule[language] ?? t('what.nameHelp')
          }
          readOnly={isRevision}
          value={value.name}
          onChange={name => onChange({ ...value, name })}
          tidy={tidyIdentifier}
          maxLength={128}
          required
        />
        {suggestion && value.name === '' && (
          <Button
            size="small"
            sx={{ textTransform: 'none' }}
            onClick={() => onChange({ ...value, name: suggestion })}
          >
            {t('what.useName', { name: suggestion })}
          </Button>
        )}
      </Stack>
      {form.targets.length > 1 && !isRevision && (
        <SelectInput
          field="target"
          label={t('what.target')}
          value={value.target}
          options={form.targets.map(target => ({
            value: target.id,
            label: target.title,
          }))}
          onChange={target => onChange({ ...value, target })}
          required
        />
      )}
      <DuplicatePanel
        value={value}
        onChange={onChange}
        form={form}
        actions={props.duplicateActions}
      />
    </MartStepFrame>
  );
}
