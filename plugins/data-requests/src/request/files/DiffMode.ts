/** How differences are laid out. */
export type DiffMode = 'split' | 'unified';
