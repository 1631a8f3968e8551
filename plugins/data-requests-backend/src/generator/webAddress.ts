/** A link of a person where it leads to the web and nowhere else. */
export function webAddress(url: string | undefined): string | undefined {
  const trimmed = url?.trim() ?? '';
  return isWebAddress(trimmed) ? trimmed : undefined;
}

function isWebAddress(url: string): boolean {
  try {
    const { protocol, username, password } = new URL(url);
    const isWeb = protocol === 'https:' || protocol === 'http:';
    return isWeb && username === '' && password === '';
  } catch {
    return false;
  }
}
