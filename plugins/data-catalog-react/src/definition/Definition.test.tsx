import { screen } from '@testing-library/react';
import { fakeCatalog } from '../__testUtils__/fakeCatalog';
import { renderParts } from '../__testUtils__/renderParts';
import { Definition } from './Definition';
import { withoutMarkdown } from './withoutMarkdown';

const client = fakeCatalog({});

describe('a definition', () => {
  it('is Markdown in the language of its reader', async () => {
    renderParts(
      <Definition
        definition={{
          en: 'Not this',
          ja: '**売上**の[定義](https://example.com/x)',
        }}
      />,
      { client, language: 'ja' },
    );
    expect(
      await screen.findByText('売上', { selector: 'strong' }),
    ).toBeVisible();
    expect(screen.getByRole('link', { name: '定義' })).toHaveAttribute(
      'href',
      'https://example.com/x',
    );
    expect(screen.queryByText('Not this')).toBeNull();
  });

  it('runs no script, follows no script address and loads no picture', async () => {
    const ran = jest.fn();
    Object.assign(window, { ran });
    const { container } = renderParts(
      <Definition
        definition={{
          en: [
            '# Safe',
            '<script>window.ran()</script>',
            '<img src=x onerror="window.ran()">',
            '[press](javascript:window.ran()) [data](data:text/html,x)',
            '![tracked](https://evil.example/pixel.gif)',
            '<a href="javascript:window.ran()">raw</a>',
          ].join('\n\n'),
        }}
      />,
      { client },
    );
    expect(await screen.findByText('tracked')).toBeVisible();
    expect(screen.getByText('Safe').tagName).toBe('P');
    expect(
      container.querySelector('script, img, a, iframe, [onerror]'),
    ).toBeNull();
    expect(screen.getByText(/<script>/)).toBeVisible();
    expect(ran).not.toHaveBeenCalled();
  });

  it('says when it is in the other language only, or missing', async () => {
    renderParts(
      <>
        <Definition definition={{ ja: '売上' }} />
        <Definition definition={{ en: ' ' }} />
      </>,
      { client },
    );
    expect(await screen.findByText('Written in Japanese only')).toBeVisible();
    expect(
      screen.getByText('Nobody has written a definition yet.'),
    ).toBeVisible();
  });
});

it.each([
  ['**bold** and `code`', 'bold and code'],
  ['# Title\n\n- one\n- two', 'Title one two'],
  ['[link](https://example.com) ![alt](x.png)', 'link alt'],
  ['stg_shop__orders stays', 'stg_shop__orders stays'],
])('writes %j as %j in a list', (markdown, expected) => {
  expect(withoutMarkdown(markdown)).toBe(expected);
});
