/** The tab whose path leads furthest towards the page that is open. */
export function currentTab<TTab extends { readonly href: string }>(
  tabs: readonly TTab[],
  pathname: string,
): TTab | undefined {
  return tabs
    .filter(({ href }) => pathname === href || pathname.startsWith(`${href}/`))
    .reduce<TTab | undefined>(
      (longest, tab) =>
        longest && longest.href.length >= tab.href.length ? longest : tab,
      undefined,
    );
}
