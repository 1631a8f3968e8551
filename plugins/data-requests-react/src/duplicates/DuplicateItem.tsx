import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import Link from '@mui/material/Link';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type {
  Duplicate,
  MartSpec,
} from '@suido/backstage-plugin-data-requests-common';
import { useLanguage } from '@suido/react-kit';
import { readAuthoredText } from '@suido/vocabulary';
import { useState } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { useFormTexts } from '../translation';
import { DifferenceField } from './DifferenceField';
import { withDifference } from './differences';
import type { DuplicateActions } from './DuplicateActions';
import { LikenessBar } from './LikenessBar';
import { UseInsteadButton } from './UseInsteadButton';

interface DuplicateItemProps {
  readonly value: MartSpec;
  readonly onChange: (value: MartSpec) => void;
  readonly duplicate: Duplicate;
  readonly actions: DuplicateActions;
}

/** Something alike: why, and the two ways to answer it. */
export function DuplicateItem(props: DuplicateItemProps) {
  const { value, onChange, duplicate, actions } = props;
  const { subject, name, score, reasons } = duplicate;
  const t = useFormTexts();
  const language = useLanguage();
  const [hasAsked, setHasAsked] = useState(false);
  const isAnswered = value.differences.some(one => one.subject === subject);
  const { takeInstead } = actions;
  return (
    <Box component="li" sx={{ py: 1 }}>
      <Heading duplicate={duplicate} href={actions.hrefOf?.(duplicate)} />
      <LikenessBar score={score} />
      <Typography variant="body2" color="text.secondary">
        {readAuthoredText(duplicate.description, language) ??
          t('data.noDefinition')}
      </Typography>
      {reasons.length > 0 && (
        <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
          {reasons.map((reason, index) => (
            <Typography key={index} component="li" variant="body2">
              {reason[language]}
            </Typography>
          ))}
        </Box>
      )}
      <Stack direction="row" flexWrap="wrap" gap={1} sx={{ mt: 1 }}>
        {takeInstead && (
          <UseInsteadButton name={name} onUse={() => takeInstead(duplicate)} />
        )}
        {!isAnswered && (
          <Button
            size="small"
            variant="outlined"
            aria-label={t('duplicate.differsNamed', { name })}
            onClick={() => {
              setHasAsked(true);
              onChange(withDifference(value, { subject, reason: '' }));
            }}
          >
            {t('duplicate.differs')}
          </Button>
        )}
      </Stack>
      <DifferenceField
        value={value}
        onChange={onChange}
        subject={subject}
        name={name}
        takesFocus={hasAsked}
      />
    </Box>
  );
}

interface HeadingProps {
  readonly duplicate: Duplicate;
  readonly href?: string;
}

function Heading({ duplicate, href }: HeadingProps) {
  const t = useFormTexts();
  const { name, kind, number, owner } = duplicate;
  const requestLabel =
    number === undefined
      ? t('duplicate.requestOpen')
      : t('duplicate.request', { number: String(number) });
  return (
    <Stack direction="row" flexWrap="wrap" alignItems="center" gap={1}>
      <Typography fontWeight={600} sx={{ overflowWrap: 'anywhere' }}>
        {href ? (
          // The form stays open while its author looks.
          <Link
            component={RouterLink}
            to={href}
            target="_blank"
            rel="noopener"
            aria-label={t('duplicate.look', { name })}
          >
            {name}
          </Link>
        ) : (
          name
        )}
      </Typography>
      <Chip
        size="small"
        sx={{ m: 0 }}
        label={kind === 'dataset' ? t('duplicate.dataset') : requestLabel}
      />
      {owner && (
        <Chip
          size="small"
          variant="outlined"
          sx={{ m: 0 }}
          label={t('duplicate.owner', { owner: owner.replace(/^.*\//, '') })}
        />
      )}
    </Stack>
  );
}
