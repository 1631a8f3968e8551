import Box from '@mui/material/Box';
import { Fragment } from 'react';
import { markWords } from './markWords';

/** @public */
export interface HighlightedProps {
  readonly text: string;
  /** What was looked for. */
  readonly words?: readonly string[];
}

/** A text with the words that were looked for marked; text only, never HTML. @public */
export function Highlighted({ text, words = [] }: HighlightedProps) {
  return (
    <>
      {markWords(text, words).map((piece, index) =>
        piece.isMatch ? (
          <Box
            key={index}
            component="mark"
            sx={{
              bgcolor: 'action.selected',
              color: 'inherit',
              fontWeight: 700,
              borderRadius: 0.5,
            }}
          >
            {piece.text}
          </Box>
        ) : (
          <Fragment key={index}>{piece.text}</Fragment>
        ),
      )}
    </>
  );
}
