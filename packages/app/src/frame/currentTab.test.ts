import { currentTab } from './currentTab';

const TABS = [
  { href: '/data-requests' },
  { href: '/data-requests/to-review' },
  { href: '/data-requests/all' },
];

it.each([
  ['/data-requests', '/data-requests'],
  ['/data-requests/all', '/data-requests/all'],
  ['/data-requests/all/more', '/data-requests/all'],
  ['/data-requests/allmost', '/data-requests'],
  ['/data-requestsX', undefined],
])('at %s it is %s', (pathname, href) => {
  expect(currentTab(TABS, pathname)?.href).toBe(href);
});
