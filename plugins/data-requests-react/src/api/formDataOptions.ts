/**
 * What a form picks from stays as it is while the form is open; a failure is
 * shown with a button, not tried again behind the author's back.
 */
export const FORM_DATA_OPTIONS = {
  revalidateOnFocus: false,
  revalidateOnReconnect: false,
  shouldRetryOnError: false,
} as const;
