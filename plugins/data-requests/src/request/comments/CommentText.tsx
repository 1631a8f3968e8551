import Typography from '@mui/material/Typography';

/**
 * What somebody wrote, as it was written.
 *
 * @remarks
 * It is text and nothing else: no Markdown, no HTML, no address that could be
 * pressed. Each line decides its own direction, so that characters which turn
 * the writing cannot reach what stands beside it.
 */
export function CommentText({ children }: { readonly children: string }) {
  return (
    <Typography
      variant="body2"
      component="div"
      dir="auto"
      sx={{
        whiteSpace: 'pre-wrap',
        overflowWrap: 'anywhere',
        unicodeBidi: 'isolate',
      }}
    >
      {children}
    </Typography>
  );
}
