import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import ReactMarkdown, { type Options } from 'react-markdown';
import remarkGfm from 'remark-gfm';
import type { MarkdownTextProps } from './MarkdownText';

type Components = NonNullable<Options['components']>;

// A heading of a text is no heading of the page that it stands on.
const Heading: Components['h1'] = ({ children }) => (
  <Typography variant="subtitle2" component="p" sx={{ mt: 1 }}>
    {children}
  </Typography>
);

const COMPONENTS: Components = {
  h1: Heading,
  h2: Heading,
  h3: Heading,
  h4: Heading,
  h5: Heading,
  h6: Heading,
  // A picture would tell its server who reads this page.
  img: ({ alt }) => <span>{alt}</span>,
  a: ({ href, children }) =>
    isOfWeb(href) ? (
      <Link href={href} target="_blank" rel="noopener noreferrer nofollow">
        {children}
      </Link>
    ) : (
      <span>{children}</span>
    ),
};

/** The renderer behind `MarkdownText`; default export, for `lazy`. */
export default function MarkdownBody({ text, lang }: MarkdownTextProps) {
  return (
    <Box
      lang={lang}
      dir="auto"
      sx={{
        typography: 'body2',
        overflowWrap: 'anywhere',
        unicodeBidi: 'isolate',
        '& p, & ul, & ol, & table, & pre': { my: 1 },
        '& > :first-of-type': { mt: 0 },
        '& > :last-child': { mb: 0 },
        '& pre': { overflowX: 'auto' },
        '& table': { borderCollapse: 'collapse' },
        '& th, & td': { border: 1, borderColor: 'divider', px: 1 },
      }}
    >
      <ReactMarkdown remarkPlugins={[remarkGfm]} components={COMPONENTS}>
        {text}
      </ReactMarkdown>
    </Box>
  );
}

function isOfWeb(href: string | undefined): boolean {
  return href !== undefined && /^(https?:|mailto:)/i.test(href);
}
