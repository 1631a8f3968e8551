const STORAGE_KEY = 'suido.signIn.persona';

/** Name of the persona that this browser entered as last. */
export function rememberedPersona(): string | undefined {
  return window.localStorage.getItem(STORAGE_KEY) ?? undefined;
}

/** Keeps a reload signed in. */
export function rememberPersona(name: string): void {
  window.localStorage.setItem(STORAGE_KEY, name);
}

/** Makes the next visit start at the sign-in page. */
export function forgetPersona(): void {
  window.localStorage.removeItem(STORAGE_KEY);
}
