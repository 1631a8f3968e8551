import { useEffect } from 'react';

/**
 * Asks before the page is left while something would be lost.
 *
 * @remarks
 * Backstage's router cannot block a navigation, so links are caught on their
 * way; closing the tab is the browser's own question.
 */
export function useLeaveGuard(isActive: boolean, question: string): void {
  useEffect(() => {
    if (!isActive) {
      return undefined;
    }
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    const onClick = (event: MouseEvent) => {
      const link =
        event.target instanceof Element && event.target.closest('a[href]');
      const opensElsewhere =
        event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0;
      if (
        link instanceof HTMLAnchorElement &&
        link.target !== '_blank' &&
        !opensElsewhere &&
        // The guard's own question; a dialog of ours would come too late.
        // eslint-disable-next-line no-alert
        !window.confirm(question)
      ) {
        event.preventDefault();
        event.stopPropagation();
      }
    };
    window.addEventListener('beforeunload', onUnload);
    document.addEventListener('click', onClick, { capture: true });
    return () => {
      window.removeEventListener('beforeunload', onUnload);
      document.removeEventListener('click', onClick, { capture: true });
    };
  }, [isActive, question]);
}
