import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useLanguage } from '@suido/react-kit';
import { SelectInput, TextInput } from '../../fields';
import { suggestMartName, tidyIdentifier } from '../../mart';
import { dataRequestsReactTranslationRef } from '../../translation';
import { MartStepFrame, type MartStepProps } from '../MartStepFrame';

/** First step: the question, what it is for, and a name. @public */
export function WhatAndWhyStep(props: MartStepProps) {
  const { value, onChange, form, showAllProblems } = props;
  const { t } = useTranslationRef(dataRequestsReactTranslationRef);
  const language = useLanguage();
  const suggestion =
    form.target && suggestMartName(value.question, form.target.martNamePattern);
  return (
    <MartStepFrame
      intro={t('what.intro')}
      form={form}
      showAllProblems={showAllProblems}
    >
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
          help={form.target?.martNameRule[language] ?? t('what.nameHelp')}
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
      {form.targets.length > 1 && (
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
    </MartStepFrame>
  );
}
