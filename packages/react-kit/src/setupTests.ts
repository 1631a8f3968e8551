import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// Generous: a test ends when its condition holds, on slow machines too.
configure({ asyncUtilTimeout: 20_000 });
jest.setTimeout(120_000);

// jsdom lays nothing out; CodeMirror asks where text is when it scrolls to it.
Object.assign(Range.prototype, { getClientRects: () => [] });
