import {
  AuthorizeResult,
  type Permission,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import type { PolicySubject } from '@suido/vocabulary';

/** Stock permissions that a member of the company has beside reading. */
const MEMBER_PERMISSIONS: ReadonlySet<string> = new Set([
  'scaffolder.action.execute',
  'scaffolder.task.create',
  'scaffolder.template.parameter.read',
  'scaffolder.template.step.read',
]);

/** Stock permissions that nobody but a data engineer has, even to read. */
const ENGINEER_PERMISSIONS: ReadonlySet<string> = new Set([
  'catalog.entity.refresh',
  'catalog.location.analyze',
  'catalog.location.create',
  'catalog.location.delete',
  'catalog.entity.create',
  'catalog.entity.delete',
  'scaffolder.template.management',
]);

/** Runs of a Template may hold what somebody typed: only its author sees them. */
const TASK_PERMISSIONS: ReadonlySet<string> = new Set([
  'scaffolder.task.read',
  'scaffolder.task.cancel',
]);

/**
 * What the demo company decides about Backstage's own permissions.
 *
 * @remarks
 * The stock dry run executes any template that somebody types, so it stays
 * denied to everybody: the preview of a request is our own endpoint.
 */
export function decidePortal(
  permission: Permission,
  subject: PolicySubject,
): PolicyDecision {
  if (subject.roles.size > 0 && TASK_PERMISSIONS.has(permission.name)) {
    return ownTasks(subject.userEntityRef);
  }
  const allowed = isAllowed(permission, subject);
  return { result: allowed ? AuthorizeResult.ALLOW : AuthorizeResult.DENY };
}

function isAllowed(permission: Permission, { roles }: PolicySubject): boolean {
  if (roles.size === 0 || permission.name === 'scaffolder.template.dry-run') {
    return false;
  }
  if (ENGINEER_PERMISSIONS.has(permission.name)) {
    return roles.has('data-engineer');
  }
  return (
    permission.attributes.action === 'read' ||
    MEMBER_PERMISSIONS.has(permission.name)
  );
}

function ownTasks(userEntityRef: string): PolicyDecision {
  const resourceType = 'scaffolder-task';
  return {
    result: AuthorizeResult.CONDITIONAL,
    pluginId: 'scaffolder',
    resourceType,
    conditions: {
      resourceType,
      rule: 'IS_TASK_OWNER',
      params: { createdBy: [userEntityRef] },
    },
  };
}
