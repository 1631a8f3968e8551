import Box from '@mui/material/Box';

interface PlainCodeProps {
  readonly code: string;
  readonly label?: string;
}

/** Code without colours, in the size that the editor will have. */
export function PlainCode({ code, label }: PlainCodeProps) {
  return (
    <Box
      component="pre"
      aria-label={label}
      sx={{
        m: 0,
        p: 1,
        overflow: 'auto',
        fontSize: 13,
        lineHeight: 1.5,
        fontFamily: 'monospace',
      }}
    >
      {code}
    </Box>
  );
}
