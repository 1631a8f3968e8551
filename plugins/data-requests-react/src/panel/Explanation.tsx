import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ChangeSet } from '@suido/backstage-plugin-data-requests-common';
import { useLanguage } from '@suido/react-kit';

/** @public */
export interface ExplanationProps {
  readonly sentences: ChangeSet['explanation'];
}

/** What a change does, in plain words. @public */
export function Explanation({ sentences }: ExplanationProps) {
  const language = useLanguage();
  return (
    <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
      {sentences.map((sentence, index) => (
        <Typography key={index} component="li" variant="body2">
          {sentence[language]}
        </Typography>
      ))}
    </Box>
  );
}
