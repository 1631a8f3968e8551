import { createTranslationRef } from '@backstage/frontend-plugin-api';

/** Texts of the shared components. @public */
export const reactKitTranslationRef = createTranslationRef({
  id: 'suido-react-kit',
  messages: {
    loading: 'Loading…',
    denied: {
      title: 'You may not see this',
      what: 'You do not have permission for: {{what}}.',
      cure: 'If you need it for your work, ask the data engineers of your company.',
    },
    error: {
      title: {
        unknown: 'Something went wrong',
        network: 'The portal could not be reached',
        unauthorized: 'Your session has ended',
        forbidden: 'You do not have permission for this',
        notFound: 'This was not found',
        conflict: 'Someone was faster',
        invalid: 'The portal did not accept this',
        tooMany: 'Too many requests at once',
        server: 'The portal had a problem',
      },
      cure: {
        unknown: 'Try again. If it stays, tell the data engineers.',
        network: 'Check your connection, then try again.',
        unauthorized: 'Sign in again in another tab, then try again here.',
        forbidden: 'Ask the data engineers for the permission.',
        notFound: 'It may have been removed or renamed. Go back and try again.',
        conflict: 'Load the newest state, then try again.',
        invalid: 'Correct what the message names, then try again.',
        tooMany: 'Wait a moment, then try again.',
        server: 'Try again in a moment. If it stays, tell the data engineers.',
      },
      where: 'Where',
      retry: 'Try again',
    },
    diff: {
      before: 'Before: {{path}}',
      after: 'After: {{path}}',
      changes: 'Changes of {{path}}',
      code: 'Code',
      unchanged: '{{lines}} unchanged lines',
      controlCharacter: 'Invisible character',
      noteOnLine: 'Comment on line {{line}}: {{text}}',
    },
  },
  translations: { ja: () => import('./ja') },
});
