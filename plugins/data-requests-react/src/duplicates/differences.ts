import type {
  MartDifference,
  MartSpec,
} from '@suido/backstage-plugin-data-requests-common';

/** Replaces or adds the reason why the mart differs from something. */
export function withDifference(
  spec: MartSpec,
  { subject, reason }: MartDifference,
): MartSpec {
  const index = spec.differences.findIndex(one => one.subject === subject);
  return {
    ...spec,
    differences:
      index < 0
        ? [...spec.differences, { subject, reason }]
        : spec.differences.with(index, { subject, reason }),
  };
}

/** Takes a reason away. */
export function withoutDifference(spec: MartSpec, subject: string): MartSpec {
  return {
    ...spec,
    differences: spec.differences.filter(one => one.subject !== subject),
  };
}
