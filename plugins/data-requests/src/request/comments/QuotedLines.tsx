import Box from '@mui/material/Box';

/** The lines that a comment was made on, where they are not around it. */
export function QuotedLines({ lines }: { readonly lines: readonly string[] }) {
  return (
    <Box
      component="blockquote"
      sx={{
        m: 0,
        px: 1,
        borderLeft: 3,
        borderColor: 'divider',
        color: 'text.secondary',
        fontFamily: 'monospace',
        fontSize: 13,
        whiteSpace: 'pre-wrap',
        overflowWrap: 'anywhere',
      }}
    >
      {lines.join('\n')}
    </Box>
  );
}
