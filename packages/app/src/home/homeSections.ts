import {
  MyContributions,
  MyWork,
  RecentlyMerged,
  RequestFiguresSection,
  ReviewQueue,
} from '@suido/backstage-plugin-data-requests';
import type { Role } from '@suido/vocabulary';
import type { ComponentType } from 'react';
import { TeamLinks } from './TeamLinks';

/** The blocks of the home page. */
export const HOME_SECTIONS = {
  work: MyWork,
  contributions: MyContributions,
  review: ReviewQueue,
  merged: RecentlyMerged,
  figures: RequestFiguresSection,
  team: TeamLinks,
} as const satisfies Record<string, ComponentType>;

/** @see {@link HOME_SECTIONS} */
export type HomeSectionName = keyof typeof HOME_SECTIONS;

const ORDERS: Readonly<Record<Role, readonly HomeSectionName[]>> = {
  'data-engineer': ['review', 'work', 'merged', 'figures'],
  'team-lead': ['work', 'review', 'team', 'merged'],
  leadership: ['figures', 'merged', 'work', 'review'],
  member: ['work', 'contributions', 'merged', 'review'],
};

/** The blocks for somebody with these roles: those of the first role first. */
export function homeOrder(roles: readonly Role[]): HomeSectionName[] {
  return [...new Set(roles.flatMap(role => ORDERS[role]))];
}
