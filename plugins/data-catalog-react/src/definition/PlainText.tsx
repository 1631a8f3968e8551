import Typography from '@mui/material/Typography';
import type { MarkdownTextProps } from './MarkdownText';

/** A text as it was written, until it can be shown as Markdown. */
export function PlainText({ text, lang }: MarkdownTextProps) {
  return (
    <Typography
      variant="body2"
      component="div"
      lang={lang}
      dir="auto"
      sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
    >
      {text}
    </Typography>
  );
}
